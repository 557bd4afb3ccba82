import { letterTemplates, signersOf } from '../../documents/letter-templates';
import { signerOn } from '../../domain/office/acting';
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
  /** One line for each part: "a.n. Kepala Dinas", "Sekretaris". */
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

/**
 * The signers of a letter in the order they sign: for an official, who signs for him on the
 * letter's own day, as its signature block says; pure.
 */
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
      ...personOf(actor, state, { office, clerk, day: letter.date, sop }),
      isApplicantSide: isApplicantSide(sop, actor),
      standing: signed.includes(actor) ? 'signed' : isTooLate ? 'too-late' : 'open',
      skips: order.slice(0, place).filter((earlier) => !signed.includes(earlier)),
    };
  });
}

function personOf(
  actor: string,
  { data }: RequestState,
  from: {
    readonly office: OfficeProfile;
    readonly clerk: string;
    readonly day: string;
    readonly sop: Sop;
  },
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
      return { ...NOBODY, name: from.clerk };
    default: {
      const official = from.office.officials.find((one) => one.actor === actor);
      if (official === undefined) return NOBODY;
      const label = from.sop.actors.find(({ key }) => key === actor)?.label ?? '';
      const { name, position } = signerOn(official, from.day, label);
      return { ...NOBODY, name, position };
    }
  }
}

/** Whether anybody signs such a letter by name: a sheet passed on by hand has nobody. */
export function isSignable(letter: string): boolean {
  return letterTemplates.get(letter)?.shape !== 'disposition' && signersOf(letter).length > 0;
}
