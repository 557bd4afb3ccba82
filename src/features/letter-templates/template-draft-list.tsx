import { FilePen } from 'lucide-react';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './letter-templates.module.css';
import type { TemplateDrafts, WaitingTemplateDraft } from './use-template-drafts';

interface TemplateDraftListProps extends Pick<TemplateDrafts, 'open' | 'discard'> {
  readonly drafts: readonly WaitingTemplateDraft[];
}

/** What this member of staff is writing, each with when it was kept last. */
export function TemplateDraftList({ drafts, open, discard }: TemplateDraftListProps) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  return (
    <Section title={t('template.drafts')} flush>
      <ul className={styles.list}>
        {drafts.map((one) => {
          const { title, key } = one.values.template;
          const time = formatTimeOrDay(one.draft.updatedAt, now, context);
          return (
            <li key={one.draft.id} className={styles.draft} data-template-draft={key}>
              <FilePen className={styles.faint} size={16} aria-hidden="true" />
              <span className={styles.rowWords}>{t('template.draftRow', { title, time })}</span>
              <Button
                size="small"
                aria-label={t('template.continueNamed', { title })}
                onClick={() => {
                  open(one);
                }}
              >
                {t('template.continue')}
              </Button>
              <Button
                size="small"
                variant="plain"
                aria-label={t('template.discardNamed', { title })}
                data-action="discard-template"
                onClick={() => void discard(one)}
              >
                {t('template.discard')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
