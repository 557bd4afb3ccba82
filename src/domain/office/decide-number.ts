import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Counters } from '../event';
import { isRealIsoDate } from '../identifiers/calendar-date';
import { letterCounter, OUTGOING, slotCounter } from '../numbering/letter-book';
import { formatLetterNumber } from '../numbering/letter-number';
import { isFree, type NumberReservation } from '../numbering/number-reservation';
import type { OfficeCommand, OfficeRefusal } from './office-command';
import type { OfficePayload } from './office-event';
import type { OfficeState } from './office-state';

/** Commands about the book of outgoing numbers. */
export type NumberCommand = Extract<
  OfficeCommand,
  { command: 'reserve-letter-number' | 'return-letter-number' | 'spend-letter-number' }
>;

/** Whether a command of the office is about its book of numbers. */
export function isNumberCommand(command: OfficeCommand): command is NumberCommand {
  return (
    command.command === 'reserve-letter-number' ||
    command.command === 'return-letter-number' ||
    command.command === 'spend-letter-number'
  );
}

/** What a decision about a number yields before it gets its envelope. */
export type DecidedNumber = Extract<
  OfficePayload,
  { type: 'letter-number-reserved' | 'letter-number-returned' | 'letter-number-spent' }
> & { readonly counter: { readonly name: string; readonly value: number } };

/**
 * Numbers of the outgoing book set aside, given back, or used for a paper of no request. The
 * next number of the book is taken at once; what becomes of it afterwards takes a value of the
 * number's own counter, so that it is used once whoever is quicker.
 */
export function decideNumber(
  state: OfficeState,
  command: NumberCommand,
  { counters }: { readonly counters: Counters },
): Result<DecidedNumber, OfficeRefusal> {
  switch (command.command) {
    case 'reserve-letter-number':
      return decideReservation(state, command, counters);
    case 'return-letter-number': {
      const reason = command.reason.trim();
      if (reason === '') return fail({ code: 'reason-missing' });
      const { reservationId } = command;
      return ofFree(state, reservationId, counters, {
        type: 'letter-number-returned',
        reservationId,
        reason,
      });
    }
    case 'spend-letter-number': {
      const use = command.use.trim();
      if (use === '') return fail({ code: 'number-purpose-missing' });
      const { reservationId } = command;
      return ofFree(state, reservationId, counters, {
        type: 'letter-number-spent',
        reservationId,
        use,
      });
    }
    default:
      return assertNever(command);
  }
}

function decideReservation(
  { profile, numbers }: OfficeState,
  command: Extract<NumberCommand, { command: 'reserve-letter-number' }>,
  counters: Counters,
): Result<DecidedNumber, OfficeRefusal> {
  const { reservationId, date } = command;
  const purpose = command.purpose.trim();
  if (purpose === '') return fail({ code: 'number-purpose-missing' });
  if (!isRealIsoDate(date)) return fail({ code: 'number-date-wrong' });
  if (!profile) return fail({ code: 'profile-incomplete', fields: [] });
  if (numbers.some(({ id }) => id === reservationId)) return fail({ code: 'number-unknown' });
  const year = Number(date.slice(0, 4));
  const name = letterCounter(OUTGOING, year);
  const value = counters(name) + 1;
  const number = formatLetterNumber(profile.letters.numberPattern, {
    classificationCode: profile.letters.classificationCode,
    sequence: value,
    unit: profile.shortName,
    year,
    month: Number(date.slice(5, 7)),
  });
  if (!number.ok) return fail({ code: 'number-pattern-refused', problem: number.error });
  return succeed({
    type: 'letter-number-reserved',
    reservationId,
    year,
    value,
    number: number.value,
    date,
    purpose,
    counter: { name, value },
  });
}

function ofFree(
  { numbers }: OfficeState,
  id: string,
  counters: Counters,
  payload: Extract<OfficePayload, { type: 'letter-number-returned' | 'letter-number-spent' }>,
): Result<DecidedNumber, OfficeRefusal> {
  const reservation = numbers.find((one) => one.id === id);
  if (reservation === undefined) return fail({ code: 'number-unknown' });
  if (!mayFollow(reservation, payload.type, counters)) {
    return fail({ code: 'number-not-free', number: reservation.number });
  }
  const { year, value } = reservation;
  const name = slotCounter(year, value);
  return succeed({ ...payload, counter: { name, value: counters(name) + 1 } });
}

/** A number that was given back can be used, not given back again. */
function mayFollow(
  reservation: NumberReservation,
  type: 'letter-number-returned' | 'letter-number-spent',
  counters: Counters,
): boolean {
  if (!isFree(reservation, counters)) return false;
  return type === 'letter-number-spent' || reservation.status === 'reserved';
}
