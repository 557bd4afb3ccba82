import type { SheetEntry } from '../../domain/request/request-state';
import { findStep } from '../../domain/sop/route';
import type { Sop } from '../../domain/sop/sop';
import { formatDate, formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { partyWords } from '../shared/sop-words';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './disposition.module.css';
import { UrgencyBadge } from './urgency-badge';

/** Everything on a request's disposition sheet, oldest first as on paper. */
export function SheetList({
  sheet,
  sop,
}: {
  readonly sheet: readonly SheetEntry[];
  readonly sop: Sop;
}) {
  const t = useMessages();
  if (sheet.length === 0) return <p className={styles.faint}>{t('disposition.sheet.empty')}</p>;
  return (
    <ol className={styles.sheet} aria-label={t('disposition.sheet')}>
      {sheet.map((entry) => (
        <li key={entry.id} data-sheet-entry={entry.kind}>
          <div className={styles.sheetTitle}>
            {titleOf(entry, sop, t)}
            {entry.kind === 'given' && <UrgencyBadge urgency={entry.urgency} />}
          </div>
          <SheetWords entry={entry} />
          <Recorded entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function titleOf(entry: SheetEntry, sop: Sop, t: Translate): string {
  const from = partyWords(entry.from);
  switch (entry.kind) {
    case 'given':
      return t('disposition.sheet.given', { from, to: partyWords(entry.to) });
    case 'forwarded':
      return t('disposition.sheet.forwarded', { from, to: partyWords(entry.to) });
    case 'returned': {
      const number = findStep(sop, entry.opens)?.number ?? entry.opens;
      return t('disposition.sheet.returned', { from, number });
    }
  }
}

function SheetWords({ entry }: { readonly entry: SheetEntry }) {
  const t = useMessages();
  const context = useTimeContext();
  switch (entry.kind) {
    case 'given': {
      const dates = [
        t('disposition.sheet.on', { date: formatDate(entry.writtenOn, context) }),
        ...(entry.deadline === null
          ? []
          : [t('disposition.sheet.until', { date: formatDate(entry.deadline, context) })]),
      ];
      const words = [...entry.instructions, ...(entry.note === null ? [] : [entry.note])];
      return (
        <>
          <p>{words.join(' · ')}</p>
          <p className={styles.faint}>{dates.join(' · ')}</p>
        </>
      );
    }
    case 'forwarded':
      return entry.note === null ? null : <p>{entry.note}</p>;
    case 'returned':
      return <p>{entry.reason}</p>;
  }
}

/** Who put it there: the member of staff for an official who wrote on paper. */
function Recorded({ entry }: { readonly entry: SheetEntry }) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const time = formatTimeOrDay(entry.recordedAt, now, context);
  const { medium, recordedBy: name } = entry;
  return (
    <p className={styles.faint}>
      {medium === 'paper'
        ? t('disposition.sheet.recordedBy', { name, time })
        : t('disposition.sheet.writtenBy', { time })}
    </p>
  );
}
