import type { SopActor } from '../sop/sop';
import type { RequestFile } from './request-file';
import type { SigningOutcome, SigningSettlement, SigningWay } from './signing-event';

/** A letter's file as it was made, or with one signature more than the version before. */
export interface LetterVersion {
  readonly file: RequestFile;
  /** Null for the letter as it was made. */
  readonly signingId: string | null;
  /** RFC 3339 UTC: when it was recorded. */
  readonly at: string;
}

/** One try of one person to sign one letter. */
export interface LetterSigning {
  readonly id: string;
  readonly letterId: string;
  /** Key of the letter's kind. */
  readonly letter: string;
  readonly actor: string;
  readonly name: string;
  readonly way: SigningWay;
  /** SHA-256 of the version that is signed. */
  readonly sha256: string;
  /** RFC 3339 UTC, and who recorded it. */
  readonly begunAt: string;
  readonly begunBy: string;
  /** Null while no end is recorded: on its way, or broken off by a crash. */
  readonly outcome: SigningOutcome | null;
  readonly endedAt: string | null;
  /** How a person settled it; null where nothing had to be settled. */
  readonly settlement: SigningSettlement | null;
}

/** Where a signing stands. */
export type SigningStanding =
  /** Nobody knows what became of it; also what a crash leaves behind. */
  | 'unknown'
  /** Exported or printed: the signed file, or the scan, has yet to come back. */
  | 'waiting'
  | 'signed'
  /** By hand; the scan is linked. */
  | 'on-paper'
  /** Ended without a signature; whoever wants it begins anew. */
  | 'ended';

/** Where a signing stands; pure. A begun one without an end counts as unknown, after a crash too. */
export function signingStanding(
  signing: Pick<LetterSigning, 'way' | 'outcome' | 'settlement'>,
): SigningStanding {
  const { way, outcome, settlement } = signing;
  if (settlement !== null) {
    return settlement.by === 'downloaded' || settlement.by === 'found-signed' ? 'signed' : 'ended';
  }
  switch (outcome?.kind) {
    case undefined:
      return way === 'esc' || way === 'local' ? 'unknown' : 'waiting';
    case 'unknown':
      return 'unknown';
    case 'signed':
      return 'signed';
    case 'paper-scanned':
      return 'on-paper';
    case 'passphrase-wrong':
    case 'refused':
    case 'not-sent':
    case 'given-up':
      return 'ended';
  }
}

interface WithSignings {
  readonly signings: readonly LetterSigning[];
}

/** The signings of one letter, in the order they were begun. */
export function signingsOf({ signings }: WithSignings, letterId: string): readonly LetterSigning[] {
  return signings.filter((one) => one.letterId === letterId);
}

/** The one that keeps a letter from being signed again: unknown, or not back yet; else null. */
export function openSigning(state: WithSignings, letterId: string): LetterSigning | null {
  const open = signingsOf(state, letterId).find((one) => {
    const standing = signingStanding(one);
    return standing === 'unknown' || standing === 'waiting';
  });
  return open ?? null;
}

/** Actors whose signature a letter bears, electronically or on paper. */
export function signedBy(state: WithSignings, letterId: string): readonly string[] {
  return signingsOf(state, letterId)
    .filter((one) => ['signed', 'on-paper'].includes(signingStanding(one)))
    .map(({ actor }) => actor);
}

/** Wrong passphrases one after the other, up to now, of one signer of a letter. */
export function wrongPassphrases(state: WithSignings, letterId: string, actor: string): number {
  const own = signingsOf(state, letterId).filter((one) => one.actor === actor);
  const right = own.findLastIndex(({ outcome }) => outcome?.kind === 'signed');
  return own.slice(right + 1).filter(({ outcome }) => outcome?.kind === 'passphrase-wrong').length;
}

/** Actors of the applicant's side in every letter, also where an SOP does not list them. */
const APPLICANT_SIDE = ['applicant', 'applicant-agency-head'];

/** Whether somebody of the applicant's side signs, by the SOP and by the letters' own actors. */
export function isApplicantSide(
  sop: { readonly actors: readonly SopActor[] },
  actor: string,
): boolean {
  const known = sop.actors.find(({ key }) => key === actor);
  return known === undefined ? APPLICANT_SIDE.includes(actor) : known.side === 'applicant';
}

/**
 * Signers of a letter in the order they sign: the applicant, the superior, others of the office,
 * the head of the office last (letters.md, 4.4: inferred). Those of one rank keep their order.
 */
export function inSigningOrder(actors: readonly string[]): readonly string[] {
  const rank = (actor: string): number => {
    const applicant = APPLICANT_SIDE.indexOf(actor);
    if (applicant >= 0) return applicant;
    return actor === 'office-head' ? APPLICANT_SIDE.length + 1 : APPLICANT_SIDE.length;
  };
  return actors.toSorted((one, other) => rank(one) - rank(other));
}

/** Signers who come after this one and have signed already: then it is too late for him. */
export function signedAfter(
  order: readonly string[],
  signed: readonly string[],
  actor: string,
): readonly string[] {
  const place = order.indexOf(actor);
  return place < 0 ? [] : order.slice(place + 1).filter((later) => signed.includes(later));
}
