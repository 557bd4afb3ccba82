import { ButtonLink } from '../../ui/controls/button';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useMay } from '../shared/use-permission';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { trailStateText } from '../trail/trail-state';
import { useTrailWatch } from '../trail/use-trail-watch';
import styles from './settings.module.css';

/** Whether the chain of records is whole; the trail has a page of its own. */
export function TrailSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const watch = useTrailWatch();
  const { why } = useMay('view-trail');
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.trail')} description={t('trail.settings.text')}>
        <Stack>
          <p>{trailStateText(watch, now, t, context)}</p>
          <ButtonRow>
            <ButtonLink href="#/jejak" blocked={why} data-action="open-trail">
              {t('trail.settings.open')}
            </ButtonLink>
            <ButtonLink href="#/jejak?bagian=check" blocked={why}>
              {t('trail.check')}
            </ButtonLink>
            <ButtonLink href="#/jejak/harian">{t('trail.daily')}</ButtonLink>
          </ButtonRow>
        </Stack>
      </Section>
    </div>
  );
}
