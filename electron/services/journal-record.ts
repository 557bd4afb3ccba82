import { createHash } from 'node:crypto';
import { journalRecordSchema, type JournalRecord } from '../../src/contract/journal';

/**
 * The hash that chains a record to the one before it: SHA-256, lower-case hex, over the JSON
 * array of previous hash, sequence, id, time and the two sealed fields, in this order. An
 * array has one spelling only, so the hash does not depend on the order of a record's keys.
 */
export function hashOfRecord(record: Omit<JournalRecord, 'hash'>): string {
  const { previousHash, sequence, id, at, sealed } = record;
  const canonical = JSON.stringify([previousHash, sequence, id, at, sealed.scheme, sealed.data]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** One line of a journal file, with its end of line; a record has one spelling only. */
export function lineOfRecord(record: JournalRecord): Uint8Array {
  const { sequence, id, at, previousHash, sealed, hash } = record;
  const { scheme, data } = sealed;
  const spelt = { sequence, id, at, previousHash, sealed: { scheme, data }, hash };
  return Buffer.from(`${JSON.stringify(spelt)}\n`);
}

/** Whether a line (without its end) is spelt as the journal spells this record. */
export function isSpeltSo(record: JournalRecord, bytes: Uint8Array): boolean {
  const spelt = lineOfRecord(record);
  return Buffer.compare(spelt.subarray(0, -1), bytes) === 0;
}

/** What a line of the journal turned out to be. */
export type LineReading =
  /** The record is the one that was written; its link to the line before is still to be checked. */
  | { readonly kind: 'record'; readonly record: JournalRecord }
  /** The line has a record's shape, but its hash does not fit: it was changed. */
  | { readonly kind: 'altered'; readonly sequence: number; readonly hash: string }
  | { readonly kind: 'unreadable' };

/** Reads one line (without its end of line) and recomputes its hash. */
export function readLine(bytes: Uint8Array): LineReading {
  const parsed = journalRecordSchema.safeParse(parseJson(bytes));
  if (!parsed.success) return { kind: 'unreadable' };
  const record = parsed.data;
  if (hashOfRecord(record) === record.hash) return { kind: 'record', record };
  return { kind: 'altered', sequence: record.sequence, hash: record.hash };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return undefined;
  }
}
