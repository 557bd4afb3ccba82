import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { OfficeProfile } from '../../domain/office/office-event';
import { FieldGrid } from '../../ui/data/section';
import { formatDuration } from '../../ui/format/duration';
import { parseTypedDate } from '../../ui/format/typed-date';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import {
  calendarEntries,
  calendarOf,
  minutesOf,
  parseHours,
  type CalendarValues,
} from './calendar-entries';
import { CalendarExceptions } from './calendar-exceptions';
import { NationalHolidayList } from './national-holiday-list';
import {
  SettingsField,
  SettingsSection,
  useSettingsForm,
  type SettingsForm,
} from './settings-form';
import styles from './calendar.module.css';

/** The days of a week by their place, Monday first. */
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

function weekSchema(t: Translate) {
  const line = z.string().superRefine((typed, context) => {
    const hours = parseHours(typed);
    if (hours.ok) return;
    const { code, text } = hours.error;
    const message = t(`settings.calendar.problem.${code}`, { text });
    context.addIssue({ code: 'custom', message });
  });
  return z.array(line).superRefine((lines, context) => {
    const isOpen = (typed: string) => {
      const hours = parseHours(typed);
      return !hours.ok || hours.value.length > 0;
    };
    if (lines.some(isOpen)) return;
    const message = t('settings.calendar.problem.noHours');
    context.addIssue({ code: 'custom', path: [0], message });
  });
}

/** Checks what was typed; its messages say what to write instead. */
export function calendarSchema(t: Translate): z.ZodType<CalendarValues, CalendarValues> {
  const exception = z.object({
    date: z
      .string()
      .refine((typed) => parseTypedDate(typed) !== null, t('settings.calendar.problem.date')),
    name: z.string().trim().min(1, t('settings.calendar.problem.name')),
    kind: z.enum(['holiday', 'working']),
  });
  const exceptions = z.array(exception).superRefine((typed, context) => {
    typed.forEach(({ date }, index) => {
      if (typed.findIndex((one) => one.date === date) === index) return;
      const message = t('settings.calendar.problem.twice');
      context.addIssue({ code: 'custom', path: [index, 'date'], message });
    });
  });
  return z.object({ calendar: z.object({ week: weekSchema(t), exceptions }) });
}

/** When the office works: hours of every weekday, national holidays, dates of its own. */
export function CalendarSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.calendar');
  const settings = useSettingsForm<CalendarValues>({
    title,
    schema: calendarSchema(t),
    values: { calendar: calendarEntries(profile.calendar) },
    merge: (before, { calendar }) => ({
      ...before,
      calendar: calendarOf(before.calendar, calendar),
    }),
  });
  return (
    <SettingsSection id={id} title={title} description={t('settings.calendar.text')} {...settings}>
      <WeekFields form={settings.form} />
      <NationalHolidayList calendar={profile.calendar} timeZone={profile.timeZone} />
      <CalendarExceptions form={settings.form} />
    </SettingsSection>
  );
}

/** A line for each weekday, with the hours it was understood to have. */
function WeekFields({ form }: Pick<SettingsForm<CalendarValues>, 'form'>) {
  const t = useMessages();
  const locale = useLocale();
  const week = useWatch({ control: form.control, name: 'calendar.week' });
  const understood = (typed: string): string | undefined => {
    const hours = parseHours(typed);
    if (!hours.ok) return undefined;
    const minutes = minutesOf(hours.value);
    if (minutes === 0) return t('settings.calendar.closed');
    return t('settings.calendar.length', { time: formatDuration(minutes * 60_000, locale) });
  };
  return (
    <fieldset className={styles.part}>
      <legend>{t('settings.calendar.hours')}</legend>
      <p className={styles.hint}>{t('settings.calendar.hoursHint')}</p>
      <FieldGrid>
        {weekdays.map((day) => (
          <SettingsField
            key={day}
            form={form}
            path={`calendar.week.${day}`}
            label={t(`settings.calendar.day.${day}`)}
            note={understood(week[day] ?? '')}
          />
        ))}
      </FieldGrid>
    </fieldset>
  );
}
