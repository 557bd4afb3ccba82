import { z } from 'zod';
import type { ServiceContract } from './verb';

/** Where a stored file is found: lower-case hex, a keyed hash of its subject and bytes. */
export const fileAddressSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const storedFileSchema = z.object({
  address: fileAddressSchema,
  /** SHA-256 of the bytes, lower-case hex: what the gateway calls the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes. */
  size: z.number().int().min(0),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

const isBytes = (value: unknown) => value instanceof Uint8Array;
const givenBytesSchema = z.custom<Uint8Array>(isBytes);
const ownBytesSchema = z.custom<Uint8Array<ArrayBuffer>>(isBytes);

export const filesContract = {
  /** Stores bytes under their address (temporary file, fsync, rename) and reads them back. */
  put: {
    input: z.object({
      bytes: givenBytesSchema,
      /** Whose file it is: a request's id, or `office`. It is destroyed with that subject's key. */
      subject: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    }),
    output: storedFileSchema,
  },
  /** The bytes as stored; `damaged` when they no longer fit their address. */
  get: {
    input: z.object({ address: fileAddressSchema }),
    output: z.object({ bytes: ownBytesSchema }),
  },
  /** Those of the given addresses that have no file. */
  missing: {
    input: z.object({ addresses: z.array(fileAddressSchema) }),
    output: z.object({ missing: z.array(fileAddressSchema) }),
  },
  /**
   * Removes every file whose subject's key was destroyed; nobody can read them any more.
   * Answers how many there were.
   */
  removeErased: {
    input: z.object({}),
    output: z.object({ removed: z.number().int() }),
  },
} as const satisfies ServiceContract;
