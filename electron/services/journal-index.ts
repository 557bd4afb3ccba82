import { z } from 'zod';
import {
  journalHeadSchema,
  type JournalHead,
  type JournalRecord,
} from '../../src/contract/journal';
import type { DiskFile } from './disk';
import { readLine } from './journal-record';
import { readLines } from './journal-lines';

/** Every so many lines the index remembers where one begins: bounded memory, short searches. */
const markEvery = 64;

const fileIndexSchema = z.object({
  name: z.string(),
  /** Bytes that the index covers. */
  size: z.number().int().min(0),
  /** When the file was last changed as far as the index knows (milliseconds). */
  changedAt: z.number(),
  lines: z.number().int().min(0),
  /** Place after the last line of this file; that of the file before while it is empty. */
  head: journalHeadSchema,
  /** Sequence, offset and line number of about every 64th record, ascending. */
  marks: z.array(z.object({ sequence: z.number(), offset: z.number(), line: z.number() })),
  /** Line numbers, from 1, that do not fit the chain. */
  broken: z.array(z.number()),
  /** False right after a line without a hash to link to. */
  linkKnown: z.boolean(),
});
/** What is known of one month's file without reading it again. */
export type FileIndex = z.infer<typeof fileIndexSchema>;

export const journalIndexSchema = z.object({
  version: z.literal(1),
  files: z.array(fileIndexSchema),
});

/** The index of a file nothing has been read of, following on `head`. */
export function emptyFileIndex(name: string, head: JournalHead, linkKnown: boolean): FileIndex {
  return { name, size: 0, changedAt: 0, lines: 0, head, marks: [], broken: [], linkKnown };
}

/** The index after one more good record of `bytes` bytes (end of line included) at its end. */
export function withRecord(index: FileIndex, record: JournalRecord, bytes: number): FileIndex {
  const lastMarked = index.marks.at(-1)?.line ?? -markEvery;
  if (index.lines + 1 - lastMarked >= markEvery) {
    // In place: the index of a long month is not copied for each new record.
    index.marks.push({ sequence: record.sequence, offset: index.size, line: index.lines + 1 });
  }
  return {
    ...index,
    size: index.size + bytes,
    lines: index.lines + 1,
    head: { sequence: record.sequence, hash: record.hash },
    linkKnown: true,
  };
}

export interface ScanOutcome {
  readonly index: FileIndex;
  /** What follows the last end of line, undefined when the file ends properly. */
  readonly tail: { readonly offset: number; readonly bytes: Uint8Array } | undefined;
}

/**
 * Reads a file from where its index ends up to `size` bytes and continues the index. A line
 * that does not fit the chain is noted and the reading goes on; after a line without a
 * readable hash the next one is not blamed for its link.
 */
export async function scanFile(
  file: DiskFile,
  start: FileIndex,
  size: number,
): Promise<ScanOutcome> {
  let index = start;
  for await (const line of readLines(file, start.size, size)) {
    if (!line.complete) return { index, tail: { offset: line.offset, bytes: line.bytes } };
    const bytes = line.bytes.length + 1;
    const reading = readLine(line.bytes);
    if (reading.kind === 'record' && reading.record.sequence > index.head.sequence) {
      const { record } = reading;
      if (index.linkKnown && record.previousHash !== index.head.hash) {
        index.broken.push(index.lines + 1);
      }
      index = withRecord(index, record, bytes);
      continue;
    }
    index.broken.push(index.lines + 1);
    index = { ...index, size: index.size + bytes, lines: index.lines + 1, linkKnown: false };
    if (reading.kind === 'altered' && reading.sequence === index.head.sequence + 1) {
      // What came after it links to the hash it states, and its number is taken. Any other
      // number is not believed: it could hide every good record that follows.
      index = {
        ...index,
        head: { sequence: reading.sequence, hash: reading.hash },
        linkKnown: true,
      };
    }
  }
  return { index, tail: undefined };
}

/** Where to begin reading for the first record after a sequence number, and that line's number. */
export function placeBefore(index: FileIndex, after: number): { offset: number; line: number } {
  let low = 0;
  let high = index.marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.marks[middle]?.sequence ?? 0) <= after + 1) low = middle + 1;
    else high = middle;
  }
  return index.marks[low - 1] ?? { offset: 0, line: 1 };
}
