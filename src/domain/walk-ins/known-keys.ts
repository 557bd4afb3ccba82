import type { Sop } from '../sop/sop';

/** Ids of the SOPs the file format knows; one not installed is named as such (walk-ins.md). */
export const knownSopIds: readonly string[] = [
  'ciamis-2025-revocation',
  'meranti-2022-revocation',
  'tapin-2025-revocation',
  'ciamis-2025-renewal',
  'sumbar-2019-revocation',
];

/** Keys of documents that occur in files of walk-ins (walk-ins.md). */
const knownDocuments: readonly string[] = [
  'application-letter',
  'reason-statement',
  'superior-recommendation',
  'police-report',
  'superior-statement',
  'supporting-document',
  'disposition-sheet',
  'identity-card',
  'report',
];

/** Whether a paper of that key may be attached: one of the SOP's, or of the format's own. */
export function isKnownDocument(sop: Pick<Sop, 'documents'>, document: string): boolean {
  return knownDocuments.includes(document) || sop.documents.some(({ key }) => key === document);
}
