/**
 * `npm run build`: shells, preload and page into `out/`. Does nothing when `out/` is newer
 * than everything it is made from, unless told `--force`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const sources = [
  'electron',
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const products = [
  'main/main.js',
  'main/browser.js',
  'main/check-worker.js',
  'preload/preload.cjs',
  'renderer/index.html',
];
/** Carries the time at which the last successful build began. */
const stamp = join(root, 'out/.built');

/** Builds if needed; false when the build failed. */
export function ensureBuilt({ force = false } = {}) {
  if (!force && isUpToDate()) return true;
  console.log('Building the application …');
  const began = new Date();
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) return false;
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
  return true;
}

function isUpToDate() {
  if (!existsSync(stamp)) return false;
  if (!products.every((product) => existsSync(join(root, 'out', product)))) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newestIn(join(root, source)) < built);
}

function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time tells of files that were removed or renamed.
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestIn(join(path, name))),
    found.mtimeMs,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(ensureBuilt({ force: process.argv.includes('--force') }) ? 0 : 1);
}
