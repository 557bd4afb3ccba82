import { formatTimeOrDay, type TimeContext } from '../../ui/format/date-time';
import { formatCount } from '../../ui/format/numbers';
import type { Translate } from '../../ui/messages/use-messages';
import { isSevere } from '../../domain/trail/trail-finding';
import type { TrailWatch } from './use-trail-watch';

/** "Rantai utuh sampai catatan 1.234, diperiksa 09.12."; '' until the last check was read. */
export function trailStateText(
  { last, running }: Pick<TrailWatch, 'last' | 'running'>,
  now: string,
  t: Translate,
  context: TimeContext,
): string {
  if (running !== null) return progressText(running, t, context);
  if (last === undefined) return '';
  if (last === null) return t('trail.state.never');
  const facts = {
    sequence: formatCount(last.checkedTo.sequence, context.locale),
    time: formatTimeOrDay(last.at, now, context),
  };
  const count = formatCount(last.found, context.locale);
  if (last.found === 0) return t('trail.state.whole', facts);
  const key = last.findings.some(isSevere) ? 'trail.state.broken' : 'trail.state.notes';
  return t(key, { ...facts, count });
}

/** How far a running check is. */
export function progressText(
  { checked, of }: NonNullable<TrailWatch['running']>,
  t: Translate,
  { locale }: TimeContext,
): string {
  if (of === 0) return t('trail.state.begun');
  return t('trail.state.running', {
    checked: formatCount(checked, locale),
    of: formatCount(of, locale),
  });
}
