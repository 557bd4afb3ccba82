import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Deletes a folder a killed browser may still be writing to: its helpers end a moment after it,
 * and Node's own retries do not look for files that came meanwhile.
 */
export async function removeFolder(path: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch {
      await sleep(100);
    }
  }
  rmSync(path, { recursive: true, force: true });
}
