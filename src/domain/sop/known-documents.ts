import type { Sop } from './sop';

/**
 * Papers people bring whatever the SOP: those that occur in files of walk-ins
 * (walk-ins.md). An SOP asks for some of them; the others may be kept with a request too.
 */
export const commonDocuments = [
  'application-letter',
  'reason-statement',
  'superior-recommendation',
  'police-report',
  'superior-statement',
  'supporting-document',
  'disposition-sheet',
  'identity-card',
  'report',
] as const;

/** Whether a paper of that key may be attached: one the SOP names, or a common one. */
export function isKnownDocument(sop: Pick<Sop, 'documents'>, document: string): boolean {
  return (
    commonDocuments.some((key) => key === document) ||
    sop.documents.some(({ key }) => key === document)
  );
}
