import { FilePen } from 'lucide-react';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './sop.module.css';
import { draftTitle, type SopDrafts, type WaitingSopDraft } from './use-sop-drafts';

interface SopDraftListProps extends Pick<SopDrafts, 'open' | 'discard'> {
  readonly drafts: readonly WaitingSopDraft[];
}

/** What this member of staff is writing, each with when it was kept last. */
export function SopDraftList({ drafts, open, discard }: SopDraftListProps) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  return (
    <Section title={t('sop.drafts')} flush>
      <ul className={styles.list}>
        {drafts.map((one) => {
          const title = draftTitle(one.values, t('sop.draft.untitled'));
          const { id } = one.values.sop;
          const time = formatTimeOrDay(one.draft.updatedAt, now, context);
          return (
            <li key={one.draft.id} className={styles.draft} data-sop-draft={id}>
              <FilePen className={styles.faint} size={16} aria-hidden="true" />
              <span className={styles.draftWords}>{t('sop.draft.row', { title, id, time })}</span>
              <Button
                size="small"
                aria-label={t('sop.draft.continueNamed', { title })}
                onClick={() => {
                  open(one);
                }}
              >
                {t('sop.draft.continue')}
              </Button>
              <Button
                size="small"
                variant="plain"
                aria-label={t('sop.draft.discardNamed', { title })}
                onClick={() => void discard(one)}
              >
                {t('sop.draft.discard')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
