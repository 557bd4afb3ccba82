import { fail, succeed, type Result } from '../../contract/result';
import type { SignedVersion, SigningSettlement } from '../../domain/request/signing-event';
import type { LetterSigning } from '../../domain/request/letter-signing';
import type { RequestCommand } from '../../domain/request/request-command';
import type { Recorded } from '../../store/store';
import { openPdf, readPdfPageText } from '../../ui/viewers/pdf-document';
import type { FinalLetter } from '../request/print-letters';
import { readNewSignature, type SignatureFault } from './signature-facts';
import { beginsWith, readBefore, type SigningDesk, type SigningFailure } from './sign-letter';

/** A file that came from elsewhere and proved to be the letter with one signature more. */
export interface ReturnedFile extends Omit<SignedVersion, 'file'> {
  readonly bytes: Uint8Array;
}

export type ReturnedFault =
  | SignatureFault
  | 'not-a-pdf'
  /** Pages or words are others than the letter's. */
  | 'different-document'
  /** The letter bears signatures already, which a rewritten file does not keep. */
  | 'signature-lost';

/** Texts of the pages, without blanks; null where the file cannot be read. */
export type ReadPages = (bytes: Uint8Array) => Promise<readonly string[] | null>;

/** The words of a PDF's pages, as its reader sees them. */
export async function readPages(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    const { task, document } = await openPdf(bytes);
    try {
      const pages: string[] = [];
      for (let page = 1; page <= document.numPages; page += 1) {
        pages.push((await readPdfPageText(document, page)).replaceAll(/\s+/gu, ''));
      }
      return pages;
    } finally {
      void task.destroy();
    }
  } catch {
    return null;
  }
}

const PDF_HEAD = [0x25, 0x50, 0x44, 0x46];

/**
 * Whether a file is the letter's latest version with one signature more: the same pages, every
 * signature whole. Whether the very bytes were kept is told apart: some programs write anew.
 */
export async function inspectReturned(
  desk: Pick<SigningDesk, 'host'>,
  letter: FinalLetter,
  bytes: Uint8Array,
  pagesOf: ReadPages = readPages,
): Promise<Result<ReturnedFile, ReturnedFault>> {
  if (!PDF_HEAD.every((byte, index) => bytes[index] === byte)) return fail('not-a-pdf');
  const before = await readBefore(desk, letter.file);
  if (!before.ok) return fail('not-checked');
  const [was, is] = [await pagesOf(before.value.bytes), await pagesOf(bytes)];
  if (was === null) return fail('not-checked');
  if (is === null) return fail('unreadable');
  const isSame = was.length === is.length && was.every((page, index) => page === is[index]);
  if (!isSame) return fail('different-document');
  const report = await desk.host.pki.verifyDocument({ bytes: new Uint8Array(bytes) });
  if (!report.ok) return fail('not-checked');
  const signature = readNewSignature(report.value, before.value.signatures);
  if (!signature.ok) return signature;
  const keepsOriginal = beginsWith(bytes, before.value.bytes);
  if (!keepsOriginal && before.value.signatures > 0) return fail('signature-lost');
  return succeed({ bytes, keepsOriginal, signature: signature.value });
}

/** How a file that came back is recorded: as the end of an export, or as what settles a doubt. */
export type ReturnedAs = 'external' | 'found-signed' | 'downloaded';

/** Stores a file that was looked at and records it as the letter's next version. */
export async function recordReturned(
  desk: SigningDesk,
  requestId: string,
  signing: Pick<LetterSigning, 'id'>,
  { bytes, ...facts }: ReturnedFile,
  as: ReturnedAs,
): Promise<Result<Recorded, SigningFailure>> {
  const stored = await desk.host.files.put({ bytes, subject: requestId });
  if (!stored.ok) return fail({ kind: 'not-recorded', error: stored.error });
  const version = { ...facts, file: { ...stored.value, mediaType: 'application/pdf' } };
  return desk.store.execute(requestId, commandOf(signing.id, version, as), desk.by);
}

function commandOf(signingId: string, version: SignedVersion, as: ReturnedAs): RequestCommand {
  if (as === 'external') {
    return { command: 'end-signing', signingId, outcome: { kind: 'signed', ...version } };
  }
  const how: SigningSettlement = { by: as, ...version };
  return { command: 'reconcile-signing', signingId, how };
}
