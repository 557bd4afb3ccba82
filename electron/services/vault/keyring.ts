import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile, type Disk } from '../disk';
import { passphraseCostSchema } from './passphrase-key';

const base64 = z.base64();

const memberSchema = z.object({
  id: z.uuid(),
  signInName: z.string(),
  initial: z.boolean(),
  cost: passphraseCostSchema,
  salt: base64,
  publicKey: base64,
  /** The private half, sealed under the key of the passphrase. */
  privateKey: base64,
});
export type KeyringMember = z.infer<typeof memberSchema>;

const keyringSchema = z.object({
  version: z.literal(1),
  /** The same for the life of the office: tells a backup whose keys it holds. */
  officeId: z.uuid(),
  /** The data key, boxed for each holder; while a rotation is under way the old one comes first. */
  keys: z
    .array(z.object({ id: z.uuid(), boxes: z.record(z.string(), base64) }))
    .min(1)
    .max(2),
  members: z.array(memberSchema),
  /** Records made before there were keys are still to be sealed. */
  plainRecords: z.boolean(),
  recovery: z.object({
    confirmed: z.boolean(),
    salt: base64,
    publicKey: base64,
    /** The private half, sealed under the key derived from the printed one. */
    privateKey: base64,
  }),
});
export type Keyring = z.infer<typeof keyringSchema>;

/** Holder id of the printed recovery key among the boxes. */
export const RECOVERY_HOLDER = 'recovery';

/** The key ring on the disk, and a second copy of the same for a disk that loses sectors. */
const KEYRING_FILE = 'keyring.json';
const COPY_FILE = 'keyring.copy.json';

/**
 * The key ring of the folder; null where there is none. One that does not read is taken from
 * its copy; when neither reads it throws, and nothing is overwritten.
 */
export async function readKeyring(disk: Disk, folder: string): Promise<Keyring | null> {
  const found = await Promise.all(
    [KEYRING_FILE, COPY_FILE].map((name) => readOne(disk, join(folder, name))),
  );
  const good = found.find((one) => one !== 'absent' && one !== 'damaged');
  if (good !== undefined) return good;
  if (found.includes('damaged')) throw new Error('keyring-damaged');
  return null;
}

async function readOne(disk: Disk, path: string): Promise<Keyring | 'absent' | 'damaged'> {
  if ((await disk.find(path)) === undefined) return 'absent';
  try {
    const text = Buffer.from(await disk.read(path)).toString('utf8');
    return keyringSchema.parse(JSON.parse(text));
  } catch {
    return 'damaged';
  }
}

/**
 * Makes both files the same again, after a kill between the two or a lost sector: what was
 * taken out of the ring is not left in its copy.
 */
export async function settleKeyring(disk: Disk, folder: string): Promise<void> {
  const keyring = await readKeyring(disk, folder);
  if (keyring === null) return;
  for (const name of [KEYRING_FILE, COPY_FILE]) {
    const found = await readOne(disk, join(folder, name));
    if (JSON.stringify(found) === JSON.stringify(keyring)) continue;
    await replaceFile(disk, join(folder, name), bytesOf(keyring));
  }
}

/**
 * Replaces the key ring, then its copy: a kill leaves one that reads, and a way in that was
 * taken away does not survive in an older copy.
 */
export async function writeKeyring(disk: Disk, folder: string, keyring: Keyring): Promise<void> {
  const bytes = bytesOf(keyring);
  await disk.makeFolder(folder);
  for (const name of [KEYRING_FILE, COPY_FILE]) await replaceFile(disk, join(folder, name), bytes);
}

function bytesOf(keyring: Keyring): Uint8Array {
  return Buffer.from(`${JSON.stringify(keyring, null, 1)}\n`);
}
