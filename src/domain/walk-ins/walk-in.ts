import type { ProblemParams } from '../identifiers/problem';
import { identifierProblemCodes } from '../identifiers/problem';
import type { RequestData } from '../request/request-data';
import { recordProblemCodes, type RecordProblemCode } from '../request/check-request-data';

/** A paper named by a row: what it is, and where it lies relative to the file of walk-ins. */
export interface WalkInAttachment {
  readonly document: string;
  readonly path: string;
}

/** One row of a file of walk-ins, cleaned and found good (walk-ins.md). */
export interface WalkIn {
  /** The number in the book the row comes from. */
  readonly ref: string | null;
  /** RFC 3339 UTC. */
  readonly arrivedAt: string;
  readonly sopId: string;
  readonly data: RequestData;
  readonly attachments: readonly WalkInAttachment[];
}

/** Codes only a file of walk-ins can give. Each has a sentence in the catalogue. */
export const walkInProblemCodes = [
  'row-not-object',
  'not-object',
  'not-list',
  'not-text',
  'number-imprecise',
  'sop-unknown',
  'sop-not-installed',
  'arrival-format',
  'arrival-future',
  'personnel-unknown',
  'document-unknown',
  'attachment-shape',
  'attachment-path-missing',
] as const;
export type WalkInProblemCode = (typeof walkInProblemCodes)[number] | RecordProblemCode;

/** Why a row cannot be taken, or what to look at in one that was. */
export interface WalkInProblem {
  /** Of the row in the file, from 0. */
  readonly index: number;
  /** As the file names it: `applicant.nik`, `reason`, `attachments.0.path`; '' for the row. */
  readonly field: string;
  readonly code: WalkInProblemCode;
  readonly params: ProblemParams;
}

/** What became of a row; one bad row never stops the others. */
export type WalkInRow =
  | {
      readonly index: number;
      readonly outcome: 'taken';
      readonly walkIn: WalkIn;
      readonly warnings: readonly WalkInProblem[];
    }
  | {
      readonly index: number;
      readonly outcome: 'refused';
      readonly problems: readonly WalkInProblem[];
    };

/** Every code any check of the domain gives for a field of a record or a row. */
export const fieldProblemCodes = [
  ...identifierProblemCodes,
  ...recordProblemCodes,
  ...walkInProblemCodes,
] as const;

/**
 * The same for the same row however often its file is read, so that importing twice adds
 * nothing. Holds a NIK: seal or hash it before it rests anywhere.
 */
export function importKey(walkIn: WalkIn): string {
  const { ref, arrivedAt, sopId, data } = walkIn;
  return JSON.stringify([ref, arrivedAt, sopId, data.applicant.nik]);
}
