import { useState } from 'react';
import { isSevere } from '../../domain/trail/trail-finding';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTrailWatch } from './use-trail-watch';

/**
 * Says where work begins that records were changed or lost: until the next start, or for good
 * once somebody who may read the trail has read it. The check page goes on showing it.
 */
export function TrailAlert() {
  const t = useMessages();
  const locale = useLocale();
  const { last, isRead, markRead } = useTrailWatch();
  const { staff } = useLoket();
  const inCharge = useMay('view-trail').may;
  const [read, setRead] = useState<string | null>(null);
  const count = last?.findings.filter(isSevere).length ?? 0;
  if (!last || count === 0 || isRead !== false || read === last.at) return null;
  return (
    <Banner
      tone="bad"
      title={t('trail.alert', { count: formatCount(count, locale) })}
      actions={
        <>
          <ButtonLink size="small" href="#/jejak?bagian=check">
            {t('trail.alert.open')}
          </ButtonLink>
          <Button
            size="small"
            onClick={() => {
              setRead(last.at);
              if (inCharge && staff !== null) void markRead(staff).catch(() => undefined);
            }}
          >
            {t('trail.alert.read')}
          </Button>
        </>
      }
    >
      {t('trail.alert.text')}
    </Banner>
  );
}
