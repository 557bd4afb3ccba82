import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../electron/browser/find-browser';
import { ensureBuilt, projectRoot } from '../helpers/ensure-built';
import { freePort, launchShell, type RunningShell } from '../helpers/launch-shell';
import { rawRequest } from '../helpers/raw-request';

let dataFolder: string;
let port: number;
const shells: RunningShell[] = [];
const programs: ChildProcess[] = [];

beforeAll(() => ensureBuilt());
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-life-'));
  port = await freePort();
});
afterEach(async () => {
  for (const shell of shells.splice(0)) await shell.kill();
  for (const program of programs.splice(0)) program.kill('SIGKILL');
  await rm(dataFolder, { recursive: true, force: true });
});

async function launch(): Promise<RunningShell> {
  const shell = await launchShell({ dataFolder, port });
  shells.push(shell);
  return shell;
}

function start(environment: Readonly<Record<string, string>> = { LOKET_HEADLESS: '1' }) {
  const program = spawn(process.execPath, ['out/main/browser.js'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOKET_DATA: dataFolder, LOKET_PORT: String(port), ...environment },
  });
  programs.push(program);
  const ended = Promise.all([text(program.stdout), once(program, 'exit')]).then(([said]) => ({
    said,
    code: program.exitCode,
  }));
  return { program, ended };
}

const lockPath = () => join(dataFolder, 'shell.lock');

test('a port taken by another program is named, and nothing is left locked', async () => {
  const other: Server = createServer((socket) => socket.destroy());
  other.listen(port, '127.0.0.1');
  await once(other, 'listening');
  const { said, code } = await start().ended;
  expect(code).toBe(1);
  expect(said).toContain(`port ${port}`);
  expect(said).toContain('dipakai program lain');
  expect(existsSync(lockPath())).toBe(false);
  other.close();
});

test('a second start asks the first for a window and ends; the first goes on', async () => {
  const first = await launch();
  const second = await start().ended;
  expect(second.code).toBe(0);
  const address = /http:\S+/.exec(second.said)?.[0] ?? '';
  expect(address).not.toBe(first.launchUrl);
  const path = address.slice(`http://127.0.0.1:${port}`.length);
  expect((await rawRequest({ port, path })).status).toBe(303);
  expect(first.process.exitCode).toBeNull();
});

test('two starts at the same moment end up as one shell', async () => {
  const both = [start(), start()];
  const loser = await Promise.race(both.map(({ ended }) => ended));
  expect(loser.code).toBe(0);
  const running = both.filter(({ program }) => program.exitCode === null);
  expect(running).toHaveLength(1);
  running[0]?.program.kill('SIGTERM');
  expect((await running[0]?.ended)?.code).toBe(0);
});

test('killed without a trace, the next start takes the data folder over', async () => {
  const first = await launch();
  await first.kill();
  expect(existsSync(lockPath())).toBe(true);
  const second = await launch();
  await second.stop();
  expect(existsSync(lockPath())).toBe(false);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('shell.lock'))).toEqual([]);
});

test('asked to stop, it ends in order: exit code 0 and no lock', async () => {
  const { program, ended } = start();
  await once(program.stdout, 'data');
  program.kill('SIGINT');
  const { said, code } = await ended;
  expect(code).toBe(0);
  expect(said).toContain('Loket SE berhenti.');
  expect(existsSync(lockPath())).toBe(false);
});

test('a data folder held by the Electron shell is left alone', async () => {
  const held = {
    pid: process.pid,
    begun: null,
    nonce: 'n',
    kind: 'electron',
    port: null,
    secret: 's',
  };
  await writeFile(lockPath(), JSON.stringify(held));
  const { said, code } = await start().ended;
  expect(code).toBe(1);
  expect(said).toContain(`proses ${process.pid}`);
  expect(JSON.parse(await readFile(lockPath(), 'utf8'))).toEqual(held);
});

test('a process number given out again to another program does not lock anybody out', async () => {
  // This very process lives, but no shell answers at the port the lock names.
  const held = { pid: process.pid, begun: null, nonce: 'n', kind: 'browser', port, secret: 's' };
  await writeFile(lockPath(), JSON.stringify(held));
  await launch();
  expect(JSON.parse(await readFile(lockPath(), 'utf8'))).not.toMatchObject({ nonce: 'n' });
});

test('a lock cut short by a crash is taken over', async () => {
  await writeFile(lockPath(), '{"pid":');
  await launch();
});

test.skipIf(process.platform === 'win32')(
  'the shell opens its window with a profile of its own and ends with it',
  async () => {
    const browser = join(dataFolder, 'peramban');
    const seen = join(dataFolder, 'arguments');
    const closing = join(dataFolder, 'close');
    const lines = [
      '#!/bin/sh',
      `printf '%s\\n' "$@" >> '${seen}.tmp' && mv '${seen}.tmp' '${seen}'`,
      `while [ ! -e '${closing}' ]; do sleep 0.05; done`,
    ];
    await writeFile(browser, `${lines.join('\n')}\n`);
    await chmod(browser, 0o755);
    const { program, ended } = start({ LOKET_HEADLESS: '', DISPLAY: ':0', LOKET_BROWSER: browser });
    while (!existsSync(seen)) {
      if (program.exitCode !== null) throw new Error((await ended).said);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const given = (await readFile(seen, 'utf8')).trim().split('\n');
    expect(given).toContain(`--user-data-dir=${join(dataFolder, 'browser')}`);
    expect(given.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
    expect(given.filter((argument) => argument.includes('remote-debugging'))).toEqual([]);
    const app = given.find((argument) => argument.startsWith('--app=')) ?? '';
    expect(app).toMatch(
      new RegExp(`^--app=http://127\\.0\\.0\\.1:${port}/launch\\?token=[\\w-]+$`),
    );
    const preferences: unknown = JSON.parse(
      await readFile(join(dataFolder, 'browser/Default/Preferences'), 'utf8'),
    );
    expect(preferences).toMatchObject({
      autofill: { enabled: false },
      credentials_enable_service: false,
    });
    await writeFile(closing, '');
    expect((await ended).code).toBe(0);
  },
);

test.skipIf(process.platform === 'win32')(
  'a browser that does not start is named, and the shell ends with 1',
  async () => {
    const browser = join(dataFolder, 'rusak');
    await writeFile(browser, '#!/bin/sh\nexit 3\n');
    await chmod(browser, 0o755);
    const { ended } = start({ LOKET_HEADLESS: '', DISPLAY: ':0', LOKET_BROWSER: browser });
    const { said, code } = await ended;
    expect(code).toBe(1);
    expect(said).toContain(`Jendela tidak dapat dibuka dengan ${browser}`);
    expect(existsSync(lockPath())).toBe(false);
  },
);

test('browsers are looked for in the usual places of each system, the named one alone if named', () => {
  const onWindows = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
  const environment = { ProgramFiles: 'C:\\Program Files', PATH: '/usr/bin' };
  const find = (platform: NodeJS.Platform, path: string, extra: NodeJS.ProcessEnv = {}) =>
    findBrowser({
      platform,
      environment: { ...environment, ...extra },
      exists: (candidate) => candidate === path,
    });
  expect(find('win32', onWindows)).toBe(onWindows);
  expect(find('linux', '/usr/bin/chromium')).toBe('/usr/bin/chromium');
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(find('darwin', mac)).toBe(mac);
  expect(find('linux', '/usr/bin/chromium', { LOKET_BROWSER: '/tidak/ada' })).toBeUndefined();
});
