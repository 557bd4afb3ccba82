import { Printer } from 'lucide-react';
import { useState } from 'react';
import { MOST_PAPERS } from '../../contract/printing';
import type { FinalLetterRow } from '../../store/letter-store';
import type { CommandFailure, Store } from '../../store/store';
import { useLive } from '../../store/use-live';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Checkbox } from '../../ui/forms/radio-group';
import { formatDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { PrintDialog } from '../request/print-dialog';
import { finalLetters, type PrintBundle, type PrintedBundle } from '../request/print-letters';
import { CommandFailureBanner } from '../shared/command-failure-banner';
import { useLoket } from '../shared/loket-context';
import { letterTitle } from '../shared/sop-words';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import styles from './letter-desk.module.css';
import { toggled } from './toggled';

/** Final letters that never came out of the printer, printed together as one job. */
export function ToPrintPanel() {
  const t = useMessages();
  const { store } = useLoket();
  const page = useLive(() => store.letters.toPrint(null, MOST_PAPERS), [store]);
  const job = usePrintJob();
  if (page === undefined) return null;
  if (page.rows.length === 0) {
    return (
      <EmptyState title={t('letterDesk.print.empty')} text={t('letterDesk.print.emptyText')} />
    );
  }
  return (
    <Stack>
      <CommandFailureBanner failure={job.failure} />
      <Section
        title={t('letterDesk.print.title')}
        description={
          page.next === null
            ? t('letterDesk.print.text')
            : t('letterDesk.print.more', { count: MOST_PAPERS })
        }
      >
        <PrintChoice rows={page.rows} onPrint={(rows) => void job.ask(rows)} />
      </Section>
      <PrintDialog
        bundles={job.bundles}
        onClose={job.close}
        onPrinted={(done) => void job.printed(done)}
      />
    </Stack>
  );
}

/** Which letters go along; all of them to begin with. */
function PrintChoice(props: {
  readonly rows: readonly FinalLetterRow[];
  readonly onPrint: (rows: readonly FinalLetterRow[]) => void;
}) {
  const t = useMessages();
  const { why } = useMay('confirm-print');
  const { rows, onPrint } = props;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => !left.has(id));
  return (
    <>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.line}>
            <LetterCheck
              row={row}
              checked={!left.has(row.id)}
              onToggle={() => {
                setLeft(toggled(left, row.id));
              }}
            />
          </li>
        ))}
      </ul>
      <ButtonRow>
        <Button
          variant="primary"
          icon={Printer}
          data-action="print-together"
          blocked={why ?? (chosen.length === 0 ? t('letterDesk.print.none') : undefined)}
          onClick={() => {
            onPrint(chosen);
          }}
        >
          {t('letterDesk.print.together', { count: chosen.length })}
        </Button>
        <Button
          variant="plain"
          onClick={() => {
            setLeft(chosen.length === 0 ? new Set() : new Set(rows.map(({ id }) => id)));
          }}
        >
          {t(chosen.length === 0 ? 'letterDesk.print.all' : 'letterDesk.print.clear')}
        </Button>
      </ButtonRow>
    </>
  );
}

function LetterCheck(props: {
  readonly row: FinalLetterRow;
  readonly checked: boolean;
  readonly onToggle: () => void;
}) {
  const { row, checked, onToggle } = props;
  const context = useTimeContext();
  return (
    <>
      <Checkbox
        compact
        id={`print-${row.id}`}
        label={letterTitle(row.letter)}
        hint={`${row.number} · ${formatDate(row.date, context)}`}
        checked={checked}
        onChange={onToggle}
      />
      <a href={`#/permohonan/${row.requestId}?bagian=letters`}>{row.registerNumber}</a>
    </>
  );
}

/** Letters on their way through the dialog of printing, and what is recorded afterwards. */
function usePrintJob() {
  const { store, staff } = useLoket();
  const [bundles, setBundles] = useState<readonly PrintBundle[]>([]);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  return {
    bundles,
    failure,
    close: () => {
      setBundles([]);
    },
    ask: async (rows: readonly FinalLetterRow[]) => {
      setBundles(await bundlesOf(store, rows));
    },
    printed: async (done: readonly PrintedBundle[]) => {
      if (staff === null) return;
      for (const { requestId, command } of done) {
        const recorded = await store.execute(requestId, command, staff);
        if (!recorded.ok) setFailure(recorded.error);
      }
    },
  };
}

/** The letters by request, in the order of the list. */
async function bundlesOf(
  store: Pick<Store, 'requests'>,
  rows: readonly FinalLetterRow[],
): Promise<readonly PrintBundle[]> {
  const ids = [...new Set(rows.map(({ requestId }) => requestId))];
  const states = await Promise.all(ids.map((id) => store.requests.get(id)));
  return states.flatMap((request) => {
    if (request === null) return [];
    const wanted = rows.filter(({ requestId }) => requestId === request.id).map(({ id }) => id);
    return [{ request, letters: finalLetters(request, wanted) }];
  });
}
