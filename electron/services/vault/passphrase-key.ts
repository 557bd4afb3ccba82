import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { normalPassphrase } from '../../../src/domain/vault/passphrase-rules';
import { KEY_BYTES } from './aes';

/** How a passphrase becomes a key: argon2id (RFC 9106); stored with each wrap, raisable later. */
export const passphraseCostSchema = z.object({
  memoryKiB: z.number().int().min(8),
  passes: z.number().int().min(1),
  lanes: z.number().int().min(1),
});
export type PassphraseCost = z.infer<typeof passphraseCostSchema>;

const SALT_BYTES = 16;
/** RFC 9106's second recommendation takes 64 MiB; every office PC has that to spare. */
const MEMORY_KIB = 64 * 1024;
/** RFC 9106's second recommendation: three passes, the least that is ever used. */
const FEWEST_PASSES = 3;
const MOST_PASSES = 40;
/** What a sign-in should cost on this machine, in milliseconds. */
const TARGET_MS = 500;

export function newSalt(): Uint8Array {
  return randomBytes(SALT_BYTES);
}

/** The key of a passphrase by argon2id, the library's own default: 32 bytes. The passphrase is used in this call and not kept. */
export function keyOfPassphrase(
  passphrase: string,
  salt: Uint8Array,
  { memoryKiB, passes, lanes }: PassphraseCost,
): Promise<Uint8Array> {
  return hashRaw(normalPassphrase(passphrase), {
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: KEY_BYTES,
    salt,
  });
}

/**
 * The cost at which a derivation takes about half a second on this machine, measured now, and
 * never less than RFC 9106 recommends.
 */
export async function measuredCost(): Promise<PassphraseCost> {
  const trial: PassphraseCost = { memoryKiB: MEMORY_KIB, passes: FEWEST_PASSES, lanes: 1 };
  const salt = newSalt();
  // The first run pays for fresh memory; the second tells.
  await keyOfPassphrase('', salt, trial);
  const begun = performance.now();
  await keyOfPassphrase('', salt, trial);
  const perPass = (performance.now() - begun) / trial.passes;
  const passes = Math.round(TARGET_MS / perPass);
  return { ...trial, passes: Math.min(MOST_PASSES, Math.max(FEWEST_PASSES, passes)) };
}
