import { PencilLine } from 'lucide-react';
import type { Draft } from '../../store/store';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { draftName } from '../shared/draft-name';
import { useLoket } from '../shared/loket-context';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './counter.module.css';

/**
 * Requests and corrections this member of staff typed and did not record yet, latest first.
 * Drafts of SOPs wait on their list, those of dispositions with their request.
 */
export function DraftStrip() {
  const { store, staff } = useLoket();
  const owner = staff?.id ?? '';
  const drafts = useLive(() => store.drafts.listOf(owner), [store, owner]) ?? [];
  const latest = drafts
    .filter(({ form }) => form === 'intake' || form === 'correction')
    .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  const [first, ...others] = latest;
  return first === undefined ? null : <DraftLine draft={first} others={others.length} />;
}

function DraftLine({ draft, others }: { readonly draft: Draft; readonly others: number }) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const facts = {
    count: others + 1,
    name: draftName(draft) ?? t('intake.draft.nameless'),
    time: formatTimeOrDay(draft.updatedAt, now, context),
  };
  const corrected = draft.form === 'correction' ? draft.requestId : null;
  return (
    <div className={styles.drafts}>
      <PencilLine size={16} aria-hidden="true" />
      <span className={styles.draftWords}>
        {corrected === null
          ? t('counter.drafts.intake', facts)
          : t('counter.drafts.correction', facts)}
      </span>
      <ButtonLink
        size="small"
        href={corrected === null ? '#/permohonan/baru' : `#/permohonan/${corrected}/koreksi`}
      >
        {t('counter.drafts.continue')}
      </ButtonLink>
    </div>
  );
}
