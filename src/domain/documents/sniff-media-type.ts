import { fail, succeed, type Result } from '../../contract/result';

/** Kinds of files a request's papers may be; each known by its bytes, never by its name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

export const fileProblemCodes = [
  'file-empty',
  'file-too-large',
  'file-not-pdf-or-picture',
  'file-damaged',
] as const;
export interface FileProblem {
  readonly code: (typeof fileProblemCodes)[number];
}

/**
 * Largest paper taken, in bytes: it has to fit one request from page to shell
 * (`src/contract/loopback.ts`). What AMS takes is far less and is the gateway's to say.
 */
export const LARGEST_FILE = 60_000_000;

const JPEG_START = [0xff, 0xd8, 0xff];
const JPEG_END = [0xff, 0xd9];
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = asciiCodes('IEND');
const PDF_START = asciiCodes('%PDF-');
const PDF_END = asciiCodes('%%EOF');
/** Readers accept a PDF whose header stands within its first 1024 bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;

/**
 * What a file is by its content. Refused: no bytes, more than `LARGEST_FILE` of them, neither
 * PDF nor JPEG nor PNG, or one whose end is missing, as a scan taken while it was still being
 * written.
 */
export function sniffMediaType(bytes: Uint8Array): Result<MediaType, FileProblem> {
  if (bytes.length === 0) return fail({ code: 'file-empty' });
  if (bytes.length > LARGEST_FILE) return fail({ code: 'file-too-large' });
  if (startsWith(bytes, JPEG_START)) return wholeOrDamaged('image/jpeg', bytes, JPEG_END);
  if (startsWith(bytes, PNG_START)) return wholeOrDamaged('image/png', bytes, PNG_END);
  const head = bytes.subarray(0, PDF_HEADER_WITHIN + PDF_START.length);
  if (lastIndexOf(head, PDF_START) >= 0) return wholeOrDamaged('application/pdf', bytes, PDF_END);
  return fail({ code: 'file-not-pdf-or-picture' });
}

function wholeOrDamaged(
  mediaType: MediaType,
  bytes: Uint8Array,
  end: readonly number[],
): Result<MediaType, FileProblem> {
  return lastIndexOf(bytes, end) > 0 ? succeed(mediaType) : fail({ code: 'file-damaged' });
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Searched from the end: what closes a file stands there, whatever a device appended. */
function lastIndexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function asciiCodes(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
