import { join } from 'node:path';
import { z } from 'zod';
import { unreadableKeyLines } from '../../../src/domain/backup/merge-subject-keys';
import { replaceFile, type Disk } from '../disk';
import { BackupStopped, onSource } from './failure';
import { sha256Of } from './objects';
import { parseJson, readIfThere, textOf, VAULT_FILES, wholeLines } from './vault-files';

const { ring: keyring, ringBefore: keyringBefore, keys: subjectKeys, checksums } = VAULT_FILES;

/**
 * SHA-256 of the files of `vault/`. While a file is being replaced it lists the old and the
 * new, '' for a file that was not there: either is right, anything else is damage.
 */
const checksumsSchema = z.record(z.string(), z.array(z.string()));
type Checksums = Readonly<Record<string, readonly string[]>>;

/**
 * Copies the keys of this computer into the target; false when it has no vault. All snapshots
 * of a target share them: `subject-keys.jsonl` is replaced and never kept in an old version,
 * so that a destroyed key is gone from every backup with the next run; of the keyring the one
 * before the last change stays. A file that is missing or damaged here never replaces a good
 * one there (`vault-incomplete`).
 */
export async function copyVault(
  disk: Disk,
  targetDisk: Disk,
  from: string,
  to: string,
): Promise<boolean> {
  const ring = await onSource(keyring, () => readIfThere(disk, join(from, keyring)));
  const keys = await onSource(subjectKeys, () => readIfThere(disk, join(from, subjectKeys)));
  const thereRing = await readIfThere(targetDisk, join(to, keyring));
  const thereKeys = await readIfThere(targetDisk, join(to, subjectKeys));
  if (ring === undefined && keys === undefined && thereRing === undefined) return false;
  if (ring === undefined || !isJson(ring)) throw new BackupStopped('vault-incomplete', keyring);
  if (keys === undefined && thereKeys !== undefined) {
    throw new BackupStopped('vault-incomplete', subjectKeys);
  }
  const wholeKeys = keys === undefined ? undefined : wholeLines(keys);
  if (wholeKeys !== undefined && unreadableKeyLines(textOf(wholeKeys)) > 0) {
    throw new BackupStopped('vault-incomplete', subjectKeys);
  }
  await targetDisk.makeFolder(to);
  const known = await readChecksums(targetDisk, to);
  const isNewRing = thereRing !== undefined && Buffer.compare(thereRing, ring) !== 0;
  const files = new Map([
    ...(isNewRing ? ([[keyringBefore, thereRing]] as const) : []),
    [keyring, ring] as const,
    ...(wholeKeys === undefined ? [] : ([[subjectKeys, wholeKeys]] as const)),
  ]);
  await replaceAll(targetDisk, to, files, known);
  return true;
}

async function replaceAll(
  disk: Disk,
  to: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  known: Checksums,
): Promise<void> {
  const after: Record<string, readonly string[]> = { ...known };
  for (const [name, bytes] of files) after[name] = [await sha256Of(bytes)];
  const either = Object.fromEntries(
    Object.entries(after).map(([name, hashes]) => [
      name,
      [...new Set([...(known[name] ?? ['']), ...hashes])],
    ]),
  );
  await replaceFile(disk, join(to, checksums), Buffer.from(JSON.stringify(either)));
  for (const [name, bytes] of files) {
    await replaceFile(disk, join(to, name), bytes);
    if (Buffer.compare(await disk.read(join(to, name)), bytes) !== 0) {
      throw new BackupStopped('not-read-back', name);
    }
  }
  await replaceFile(disk, join(to, checksums), Buffer.from(JSON.stringify(after)));
}

/** The keys of a target, checked; names of the files that are missing or not as written. */
export async function readVault(
  disk: Disk,
  from: string,
): Promise<{
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly damaged: readonly { readonly name: string; readonly problem: 'missing' | 'altered' }[];
}> {
  const sums = await readChecksums(disk, from);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const damaged: { name: string; problem: 'missing' | 'altered' }[] = [];
  for (const name of new Set([keyring, ...Object.keys(sums)])) {
    const bytes = await readIfThere(disk, join(from, name));
    if (bytes === undefined) {
      if (sums[name]?.includes('') !== true) damaged.push({ name, problem: 'missing' });
    } else if (sums[name]?.includes(await sha256Of(bytes)) === true) files.set(name, bytes);
    else damaged.push({ name, problem: 'altered' });
  }
  return { files, damaged };
}

/** Writes the keys of a target into a new `vault` folder of a copy of the data. */
export async function stageVault(
  disk: Disk,
  to: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await disk.makeFolder(to);
  for (const name of [keyring, subjectKeys]) {
    const bytes = files.get(name);
    if (bytes !== undefined) await replaceFile(disk, join(to, name), bytes);
  }
}

async function readChecksums(disk: Disk, folder: string): Promise<Checksums> {
  const bytes = await readIfThere(disk, join(folder, checksums));
  if (bytes === undefined) return {};
  try {
    return checksumsSchema.parse(JSON.parse(textOf(bytes)));
  } catch {
    return {};
  }
}

function isJson(bytes: Uint8Array): boolean {
  return parseJson(bytes) !== undefined;
}
