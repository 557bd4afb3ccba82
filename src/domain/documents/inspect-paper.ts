import { succeed, fail, type Result } from '../../contract/result';
import { inspectPdf, type PdfFacts } from './inspect-pdf';
import { inspectPicture } from './inspect-picture';
import { sniffMediaType, type FileProblem, type MediaType } from './sniff-media-type';

/** What a paper is and, of a PDF, what it could do besides being looked at. */
export interface PaperFacts extends PdfFacts {
  readonly mediaType: MediaType;
}

/**
 * Everything that can be told of a paper from its bytes alone, before it is kept or shown. Costs
 * time in proportion to what it unpacks (`src/documents/inspection-client.ts` puts an end to it).
 */
export function inspectPaper(bytes: Uint8Array): Result<PaperFacts, FileProblem> {
  const sniffed = sniffMediaType(bytes);
  if (!sniffed.ok) return sniffed;
  const mediaType = sniffed.value;
  if (mediaType !== 'application/pdf') {
    const problem = inspectPicture(bytes, mediaType);
    return problem === null
      ? succeed({ mediaType, active: [], isEncrypted: false })
      : fail(problem);
  }
  const facts = inspectPdf(bytes);
  return facts.ok ? succeed({ mediaType, ...facts.value }) : facts;
}
