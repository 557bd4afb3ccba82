import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { succeed } from '../../contract/result';
import { guarded } from '../../store/guarded';
import type { Store } from '../../store/store';
import { WHOLE_TRAIL } from '../../store/trail-store';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useSettled } from '../shared/use-settled';
import { ExportButtons } from './export-buttons';
import { FilterBar } from './filter-bar';
import { filterOf, NO_FILTER } from './trail-filter';
import { TrailTable } from './trail-table';

const SETTLING = 300;

/** The list with its filter, and the ways out of it. */
export function ListPanel() {
  const t = useMessages();
  const { office } = useLoket();
  const [values, setValues] = useState(NO_FILTER);
  const [round, setRound] = useState(0);
  const settled = useSettled(values, SETTLING);
  const subject = useSubject(settled.number);
  const timeZone = office.profile?.timeZone ?? 'Asia/Jakarta';
  const filter = subject === undefined ? WHOLE_TRAIL : filterOf(settled, subject, timeZone);
  const unknownNumber = settled.number.trim() !== '' && subject === null;
  return (
    <Stack>
      <FilterBar
        values={values}
        staff={office.staff}
        unknownNumber={unknownNumber}
        onChange={setValues}
      />
      <Section
        title={t('trail.tab.list')}
        actions={
          <>
            <Button
              icon={RefreshCw}
              data-action="refresh-trail"
              onClick={() => {
                setRound(round + 1);
              }}
            >
              {t('trail.refresh')}
            </Button>
            <ExportButtons filter={filter} values={settled} />
          </>
        }
        flush
      >
        {subject !== undefined && (
          <TrailTable
            key={`${JSON.stringify(filter)}/${String(round)}`}
            filter={filter}
            onClear={() => {
              setValues(NO_FILTER);
            }}
          />
        )}
      </Section>
    </Stack>
  );
}

/** The request of a typed number: null for none or unknown, undefined while it is looked up. */
function useSubject(number: string): string | null | undefined {
  const { store } = useLoket();
  const wanted = number.trim().toUpperCase();
  const [found, setFound] = useState<{ readonly of: string; readonly id: string | null }>();
  useEffect(() => {
    if (wanted === '') return undefined;
    let left = false;
    void guarded(async () => succeed(await requestOfNumber(store, wanted))).then((answer) => {
      if (!left) setFound({ of: wanted, id: answer.ok ? answer.value : null });
    });
    return () => {
      left = true;
    };
  }, [store, wanted]);
  if (wanted === '') return null;
  return found?.of === wanted ? found.id : undefined;
}

async function requestOfNumber({ requests }: Store, number: string): Promise<string | null> {
  const { rows } = await requests.search(number, null, 20);
  return rows.find(({ registerNumber }) => registerNumber === number)?.id ?? null;
}
