import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { secondsToWait, type FailedAttempts } from '../../../src/domain/vault/attempt-delay';
import { replaceFile, type Disk } from '../disk';

const FILE = 'attempts.json';
const attemptsSchema = z.record(
  z.string(),
  z.object({ count: z.number(), lastAt: z.iso.datetime() }),
);

/**
 * Wrong passphrases in a row by holder: in memory by a clock nobody can set, and on the disk,
 * so that a restart does not shorten a wait. A disk that takes no file neither lets guesses
 * go uncounted nor keeps out who knows the passphrase.
 */
export interface Attempts {
  /** Seconds this holder still has to wait, 0 when none. */
  readonly wait: (holder: string) => Promise<number>;
  /** Counts a wrong one; answers the seconds before the next is looked at. */
  readonly failed: (holder: string) => Promise<number>;
  /** Begins to count anew; answers how many wrong ones came before. */
  readonly succeeded: (holder: string) => Promise<number>;
}

/** Wrong ones of a holder; `lastTick` in milliseconds of the clock that only goes forward. */
interface Counted {
  readonly count: number;
  readonly lastTick: number;
}

/**
 * `attempts.json` under `folder`. One that does not read counts as empty. `ticks` answers
 * whole milliseconds that only go forward, from any beginning.
 */
export function createAttempts(
  disk: Disk,
  folder: string,
  now: () => Date,
  ticks: () => number = () => Math.floor(performance.now()),
): Attempts {
  const path = join(folder, FILE);
  const counted = new Map<string, Counted>();

  async function read(): Promise<Readonly<Record<string, FailedAttempts>>> {
    try {
      const text = Buffer.from(await disk.read(path)).toString('utf8');
      return attemptsSchema.parse(JSON.parse(text));
    } catch {
      return {};
    }
  }

  /** Whether the disk took it; what is in memory counts all the same. */
  async function write(all: Readonly<Record<string, FailedAttempts>>): Promise<boolean> {
    try {
      await disk.makeFolder(folder);
      await replaceFile(disk, path, Buffer.from(JSON.stringify(all)));
      return true;
    } catch {
      return false;
    }
  }

  /** What this run knows of a holder, beginning with what an earlier one left on the disk. */
  async function countOf(holder: string): Promise<Counted> {
    const known = counted.get(holder);
    if (known !== undefined) return known;
    const { [holder]: kept } = await read();
    const passed = kept ? Math.max(0, now().getTime() - Date.parse(kept.lastAt)) : 0;
    const first = { count: kept?.count ?? 0, lastTick: ticks() - passed };
    counted.set(holder, first);
    return first;
  }

  function left({ count, lastTick }: Counted): number {
    const lastAt = new Date(lastTick).toISOString();
    return secondsToWait({ count, lastAt }, new Date(ticks()));
  }

  return {
    wait: async (holder) => left(await countOf(holder)),
    failed: async (holder) => {
      const { count } = await countOf(holder);
      const next = { count: count + 1, lastTick: ticks() };
      counted.set(holder, next);
      const lastAt = now().toISOString();
      await write({ ...(await read()), [holder]: { count: next.count, lastAt } });
      return left(next);
    },
    succeeded: async (holder) => {
      const { count } = await countOf(holder);
      counted.set(holder, { count: 0, lastTick: ticks() });
      const { [holder]: own, ...others } = await read();
      if (own !== undefined) await write(others);
      return count;
    },
  };
}
