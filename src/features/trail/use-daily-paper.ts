import { useRef, useState } from 'react';
import { dailyReport } from '../../documents/trail-reports';
import type { OfficeProfile } from '../../domain/office/office-event';
import { dayCounts } from '../../domain/trail/daily-report';
import { useLocale } from '../../ui/messages/use-messages';
import { usePrint } from '../request/stored-file-view';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket, type Loket } from '../shared/loket-context';
import { readLogo } from '../shared/read-logo';
import { saveFile } from '../shared/save-file';
import { useTrail } from '../shared/use-trail';
import { dayStateWords } from './day-words';
import { readDay, type DeskDay } from './desk-day';

type Way = 'print' | 'save';

/** Making the daily report, with the head of the chain as it is at that moment. */
export function useDailyPaper(day: DeskDay, profile: OfficeProfile) {
  const loket = useLoket();
  const locale = useLocale();
  const print = usePrint();
  const { allows } = useTrail();
  const [busy, setBusy] = useState<Way | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const working = useRef(false);
  const start = async (way: Way): Promise<void> => {
    if (working.current) return;
    working.current = true;
    setBusy(way);
    setFailure(null);
    try {
      const made = await makeReport(loket, day, profile);
      if (!made.ok) {
        setFailure(letterErrorText(locale, made.error));
        return;
      }
      const name = `laporan-harian-${profile.desk}-${day.date}.pdf`;
      const details = { what: 'daily-report' };
      if (way === 'print') {
        await print(made.value, name, { action: 'print', subject: null, details });
      } else if (await allows({ action: 'export', subject: null, details })) {
        saveFile(made.value, name, 'application/pdf');
      }
    } finally {
      working.current = false;
      setBusy(null);
    }
  };
  return { busy, failure, start };
}

async function makeReport(loket: Loket, { date }: DeskDay, profile: OfficeProfile) {
  const { store, letters, host, now, newId, staff } = loket;
  const day = await readDay(store, date, profile.timeZone);
  const madeAt = now();
  const content = dailyReport({
    id: newId(),
    profile,
    head: day.head,
    madeAt,
    madeBy: staff?.name ?? '',
    date,
    counts: dayCounts(day.received, day.events),
    lines: day.requests.map((request) => {
      const [service, state] = dayStateWords(request, store.sops.find(request.sop), 'id');
      return { registerNumber: request.registerNumber, service, state };
    }),
  });
  return letters.renderReport(content, {
    createdAt: madeAt,
    logo: await readLogo(host, profile),
  });
}
