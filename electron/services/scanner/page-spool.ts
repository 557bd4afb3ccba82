import { join } from 'node:path';
import type { Disk } from '../disk';
import type { ScanListener } from './scan-backend';

/** Pages a program writes into a folder and names on its output, line by line. */
export interface PageSpool {
  /** Words of the program's output. */
  readonly hear: (words: string) => void;
  /** Number of the page that is being read, from 1. */
  readonly begun: () => number;
  /** Settles when every named page was told; rejects when one could not be read back. */
  readonly settled: () => Promise<void>;
  /** Pages told so far. */
  readonly count: () => number;
}

/** Takes each page off the disk once it was named, in order, and tells `listener`. */
export function createPageSpool(
  disk: Disk,
  folder: string,
  dpi: number,
  listener: ScanListener,
): PageSpool {
  let words = '';
  let begun = 1;
  let count = 0;
  let reading: Promise<void> = Promise.resolve();
  const take = async (name: string): Promise<void> => {
    const path = join(folder, name);
    const bytes = await disk.read(path);
    await disk.remove(path);
    count += 1;
    listener.page({ bytes, dpi });
  };
  return {
    hear: (more) => {
      const lines = `${words}${more}`.split('\n');
      words = lines.pop() ?? '';
      for (const line of lines) {
        const name = /[^/\\]+$/.exec(line.trim())?.[0];
        if (name === undefined) continue;
        begun += 1;
        reading = reading.then(() => take(name));
      }
    },
    begun: () => begun,
    settled: () => reading,
    count: () => count,
  };
}
