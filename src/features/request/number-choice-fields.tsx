import { useState } from 'react';
import { localDate } from '../../domain/numbering/local-date';
import { slotCounter } from '../../domain/numbering/letter-book';
import { isFree, type NumberReservation } from '../../domain/numbering/number-reservation';
import type { Store } from '../../store/store';
import { useLive } from '../../store/use-live';
import { DateField } from '../../ui/forms/date-field';
import { RadioGroup } from '../../ui/forms/radio-group';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { parseTypedDate } from '../../ui/format/typed-date';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import {
  isOfApplicantUnit,
  NEXT_NUMBER,
  takeNumber,
  takesOutgoingNumber,
  type NumberChoice,
} from './take-number';

const kinds = [
  'next',
  'kept',
  'dated-back',
  'theirs',
] as const satisfies readonly NumberChoice['kind'][];

/** What is picked in the dialog; a date may not be one yet. */
export interface NumberPick {
  readonly kind: NumberChoice['kind'];
  readonly reservationId: string;
  /** As typed, or yyyy-mm-dd. */
  readonly date: string;
  /** As typed. */
  readonly number: string;
}

const NEXT_PICK: NumberPick = { kind: 'next', reservationId: '', date: '', number: '' };

/** The pick of a dialog that was just opened, and its change. */
export function useNumberPick() {
  return useState(NEXT_PICK);
}

/** The choice a pick stands for; null while a number or a date is still to be chosen. */
export function choiceOf(pick: NumberPick): NumberChoice | null {
  switch (pick.kind) {
    case 'next':
      return NEXT_NUMBER;
    case 'kept':
      return pick.reservationId === '' ? null : { kind: 'kept', reservationId: pick.reservationId };
    case 'theirs':
      return { kind: 'theirs', number: pick.number };
    case 'dated-back': {
      const date = parseTypedDate(pick.date);
      return date === null ? null : { kind: 'dated-back', date };
    }
  }
}

/** Numbers of the book that a letter may take, the lowest first. */
export async function freeNumbers(
  store: Pick<Store, 'office' | 'countersOf'>,
): Promise<readonly NumberReservation[]> {
  const { numbers } = await store.office();
  const counters = await store.countersOf(
    numbers.map(({ year, value }) => slotCounter(year, value)),
  );
  return numbers
    .filter((one) => isFree(one, counters))
    .toSorted((one, other) => one.year - other.year || one.value - other.value);
}

export interface NumberChoiceFieldsProps {
  readonly letters: readonly string[];
  readonly pick: NumberPick;
  /** The choice was not made though it was asked for. */
  readonly isTried: boolean;
  readonly onPick: (pick: NumberPick) => void;
}

/** Which number the letters take; nothing where none takes one of the outgoing book. */
export function NumberChoiceFields({ letters, pick, isTried, onPick }: NumberChoiceFieldsProps) {
  const t = useMessages();
  const { store } = useLoket();
  const outgoing = letters.filter(takesOutgoingNumber);
  const free = useLive(() => freeNumbers(store), [store]) ?? [];
  const [first] = outgoing;
  const preview = useNumberPreview(first ?? null, choiceOf(pick));
  if (first === undefined) return null;
  // A number set aside is for one letter.
  const isPossible: Partial<Readonly<Record<NumberChoice['kind'], boolean>>> = {
    kept: outgoing.length === 1 && free.length > 0,
    theirs: outgoing.length === 1 && isOfApplicantUnit(first),
  };
  const offered = kinds.filter((kind) => isPossible[kind] ?? true);
  const isWrong = isTried && choiceOf(pick) === null;
  return (
    <>
      <RadioGroup
        name="number-kind"
        inline
        label={t('number.choice')}
        note={preview}
        value={pick.kind}
        choices={offered.map((kind) => ({ value: kind, label: t(`number.choice.${kind}`) }))}
        onChange={(event) => {
          const kind = kinds.find((one) => one === event.target.value) ?? 'next';
          onPick({ ...NEXT_PICK, kind });
        }}
      />
      <ChoiceDetails pick={pick} free={free} isWrong={isWrong} onPick={onPick} />
    </>
  );
}

/** What a choice asks besides: which number, which day, or the number of another unit. */
function ChoiceDetails(props: {
  readonly pick: NumberPick;
  readonly free: readonly NumberReservation[];
  readonly isWrong: boolean;
  readonly onPick: (pick: NumberPick) => void;
}) {
  const t = useMessages();
  const { pick, free, isWrong, onPick } = props;
  return (
    <>
      {pick.kind === 'kept' && (
        <Select
          id="number-kept"
          label={t('number.kept')}
          error={isWrong ? t('number.keptMissing') : undefined}
          choices={free.map(({ id, number, purpose }) => ({
            value: id,
            label: `${number} – ${purpose}`,
          }))}
          value={pick.reservationId}
          onChange={(event) => {
            onPick({ ...pick, reservationId: event.target.value });
          }}
        />
      )}
      {pick.kind === 'theirs' && (
        <TextField
          id="number-theirs"
          label={t('number.theirs')}
          hint={t('number.theirsHint')}
          optional
          value={pick.number}
          onChange={(event) => {
            onPick({ ...pick, number: event.target.value });
          }}
        />
      )}
      {pick.kind === 'dated-back' && (
        <DateField
          id="number-date"
          label={t('number.date')}
          error={isWrong ? t('number.dateMissing') : undefined}
          value={pick.date}
          onValueChange={(date) => {
            onPick({ ...pick, date });
          }}
        />
      )}
    </>
  );
}

/** The number the first letter would get now; undefined while there is none. */
function useNumberPreview(letter: string | null, choice: NumberChoice | null): string | undefined {
  const t = useMessages();
  const { store, office, now } = useLoket();
  const { profile } = office;
  const key = JSON.stringify(choice);
  const taken = useLive(async () => {
    if (letter === null || choice === null || profile === null) return null;
    const desk = { store, office: profile, now };
    return takeNumber(desk, { registerNumber: '' }, letter, choice);
  }, [store, profile, letter, key]);
  if (taken === undefined || taken === null) return undefined;
  if (taken.ok) return t('number.preview', { number: taken.value.number });
  if (taken.error.kind !== 'number-not-dated-back') return undefined;
  const today = profile === null ? '' : localDate(now(), profile.timeZone).isoDate;
  return t(taken.error.date < today ? 'number.noneBefore' : 'number.notGoneBy');
}
