import { fail, succeed, type Result } from '../../contract/result';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { translate } from '../../messages/catalogue';
import type { CommandFailure } from '../../store/store';
import { freeNumbers } from '../request/number-choice-fields';
import type { Loket } from '../shared/loket-context';

type Desk = Pick<Loket, 'store' | 'now' | 'newId' | 'staff'>;

/** A number set aside for a list to go along that has not left yet. */
export interface TransmittalNumber {
  readonly reservationId: string;
  readonly number: string;
  /** What the book will say it was used for. */
  readonly use: string;
}

/** What a list to go along takes its number for. */
export interface NumberAsked {
  readonly to: string;
  /** How many requests go along. */
  readonly count: number;
  /** A number set aside before, such as one whose paper could not be made; null for the next. */
  readonly reservationId: string | null;
}

/**
 * The number of a list to go along: the next of the outgoing book, set aside, or one that waits
 * there. Until the paper leaves it can be given back or taken for another try, so that a paper
 * that cannot be made, or a crash, loses no number.
 */
export async function transmittalNumber(
  { store, now, newId, staff }: Desk,
  profile: OfficeProfile,
  { to, count, reservationId: kept }: NumberAsked,
): Promise<Result<TransmittalNumber, CommandFailure>> {
  if (staff === null) return fail({ kind: 'office-refused', refusal: { code: 'number-unknown' } });
  const use = to.trim();
  if (kept !== null) {
    const found = (await freeNumbers(store)).find(({ id }) => id === kept);
    return found === undefined
      ? fail({ kind: 'office-refused', refusal: { code: 'number-unknown' } })
      : succeed({ reservationId: kept, number: found.number, use });
  }
  const reservationId = newId();
  const date = localDate(now(), profile.timeZone).isoDate;
  const purpose = translate('id', 'letterDesk.transmittal.purpose', { count });
  const reserved = await store.executeOffice(
    { command: 'reserve-letter-number', reservationId, date, purpose },
    staff,
  );
  if (!reserved.ok) return reserved;
  const number = reserved.value.numbers.find(({ id }) => id === reservationId)?.number ?? '';
  return succeed({ reservationId, number, use });
}

/** Notes the number as used, before its paper leaves; refused where another took it meanwhile. */
export async function spendTransmittalNumber(
  { store, staff }: Pick<Desk, 'store' | 'staff'>,
  { reservationId, use }: TransmittalNumber,
): Promise<Result<unknown, CommandFailure>> {
  if (staff === null) return fail({ kind: 'office-refused', refusal: { code: 'number-unknown' } });
  return store.executeOffice({ command: 'spend-letter-number', reservationId, use }, staff);
}
