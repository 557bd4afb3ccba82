import { FileDown, FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLive } from '../../store/use-live';
import { Button, ButtonLink } from '../../ui/controls/button';
import { DataTable } from '../../ui/data/data-table';
import { EmptyState } from '../../ui/feedback/empty-state';
import { maskNiksIn } from '../../ui/format/numbers';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useSearchQuery } from '../../ui/frame/search-query';
import { useMessages } from '../../ui/messages/use-messages';
import { DestroyedEmpty } from '../shared/destroyed-note';
import { useLoket } from '../shared/loket-context';
import { useRequestJobs } from '../shared/use-request-jobs';
import { useSettled } from '../shared/use-settled';
import { usePermission } from '../shared/use-permission';
import { useSearchNote } from './use-search-note';
import { draftLines, type RegisterLine } from './register-rows';
import { useRegisterColumns } from './use-register-columns';

const PAGE = 50;
/** Typing is let settle for so long before the index is asked. */
const SETTLING = 120;

/** `/register`: every request, latest first; searched by the text in the top line. */
export function RegisterPage() {
  const t = useMessages();
  const { query, setQuery } = useSearchQuery();
  const may = usePermission();
  const text = useSettled(query.trim(), SETTLING);
  return (
    <Page
      layout="bare"
      head={
        <PageHead
          title={t('frame.register')}
          facts={[
            text === '' ? t('register.all') : t('register.searched', { text: maskNiksIn(text) }),
          ]}
          actions={
            <>
              {text !== '' && (
                <Button
                  onClick={() => {
                    setQuery('');
                  }}
                >
                  {t('register.clear')}
                </Button>
              )}
              <ButtonLink icon={FileDown} href="#/register/impor" blocked={may('import').why}>
                {t('register.import')}
              </ButtonLink>
              <ButtonLink
                icon={FilePlus2}
                kbd="N"
                href="#/permohonan/baru"
                blocked={may('record-request').why}
              >
                {t('frame.new')}
              </ButtonLink>
            </>
          }
        />
      }
    >
      <RegisterTable key={text} text={text} />
    </Page>
  );
}

/** Mounted anew for each search, so that it begins with its first page. */
function RegisterTable({ text }: { readonly text: string }) {
  const t = useMessages();
  const navigate = useNavigate();
  const { store, staff } = useLoket();
  const owner = staff?.id ?? '';
  const [pages, setPages] = useState(1);
  const read = useLive(async () => {
    const size = pages * PAGE;
    const [page, drafts] = await Promise.all([
      text === '' ? store.requests.page(null, size) : store.requests.search(text, null, size),
      store.drafts.listOf(owner),
    ]);
    return { page, drafts };
  }, [store, owner, text, pages]);
  const requests = read?.page.rows ?? [];
  const columns = useRegisterColumns(useRequestJobs(requests.map(({ id }) => id)));
  const isSearch = read !== undefined && text !== '';
  const more = read !== undefined && read.page.next !== null;
  useSearchNote(isSearch ? { text, count: requests.length, more } : null);
  if (read === undefined) return null;
  const lines: readonly RegisterLine[] = [
    ...draftLines(read.drafts, text),
    ...requests.map((row): RegisterLine => ({ kind: 'request', id: row.id, row })),
  ];
  return (
    <DataTable
      label={t('frame.register')}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      onOpen={(line) => {
        void navigate(line.kind === 'draft' ? '/permohonan/baru' : `/permohonan/${line.id}`);
      }}
      onMore={
        read.page.next === null
          ? undefined
          : () => {
              setPages(pages + 1);
            }
      }
      empty={<RegisterEmpty text={text} />}
    />
  );
}

function RegisterEmpty({ text }: { readonly text: string }) {
  const t = useMessages();
  const { store } = useLoket();
  const number = text.toUpperCase();
  const destroyed = useLive(() => store.retention.findDestroyed(number), [store, number]);
  const may = usePermission();
  if (destroyed === undefined) return null;
  return text === '' ? (
    <EmptyState
      title={t('register.empty')}
      text={t('register.emptyText')}
      action={
        <ButtonLink icon={FileDown} href="#/register/impor" blocked={may('import').why}>
          {t('register.emptyAction')}
        </ButtonLink>
      }
    />
  ) : destroyed ? (
    <DestroyedEmpty destroyed={destroyed} />
  ) : (
    <EmptyState
      title={t('register.notFound', { text: maskNiksIn(text) })}
      text={t('register.notFoundText')}
      action={
        <ButtonLink icon={FilePlus2} href="#/permohonan/baru" blocked={may('record-request').why}>
          {t('frame.new')}
        </ButtonLink>
      }
    />
  );
}
