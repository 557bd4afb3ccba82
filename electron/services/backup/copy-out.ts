import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Damage } from '../../../src/contract/backup';
import type { Disk, DiskFile } from '../disk';
import { onData, type Control } from './failure';
import type { TargetPaths } from './layout';
import type { Manifest, ManifestEntry } from './manifest';
import { readObject } from './objects';
import { AUTHORITIES } from './source';
import { readVault, stageVault } from './vault-copy';

const readingSize = 4 * 1024 * 1024;

/**
 * Copies a whole snapshot into a new folder `into`: every object is checked against its name,
 * every file against the snapshot, and read back from where it was written. Damage does not
 * stop it, so that the answer names every damaged file; a damaged file is not left in `into`.
 */
export async function copyOut(options: {
  readonly disk: Disk;
  readonly targetDisk: Disk;
  readonly paths: TargetPaths;
  readonly manifest: Manifest;
  readonly into: string;
  readonly control: Control;
}): Promise<readonly Damage[]> {
  const { disk, targetDisk, paths, manifest, into, control } = options;
  const damaged: Damage[] = [];
  const folders = new Set<string>();
  // A snapshot that does not say which authorities were trusted leaves those that are.
  const trust = manifest.counts.authorities === undefined ? [] : [AUTHORITIES];
  for (const part of ['journal', 'files', 'drafts', ...trust]) {
    await onData(part, () => disk.makeFolder(join(into, part)));
  }
  for (const [done, entry] of manifest.entries.entries()) {
    control.checkpoint();
    control.progress(done, manifest.entries.length);
    const path = join(into, entry.path);
    const folder = dirname(path);
    if (!folders.has(folder)) await onData(entry.path, () => disk.makeFolder(folder));
    folders.add(folder);
    const problem = await copyEntry(disk, targetDisk, paths, entry, path);
    if (problem === undefined) continue;
    await disk.remove(path);
    damaged.push({ path: entry.path, problem });
  }
  if (manifest.vault) {
    const vault = await readVault(targetDisk, paths.vault);
    damaged.push(...vault.damaged.map(({ name, problem }) => ({ path: `vault/${name}`, problem })));
    await onData('vault', () => stageVault(disk, join(into, 'vault'), vault.files));
  }
  for (const folder of folders) await onData('folders', () => disk.syncFolder(folder));
  control.progress(manifest.entries.length, manifest.entries.length);
  return damaged;
}

async function copyEntry(
  disk: Disk,
  targetDisk: Disk,
  paths: TargetPaths,
  entry: ManifestEntry,
  path: string,
): Promise<Damage['problem'] | undefined> {
  const file = await onData(entry.path, () => disk.open(path, 'create'));
  try {
    let position = 0;
    for (const hash of entry.objects) {
      const bytes = await readOrProblem(targetDisk, paths, hash);
      if (typeof bytes === 'string') return bytes;
      const at = position;
      await onData(entry.path, () => file.write(at, bytes));
      position += bytes.length;
    }
    await onData(entry.path, () => file.sync());
    const isWhole = position === entry.size && (await hashOfFile(file, position)) === entry.sha256;
    return isWhole ? undefined : 'altered';
  } finally {
    await file.close();
  }
}

/** A part of a drive that cannot be read is one damaged file, not the end of the work. */
async function readOrProblem(
  disk: Disk,
  paths: TargetPaths,
  hash: string,
): Promise<Uint8Array | Damage['problem']> {
  try {
    return await readObject(disk, paths, hash);
  } catch {
    return 'not-read';
  }
}

async function hashOfFile(file: DiskFile, size: number): Promise<string> {
  const hash = createHash('sha256');
  for (let position = 0; position < size; position += readingSize) {
    hash.update(await file.read(position, Math.min(readingSize, size - position)));
  }
  return hash.digest('hex');
}
