import type { DiskFile } from './disk';

export interface Line {
  /** Where the line begins, in bytes from the start of the file. */
  readonly offset: number;
  /** Without the end of line. */
  readonly bytes: Uint8Array;
  /** False for what follows the last end of line. */
  readonly complete: boolean;
}

const chunkSize = 256 * 1024;
const newline = 10;

/** The lines of a file between two positions, one chunk (or one long line) in memory at a time. */
export async function* readLines(file: DiskFile, from: number, to: number): AsyncGenerator<Line> {
  let rest: Uint8Array = new Uint8Array();
  let restOffset = from;
  for (let position = from; position < to;) {
    const chunk = await file.read(position, Math.min(chunkSize, to - position));
    if (chunk.length === 0) break;
    position += chunk.length;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      yield { offset: restOffset + start, bytes: bytes.subarray(start, end), complete: true };
      start = end + 1;
    }
    rest = bytes.subarray(start);
    restOffset += start;
  }
  if (rest.length > 0) yield { offset: restOffset, bytes: rest, complete: false };
}
