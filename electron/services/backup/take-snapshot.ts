import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../disk';
import type { JournalPlace } from '../journal';
import { BackupStopped, onSource, type Control } from './failure';
import { checkReach } from './journal-reach';
import { snapshotName, snapshotTime, type TargetPaths } from './layout';
import { newestManifest, writeManifest, type Manifest, type ManifestEntry } from './manifest';
import { openObjects, sha256Of, type ObjectStore } from './objects';
import { AUTHORITIES, journalOrigin, listSource, type SourceFile } from './source';
import { copyVault } from './vault-copy';

/** A month of the journal is kept in pieces of so many bytes: a day's run writes the last one. */
const pieceSize = 1024 * 1024;
const DAY = 24 * 3_600_000;
/** A run reads back, besides what it wrote, a seventh of what lay there: all of it in a week. */
const readingShare = 7;

export interface SnapshotOptions {
  readonly disk: Disk;
  /** The target's disk: the same port, lenient where shares cannot flush folders. */
  readonly targetDisk: Disk;
  readonly dataFolder: string;
  readonly paths: TargetPaths;
  readonly program: string;
  readonly now: () => Date;
  readonly place: () => Promise<JournalPlace>;
  /** Reads back everything, after a rehearsal found damage. */
  readonly thorough: boolean;
  /** RFC 3339 UTC of the last restore that was carried out here; null for none. */
  readonly restoredAt: string | null;
  readonly control: Control;
}

export interface TakenSnapshot {
  readonly name: string;
  readonly manifest: Manifest;
  readonly newObjects: number;
  readonly newBytes: number;
}

/**
 * Takes one snapshot into the target: journal head first, then objects, then keys, the
 * manifest last. Stopped anywhere, no snapshot names what is not there, and the next run
 * finds the objects that were written. Throws `BackupStopped`, or what the target refused.
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<TakenSnapshot> {
  const { disk, targetDisk, dataFolder, paths, control } = options;
  await targetDisk.makeFolder(paths.snapshots);
  const place = await options.place();
  const origin = await onSource('journal', () => journalOrigin(disk, join(dataFolder, 'journal')));
  const newest = await newestManifest(targetDisk, paths);
  checkOrigin(origin, newest?.manifest);
  const { restoredAt } = options;
  await onSource('journal', () =>
    checkReach({ disk, dataFolder, place, newest: newest?.manifest, restoredAt }),
  );
  const objects = await openObjects(targetDisk, paths);
  const copier = createCopier(options, objects, newest?.manifest);
  const files = await onSource('list', () => listSource(disk, dataFolder, place));
  const entries: ManifestEntry[] = [];
  for (const [done, file] of files.entries()) {
    control.checkpoint();
    control.progress(done, files.length);
    const entry = await copier(file);
    if (entry !== undefined) entries.push(entry);
  }
  control.progress(files.length, files.length);
  await objects.settle();
  const vault = await copyVault(disk, targetDisk, join(dataFolder, 'vault'), paths.vault);
  const name = nameAfter(options.now(), newest?.name);
  const manifest: Manifest = {
    version: 1,
    program: options.program,
    takenAt: options.now().toISOString(),
    origin,
    head: place.head,
    counts: {
      records: place.lines,
      broken: place.broken,
      files: countIn(entries, 'files/'),
      drafts: countIn(entries, 'drafts/'),
      authorities: countIn(entries, `${AUTHORITIES}/`),
    },
    bytes: entries.reduce((bytes, { size }) => bytes + size, 0),
    vault,
    entries,
  };
  control.checkpoint();
  await writeManifest(targetDisk, paths, name, manifest);
  const written = objects.written();
  return { name, manifest, newObjects: written.objects, newBytes: written.bytes };
}

/** A target belongs to the journal whose backups it holds; another office's is left alone. */
function checkOrigin(origin: string | null, there: Manifest | undefined): void {
  const other = there?.origin ?? null;
  if (other !== null && other !== origin) throw new BackupStopped('other-office', 'origin');
}

/** A clock set back does not make a new snapshot look older than the last one. */
function nameAfter(now: Date, newest: string | undefined): string {
  const last = newest === undefined ? null : snapshotTime(newest);
  return snapshotName(last !== null && last >= now.getTime() ? new Date(last + 1) : now);
}

function countIn(entries: readonly ManifestEntry[], folder: string): number {
  return entries.filter(({ path }) => path.startsWith(folder)).length;
}

type Copier = (file: SourceFile) => Promise<ManifestEntry | undefined>;

function createCopier(
  { disk, dataFolder, thorough, now }: SnapshotOptions,
  objects: ObjectStore,
  newest: Manifest | undefined,
): Copier {
  const known = new Map(newest?.entries.map((entry) => [entry.path, entry]));
  const share = Math.floor(now().getTime() / DAY) % readingShare;

  function isReadDue(hash: string): boolean {
    return thorough || Number.parseInt(hash.slice(0, 2), 16) % readingShare === share;
  }

  async function isThere(entry: ManifestEntry): Promise<boolean> {
    const last = entry.objects.length - 1;
    for (const [index, hash] of entry.objects.entries()) {
      const size = index === last ? entry.size - last * pieceSize : pieceSize;
      const expected = last === 0 ? entry.size : size;
      if (!(await objects.has(hash, expected, isReadDue(hash)))) return false;
    }
    return true;
  }

  return async (file) => {
    const before = known.get(file.path);
    const isUntouched = before?.size === file.size && before.changedAt === file.changedAt;
    if (isUntouched && (await isThere(before))) return before;
    const path = join(dataFolder, file.path);
    return file.kind === 'month'
      ? copyMonth(disk, path, file, objects)
      : copyWhole(disk, path, file, objects);
  };
}

/** Copies a month up to the length it had when the head was taken, piece by piece. */
async function copyMonth(
  disk: Disk,
  path: string,
  { path: name, size, changedAt }: SourceFile,
  objects: ObjectStore,
): Promise<ManifestEntry> {
  const whole = createHash('sha256');
  const pieces: string[] = [];
  const file = await onSource(name, () => disk.open(path, 'existing'));
  try {
    for (let position = 0; position < size; position += pieceSize) {
      const length = Math.min(pieceSize, size - position);
      const bytes = new Uint8Array(await onSource(name, () => file.read(position, length)));
      if (bytes.length < length) throw new BackupStopped('source-not-read', `${name}: shorter`);
      whole.update(bytes);
      const hash = await sha256Of(bytes);
      await objects.put(hash, bytes);
      pieces.push(hash);
    }
  } finally {
    await file.close();
  }
  return { path: name, size, changedAt, sha256: whole.digest('hex'), objects: pieces };
}

/** Copies a file as one object; undefined when it went meanwhile. */
async function copyWhole(
  disk: Disk,
  path: string,
  { path: name, changedAt }: SourceFile,
  objects: ObjectStore,
): Promise<ManifestEntry | undefined> {
  const bytes = await onSource(name, async () =>
    (await disk.find(path)) === undefined ? undefined : disk.read(path),
  );
  if (bytes === undefined) return undefined;
  const hash = await sha256Of(bytes);
  await objects.put(hash, bytes);
  return { path: name, size: bytes.length, changedAt, sha256: hash, objects: [hash] };
}
