import { join } from 'node:path';
import { z } from 'zod';
import { leftOutSchema, type Damage, type LeftOut } from '../../../src/contract/backup';
import type { Log } from '../../log';
import { replaceFile, systemDisk, type Disk } from '../disk';
import { freeBytes } from '../shell-info';
import { copyOut } from './copy-out';
import { BackupStopped, onData, type Control } from './failure';
import { snapshotName, type TargetPaths } from './layout';
import { readManifest, type Manifest } from './manifest';
import { readBackupSettings, writeBackupSettings } from './settings';
import { journalOrigin } from './source';
import { isOtherOffice, joinKeys } from './vault-join';

/** Room beyond the snapshot itself that has to be left in the data folder. */
const spareBytes = 100_000_000;

const mostNamed = 50;

const orderSchema = z.object({
  version: z.literal(1),
  /** Names the two folders: `restore-<stamp>` with the copy, `replaced-<stamp>` for the old data. */
  stamp: z.string().regex(/^\d{8}T\d{9}Z$/),
  snapshot: z.string(),
  target: z.string(),
  origin: z.string().nullable(),
  /** What is left out of it because it is damaged on the drive. */
  without: leftOutSchema.optional(),
  /** Whether keys belong to the snapshot; true in orders of versions that did not say. */
  vault: z.boolean().default(true),
});
type RestoreOrder = z.infer<typeof orderSchema>;

const orderFile = 'restore-order.json';
const orderPath = (dataFolder: string): string => join(dataFolder, orderFile);
const stagedPath = (dataFolder: string, stamp: string): string =>
  join(dataFolder, `restore-${stamp}`);

/** Beside the journal it tells of (docs/trail.md). */
const ANCHOR_FILE = 'journal-anchor.json';
/** Keys first, the journal last: whatever a record names is there before the record is. */
const parts = ['vault', 'files', 'drafts', 'pki', 'journal'] as const;

/** Databases that follow from the journal, in the profiles of the two shells. */
const derived = [
  ['browser', 'Default', 'IndexedDB'],
  ['electron', 'IndexedDB'],
] as const;

/**
 * Copies a snapshot into the data folder beside the data, checked file by file, and writes the
 * order by which the next start puts it in the data's place. The answer names the damaged
 * files; with any damage nothing is ordered, unless it can and may be left out. An earlier order that was not carried out is
 * withdrawn.
 */
export async function orderRestore(options: {
  readonly disk: Disk;
  readonly targetDisk: Disk;
  readonly dataFolder: string;
  readonly paths: TargetPaths;
  readonly snapshot: string;
  /** The person knows that the snapshot is another office's. */
  readonly otherOffice: boolean;
  /** Damaged files and drafts are left out, and ordered without. */
  readonly leaveOut: boolean;
  readonly now: () => Date;
  readonly control: Control;
}): Promise<readonly Damage[]> {
  const { disk, targetDisk, dataFolder, paths, snapshot } = options;
  const manifest = await readManifest(targetDisk, paths, snapshot);
  if (manifest === undefined) throw new BackupStopped('snapshot-not-read', snapshot);
  if (!options.otherOffice && (await replacesOtherOffice({ ...options, ...manifest }))) {
    throw new BackupStopped('other-office', 'origin');
  }
  await onData('order', () => disk.remove(orderPath(dataFolder)));
  await sweepCopies(disk, dataFolder, undefined);
  await checkRoom(dataFolder, manifest);
  const stamp = snapshotName(options.now());
  const into = stagedPath(dataFolder, stamp);
  try {
    const damaged = await copyOut({ ...options, manifest, into });
    if (damaged.length > 0 && !(options.leaveOut && canLeaveOut(damaged))) {
      await disk.removeFolder(into);
      return damaged;
    }
    await onData('order', async () => {
      await disk.syncFolder(into);
      await disk.syncFolder(dataFolder);
      const { origin, vault } = manifest;
      const target = paths.target;
      const without = damaged.length > 0 ? leftOut(damaged) : undefined;
      const order: RestoreOrder = { version: 1, stamp, snapshot, target, origin, vault, without };
      await replaceFile(disk, orderPath(dataFolder), Buffer.from(JSON.stringify(order)));
    });
    return damaged;
  } catch (error) {
    // Best effort: what is left is swept at the next start.
    await disk.removeFolder(into).catch(() => undefined);
    throw error;
  }
}

