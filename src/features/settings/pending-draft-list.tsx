import { useLive } from '../../store/use-live';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './settings.module.css';

/** Who has typed something that is not recorded, how many and since when; never what. */
export function PendingDraftList() {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const { store, office } = useLoket();
  const pending = useLive(() => store.pendingDrafts(), [store]);
  if (pending === undefined) return null;
  const nameOf = (owner: string) =>
    office.staff.find(({ id }) => id === owner)?.name ?? t('settings.drafts.unknown');
  return (
    <section aria-labelledby="pending-drafts" className={styles.pending}>
      <h3 id="pending-drafts">{t('settings.drafts')}</h3>
      <p className={styles.faint}>
        {pending.length === 0 ? t('settings.drafts.none') : t('settings.drafts.text')}
      </p>
      {pending.length > 0 && (
        <ul className={styles.staff}>
          {pending.map(({ owner, count, oldestAt, latestAt }) => (
            <li key={owner} className={styles.staffRow} data-drafts={count}>
              <span className={styles.staffName}>{nameOf(owner)}</span>
              <span>
                {t('settings.drafts.line', {
                  count,
                  oldest: formatTimeOrDay(oldestAt, now, context),
                  latest: formatTimeOrDay(latestAt, now, context),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
