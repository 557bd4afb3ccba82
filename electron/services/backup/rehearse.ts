import { join } from 'node:path';
import type { Rehearsal } from '../../../src/contract/backup';
import type { Disk } from '../disk';
import { openJournalFolder } from '../journal-opening';
import { copyOut } from './copy-out';
import { BackupStopped, onData, type Control } from './failure';
import type { TargetPaths } from './layout';
import { newestManifest, type Manifest } from './manifest';
import { checkRoom } from './restore-order';
import { AUTHORITIES } from './source';
import { lackingKeys } from './vault-cover';

const mostNamed = 50;

/**
 * Restores the newest snapshot into `rehearsal/` of the data folder and compares what came
 * out: every file by its hash, the journal by number, chain and head of its records, and whether
 * the keys open every subject the journal names. The
 * scratch folder is swept before and after; the data itself is not touched.
 */
export async function rehearse(options: {
  readonly disk: Disk;
  readonly targetDisk: Disk;
  readonly dataFolder: string;
  readonly paths: TargetPaths;
  readonly now: () => Date;
  readonly control: Control;
}): Promise<Rehearsal> {
  const { disk, targetDisk, dataFolder, paths } = options;
  const newest = await newestManifest(targetDisk, paths);
  if (newest === undefined) throw new BackupStopped('snapshot-not-read', '');
  const { name, manifest } = newest;
  const into = rehearsalFolder(dataFolder);
  try {
    await onData('rehearsal', () => disk.removeFolder(into));
    await checkRoom(dataFolder, manifest);
    const copied = await copyOut({ ...options, manifest, into });
    const lacking = await onData('rehearsal', () => lackingKeys(disk, into));
    const isNamed = (path: string): boolean => copied.some((one) => one.path === path);
    const damaged = [...copied, ...lacking.filter(({ path }) => !isNamed(path))];
    const found = await onData('rehearsal', () => readBack(disk, into));
    const { records, files, drafts } = manifest.counts;
    const counts = { records, files, drafts, bytes: manifest.bytes };
    const journalFits =
      found.records === records &&
      found.broken === manifest.counts.broken &&
      found.head.sequence === manifest.head.sequence &&
      found.head.hash === manifest.head.hash;
    const at = options.now().toISOString();
    if (damaged.length === 0 && journalFits && fitsCounts(manifest, found)) {
      return { at, snapshot: name, outcome: { kind: 'good', ...counts } };
    }
    const outcome = {
      kind: 'damaged' as const,
      // What was really found, so that the difference can be seen.
      records: found.records,
      files: found.files,
      drafts: found.drafts,
      bytes: manifest.bytes,
      damaged: damaged.slice(0, mostNamed),
      damagedCount: damaged.length,
      journalFits,
    };
    return { at, snapshot: name, outcome };
  } finally {
    await disk.removeFolder(into).catch(() => undefined);
  }
}

/** Where a rehearsal restores to. */
export function rehearsalFolder(dataFolder: string): string {
  return join(dataFolder, 'rehearsal');
}

function fitsCounts({ counts }: Manifest, found: Found): boolean {
  const { authorities = 0 } = counts;
  return (
    found.files === counts.files &&
    found.drafts === counts.drafts &&
    found.authorities === authorities
  );
}

interface Found {
  readonly records: number;
  readonly broken: number;
  readonly head: Manifest['head'];
  readonly files: number;
  readonly drafts: number;
  readonly authorities: number;
}

/** Counts what lies in the scratch folder, as the program itself would open it. */
async function readBack(disk: Disk, into: string): Promise<Found> {
  const { journal } = await openJournalFolder(disk, join(into, 'journal'));
  let files = 0;
  for (const first of await disk.list(join(into, 'files'))) {
    for (const second of await disk.list(join(into, 'files', first))) {
      files += (await disk.list(join(into, 'files', first, second))).length;
    }
  }
  return {
    records: journal.files.reduce((lines, file) => lines + file.lines, 0),
    broken: journal.files.reduce((broken, file) => broken + file.broken.length, 0),
    head: journal.files.at(-1)?.head ?? { sequence: 0, hash: '' },
    files,
    drafts: (await disk.list(join(into, 'drafts'))).length,
    authorities: (await disk.list(join(into, AUTHORITIES))).length,
  };
}
