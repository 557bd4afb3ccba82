import { fail, type Result } from '../contract/result';

/** Exceptions of IndexedDB, a sealer or a host as results; their names say enough and name nobody. */
export async function guarded<Value>(run: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await run();
  } catch (error) {
    const detail = `exception:${error instanceof Error ? error.name : 'unknown'}`;
    return fail({ kind: kindOf(error), detail });
  }
}

/** How a browser says that its database does not open (any more): full, gone or not writable. */
const CLOSED = ['UnknownError', 'DatabaseClosedError', 'OpenFailedError'];

function kindOf(error: unknown): 'disk-full' | 'disk-failed' | 'internal' {
  if (isQuota(error)) return 'disk-full';
  return error instanceof Error && CLOSED.includes(error.name) ? 'disk-failed' : 'internal';
}

/** Whether IndexedDB refused for want of room; Dexie may wrap the reason in an abort. */
export function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown = 'inner' in error ? error.inner : undefined;
  return error.name === 'QuotaExceededError' || (inner !== error && isQuota(inner));
}
