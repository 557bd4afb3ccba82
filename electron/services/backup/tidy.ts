import { join } from 'node:path';
import { keptSnapshots } from '../../../src/domain/backup/retention';
import type { Disk } from '../disk';
import { snapshotTime, type TargetPaths } from './layout';
import { listManifests, manifestPath, readManifest } from './manifest';

/**
 * Removes the snapshots retention lets go, then the objects no snapshot names. While any
 * snapshot cannot be read nothing is removed at all: it may name objects nobody else does.
 * Answers whether it was tidied.
 */
export async function tidyTarget(
  disk: Disk,
  paths: TargetPaths,
  offsetMinutes: number,
): Promise<boolean> {
  const named = new Map<string, readonly string[]>();
  for (const name of await listManifests(disk, paths)) {
    const manifest = await readManifest(disk, paths, name);
    if (manifest === undefined) return false;
    named.set(
      name,
      manifest.entries.flatMap(({ objects }) => objects),
    );
  }
  const kept = keptSnapshots(
    [...named.keys()].map((name) => snapshotTime(name) ?? 0),
    offsetMinutes,
  );
  let removed = false;
  for (const name of [...named.keys()]) {
    if (kept.has(snapshotTime(name) ?? 0)) continue;
    await disk.remove(manifestPath(paths, name));
    named.delete(name);
    removed = true;
  }
  if (removed) await disk.syncFolder(paths.snapshots);
  await collect(disk, paths, new Set([...named.values()].flat()));
  return true;
}

async function collect(disk: Disk, paths: TargetPaths, named: ReadonlySet<string>): Promise<void> {
  for (const prefix of await disk.list(paths.objects)) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    const folder = join(paths.objects, prefix);
    for (const name of await disk.list(folder)) {
      if (/^[0-9a-f]{64}$/.test(name) && !named.has(name)) await disk.remove(join(folder, name));
    }
  }
}
