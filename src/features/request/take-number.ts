import { fail, succeed, type Result } from '../../contract/result';
import { letterTemplates } from '../../documents/letter-templates';
import {
  insertionCounter,
  letterCounter,
  OUTGOING,
  slotCounter,
} from '../../domain/numbering/letter-book';
import { formatLetterNumber, type LetterNumberProblem } from '../../domain/numbering/letter-number';
import { localDate } from '../../domain/numbering/local-date';
import { isFree } from '../../domain/numbering/number-reservation';
import { classificationOf } from '../../domain/office/classification';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RequestState } from '../../domain/request/request-state';
import type { Store } from '../../store/store';

/** Which number of the book a letter takes. */
export type NumberChoice =
  | { readonly kind: 'next' }
  /** One that was set aside, or given back. */
  | { readonly kind: 'kept'; readonly reservationId: string }
  /** The number of the unit whose head the letter carries; '' leaves it to be written by hand. */
  | { readonly kind: 'theirs'; readonly number: string }
  /** Put in behind the last number of a day gone by: "12.a". Date yyyy-mm-dd. */
  | { readonly kind: 'dated-back'; readonly date: string };

export const NEXT_NUMBER: NumberChoice = { kind: 'next' };

/** Stands in the records for a number that is written on the paper by hand. */
export const BY_HAND = 'ditulis tangan';

/** A number with the counter that gives it, and the date the letter bears. */
export interface TakenNumber {
  readonly number: string;
  readonly counter: { readonly name: string; readonly value: number };
  /** Date yyyy-mm-dd. */
  readonly date: string;
}

export type NumberFailure =
  | { readonly kind: 'number-refused'; readonly problem: LetterNumberProblem }
  /** The book has no number of that day or before it, or the day is not one gone by. */
  | { readonly kind: 'number-not-dated-back'; readonly date: string }
  /** Somebody used it meanwhile. */
  | { readonly kind: 'number-not-free' };

export interface NumberDesk {
  readonly store: Pick<Store, 'nextOf' | 'countersOf' | 'letters' | 'office'>;
  readonly office: OfficeProfile;
  /** RFC 3339 UTC. */
  readonly now: () => string;
}

/** Whether a letter carries the head of the applicant's unit, which keeps a book of its own. */
export function isOfApplicantUnit(letter: string): boolean {
  return letterTemplates.get(letter)?.kop.of === 'applicant-unit';
}

/** Whether a letter takes a number of the outgoing book; the desk's own papers do not. */
export function takesOutgoingNumber(letter: string): boolean {
  return letterTemplates.get(letter)?.numbering === 'outgoing';
}

/**
 * The number a letter is to bear; nothing is taken until the letter is recorded with its
 * counter. A letter that leaves takes one of the outgoing book; a disposition sheet and the
 * desk's own papers bear the request's agenda number (letters.md 4.3) and are counted by
 * themselves.
 */
export async function takeNumber(
  desk: NumberDesk,
  state: Pick<RequestState, 'registerNumber'>,
  letter: string,
  choice: NumberChoice,
): Promise<Result<TakenNumber, NumberFailure>> {
  const today = localDate(desk.now(), desk.office.timeZone);
  if (!takesOutgoingNumber(letter)) {
    const template = letterTemplates.get(letter);
    const book = template?.shape === 'disposition' ? 'disposition' : letter;
    const name = letterCounter(book, today.year);
    const counter = { name, value: await desk.store.nextOf(name) };
    return succeed({ number: state.registerNumber, counter, date: today.isoDate });
  }
  switch (choice.kind) {
    case 'next': {
      const name = letterCounter(OUTGOING, today.year);
      const counter = { name, value: await desk.store.nextOf(name) };
      return numbered(desk, letter, { counter, sequence: counter.value, date: today.isoDate });
    }
    case 'kept':
      return keptNumber(desk, choice.reservationId);
    case 'theirs': {
      const name = letterCounter('applicant-unit', today.year);
      const counter = { name, value: await desk.store.nextOf(name) };
      return succeed({ number: choice.number.trim() || BY_HAND, counter, date: today.isoDate });
    }
    case 'dated-back':
      return datedBack(desk, letter, choice.date, today.isoDate);
  }
}

async function keptNumber(
  { store }: NumberDesk,
  reservationId: string,
): Promise<Result<TakenNumber, NumberFailure>> {
  const { numbers } = await store.office();
  const kept = numbers.find(({ id }) => id === reservationId);
  if (kept === undefined) return fail({ kind: 'number-not-free' });
  const name = slotCounter(kept.year, kept.value);
  const counters = await store.countersOf([name]);
  if (!isFree(kept, counters)) return fail({ kind: 'number-not-free' });
  const { number, date } = kept;
  return succeed({ number, date, counter: { name, value: counters(name) + 1 } });
}

async function datedBack(
  desk: NumberDesk,
  letter: string,
  date: string,
  today: string,
): Promise<Result<TakenNumber, NumberFailure>> {
  const behind = date < today ? await desk.store.letters.lastUpTo(date) : null;
  if (behind === null) return fail({ kind: 'number-not-dated-back', date });
  const name = insertionCounter(Number(date.slice(0, 4)), behind);
  const counter = { name, value: await desk.store.nextOf(name) };
  return numbered(desk, letter, {
    counter,
    sequence: behind,
    insertion: counter.value,
    date,
  });
}

function numbered(
  { office }: NumberDesk,
  letter: string,
  place: {
    readonly counter: TakenNumber['counter'];
    readonly sequence: number;
    readonly insertion?: number;
    readonly date: string;
  },
): Result<TakenNumber, NumberFailure> {
  const { counter, date, sequence, insertion = 0 } = place;
  const number = formatLetterNumber(office.letters.numberPattern, {
    classificationCode: classificationOf(office.letters, letter),
    sequence,
    insertion,
    unit: office.shortName,
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
  });
  if (!number.ok) return fail({ kind: 'number-refused', problem: number.error });
  return succeed({ number: number.value, counter, date });
}
