import { statfs } from 'node:fs/promises';
import { succeed } from '../../src/contract/result';
import type { Services } from '../../src/contract/index';

/** Says which shell is running and how much room the data folder has left, in bytes. */
export function createShellInfo(options: {
  readonly dataFolder: string;
  readonly kind: 'electron' | 'browser';
  readonly version: string;
}): Services['shell'] {
  return {
    info: async () =>
      succeed({
        kind: options.kind,
        version: options.version,
        platform: process.platform,
        freeBytes: await freeBytes(options.dataFolder),
      }),
  };
}

/** Bytes this user may still write where a folder lies; null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const system = await statfs(folder);
    return system.bavail * system.bsize;
  } catch {
    return null;
  }
}
