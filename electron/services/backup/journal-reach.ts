import { join } from 'node:path';
import type { Disk } from '../disk';
import type { JournalPlace } from '../journal';
import { readLines } from '../journal-lines';
import { readLine } from '../journal-record';
import { BackupStopped } from './failure';
import type { Manifest } from './manifest';

/** The last line of a month is looked for in so many bytes before its end; a record is shorter. */
const tailBytes = 4 * 1024 * 1024;

/**
 * Throws `journal-cut` when the journal no longer has the record that was its head in the
 * target's newest snapshot: it only grows, so its end was cut off or another one written. A
 * restore carried out since then (`restoredAt`, RFC 3339) may have put an older journal here.
 */
export async function checkReach(options: {
  readonly disk: Disk;
  readonly dataFolder: string;
  readonly place: JournalPlace;
  readonly newest: Manifest | undefined;
  readonly restoredAt: string | null;
}): Promise<void> {
  const { newest, place, restoredAt } = options;
  if (newest === undefined || newest.head.sequence === 0) return;
  if (restoredAt !== null && Date.parse(restoredAt) > Date.parse(newest.takenAt)) return;
  const isShorter = place.head.sequence < newest.head.sequence;
  if (isShorter || !(await hasHead(options.disk, options.dataFolder, newest))) {
    throw new BackupStopped('journal-cut', String(newest.head.sequence));
  }
}

/** Whether the last line of then is still the head. With broken lines then it need not have been. */
async function hasHead(disk: Disk, dataFolder: string, newest: Manifest): Promise<boolean> {
  const month = newest.entries
    .filter(({ path }) => /^journal\/\d{4}-\d{2}\.jsonl$/.test(path))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .at(-1);
  if (month === undefined || newest.counts.broken > 0) return true;
  const path = join(dataFolder, month.path);
  if ((await disk.find(path)) === undefined) return false;
  const file = await disk.open(path, 'existing');
  try {
    let last: Uint8Array = new Uint8Array();
    for await (const { bytes } of readLines(
      file,
      Math.max(0, month.size - tailBytes),
      month.size,
    )) {
      last = bytes;
    }
    const reading = readLine(last);
    const hash =
      reading.kind === 'record'
        ? reading.record.hash
        : reading.kind === 'altered'
          ? reading.hash
          : '';
    return hash === newest.head.hash;
  } finally {
    await file.close();
  }
}
