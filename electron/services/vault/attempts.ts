import { join } from 'node:path';
import { z } from 'zod';
import { secondsToWait, type FailedAttempts } from '../../../src/domain/vault/attempt-delay';
import { replaceFile, type Disk } from '../disk';

const FILE = 'attempts.json';
const attemptsSchema = z.record(z.string(), z.object({ count: z.number(), lastAt: z.string() }));

/** Wrong passphrases in a row by holder, on the disk: a restart does not shorten a wait. */
export interface Attempts {
  /** Seconds this holder still has to wait, 0 when none. */
  readonly wait: (holder: string) => Promise<number>;
  /** Counts a wrong one; answers the seconds before the next is looked at. */
  readonly failed: (holder: string) => Promise<number>;
  /** Begins to count anew; answers how many wrong ones came before. */
  readonly succeeded: (holder: string) => Promise<number>;
}

/** `attempts.json` under `folder`. One that does not read counts as empty. */
export function createAttempts(disk: Disk, folder: string, now: () => Date): Attempts {
  const path = join(folder, FILE);
  async function read(): Promise<Readonly<Record<string, FailedAttempts>>> {
    try {
      const text = Buffer.from(await disk.read(path)).toString('utf8');
      return attemptsSchema.parse(JSON.parse(text));
    } catch {
      return {};
    }
  }
  async function write(all: Readonly<Record<string, FailedAttempts>>): Promise<void> {
    await disk.makeFolder(folder);
    await replaceFile(disk, path, Buffer.from(JSON.stringify(all)));
  }
  return {
    wait: async (holder) => secondsToWait((await read())[holder], now()),
    failed: async (holder) => {
      const all = await read();
      const next = { count: (all[holder]?.count ?? 0) + 1, lastAt: now().toISOString() };
      await write({ ...all, [holder]: next });
      return secondsToWait(next, now());
    },
    succeeded: async (holder) => {
      const { [holder]: own, ...others } = await read();
      if (own !== undefined) await write(others);
      return own?.count ?? 0;
    },
  };
}