/** Whether only scans, drafts and authorities are damaged: no other record needs them. */
export function canLeaveOut(damaged: readonly Damage[]): boolean {
  return damaged.every(({ path }) => /^(?:files|drafts|pki)\//.test(path));
}

/** Damage as it is told: the first fifty by name, and the number of all. */
export function leftOut(damaged: readonly Damage[]): LeftOut {
  return { damaged: damaged.slice(0, mostNamed), damagedCount: damaged.length };
}

/**
 * Whether a snapshot of this origin would take the place of another office's records. An empty
 * journal is nobody's.
 */
export async function replacesOtherOffice(options: {
  readonly disk: Disk;
  readonly targetDisk: Disk;
  readonly dataFolder: string;
  readonly paths: TargetPaths;
  readonly origin: string | null;
}): Promise<boolean> {
  const { disk, targetDisk, dataFolder, paths, origin } = options;
  const present = await journalOrigin(disk, join(dataFolder, 'journal'));
  if (present === null) return false;
  return isOtherOffice({
    disk,
    present: join(dataFolder, 'vault'),
    backup: paths.vault,
    backupDisk: targetDisk,
    origins: { present, backup: origin },
  });
}

/** Whether a restore waits for the next start. */
export async function isRestoreOrdered(disk: Disk, dataFolder: string): Promise<boolean> {
  return (await disk.find(orderPath(dataFolder))) !== undefined;
}

/** Throws `no-room` when a copy of the snapshot does not fit beside the data. */
export async function checkRoom(dataFolder: string, manifest: Manifest): Promise<void> {
  const free = await freeBytes(dataFolder);
  const needed = manifest.bytes + spareBytes;
  if (free !== null && free < needed) throw new BackupStopped('no-room', String(needed));
}

/**
 * Carries out a restore that was ordered, before any service opens a file. Call it with the
 * data folder locked. Every step is a rename or can be repeated: ended anywhere, the next
 * start goes on. Rejects when the disk refuses; the program must not run on data that is half
 * the old and half the new. Without an order it only sweeps copies nobody needs.
 */
export async function applyRestoreOrder(options: {
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly disk?: Disk;
}): Promise<void> {
  const { dataFolder, log } = options;
  const disk = options.disk ?? systemDisk;
  const order = await readOrder(disk, dataFolder, log);
  await sweepCopies(disk, dataFolder, order?.stamp);
  if (order === undefined) return;
  const movedTo = `replaced-${order.stamp}`;
  const aside = join(dataFolder, movedTo);
  const staged = stagedPath(dataFolder, order.stamp);
  log({ event: 'restore-begun', snapshot: order.snapshot });
  await disk.makeFolder(aside);
  await setForeignDatabasesAside(disk, dataFolder, aside, order);
  await settleKeys(disk, dataFolder, staged, aside, order);
  // The anchor tells of the journal that goes aside.
  if ((await disk.find(join(staged, 'journal'))) !== undefined) {
    await moveAside(disk, join(dataFolder, ANCHOR_FILE), aside, ANCHOR_FILE);
  }
  for (const part of parts) await swap(disk, dataFolder, staged, aside, part);
  const settings = await readBackupSettings(disk, dataFolder);
  const at = options.now().toISOString();
  await writeBackupSettings(disk, dataFolder, {
    ...settings,
    target: settings.target ?? { folder: order.target, since: at },
    restore: {
      at,
      snapshot: order.snapshot,
      outcome: { kind: 'done', movedTo, without: order.without },
    },
    restoredAt: at,
  });
  await disk.removeFolder(staged);
  await disk.remove(orderPath(dataFolder));
  await disk.syncFolder(dataFolder);
  log({ event: 'restore-done', snapshot: order.snapshot });
}

/**
 * The keys of the present data: joined with the backup's where both are the same office's,
 * else set aside whole, with the credentials they seal, so that they can be brought back.
 */
async function settleKeys(
  disk: Disk,
  dataFolder: string,
  staged: string,
  aside: string,
  order: RestoreOrder,
): Promise<void> {
  const backup = join(staged, 'vault');
  const present = join(dataFolder, 'vault');
  // Once the copy's keys are in their place there is nothing left to decide.
  if (order.vault && (await disk.find(backup)) === undefined) return;
  const origins = {
    present: await journalOrigin(disk, join(dataFolder, 'journal')),
    backup: order.origin,
  };
  if (await isOtherOffice({ disk, present, backup, backupDisk: disk, origins })) {
    for (const part of ['keys', 'vault']) {
      await moveAside(disk, join(dataFolder, part), aside, part);
    }
  } else if (order.vault) await joinKeys(disk, present, backup);
}

/** Puts one folder of the copy in its place; the one that is there goes aside first. */
async function swap(
  disk: Disk,
  dataFolder: string,
  staged: string,
  aside: string,
  part: string,
): Promise<void> {
  const fresh = join(staged, part);
  if ((await disk.find(fresh)) === undefined) return;
  await moveAside(disk, join(dataFolder, part), aside, part);
  await disk.rename(fresh, join(dataFolder, part));
  await disk.syncFolder(dataFolder);
}

async function moveAside(disk: Disk, from: string, aside: string, name: string): Promise<void> {
  if ((await disk.find(from)) === undefined) return;
  let free = name;
  for (let count = 2; (await disk.find(join(aside, free))) !== undefined; count += 1) {
    free = `${name}-${count}`;
  }
  await disk.rename(from, join(aside, free));
  await disk.syncFolder(aside);
}

/**
 * IndexedDB of the same office stays: what it has more than the snapshot is written back into
 * the journal. That of another office must not be; it is set aside with the rest.
 */
async function setForeignDatabasesAside(
  disk: Disk,
  dataFolder: string,
  aside: string,
  order: RestoreOrder,
): Promise<void> {
  const present = await journalOrigin(disk, join(dataFolder, 'journal'));
  if (present === null || present === order.origin) return;
  for (const place of derived) {
    await moveAside(disk, join(dataFolder, ...place), aside, `${place[0]}-database`);
  }
}

async function readOrder(
  disk: Disk,
  dataFolder: string,
  log: Log,
): Promise<RestoreOrder | undefined> {
  const path = orderPath(dataFolder);
  if ((await disk.find(path)) === undefined) return undefined;
  const bytes = await disk.read(path);
  try {
    return orderSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    // Orders are written whole: this one was changed by somebody, and nothing is done on it.
    log({ event: 'restore-order-unreadable' });
    await disk.rename(path, `${path}.unreadable`);
    return undefined;
  }
}

/** Copies that no order names: of a restore that was interrupted, withdrawn or done. */
async function sweepCopies(
  disk: Disk,
  dataFolder: string,
  wanted: string | undefined,
): Promise<void> {
  for (const name of await disk.list(dataFolder)) {
    if (!/^restore-\d{8}T\d{9}Z$/.test(name) || name === `restore-${wanted ?? ''}`) continue;
    await disk.removeFolder(join(dataFolder, name));
  }
}
