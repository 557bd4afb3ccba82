import { letterTemplates } from '../../documents/letter-templates';
import type { Attachment, Letter, RequestState } from '../../domain/request/request-state';
import { commonDocuments } from '../../domain/sop/known-documents';
import { requiredDocuments, validLetter } from '../../domain/sop/progress';
import type { Sop } from '../../domain/sop/sop';

/** One paper of a request: what the SOP asks of it and what is there. */
export interface DocumentRow {
  readonly document: string;
  /** `made`: an issued letter of the program is this paper; `optional`: no step asks for it. */
  readonly status: 'attached' | 'made' | 'missing' | 'optional';
  /** Numbers of the steps that ask for it with this reason. */
  readonly steps: readonly number[];
  readonly attachments: readonly Attachment[];
  /** The issued letter that makes this document. */
  readonly letter: Extract<Letter, { status: 'issued' }> | null;
  /** The letter the program can make for it; null when people bring it. */
  readonly madeByLetter: string | null;
}

/**
 * The checklist of a request's papers: those its SOP asks for with this reason in the order
 * of the steps, then what else is there or may be kept.
 */
export function documentRows(sop: Sop, state: RequestState): readonly DocumentRow[] {
  const asked = new Map<string, number[]>();
  for (const step of sop.steps) {
    for (const document of requiredDocuments(step, state.data.reason.key)) {
      asked.set(document, [...(asked.get(document) ?? []), step.number]);
    }
  }
  const others = new Set([
    ...state.attachments.map(({ document }) => document),
    ...sop.documents.map(({ key }) => key),
    ...commonDocuments,
  ]);
  for (const document of asked.keys()) others.delete(document);
  return [
    ...[...asked].map(([document, steps]) => rowOf(sop, state, document, steps)),
    ...[...others].map((document) => rowOf(sop, state, document, [])),
  ];
}

function rowOf(
  sop: Sop,
  state: RequestState,
  document: string,
  steps: readonly number[],
): DocumentRow {
  const attachments = state.attachments.filter(
    (one) => one.document === document && !one.superseded,
  );
  const madeByLetter = letterOf(sop, document);
  const made = madeByLetter === null ? null : (validLetter(state, madeByLetter) ?? null);
  const absent = steps.length > 0 ? 'missing' : 'optional';
  const status = attachments.length > 0 ? 'attached' : made === null ? absent : 'made';
  return { document, status, steps, attachments, letter: made, madeByLetter };
}

function letterOf(sop: Sop, document: string): string | null {
  const letter = sop.documents.find(({ key }) => key === document)?.madeByLetter;
  return letter !== undefined && letterTemplates.has(letter) ? letter : null;
}
