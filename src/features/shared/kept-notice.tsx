import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useNow, useTimeContext } from './use-time-context';

/** Says that the form goes on from a draft, and offers to begin anew. */
export function KeptNotice({
  at,
  onFresh,
}: {
  /** RFC 3339; null for a form that was not kept. */
  readonly at: string | null;
  readonly onFresh: () => void;
}) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  if (at === null) return null;
  return (
    <Banner
      tone="info"
      title={t('rights.draft.kept', { time: formatTimeOrDay(at, now, context) })}
      actions={
        <Button size="small" onClick={onFresh}>
          {t('rights.draft.fresh')}
        </Button>
      }
    />
  );
}
