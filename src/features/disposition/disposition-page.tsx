import { useNavigate, useSearchParams } from 'react-router';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { DataTable } from '../../ui/data/data-table';
import { Tabs, type Tab } from '../../ui/data/tabs';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readOpenRequests } from '../shared/read-open-requests';
import styles from './disposition.module.css';
import { inboxOfficials, inboxRows, type InboxRow } from './inbox';
import { PrintDialog } from '../request/print-dialog';
import { SheetFailureBanner } from './sheet-failure-banner';
import { useInboxColumns } from './use-inbox-columns';
import { useOfficialName } from './use-official-name';
import { usePrintSheet } from './use-print-sheet';

const ALL = 'semua';

/** `/disposisi`: one inbox per official, with what waits for his hand or for his work. */
export function DispositionPage() {
  const t = useMessages();
  const { store } = useLoket();
  const [params, setParams] = useSearchParams();
  const open = useLive(() => readOpenRequests(store), [store]);
  const sheet = usePrintSheet();
  const rows = open === undefined ? [] : inboxRows(open, store.sops);
  const officials = inboxOfficials(store.sops.inUse(), rows);
  const waiting = rows.filter(({ kind }) => kind === 'to-dispose').length;
  return (
    <Page
      layout="bare"
      head={
        <PageHead
          title={t('frame.disposition')}
          facts={open === undefined ? [] : [t('disposition.count', { count: waiting })]}
        />
      }
    >
      {sheet.failed !== null && (
        <div className={styles.above}>
          <SheetFailureBanner failed={sheet.failed} onDismiss={sheet.dismiss} />
        </div>
      )}
      {sheet.ready !== null && (
        <PrintDialog
          bundles={[{ request: sheet.ready.request, letters: [sheet.ready.sheet] }]}
          onClose={sheet.close}
          onPrinted={([printed]) => {
            if (printed !== undefined) void sheet.printed(printed.command);
          }}
        />
      )}
      {open !== undefined && (
        <div className={styles.inboxes}>
          <Inboxes
            rows={rows}
            officials={officials}
            selected={params.get('pejabat') ?? ALL}
            onSelect={(id) => {
              setParams(id === ALL ? {} : { pejabat: id }, { replace: true });
            }}
            print={sheet}
          />
        </div>
      )}
    </Page>
  );
}

interface InboxesProps {
  readonly rows: readonly InboxRow[];
  readonly officials: readonly string[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly print: ReturnType<typeof usePrintSheet>;
}

function Inboxes({ rows, officials, selected, onSelect, print }: InboxesProps) {
  const t = useMessages();
  const nameOf = useOfficialName();
  const own = officials.map((key): Tab => {
    const mine = rows.filter(({ official }) => official === key);
    const label = nameOf(key);
    return {
      id: key,
      label,
      count: mine.length > 0 ? mine.length : undefined,
      panel: <Inbox rows={mine} official={label} print={print} />,
    };
  });
  const all: Tab = {
    id: ALL,
    label: t('disposition.all'),
    count: rows.length > 0 ? rows.length : undefined,
    panel: <Inbox rows={rows} official={null} print={print} />,
  };
  return (
    <Tabs
      label={t('disposition.inboxes')}
      tabs={[all, ...own]}
      selectedId={selected}
      onSelect={onSelect}
    />
  );
}

interface InboxProps extends Pick<InboxesProps, 'rows' | 'print'> {
  /** Null: everybody's. */
  readonly official: string | null;
}

function Inbox({ rows, official, print }: InboxProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const columns = useInboxColumns(print);
  const empty =
    official === null
      ? { title: t('disposition.empty'), text: t('disposition.emptyText') }
      : { title: t('disposition.emptyOf', { official }), text: t('disposition.emptyOfText') };
  return (
    <DataTable
      label={official ?? t('frame.disposition')}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => row.id}
      onOpen={({ row }) => {
        void navigate(`/permohonan/${row.id}`);
      }}
      empty={
        <EmptyState
          {...empty}
          action={<ButtonLink href="#/">{t('frame.notFound.home')}</ButtonLink>}
        />
      }
    />
  );
}
