import { join } from 'node:path';
import type { Services } from '../../src/contract/index';
import type { ChainBreak, JournalCheckpoint, JournalHead } from '../../src/contract/journal';
import type { Disk } from './disk';
import type { AnchorKeeper } from './journal-anchor';
import { readLines } from './journal-lines';
import { isSpeltSo, readLine } from './journal-record';

/** Bytes one call reads: a fraction of a second, so that nothing waits for a check. */
const BYTES_PER_CALL = 4 * 1024 * 1024;

const FROM_THE_FIRST: JournalCheckpoint = {
  sequence: 0,
  hash: '',
  file: '',
  line: 0,
  offset: 0,
  unread: 0,
};

/** A month's file and how much of it counts. */
export interface MonthFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

interface WalkOutcome {
  readonly checkedTo: JournalCheckpoint;
  /** Lines looked at. */
  readonly records: number;
  readonly breaks: readonly ChainBreak[];
  /** Nothing follows. */
  readonly atEnd: boolean;
}

type Verified = Extract<
  Awaited<ReturnType<Services['journal']['verify']>>,
  { readonly ok: true }
>['value'];

/**
 * One stretch of the check of the chain; see the contract. With the end come what the anchor
 * tells, and a tail that went missing since the journal was opened.
 */
export async function verifyNext(
  disk: Disk,
  folder: string,
  { head, files }: { readonly head: JournalHead; readonly files: readonly MonthFile[] },
  anchor: AnchorKeeper,
  from: JournalCheckpoint | null,
): Promise<Verified> {
  const start = from !== null && isPlaceIn(files, from, head) ? from : FROM_THE_FIRST;
  const walk = await walkChain(disk, folder, files, start);
  const { checkedTo, records, atEnd } = walk;
  const breaks = [...walk.breaks];
  if (atEnd && checkedTo.sequence + checkedTo.unread < head.sequence) {
    breaks.push(cutAt(head));
  }
  if (atEnd) breaks.push(...anchor.lost());
  return { checkedTo, records, breaks, done: atEnd, head, anchor: anchor.reading() };
}

function cutAt({ sequence }: JournalHead): ChainBreak {
  return { kind: 'truncated', file: '', line: 0, sequence, count: 1, at: null };
}

/** Whether a check can go on at a place: its file is there, long enough, and led so far. */
function isPlaceIn(
  files: readonly MonthFile[],
  { file, offset, sequence, hash }: JournalCheckpoint,
  head: JournalHead,
): boolean {
  if (sequence > head.sequence) return false;
  if (sequence === head.sequence && hash !== '' && hash !== head.hash) return false;
  return file === '' || files.some(({ name, size }) => name === file && offset <= size);
}

/**
 * Reads the lines of the journal as they lie on the disk from a place on, without the index,
 * and compares each with itself and with the one before. Stops after `room` bytes, at the end
 * of a line.
 */
async function walkChain(
  disk: Disk,
  folder: string,
  files: readonly MonthFile[],
  from: JournalCheckpoint,
  room = BYTES_PER_CALL,
): Promise<WalkOutcome> {
  const walk = new ChainWalk(from);
  let left = room;
  for (const { name, size } of files) {
    if (name < from.file) continue;
    walk.enter(name);
    const { line, offset } = walk.place;
    if (offset >= size) continue;
    let number = line;
    const file = await disk.open(join(folder, name), 'existing');
    try {
      for await (const read of readLines(file, offset, size)) {
        number += 1;
        walk.take(read.bytes, number, read.complete);
        left -= read.bytes.length + 1;
        if (left <= 0) return walk.outcome(false);
      }
    } finally {
      await file.close();
    }
  }
  return walk.outcome(true);
}

/** What is known of the chain while it is walked, line by line. */
class ChainWalk {
  private readonly breaks: ChainBreak[] = [];
  private records = 0;
  place: JournalCheckpoint;

  constructor(from: JournalCheckpoint) {
    this.place = from;
  }

  enter(file: string): void {
    if (this.place.file !== file) this.place = { ...this.place, file, line: 0, offset: 0 };
  }

  take(bytes: Uint8Array, line: number, complete: boolean): void {
    this.records += 1;
    const length = bytes.length + (complete ? 1 : 0);
    this.place = { ...this.place, line, offset: this.place.offset + length };
    const reading = readLine(bytes);
    if (reading.kind === 'unreadable') this.doubt('unreadable');
    else if (reading.kind === 'altered') this.takeAltered(reading.sequence, '');
    else if (!isSpeltSo(reading.record, bytes)) {
      this.takeAltered(reading.record.sequence, reading.record.hash);
    } else this.takeRecord(reading.record);
  }

  outcome(atEnd: boolean): WalkOutcome {
    return { checkedTo: this.place, records: this.records, breaks: this.breaks, atEnd };
  }

  /** The line is there but is no record that could be told. */
  private doubt(kind: ChainBreak['kind']): void {
    this.found(kind, this.place.sequence + 1 + this.place.unread);
    this.place = { ...this.place, unread: this.place.unread + 1 };
  }

  /** The number a changed line states is believed only where it is the next one. */
  private takeAltered(sequence: number, hash: string): void {
    const { sequence: last, unread } = this.place;
    if (sequence <= last || sequence > last + 1 + unread) {
      this.doubt('altered');
      return;
    }
    this.found('altered', sequence);
    this.advance(sequence, hash);
  }

  private takeRecord(record: {
    readonly sequence: number;
    readonly previousHash: string;
    readonly hash: string;
  }): void {
    const { sequence: last, hash, unread } = this.place;
    const { sequence } = record;
    if (sequence <= last) {
      this.foundAgain(sequence);
      return;
    }
    if (sequence > last + 1 + unread) {
      this.found('missing', last + 1 + unread, sequence - last - 1 - unread);
    } else if (unread === 0 && (hash !== '' || last === 0) && record.previousHash !== hash) {
      this.found('altered', sequence);
    }
    this.advance(sequence, record.hash);
  }

  private advance(sequence: number, hash: string): void {
    this.place = { ...this.place, sequence, hash, unread: 0 };
  }

  private found(kind: ChainBreak['kind'], sequence: number, count = 1): void {
    const { file, line } = this.place;
    this.breaks.push({ kind, file, line, sequence, count, at: null });
  }

  /** A record after a later one: it was not missing, it stands in the wrong place. */
  private foundAgain(sequence: number): void {
    const gap = this.breaks.findIndex(
      (one) =>
        one.kind === 'missing' && sequence >= one.sequence && sequence < one.sequence + one.count,
    );
    const missing = this.breaks[gap];
    if (missing?.count === 1) this.breaks.splice(gap, 1);
    this.found('reordered', sequence);
  }
}
