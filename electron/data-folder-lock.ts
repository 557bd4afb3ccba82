import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const lockSchema = z.object({
  pid: z.number().int().positive(),
  /** When that process began, as the system counts; null where it does not tell. */
  begun: z.string().nullable(),
  nonce: z.string(),
  kind: z.enum(['electron', 'browser']),
  /** Of the browser shell's loopback server, else null. */
  port: z.number().int().nullable(),
  /** What a second start shows the browser shell to be let in. */
  secret: z.string(),
});
/** Who works in a data folder. The file is readable by its owner only. */
export type DataFolderLock = z.infer<typeof lockSchema>;

export type LockOutcome =
  | { readonly kind: 'taken'; readonly lock: DataFolderLock; readonly release: () => void }
  | { readonly kind: 'held'; readonly by: DataFolderLock };

const fileName = 'shell.lock';

/**
 * Takes the data folder for this process, or says who has it. A lock whose process is gone is
 * taken over. `isStale` lets the caller disprove a holder that seems alive: a process number
 * is given out again after a restart of the machine, and only Linux tells the two apart.
 */
export async function takeDataFolder(
  folder: string,
  as: { readonly kind: 'electron' | 'browser'; readonly port: number | null },
  isStale: (held: DataFolderLock) => Promise<boolean>,
): Promise<LockOutcome> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  const lock: DataFolderLock = {
    ...as,
    pid: process.pid,
    begun: beginningOf(process.pid),
    nonce: randomUUID(),
    secret: randomBytes(32).toString('base64url'),
  };
  for (;;) {
    if (create(path, lock)) return { kind: 'taken', lock, release: () => release(path, lock) };
    // A lock that is just being written is whole a moment later.
    const held = read(path) ?? (await sleep(250).then(() => read(path)));
    if (held !== undefined && isAlive(held) && !(await isStale(held)))
      return { kind: 'held', by: held };
    setAside(path, held?.nonce);
  }
}

function create(path: string, lock: DataFolderLock): boolean {
  try {
    writeFileSync(path, JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (existsSync(path)) return false;
    throw error;
  }
}

function read(path: string): DataFolderLock | undefined {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Cut short by a crash while it was written: nobody holds it.
    return undefined;
  }
}

/** Removes a stale lock, unless somebody else was quicker and the file is theirs by now. */
function setAside(path: string, nonce: string | undefined): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved?.nonce !== nonce && !existsSync(path)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function release(path: string, lock: DataFolderLock): void {
  if (read(path)?.nonce === lock.nonce) rmSync(path, { force: true });
}

function isAlive(lock: DataFolderLock): boolean {
  try {
    process.kill(lock.pid, 0);
  } catch (error) {
    // EPERM: alive, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const begun = beginningOf(lock.pid);
  return lock.begun === null || begun === null || lock.begun === begun;
}

/** Boot and clock tick in which a process began: with the number, its identity on Linux. */
function beginningOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the program's name in brackets, may hold spaces; the 22nd is the tick.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot} ${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}
