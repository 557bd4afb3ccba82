import { z } from 'zod';
import type { Disk } from '../disk';

/** Names of the files of `vault/` a backup works with; the copies lie in a data folder only. */
export const VAULT_FILES = {
  ring: 'keyring.json',
  ringCopy: 'keyring.copy.json',
  ringBefore: 'keyring-previous.json',
  keys: 'subject-keys.jsonl',
  keysCopy: 'subject-keys.copy.jsonl',
  checksums: 'checksums.json',
} as const;

const ringSchema = z.object({
  officeId: z.string(),
  keys: z.array(z.object({ id: z.string() })),
});

/** What a backup knows of a key ring: whose it is, and which data keys are in it. */
export interface RingFacts {
  readonly officeId: string;
  readonly keyIds: readonly string[];
}

/** The facts of a key ring; undefined for what is none. */
export function ringFacts(bytes: Uint8Array | undefined): RingFacts | undefined {
  const ring = bytes === undefined ? undefined : ringSchema.safeParse(parseJson(bytes)).data;
  return ring && { officeId: ring.officeId, keyIds: ring.keys.map(({ id }) => id) };
}

/** A file's bytes; undefined when it is absent. */
export async function readIfThere(
  disk: Disk,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await disk.find(path)) === undefined ? undefined : disk.read(path);
}

/** A line that is just being appended is not whole yet, and nothing is sealed with it. */
export function wholeLines(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.slice(0, bytes.lastIndexOf(10) + 1);
}

/** The JSON value of a file; undefined where it is not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** UTF-8 text of a file. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
