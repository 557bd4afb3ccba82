import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolderLock } from '../data-folder-lock';
import { loopbackAddress } from './request-guard';

/** Where a second start knocks, and the header in which it shows the lock file's secret. */
export const instancePath = '/instance/open';
export const instanceHeader = 'x-loket-instance';

export type InstanceAnswer =
  | { readonly kind: 'opened'; readonly address: string | null }
  /** Nobody listens at its port: the process of that number is another program by now. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'silent' };

const attempts = 15;

/**
 * Asks the shell that holds the data folder to show a window. It may be starting just now, so
 * it is asked for about three seconds before it counts as gone.
 */
export async function askRunningInstance(lock: DataFolderLock): Promise<InstanceAnswer> {
  if (lock.port === null) return { kind: 'silent' };
  const url = `${loopbackAddress(lock.port).origin}${instancePath}`;
  let last: InstanceAnswer = { kind: 'nobody' };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    last = await ask(url, lock.secret);
    if (last.kind === 'opened') return last;
    await sleep(200);
  }
  return last;
}

async function ask(url: string, secret: string): Promise<InstanceAnswer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { [instanceHeader]: secret },
      signal: AbortSignal.timeout(2000),
    });
    // Another program at this port, or a shell of another data folder.
    if (!answer.ok) return { kind: 'nobody' };
    const body: unknown = await answer.json();
    const address =
      typeof body === 'object' && body !== null && 'address' in body ? body.address : null;
    return { kind: 'opened', address: typeof address === 'string' ? address : null };
  } catch (error) {
    const refused = error instanceof Error && hasCode(error.cause, 'ECONNREFUSED');
    return { kind: refused ? 'nobody' : 'silent' };
  }
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
