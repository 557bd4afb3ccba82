import { join } from 'node:path';
import type { JournalRecord } from '../../src/contract/journal';
import type { Disk } from './disk';
import { readLine } from './journal-record';
import { readLines } from './journal-lines';
import { placeBefore, type FileIndex } from './journal-index';

/** One answer stays small enough to cross the border and be held in memory. */
const bytesPerAnswer = 8 * 1024 * 1024;

/**
 * The good records after a sequence number, oldest first: at most `limit` of them and about
 * eight mebibytes, but at least one unless there is none. An empty answer means the end, even
 * where the head's own line was changed. A line found changed since the journal was opened is
 * added to its month's list of broken lines.
 */
export async function readRecords(
  disk: Disk,
  folder: string,
  files: readonly FileIndex[],
  after: number,
  limit: number,
): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  let room = bytesPerAnswer;
  let lastSequence = after;
  for (const index of files.filter(({ head }) => head.sequence > after)) {
    const file = await disk.open(join(folder, index.name), 'existing');
    try {
      const place = placeBefore(index, lastSequence);
      let number = place.line - 1;
      for await (const line of readLines(file, place.offset, index.size)) {
        number += 1;
        const reading = readLine(line.bytes);
        if (reading.kind !== 'record') {
          if (!index.broken.includes(number)) index.broken.push(number);
          continue;
        }
        if (reading.record.sequence <= lastSequence) continue;
        lastSequence = reading.record.sequence;
        records.push(reading.record);
        room -= line.bytes.length;
        if (records.length === limit || room <= 0) return records;
      }
    } finally {
      await file.close();
    }
  }
  return records;
}
