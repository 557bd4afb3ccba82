import type { Host } from '../../contract';
import { fail, type Result, type ServiceError } from '../../contract/result';
import { plainFileName } from '../../domain/documents/file-name';
import type { FileProblem } from '../../domain/documents/sniff-media-type';
import type { Author } from '../../domain/event';
import type { ScanOrigin } from '../../domain/request/request-event';
import type { CommandFailure, Recorded, Store } from '../../store/store';
import type { InspectPaper } from './inspect-paper';

/** What the use-cases of this page work with. */
export interface Desk {
  readonly store: Pick<Store, 'execute' | 'nextOf'>;
  readonly host: Pick<Host, 'files'>;
  readonly inspect: InspectPaper;
  readonly newId: () => string;
  readonly by: Author;
}

export type AttachFailure =
  | { readonly kind: 'file-refused'; readonly problem: FileProblem }
  /** The chosen file was moved, removed or locked before it was read. */
  | { readonly kind: 'file-unreadable' }
  | { readonly kind: 'file-not-stored'; readonly error: ServiceError }
  | CommandFailure;

/**
 * Adds a paper to a request: looked through by content, stored by the shell, and only then
 * named by an event. When any of it fails the request is as it was.
 */
export async function attachDocument(
  desk: Desk,
  requestId: string,
  paper: {
    readonly document: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    /** Where its pages come from, if it was scanned here. */
    readonly scan?: ScanOrigin;
  },
): Promise<Result<Recorded, AttachFailure>> {
  const inspected = await desk.inspect(paper.bytes);
  if (!inspected.ok) return fail({ kind: 'file-refused', problem: inspected.error });
  const stored = await desk.host.files.put({ bytes: paper.bytes, subject: requestId });
  if (!stored.ok) return fail({ kind: 'file-not-stored', error: stored.error });
  return desk.store.execute(
    requestId,
    {
      command: 'attach-document',
      attachmentId: desk.newId(),
      document: paper.document,
      file: { ...stored.value, mediaType: inspected.value.mediaType },
      originalName: plainFileName(paper.name),
      ...(paper.scan && { scan: paper.scan }),
    },
    desk.by,
  );
}
