import { useState } from 'react';
import type { RequestState } from '../../domain/request/request-state';
import { ALIKE, difference } from '../../domain/scanning/likeness';
import type { ScanPage } from '../../domain/scanning/scan-page';
import type { Sop } from '../../domain/sop/sop';
import { classNames } from '../../ui/class-names';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { documentLabel } from '../shared/sop-words';
import styles from './scan.module.css';
import type { ReadPageBytes } from './use-page-bytes';
import { usePagePicture } from './use-page-picture';
import type { KeptTable } from './use-page-table';

/** Points of a thumbnail's longer side. */
const THUMBNAIL = 260;

interface PagePanelProps {
  readonly state: RequestState;
  readonly sop: Sop;
  readonly desk: KeptTable;
  readonly read: ReadPageBytes;
  readonly chosen: ScanPage | null;
  readonly onChoose: (id: string) => void;
}

/** The pages in their order, each with what should be looked at; dragged to another place. */
export function PagePanel(props: PagePanelProps) {
  const t = useMessages();
  const { desk, chosen, onChoose } = props;
  const { pages } = desk.table;
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <Section title={t('scan.table')} actions={<TableActions desk={desk} />}>
      {pages.length === 0 ? (
        <EmptyState title={t('scan.table.empty')} text={t('scan.table.emptyText')} />
      ) : (
        <ol className={styles.pages}>
          {pages.map((page, index) => (
            <li
              key={page.id}
              data-scan-page={page.id}
              draggable
              onDragStart={() => setDragged(page.id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                event.stopPropagation();
                desk.change({ kind: 'move', id: dragged, to: index });
              }}
            >
              <PageCard
                {...props}
                page={page}
                number={index + 1}
                isChosen={page.id === chosen?.id}
                onChoose={() => onChoose(page.id)}
              />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function TableActions({ desk }: { readonly desk: KeptTable }) {
  const t = useMessages();
  const { table, change } = desk;
  const blank = table.pages.filter(({ warnings }) => warnings.includes('blank'));
  const skewed = table.pages.filter(
    ({ warnings, edit, skew }) => warnings.includes('skewed') && edit.skew !== skew,
  );
  return (
    <>
      {blank.length > 0 && blank.length < table.pages.length && (
        <Button
          size="small"
          onClick={() => change({ kind: 'remove', ids: blank.map(({ id }) => id) })}
        >
          {t('scan.removeBlank', { count: blank.length })}
        </Button>
      )}
      {skewed.length > 0 && (
        <Button size="small" onClick={() => change({ kind: 'straighten' })}>
          {t('scan.straightenAll')}
        </Button>
      )}
      <Button
        size="small"
        variant="plain"
        kbd="Ctrl Z"
        aria-disabled={table.past.length === 0}
        onClick={() => change({ kind: 'undo' })}
      >
        {t('scan.undo')}
      </Button>
    </>
  );
}

interface PageCardProps extends Omit<PagePanelProps, 'onChoose' | 'chosen'> {
  readonly page: ScanPage;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PageCard(props: PageCardProps) {
  const t = useMessages();
  const { page, number, isChosen, onChoose, read } = props;
  const picture = usePagePicture(page, THUMBNAIL, read);
  return (
    <button
      type="button"
      className={classNames(styles.card, isChosen && styles.chosen)}
      aria-label={t('scan.page.choose', { number })}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={styles.thumbnail}>
        {picture === 'lost' ? (
          <span className={styles.bad}>{t('scan.page.lost')}</span>
        ) : (
          picture !== null && <img src={picture.url} alt="" />
        )}
      </span>
      <span className={styles.number}>{number}</span>
      <span className={styles.warnings}>
        <Warnings {...props} />
      </span>
    </button>
  );
}

/** What is done about is not warned of any more. */
function Warnings({ page, state, sop, desk }: PageCardProps) {
  const t = useMessages();
  const locale = useLocale();
  const { edit, skew, warnings } = page;
  const degrees = Math.abs(skew).toLocaleString(locale);
  const open = warnings.filter(
    (warning) =>
      !(warning === 'skewed' && edit.skew === skew) &&
      !(warning === 'upside-down' && edit.rotation === 180) &&
      !(warning === 'too-pale' && edit.colour === 'black-white'),
  );
  const alike = alikePage(desk.table.pages, page);
  const paper = alikePaper(state, page);
  return (
    <>
      {open.map((warning) => (
        <StatusBadge key={warning} tone="warn" label={t(`scan.warning.${warning}`, { degrees })} />
      ))}
      {alike >= 0 && (
        <StatusBadge tone="warn" label={t('scan.warning.alike', { number: alike + 1 })} />
      )}
      {paper !== null && (
        <StatusBadge
          tone="warn"
          label={t('scan.warning.alikePaper', { document: documentLabel(sop, paper, locale) })}
        />
      )}
    </>
  );
}

/** An earlier page with the same file or nearly the same look; -1 where there is none. */
function alikePage(pages: readonly ScanPage[], page: ScanPage): number {
  const isAlike = (other: ScanPage) =>
    (other.file.sha256 === page.file.sha256 && other.pdfPage === page.pdfPage) ||
    isSameLook(other.likeness, page.likeness);
  const before = pages.slice(0, pages.indexOf(page));
  return page.warnings.includes('blank') ? -1 : before.findIndex(isAlike);
}

/** The document of the request that holds the same page already. */
function alikePaper({ attachments }: RequestState, page: ScanPage): string | null {
  const found = attachments.find(
    ({ file, scan }) =>
      file.sha256 === page.file.sha256 ||
      scan?.originals.some(({ sha256 }) => sha256 === page.file.sha256) ||
      scan?.likenesses.some((likeness) => isSameLook(likeness, page.likeness)),
  );
  return found?.document ?? null;
}

function isSameLook(one: string, other: string): boolean {
  return one !== '' && one.length === other.length && difference(one, other) <= ALIKE;
}
