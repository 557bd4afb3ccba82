import { letterTemplates, signersOf } from '../../documents/letter-templates';
import type { OfficeProfile } from '../../domain/office/office-event';
import { isApplicantSide, signedAfter, signedBy } from '../../domain/request/letter-signing';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import type { FinalLetter } from '../request/print-letters';

/** Somebody whose signature a letter has a place for. */
export interface Signer {
  /** Actor key of the letter's signature. */
  readonly actor: string;
  /** '' where nobody is recorded: it is typed. */
  readonly name: string;
  readonly position: string;
  /** What is known of the person; the signer of an office is asked. */
  readonly nik: string;
  readonly email: string;
  readonly isApplicantSide: boolean;
  readonly standing: 'open' | 'signed' | 'too-late';
  /** Who should have signed before, and has not: still possible, said beforehand. */
  readonly skips: readonly string[];
}

type Person = Pick<Signer, 'name' | 'position' | 'nik' | 'email'>;
const NOBODY: Person = { name: '', position: '', nik: '', email: '' };

/** The signers of a letter in the order they sign; pure. */
export function signersFor(
  letter: FinalLetter,
  {
    state,
    sop,
    office,
    clerk,
  }: {
    readonly state: RequestState;
    readonly sop: Sop;
    readonly office: OfficeProfile;
    /** Name of who sits at the desk. */
    readonly clerk: string;
  },
): readonly Signer[] {
  const order = signersOf(letter.letter);
  const signed = signedBy(state, letter.id);
  return order.map((actor, place) => {
    const isTooLate = signedAfter(order, signed, actor).length > 0;
    return {
      actor,
      ...personOf(actor, state, office, clerk),
      isApplicantSide: isApplicantSide(sop, actor),
      standing: signed.includes(actor) ? 'signed' : isTooLate ? 'too-late' : 'open',
      skips: order.slice(0, place).filter((earlier) => !signed.includes(earlier)),
    };
  });
}

function personOf(
  actor: string,
  { data }: RequestState,
  office: OfficeProfile,
  clerk: string,
): Person {
  const { applicant, superior } = data;
  switch (actor) {
    case 'applicant':
      return applicant;
    case 'applicant-agency-head':
      return superior === null
        ? NOBODY
        : { ...NOBODY, name: superior.name, position: superior.position };
    case 'desk':
      return { ...NOBODY, name: clerk };
    default: {
      const official = office.officials.find((one) => one.actor === actor);
      return official === undefined
        ? NOBODY
        : { ...NOBODY, name: official.name, position: official.position };
    }
  }
}

/** Whether anybody signs such a letter by name: a sheet passed on by hand has nobody. */
export function isSignable(letter: string): boolean {
  return letterTemplates.get(letter)?.shape !== 'disposition' && signersOf(letter).length > 0;
}
