import type { CalendarSettings } from '../../domain/calendar/calendar-settings';
import { installedHolidays } from '../../domain/calendar/installed-holidays';
import type { NationalDay, NationalHolidays } from '../../domain/calendar/national-holidays';
import { localDate } from '../../domain/numbering/local-date';
import type { TimeZone } from '../../domain/office/office-event';
import { Banner } from '../../ui/feedback/banner';
import { formatLongDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useTimeContext } from '../shared/use-time-context';
import styles from './calendar.module.css';

interface NationalHolidayListProps {
  readonly calendar: CalendarSettings;
  readonly timeZone: TimeZone;
}

/** National holidays of this year and the next with their source, and what of them is missing. */
export function NationalHolidayList({ calendar, timeZone }: NationalHolidayListProps) {
  const { now } = useLoket();
  const { year } = localDate(now(), timeZone);
  return (
    <div className={styles.national}>
      {[year, year + 1].map((one) => {
        const known = installedHolidays.find((file) => file.year === one);
        return (
          <div key={one} className={styles.year}>
            {known?.complete !== true && (
              <IncompleteYear year={one} isNow={one === year} isMissing={known === undefined} />
            )}
            {known !== undefined && <YearList holidays={known} calendar={calendar} />}
          </div>
        );
      })}
    </div>
  );
}

interface IncompleteYearProps {
  readonly year: number;
  readonly isNow: boolean;
  readonly isMissing: boolean;
}

/** Never silently taken for a year with few holidays: due times would come too early. */
function IncompleteYear({ year, isNow, isMissing }: IncompleteYearProps) {
  const t = useMessages();
  return (
    <Banner
      tone={isNow ? 'warn' : 'info'}
      title={t(isMissing ? 'settings.calendar.missing' : 'settings.calendar.incomplete', { year })}
    >
      {t('settings.calendar.incompleteText', { year })}
    </Banner>
  );
}

interface YearListProps {
  readonly holidays: NationalHolidays;
  readonly calendar: CalendarSettings;
}

function YearList({ holidays: { year, source, days }, calendar }: YearListProps) {
  const t = useMessages();
  const context = useTimeContext();
  const count = (kind: NationalDay['kind']) => days.filter((day) => day.kind === kind).length;
  const worked = new Set(
    calendar.exceptions.filter(({ kind }) => kind === 'working').map(({ date }) => date),
  );
  return (
    <details className={styles.days}>
      <summary>
        {t('settings.calendar.national', { year })}
        <span className={styles.faint}>
          {t('settings.calendar.nationalCount', {
            national: count('national'),
            leave: count('joint-leave'),
          })}
        </span>
      </summary>
      <p className={styles.hint}>{t('settings.calendar.source', { source })}</p>
      <ul>
        {days.map(({ date, name, kind }) => (
          <li key={date} className={styles.day}>
            <time dateTime={date}>{formatLongDate(date, context)}</time>
            <span>{name}</span>
            <span className={styles.faint}>
              {worked.has(date)
                ? t('settings.calendar.worked')
                : t(`settings.calendar.kind.${kind}`)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
