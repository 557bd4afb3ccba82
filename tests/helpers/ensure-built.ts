import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Builds `out/` unless it is newer than its sources; throws with the tool's words if it fails. */
export function ensureBuilt(): void {
  execFileSync(process.execPath, ['.scripts/build.mjs'], { cwd: projectRoot, stdio: 'pipe' });
}
