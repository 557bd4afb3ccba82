import { z } from 'zod';

/**
 * Every way a verb of the shell can fail, as a closed union. `detail` is for the "Rincian"
 * line and the log: it names ids, paths inside the data folder and codes, never a person.
 */
export const serviceErrorSchema = z.discriminatedUnion('kind', [
  /** The caller is not the application's own page (wrong sender, origin, host or cookie). */
  z.object({ kind: z.literal('caller-refused'), detail: z.string() }),
  /** The input does not fit the verb's schema: a programming error, never the user's. */
  z.object({ kind: z.literal('input-refused'), detail: z.string() }),
  /** No room left on the disk; nothing was changed. */
  z.object({ kind: z.literal('disk-full'), detail: z.string() }),
  /** The operating system refused to read or write; nothing was changed. */
  z.object({ kind: z.literal('disk-failed'), detail: z.string() }),
  /** The journal has entries the caller has not seen; catch up, decide again, then retry. */
  z.object({ kind: z.literal('journal-moved'), detail: z.string() }),
  z.object({ kind: z.literal('not-found'), detail: z.string() }),
  /** The bytes on disk are not the bytes that were stored. */
  z.object({ kind: z.literal('damaged'), detail: z.string() }),
  /** Nobody has opened the office's keys since the program began. */
  z.object({ kind: z.literal('vault-locked'), detail: z.string() }),
  /** Whoever sits at the desk may not do it; `detail` names the action of the permission table. */
  z.object({ kind: z.literal('not-permitted'), detail: z.string() }),
  /** The page cannot reach its shell (the program behind the page has ended). */
  z.object({ kind: z.literal('shell-gone'), detail: z.string() }),
  z.object({ kind: z.literal('internal'), detail: z.string() }),
]);
export type ServiceError = z.infer<typeof serviceErrorSchema>;

/** What crosses the border: a value or one of the closed errors, never an exception. */
export type Result<Value, Failure = ServiceError> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}
