import { join } from 'node:path';
import {
  keyLines,
  mergeSubjectKeys,
  unreadableKeyLines,
} from '../../../src/domain/backup/merge-subject-keys';
import { replaceFile, type Disk } from '../disk';
import { readIfThere, ringFacts, textOf, VAULT_FILES, wholeLines } from './vault-files';

const { ring, ringCopy, keys, keysCopy } = VAULT_FILES;

/**
 * Whether a vault that is to be restored (or a target's) is another office's than the present
 * one. The key rings tell it; where either names no office, the origins of the journals do,
 * and an empty journal is nobody's.
 */
export async function isOtherOffice(options: {
  readonly disk: Disk;
  /** Folder of the present keys. */
  readonly present: string;
  /** Folder of the keys of the backup, and the disk it is on. */
  readonly backup: string;
  readonly backupDisk: Disk;
  readonly origins: { readonly present: string | null; readonly backup: string | null };
}): Promise<boolean> {
  const { disk, present, backup, backupDisk, origins } = options;
  const mine = (await presentRing(disk, present))?.facts;
  const theirs = ringFacts(await readIfThere(backupDisk, join(backup, ring)));
  if (mine !== undefined && theirs !== undefined) return mine.officeId !== theirs.officeId;
  return origins.present !== null && origins.present !== origins.backup;
}

/**
 * Joins the keys of the present vault, of the same office, into the staged one, before the
 * staged one takes its place. Of the two key rings that one stays which opens more of the
 * joined keys; the present one where they open the same, since passphrases and data key may be
 * newer than the backup. What is joined whole is then removed from the present folder: a copy
 * set aside could bring back a key, or a way in, that is destroyed later. Where a line cannot
 * be read, or would open nothing, all of it stays.
 */
export async function joinKeys(disk: Disk, present: string, staged: string): Promise<void> {
  const here = await presentKeys(disk, present);
  const there = textOf((await readIfThere(disk, join(staged, keys))) ?? new Uint8Array());
  const mine = await presentRing(disk, present);
  const theirs = ringFacts(await readIfThere(disk, join(staged, ring)));
  const byMine = mine?.facts && joined(here.text, there, mine.facts.keyIds);
  const byTheirs = joined(here.text, there, theirs?.keyIds ?? null);
  const keepsMine = byMine !== undefined && (theirs === undefined || byMine.live >= byTheirs.live);
  const merged = keepsMine ? byMine : byTheirs;
  if (keepsMine && mine !== undefined) await replaceFile(disk, join(staged, ring), mine.bytes);
  if (here.isThere) await replaceFile(disk, join(staged, keys), Buffer.from(merged.text));
  if (here.isDamaged || !merged.isWhole) return;
  for (const name of await disk.list(present)) {
    if (/^(keyring|subject-keys)[.-]/.test(name)) await disk.remove(join(present, name));
  }
  if ((await disk.find(present)) !== undefined) await disk.syncFolder(present);
}

interface Joined {
  readonly text: string;
  /** Keys in it that open. */
  readonly live: number;
  /** Whether every subject of the present file is in it. */
  readonly isWhole: boolean;
}

function joined(here: string, there: string, keyIds: readonly string[] | null): Joined {
  const { text } = mergeSubjectKeys(here, there, keyIds);
  const lines = keyLines(text);
  const known = new Set(lines.map(({ subject }) => subject));
  return {
    text,
    live: lines.filter(({ isDestroyed }) => !isDestroyed).length,
    isWhole: keyLines(here).every(({ subject }) => known.has(subject)),
  };
}

/** The present key ring, from its copy where the first does not read. */
async function presentRing(disk: Disk, folder: string) {
  for (const name of [ring, ringCopy]) {
    const bytes = await readIfThere(disk, join(folder, name));
    const facts = ringFacts(bytes);
    if (bytes !== undefined && facts !== undefined) return { bytes, facts };
  }
  return undefined;
}

/** The present wrapped keys: those of the file, and those only its copy still has. */
async function presentKeys(disk: Disk, folder: string) {
  const first = await readIfThere(disk, join(folder, keys));
  const copy = await readIfThere(disk, join(folder, keysCopy));
  const there = [first, copy].flatMap((one) => (one ? [textOf(wholeLines(one))] : []));
  const [text = '', spare = ''] = there;
  return {
    isThere: there.length > 0,
    isDamaged: there.length > 0 && there.every((one) => unreadableKeyLines(one) > 0),
    text: mergeSubjectKeys(text, spare).text,
  };
}
