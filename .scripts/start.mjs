/**
 * `npm start`: builds if needed and opens the application. In Electron where its binary is
 * there; the binary is asked for once, for at most 20 seconds (`npm start -- --electron` asks
 * again). Else in an installed Chromium, Chrome or Edge.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium, ensureSane } from './ensure-system.mjs';

const root = resolve(import.meta.dirname, '..');
const electron = join(root, 'node_modules/electron');
const failedTry = join(root, 'node_modules/.cache/loket-se/electron-not-obtained.json');
const timeLimitMs = 20_000;

const hasDisplay =
  process.env['LOKET_HEADLESS'] !== '1' &&
  (process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']));

function electronBinary() {
  try {
    const path = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function electronVersion() {
  return JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version;
}

function hasFailedBefore(version) {
  try {
    return JSON.parse(readFileSync(failedTry, 'utf8')).version === version;
  } catch {
    return false;
  }
}

/** Electron's own installer, ended after the time limit. Resolves to its success. */
function downloadElectron() {
  return new Promise((done) => {
    const installer = spawn(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => installer.kill('SIGKILL'), timeLimitMs);
    const finish = (ok) => {
      clearTimeout(timer);
      done(ok);
    };
    installer.once('error', () => finish(false));
    installer.once('exit', (code) => finish(code === 0));
  });
}

/** Path of Electron's binary, undefined when it could not be had. */
async function obtainElectron() {
  const present = electronBinary();
  if (present !== undefined || !existsSync(electron)) return present;
  const version = electronVersion();
  if (hasFailedBefore(version) && !process.argv.includes('--electron')) {
    console.log('Electron could not be obtained earlier; "npm start -- --electron" tries again.');
    return undefined;
  }
  console.log(`Obtaining Electron ${version} (once, at most ${timeLimitMs / 1000} seconds) …`);
  if ((await downloadElectron()) && electronBinary() !== undefined) return electronBinary();
  console.log('Electron could not be obtained.');
  mkdirSync(join(failedTry, '..'), { recursive: true });
  writeFileSync(failedTry, JSON.stringify({ version }));
  return undefined;
}

/** Runs a program as this one: its output, the signals it gets, its exit code. */
function become(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  // A terminal's Ctrl+C reaches the child by itself; it decides when to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => {
    console.error(`${program}: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}

if (!ensureBuilt()) process.exit(1);
// Without it everything works but scanners on a cable: what is missing is said, and that is all.
if (process.platform === 'linux') await ensureSane();
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const binary = process.env['LOKET_HEADLESS'] === '1' ? undefined : await obtainElectron();
if (binary !== undefined && hasDisplay && !isRoot) {
  console.log('Opening Loket SE in Electron.');
  become(binary, [root]);
} else {
  if (binary !== undefined) {
    console.log('Electron needs a display and a user other than root.');
  }
  console.log('Opening Loket SE in the installed browser.');
  if (hasDisplay) await ensureChromium();
  become(process.execPath, [join(root, 'out/main/browser.js')]);
}
