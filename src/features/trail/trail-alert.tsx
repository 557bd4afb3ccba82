import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { severe, useTrailWatch } from './use-trail-watch';

/** Says where work begins that records were changed or lost, until it is read at this start. */
export function TrailAlert() {
  const t = useMessages();
  const locale = useLocale();
  const { last } = useTrailWatch();
  const [read, setRead] = useState<string | null>(null);
  const count = last ? severe(last.findings).length : 0;
  if (!last || count === 0 || read === last.at) return null;
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
