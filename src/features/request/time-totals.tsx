import type { RequestTime, SideTime } from '../../domain/sop/time-account';
import type { ActorSide } from '../../domain/sop/sop';
import { translate, type Locale } from '../../messages/catalogue';
import { formatStandardTime, formatWorkingTime } from '../../ui/format/duration';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import styles from './step-time.module.css';

const sides: readonly ActorSide[] = ['office', 'applicant', 'bsre'];

/** Every party's own time in this request against the SOP's, and the pauses: never one sum. */
export function TimeTotals(props: { readonly time: RequestTime; readonly minutesPerDay: number }) {
  const t = useMessages();
  const locale = useLocale();
  const { time, minutesPerDay } = props;
  return (
    <dl aria-label={t('time.total')} className={styles.totals}>
      {sides
        .filter((side) => time.sides[side].target !== null || time.sides[side].elapsed > 0)
        .map((side) => (
          <div key={side} data-side={side}>
            <dt>{t(`time.total.${side}`)}</dt>
            <dd>{sideWords(time.sides[side], minutesPerDay, locale)}</dd>
          </div>
        ))}
      {time.paused > 0 && (
        <div data-side="paused">
          <dt>{t('time.total.paused')}</dt>
          <dd>{formatWorkingTime(time.paused, minutesPerDay, locale)}</dd>
        </div>
      )}
    </dl>
  );
}

/** "42 menit dari baku 115 menit, termasuk 12 menit karena langkah diulang". */
export function sideWords(side: SideTime, minutesPerDay: number, locale: Locale): string {
  const length = (minutes: number) => formatWorkingTime(minutes, minutesPerDay, locale);
  const elapsed = length(side.elapsed);
  const first =
    side.target === null
      ? elapsed
      : translate(locale, 'time.total.of', { elapsed, standard: standardOf(side.target, locale) });
  if (side.again <= 0) return first;
  return `${first}, ${translate(locale, 'time.total.again', { time: length(side.again) })}`;
}

function standardOf(
  { minutes, workingDays }: NonNullable<SideTime['target']>,
  locale: Locale,
): string {
  const inMinutes = formatStandardTime({ amount: minutes, unit: 'minutes' }, locale);
  const inDays = formatStandardTime({ amount: workingDays, unit: 'working-days' }, locale);
  if (workingDays === 0) return inMinutes;
  if (minutes === 0) return inDays;
  return translate(locale, 'time.standard.both', { minutes: inMinutes, days: inDays });
}
