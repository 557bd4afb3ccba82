import { ClockAlert, FilePlus2, List } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { RegisterRow } from '../../store/store';
import { useLive } from '../../store/use-live';
import { Button, ButtonLink } from '../../ui/controls/button';
import { DataTable } from '../../ui/data/data-table';
import { EmptyState } from '../../ui/feedback/empty-state';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatCount } from '../../ui/format/numbers';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useRequestJobs } from '../shared/use-request-jobs';
import { useMay } from '../shared/use-permission';
import { TrailAlert } from '../trail/trail-alert';
import { DiskBanner } from '../shared/disk-banner';
import { BackupBanner } from './backup-banner';
import styles from './counter.module.css';
import { DraftStrip } from './draft-strip';
import { NoticeBanners } from './notice-banners';
import { RecoveryBanner } from './recovery-banner';
import { useBoardColumns } from './use-board-columns';
import { useLateRequests, type LateRequests } from './use-late-requests';

const PAGE = 50;

/** `/`: open requests, longest waiting first, or the late ones; drafts and notices above them. */
export function CounterPage() {
  const [onlyLate, setOnlyLate] = useState(false);
  const late = useLateRequests();
  return (
    <Page
      layout="bare"
      head={<CounterHead late={late} onlyLate={onlyLate} onOnlyLate={setOnlyLate} />}
    >
      <div className={styles.above}>
        <NoticeBanners />
        <TrailAlert />
        <DiskBanner warnEarly />
        <RecoveryBanner />
        <BackupBanner />
        <DraftStrip />
      </div>
      {onlyLate ? (
        late !== undefined && (
          <LateBoard
            rows={late.office}
            onAll={() => {
              setOnlyLate(false);
            }}
          />
        )
      ) : (
        <OpenBoard />
      )}
    </Page>
  );
}

interface CounterHeadProps {
  readonly late: LateRequests | undefined;
  readonly onlyLate: boolean;
  readonly onOnlyLate: (onlyLate: boolean) => void;
}

function CounterHead({ late, onlyLate, onOnlyLate }: CounterHeadProps) {
  const t = useMessages();
  const locale = useLocale();
  const { store } = useLoket();
  const { why } = useMay('record-request');
  const count = useLive(() => store.requests.countOpen(), [store]) ?? 0;
  const { office = [], others = 0 } = late ?? {};
  const facts = [
    ...(count === 0 ? [] : [t('counter.open', { count: formatCount(count, locale) })]),
    ...(others === 0 ? [] : [t('time.late.others', { count: formatCount(others, locale) })]),
  ];
  return (
    <PageHead
      title={t('frame.loket')}
      status={
        office.length > 0 && (
          <StatusBadge
            tone="bad"
            icon={ClockAlert}
            label={t('time.late.count', { count: formatCount(office.length, locale) })}
          />
        )
      }
      facts={facts}
      actions={
        <>
          <Button
            icon={onlyLate ? List : ClockAlert}
            data-action="filter-late"
            onClick={() => {
              onOnlyLate(!onlyLate);
            }}
          >
            {t(onlyLate ? 'time.late.all' : 'time.late.filter')}
          </Button>
          <ButtonLink
            variant="primary"
            icon={FilePlus2}
            kbd="N"
            href="#/permohonan/baru"
            blocked={why}
          >
            {t('frame.new')}
          </ButtonLink>
        </>
      }
    />
  );
}

/** Every open request, page by page. */
function OpenBoard() {
  const t = useMessages();
  const { store } = useLoket();
  const [pages, setPages] = useState(1);
  const board = useLive(() => store.requests.board(null, pages * PAGE), [store, pages]);
  if (board === undefined) return null;
  return (
    <Board
      label={t('counter.list')}
      rows={board.rows}
      onMore={
        board.next === null
          ? undefined
          : () => {
              setPages(pages + 1);
            }
      }
      empty={<NothingOpen />}
    />
  );
}

/** Those of them with which the office itself is late. */
function LateBoard(props: { readonly rows: readonly RegisterRow[]; readonly onAll: () => void }) {
  const t = useMessages();
  const [pages, setPages] = useState(1);
  const shown = props.rows.slice(0, pages * PAGE);
  return (
    <Board
      label={t('time.late.list')}
      rows={shown}
      onMore={
        shown.length === props.rows.length
          ? undefined
          : () => {
              setPages(pages + 1);
            }
      }
      empty={
        <EmptyState
          title={t('time.late.empty')}
          text={t('time.late.emptyText')}
          action={<Button onClick={props.onAll}>{t('time.late.all')}</Button>}
        />
      }
    />
  );
}

interface BoardProps {
  readonly label: string;
  readonly rows: readonly RegisterRow[];
  readonly onMore: (() => void) | undefined;
  readonly empty: ReactNode;
}

function Board({ label, rows, onMore, empty }: BoardProps) {
  const navigate = useNavigate();
  const columns = useBoardColumns(useRequestJobs(rows.map(({ id }) => id)));
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => {
        void navigate(`/permohonan/${id}`);
      }}
      onMore={onMore}
      empty={empty}
    />
  );
}

function NothingOpen() {
  const t = useMessages();
  const { why } = useMay('record-request');
  return (
    <EmptyState
      title={t('counter.empty')}
      text={t('counter.emptyText')}
      action={
        <ButtonLink icon={FilePlus2} href="#/permohonan/baru" blocked={why}>
          {t('counter.emptyAction')}
        </ButtonLink>
      }
    />
  );
}
