import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { findStep } from '../../domain/sop/route';
import type { RegisterRow, Store } from '../../store/store';
import { useLive } from '../../store/use-live';
import { Button, ButtonLink } from '../../ui/controls/button';
import { DataTable, type Column } from '../../ui/data/data-table';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useRequestColumns } from '../shared/use-request-columns';
import styles from './disposition.module.css';
import { SheetFailureBanner } from './sheet-failure-banner';
import { usePrintSheet } from './use-print-sheet';

const PAGE = 200;

/** Open requests whose open step is a disposition, longest waiting first, at least `wanted`. */
export async function readDispositions(
  store: Pick<Store, 'requests' | 'sops'>,
  wanted: number,
): Promise<{ readonly rows: readonly RegisterRow[]; readonly more: boolean }> {
  const found: RegisterRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['requests']['board']>> = await store.requests.board(
      cursor,
      PAGE,
    );
    found.push(...page.rows.filter((row) => waitsForDisposition(store.sops, row)));
    cursor = page.next;
  } while (cursor !== null && found.length < wanted);
  return { rows: found, more: cursor !== null };
}

function waitsForDisposition(sops: Store['sops'], row: RegisterRow): boolean {
  const sop = sops.find(row.sop);
  return sop !== undefined && findStep(sop, row.step)?.kind === 'dispose';
}

/** `/disposisi`: what waits for an official's hand, with its sheet to be printed. */
export function DispositionPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store } = useLoket();
  const [wanted, setWanted] = useState(PAGE);
  const read = useLive(() => readDispositions(store, wanted), [store, wanted]);
  const sheet = usePrintSheet();
  const columns = useColumns(sheet.busyId, (id) => {
    void sheet.print(id);
  });
  return (
    <Page
      layout="bare"
      head={
        <PageHead
          title={t('frame.disposition')}
          facts={read === undefined ? [] : [t('disposition.count', { count: read.rows.length })]}
        />
      }
    >
      {sheet.failed !== null && (
        <div className={styles.above}>
          <SheetFailureBanner failed={sheet.failed} onDismiss={sheet.dismiss} />
        </div>
      )}
      {read !== undefined && (
        <DataTable
          label={t('frame.disposition')}
          columns={columns}
          rows={read.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => {
            void navigate(`/permohonan/${id}`);
          }}
          onMore={
            read.more
              ? () => {
                  setWanted(wanted + PAGE);
                }
              : undefined
          }
          empty={
            <EmptyState
              title={t('disposition.empty')}
              text={t('disposition.emptyText')}
              action={<ButtonLink href="#/">{t('frame.notFound.home')}</ButtonLink>}
            />
          }
        />
      )}
    </Page>
  );
}

function useColumns(
  busyId: string | null,
  print: (id: string) => void,
): readonly Column<RegisterRow>[] {
  const t = useMessages();
  const { number, name, step, actor, since } = useRequestColumns();
  return [
    number,
    name,
    step,
    actor,
    since,
    {
      key: 'print',
      header: t('disposition.column.sheet'),
      width: 'wide',
      cell: ({ id }) => (
        <Button
          size="small"
          icon={Printer}
          busy={busyId === id}
          data-action="print-sheet"
          onClick={(event) => {
            event.stopPropagation();
            print(id);
          }}
        >
          {t('disposition.print')}
        </Button>
      ),
    },
  ];
}
