import { z } from 'zod';

/** Longest secret in bytes; no passphrase or one-time code comes near. */
const LONGEST_SECRET = 1024;

/**
 * A secret typed for one call: passphrase, one-time code. UTF-8 bytes and not text, because bytes
 * can be overwritten after use and a string cannot. The shell overwrites what it was handed before
 * the call ends; the page has to do the same with its own copy. Never stored, logged or answered.
 */
export const secretBytesSchema = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= LONGEST_SECRET,
);
