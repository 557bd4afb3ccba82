import { Unzlib } from 'fflate';

/** One stream of a PDF: what its dictionary says, and where its packed bytes lie. */
export interface PdfStream {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

/** The bytes of a PDF as text, one character a byte, cut into what is a stream and what is not. */
export interface PdfParts {
  readonly outside: readonly string[];
  readonly streams: readonly PdfStream[];
}

/** Largest content of one stream in bytes: an A3 page in colour at 600 dpi has 209 million. */
export const LARGEST_STREAM = 268_435_456;

/** Deflate makes at most 1032 bytes of one (zlib's own page, "Maximum Compression Factor"). */
const MOST_OF_ONE = 1032;

const SLICE = 16_384;

/**
 * Cuts a PDF at its stream marks, without following any reference: a file whose tables lie, or
 * lead in circles, is read like any other, once from its beginning to its end.
 */
export function cutPdf(text: string): PdfParts {
  const outside: string[] = [];
  const streams: PdfStream[] = [];
  let at = 0;
  for (;;) {
    const mark = text.indexOf('stream', at);
    if (mark < 0) break;
    const start = contentStart(text, mark);
    if (start === null) {
      outside.push(text.slice(at, mark + 6));
      at = mark + 6;
      continue;
    }
    const before = text.slice(at, mark);
    outside.push(before);
    const closing = text.indexOf('endstream', start);
    const end = closing < 0 ? text.length : closing;
    streams.push({ dictionary: before.slice(before.lastIndexOf(' obj') + 1), start, end });
    at = closing < 0 ? text.length : closing + 9;
  }
  outside.push(text.slice(at));
  return { outside, streams };
}

/** Where content begins behind a mark; null when the word is no mark of a stream. */
function contentStart(text: string, mark: number): number | null {
  if (text.slice(mark - 3, mark) === 'end') return null;
  if (!/>>[\s\0]*$/.test(text.slice(Math.max(0, mark - 20), mark))) return null;
  if (text[mark + 6] === '\n') return mark + 7;
  if (text[mark + 6] !== '\r') return null;
  return text[mark + 7] === '\n' ? mark + 8 : mark + 7;
}

/** How a stream is packed, as its dictionary says. */
export interface Packing {
  /** Layers of deflate. */
  readonly times: number;
  /** Said by another object (`/Filter 12 0 R`), which is not followed. */
  readonly isElsewhere: boolean;
  /** Packed in other ways besides, or rearranged by a predictor: not undone here. */
  readonly isOther: boolean;
}

/** The packing a dictionary names; where it names one twice, both count. */
export function packingOf({ dictionary }: PdfStream): Packing {
  const plain = plainNames(dictionary);
  const said = Array.from(
    plain.matchAll(/\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/g),
    ([, filters]) => filters ?? '',
  ).join(' ');
  const names = said.match(/\/[^\s/[\]]+/g) ?? [];
  const times = names.filter((name) => /^\/(?:FlateDecode|Fl)$/.test(name)).length;
  const isRearranged = /\/Predictor\s+(?:[2-9]|1\d)/.test(plain);
  return {
    times,
    isElsewhere: /\/(?:Filter|DecodeParms)\s+\d+\s+\d+\s+R|\/Filter\s*\[[^\]]*\bR\b/.test(plain),
    isOther: names.length > times || isRearranged,
  };
}

/** Names with their `#xx` spelling undone (ISO 32000-1, 7.3.5): `/J#53` is `/JS`. */
export function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * Unpacks deflate in slices, as many layers as told; `take` hears of each piece and of how much
 * there was so far, and ends it by false. Packed wrongly or cut short: what came until then.
 */
export function unpack(
  packed: Uint8Array,
  times: number,
  take: (piece: Uint8Array, total: number) => boolean,
): void {
  let isWanted = true;
  let push = (piece: Uint8Array): void => {
    total += piece.length;
    isWanted &&= take(piece, total);
  };
  let total = 0;
  for (let layer = 0; layer < times; layer += 1) {
    const inner = push;
    const inflate = new Unzlib((piece) => {
      if (isWanted) inner(piece);
    });
    // A layer's own output comes in pieces of up to a thousand times a slice.
    push = (piece) => {
      for (let at = 0; at < piece.length && isWanted; at += SLICE) {
        inflate.push(piece.subarray(at, at + SLICE));
      }
    };
  }
  try {
    push(packed);
  } catch {
    // No deflate, or sealed: nothing to look into.
  }
}

/** Whether a stream unpacks to more than `LARGEST_STREAM`; one that cannot is not unpacked. */
export function isBomb(bytes: Uint8Array, stream: PdfStream): boolean {
  const { times, isElsewhere } = packingOf(stream);
  const packed = bytes.subarray(stream.start, stream.end);
  // What is said elsewhere is tried: no deflate ends at its first bytes.
  const tries = isElsewhere ? [1, 2] : [times];
  return tries.some((layers) => expands(packed, layers));
}

function expands(packed: Uint8Array, times: number): boolean {
  if (times === 0 || packed.length * MOST_OF_ONE ** times <= LARGEST_STREAM) return false;
  let isOver = false;
  unpack(packed, times, (_, total) => {
    isOver = total > LARGEST_STREAM;
    return !isOver;
  });
  return isOver;
}
