import type { Sop } from '../../domain/sop/sop';
import { translate, type Locale } from '../../messages/catalogue';
import type { DayRequest } from '../../store/trail-store';
import { serviceLabel, stepWords } from '../shared/sop-words';

/** Service and state of a request, in words that name no person. */
export function dayStateWords(
  { service, status, step }: DayRequest,
  sop: Sop | undefined,
  locale: Locale,
): readonly [service: string, state: string] {
  const ended = translate(locale, `trail.day.status.${status}`);
  const state = status === 'open' ? `${ended}: ${stepWords(sop, step)}` : ended;
  return [serviceLabel(service, locale), state];
}
