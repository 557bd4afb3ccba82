import { strFromU8 } from 'fflate';
import { fail, succeed, type Result } from '../../contract/result';
import { cutPdf, isBomb, packingOf, plainNames, unpack, type PdfParts } from './pdf-streams';
import type { FileProblem } from './sniff-media-type';

/** What a PDF can do besides being looked at (ISO 32000-2, 12.6 and 7.11). */
export const activeKinds = ['script', 'launch', 'attachment', 'form', 'link', 'media'] as const;
export type ActiveKind = (typeof activeKinds)[number];

export interface PdfFacts {
  /** Kinds of active content found, in the order of `activeKinds`. */
  readonly active: readonly ActiveKind[];
  /** Protected by a password, be it only against changes; its content was not looked into. */
  readonly isEncrypted: boolean;
}

/** More pages are no paper somebody brought to the counter. */
export const MOST_PAGES = 2000;

/** Text of compressed objects that is looked through, in bytes. */
const MOST_OBJECT_TEXT = 64_000_000;

/** Names that stand for active content. An address behind a plain link is none: it is not followed. */
const namesOf: Readonly<Record<Exclude<ActiveKind, 'link'>, RegExp>> = {
  script: /\/(?:JS|JavaScript)(?![A-Za-z0-9])/,
  launch: /\/(?:Launch|GoToR|GoToE)(?![A-Za-z0-9])/,
  attachment: /\/(?:EmbeddedFiles?|FileAttachment)(?![A-Za-z0-9])/,
  form: /\/(?:SubmitForm|ImportData|XFA)(?![A-Za-z0-9])/,
  media: /\/(?:RichMedia|Movie|Sound|Rendition|3D)(?![A-Za-z0-9])/,
};

/**
 * Looks through a PDF for what it could do, and for what it would cost to show it. Reads names
 * where they stand, compressed objects included, and follows no reference; so a broken or
 * cunning structure costs no more than its length. Refused: streams that unpack to more than
 * `LARGEST_STREAM` bytes, more than `MOST_PAGES` pages, endless compressed objects.
 */
export function inspectPdf(bytes: Uint8Array): Result<PdfFacts, FileProblem> {
  const whole = strFromU8(bytes, true);
  const parts = cutPdf(whole);
  if (parts.streams.some((stream) => isBomb(bytes, stream))) return fail({ code: 'pdf-expands' });
  const isEncrypted = parts.outside.some((text) => isNamed(text, 'Encrypt'));
  const objects = compressedObjects(bytes, parts, isEncrypted);
  if (!objects.ok) return objects;
  const hidden = objectsInStreams(whole, parts);
  const text = plainNames([...parts.outside, ...objects.value, ...hidden].join('\n'));
  if (mostPages(text) > MOST_PAGES) return fail({ code: 'pdf-too-many-pages' });
  const active = activeKinds.filter((kind) =>
    kind === 'link' ? opensLink(text) : namesOf[kind].test(text),
  );
  return succeed({ active, isEncrypted });
}

/** Whether a name stands in a text, in its own spelling or in disguise. */
function isNamed(text: string, name: string): boolean {
  return new RegExp(`/${name}(?![A-Za-z0-9])`).test(plainNames(text));
}

/**
 * Text of the objects kept in compressed streams. Refused when there is far too much of it, or when
 * it is packed as no program packs objects, which would hide them; sealed ones stay unread.
 */
function compressedObjects(
  bytes: Uint8Array,
  { streams }: PdfParts,
  isEncrypted: boolean,
): Result<readonly string[], FileProblem> {
  const found: string[] = [];
  let size = 0;
  for (const stream of streams) {
    if (!isNamed(stream.dictionary, 'ObjStm')) continue;
    const { times, isElsewhere, isOther } = packingOf(stream);
    if (!isEncrypted && (isElsewhere || isOther)) return fail({ code: 'file-not-inspected' });
    const packed = bytes.subarray(stream.start, stream.end);
    unpack(packed, times, (piece) => {
      size += piece.length;
      if (size <= MOST_OBJECT_TEXT) found.push(strFromU8(piece, true));
      return size <= MOST_OBJECT_TEXT;
    });
    if (size > MOST_OBJECT_TEXT) return fail({ code: 'pdf-expands' });
    // Objects of one stream stand together, of two apart.
    found.push('\n');
  }
  return succeed([found.join('')]);
}

/**
 * Streams in which objects stand readable: a mark of a stream inside a remark would otherwise hide
 * from this what a reader of the tables sees.
 */
function objectsInStreams(whole: string, { streams }: PdfParts): readonly string[] {
  return streams
    .map(({ start, end }) => whole.slice(start, end))
    .filter((content) => /\d\s+\d{1,5}\s+obj(?![a-z])/.test(content));
}

/** The largest number of pages that a node of the page tree claims. */
function mostPages(text: string): number {
  let most = 0;
  for (const { 1: count, index } of text.matchAll(/\/Count\s+(\d{1,10})/g)) {
    if (Number(count) <= most) continue;
    // Outlines count too; a page tree's node says what it is.
    const from = text.lastIndexOf(' obj', index);
    const to = text.indexOf('endobj', index);
    const object = text.slice(Math.max(from, 0), to < 0 ? undefined : to);
    if (/\/Type\s*\/Pages(?![A-Za-z0-9])/.test(object)) most = Number(count);
  }
  return most;
}

/** Whether an address is opened by itself: when the file is opened, or by any other event. */
function opensLink(text: string): boolean {
  if (!/\/URI(?![A-Za-z0-9])/.test(text)) return false;
  if (/\/AA(?![A-Za-z0-9])/.test(text)) return true;
  for (const { 1: inline, 2: number, index } of text.matchAll(
    /\/OpenAction\s*(?:(<<)|(\d{1,10})\s+\d+\s+R)/g,
  )) {
    const from = inline === undefined ? objectStart(text, number ?? '') : index;
    if (from < 0) continue;
    const to = text.indexOf('endobj', from);
    if (/\/URI(?![A-Za-z0-9])/.test(text.slice(from, to < 0 ? undefined : to))) return true;
  }
  return false;
}

function objectStart(text: string, number: string): number {
  return text.search(new RegExp(`(?<![0-9])${number}\\s+\\d+\\s+obj(?![a-z])`));
}
