import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { DataTable } from '../../ui/data/data-table';
import { EmptyState } from '../../ui/feedback/empty-state';
import { formatCount } from '../../ui/format/numbers';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useRequestJobs } from '../shared/use-request-jobs';
import styles from './counter.module.css';
import { DraftStrip } from './draft-strip';
import { NoticeBanners } from './notice-banners';
import { useBoardColumns } from './use-board-columns';

const PAGE = 50;

/** `/`: open requests, longest waiting first; drafts and start-up notices above them. */
export function CounterPage() {
  const t = useMessages();
  const locale = useLocale();
  const navigate = useNavigate();
  const { store } = useLoket();
  const [pages, setPages] = useState(1);
  const board = useLive(() => store.requests.board(null, pages * PAGE), [store, pages]);
  const count = useLive(() => store.requests.countOpen(), [store]);
  const rows = board?.rows ?? [];
  const columns = useBoardColumns(useRequestJobs(rows.map(({ id }) => id)));
  const facts =
    count === undefined || count === 0
      ? []
      : [t('counter.open', { count: formatCount(count, locale) })];
  return (
    <Page
      layout="bare"
      head={
        <PageHead
          title={t('frame.loket')}
          facts={facts}
          actions={
            <ButtonLink variant="primary" icon={FilePlus2} kbd="N" href="#/permohonan/baru">
              {t('frame.new')}
            </ButtonLink>
          }
        />
      }
    >
      <div className={styles.above}>
        <NoticeBanners />
        <DraftStrip />
      </div>
      {board !== undefined && (
        <DataTable
          label={t('counter.list')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => {
            void navigate(`/permohonan/${id}`);
          }}
          onMore={
            board.next === null
              ? undefined
              : () => {
                  setPages(pages + 1);
                }
          }
          empty={<NothingOpen />}
        />
      )}
    </Page>
  );
}

function NothingOpen() {
  const t = useMessages();
  return (
    <EmptyState
      title={t('counter.empty')}
      text={t('counter.emptyText')}
      action={
        <ButtonLink icon={FilePlus2} href="#/permohonan/baru">
          {t('counter.emptyAction')}
        </ButtonLink>
      }
    />
  );
}
