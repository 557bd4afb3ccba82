import { join } from 'node:path';
import { z } from 'zod';
import { keyLines, unreadableKeyLines } from '../../../src/domain/backup/merge-subject-keys';
import { replaceFile, type Disk } from '../disk';
import { BackupStopped, onSource } from './failure';
import { sha256Of } from './objects';
import { ringThatOpens, unopened } from './vault-cover';
import { parseJson, readIfThere, textOf, VAULT_FILES, wholeLines } from './vault-files';

const { ring: keyring, ringBefore: keyringBefore, keys: subjectKeys, checksums } = VAULT_FILES;

/** A rotation exchanges both files once; more than a few readings that do not fit are damage. */
const mostReadings = 5;

/**
 * SHA-256 of the files of `vault/`. While a file is being replaced it lists the old and the
 * new, '' for a file that was not there: either is right, anything else is damage.
 */
const checksumsSchema = z.record(z.string(), z.array(z.string()));
type Checksums = Readonly<Record<string, readonly string[]>>;

/**
 * Copies the keys of this computer into the target; false when it has no vault. All snapshots
 * of a target share them: `subject-keys.jsonl` is replaced and never kept in an old version,
 * so that a destroyed key is gone from every backup with the next run. The key ring of before
 * lies there only until both are exchanged, for a drive pulled out in between. What is missing
 * or damaged here, lacks a subject the target knows, or does not fit together never replaces
 * what is good there (`vault-incomplete`).
 */
export async function copyVault(
  disk: Disk,
  targetDisk: Disk,
  from: string,
  to: string,
): Promise<boolean> {
  const { ring, keys } = await readHere(disk, from);
  const [thereRing, thereBefore, thereKeys] = await Promise.all(
    [keyring, keyringBefore, subjectKeys].map((name) => readIfThere(targetDisk, join(to, name))),
  );
  if (ring === undefined && keys === undefined && thereRing === undefined) return false;
  if (ring === undefined || !isJson(ring)) throw new BackupStopped('vault-incomplete', keyring);
  const text = keys === undefined ? '' : textOf(keys);
  const textThere = thereKeys === undefined ? '' : textOf(thereKeys);
  const isWhole = unreadableKeyLines(text) === 0 && unopened(ring, text) === 0;
  if (!isWhole || lacksSubjects(text, textThere)) {
    throw new BackupStopped('vault-incomplete', subjectKeys);
  }
  await targetDisk.makeFolder(to);
  const known = await readChecksums(targetDisk, to);
  // After an exchange that was cut off it is the ring of before that opens the keys there.
  const before = ringThatOpens([thereRing, thereBefore], textThere);
  const isNewRing = before !== undefined && Buffer.compare(before, ring) !== 0;
  const files = new Map([
    ...(isNewRing ? ([[keyringBefore, before]] as const) : []),
    [keyring, ring] as const,
    ...(keys === undefined ? [] : ([[subjectKeys, keys]] as const)),
  ]);
  await replaceAll(targetDisk, to, files, known);
  return true;
}

/** Ring and keys of one moment: where a rotation fell between the two, they are read again. */
async function readHere(disk: Disk, from: string) {
  for (let count = 1; ; count += 1) {
    const ring = await onSource(keyring, () => readIfThere(disk, join(from, keyring)));
    const found = await onSource(subjectKeys, () => readIfThere(disk, join(from, subjectKeys)));
    const keys = found && wholeLines(found);
    const fits = keys === undefined || unopened(ring, textOf(keys)) === 0;
    if (fits || count >= mostReadings) return { ring, keys };
  }
}

/** Whether any subject the target knows has no line here, live or destroyed. */
function lacksSubjects(here: string, there: string): boolean {
  const known = new Set(keyLines(here).map(({ subject }) => subject));
  return keyLines(there).some(({ subject }) => !known.has(subject));
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
  const kept = Object.fromEntries(Object.entries(after).filter(([name]) => name !== keyringBefore));
  await replaceFile(disk, join(to, checksums), Buffer.from(JSON.stringify(kept)));
  await disk.remove(join(to, keyringBefore));
  await disk.syncFolder(to);
}

/**
 * The keys of a target, checked; names of the files that are missing or not as written. The
 * ring of before is no damage when it is: it is only used where it is whole.
 */
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
      if (name !== keyringBefore && sums[name]?.includes('') !== true)
        damaged.push({ name, problem: 'missing' });
    } else if (sums[name]?.includes(await sha256Of(bytes)) === true) files.set(name, bytes);
    else if (name !== keyringBefore) damaged.push({ name, problem: 'altered' });
  }
  return { files, damaged };
}

/**
 * Writes the keys of a target into a new `vault` folder of a copy of the data: of its key rings
 * the one that opens its wrapped keys.
 */
export async function stageVault(
  disk: Disk,
  to: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await disk.makeFolder(to);
  const keys = files.get(subjectKeys);
  const rings = [files.get(keyring), files.get(keyringBefore)];
  const ring = ringThatOpens(rings, keys === undefined ? '' : textOf(keys));
  if (ring !== undefined) await replaceFile(disk, join(to, keyring), ring);
  if (keys !== undefined) await replaceFile(disk, join(to, subjectKeys), keys);
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
