import type { BackupFailure } from '../../../src/contract/backup';
import { errorCode } from '../disk';

/** A piece of backup work that came to nothing, with its closed reason. */
export class BackupStopped extends Error {
  constructor(
    readonly reason: BackupFailure,
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

/**
 * The reason of whatever ended a piece of work. What is not known better is blamed on the
 * target: the source is read through `onSource`.
 */
export function failureOf(error: unknown): { reason: BackupFailure; detail: string } {
  if (error instanceof BackupStopped) return { reason: error.reason, detail: error.detail };
  const code = errorCode(error);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return { reason: full ? 'target-full' : 'target-failed', detail: code };
}

/** Runs work on this computer's data: what fails there is `source-not-read`. */
export async function onSource<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupStopped) throw error;
    throw new BackupStopped('source-not-read', `${what}: ${errorCode(error)}`);
  }
}

/** Runs work that writes into the data folder: a full disk there is `no-room`. */
export async function onData<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupStopped) throw error;
    const code = errorCode(error);
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw new BackupStopped(full ? 'no-room' : 'source-not-read', `${what}: ${code}`);
  }
}

/** How far a piece of work is, and whether it has to stop. */
export interface Control {
  readonly progress: (done: number, total: number) => void;
  /** Throws `stopped` once the program is closing. */
  readonly checkpoint: () => void;
}
