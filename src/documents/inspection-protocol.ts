import type { Result } from '../contract/result';
import type { PaperFacts } from '../domain/documents/inspect-paper';
import type { FileProblem } from '../domain/documents/sniff-media-type';

/** What a paper is and could do, or why it is not taken. */
export type Inspection = Result<PaperFacts, FileProblem>;

export interface InspectionRequest {
  readonly bytes: Uint8Array;
}
