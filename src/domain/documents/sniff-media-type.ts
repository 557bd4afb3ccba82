import { fail, succeed, type Result } from '../../contract/result';

/** Kinds of files a request's papers may be; each known by its bytes, never by its name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

export const fileProblemCodes = [
  'file-empty',
  'file-too-large',
  'file-not-pdf-or-picture',
  'file-damaged',
  /** Begins as another kind of file: a web page, a program, an archive. */
  'file-mixed',
  'picture-too-large',
  /** Cannot be read without a password. */
  'pdf-locked',
  'pdf-too-many-pages',
  /** Unpacks to far more than it weighs. */
  'pdf-expands',
  /** Looking through it took too long, or broke off. */
  'file-not-inspected',
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
  const header = lastIndexOf(head, PDF_START);
  if (header < 0) return fail({ code: 'file-not-pdf-or-picture' });
  if (isOtherKind(head.subarray(0, header)) || hasArchiveEnd(bytes)) {
    return fail({ code: 'file-mixed' });
  }
  return wholeOrDamaged('application/pdf', bytes, PDF_END);
}

/**
 * Starts of files that other programs open: archives, programs, scripts, pictures, sound. A
 * printer's own lines before the header begin with `@PJL` or an escape sign.
 */
const OTHER_STARTS = ['PK', 'MZ', '\x7fELF', '#!', 'GIF8', 'RIFF', 'BM', 'Rar!', '{\\rtf'].map(
  asciiCodes,
);
/** End of an archive's table, which its readers look for from the end: a PDF may hide one. */
const ARCHIVE_END = asciiCodes('PK\x05\x06');
/** The table's end has 22 bytes and a comment of at most 65,535. */
const ARCHIVE_END_WITHIN = 65_557;

/** Whether what stands before a PDF's header makes the file one of another kind too. */
function isOtherKind(before: Uint8Array): boolean {
  if (OTHER_STARTS.some((start) => startsWith(before, start))) return true;
  // A tag: web pages and SVG are found wherever their first one stands.
  return before.includes('<'.charCodeAt(0));
}

function hasArchiveEnd(bytes: Uint8Array): boolean {
  return lastIndexOf(bytes.subarray(-ARCHIVE_END_WITHIN), ARCHIVE_END) >= 0;
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
