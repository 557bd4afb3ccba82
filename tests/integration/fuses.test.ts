import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTool } from '../helpers/developer-tool';

/** How Electron marks its fuses in the binary: electronjs.org/docs/latest/tutorial/fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's defaults of eight fuses, and a ninth of a newer version. */
const DEFAULTS = '101100011';

const wanted = {
  RunAsNode: 'off',
  EnableCookieEncryption: 'on',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  LoadBrowserProcessSpecificV8Snapshot: 'off',
  GrantFileProtocolExtraPrivileges: 'off',
};

interface FuseTools {
  readonly readFuses: (binary: string) => Promise<Record<string, string>>;
  readonly setFuses: (binary: string) => Promise<Record<string, string>>;
  readonly wrongFuses: (found: Record<string, string>) => readonly string[];
}
const tools = await loadTool<FuseTools>('fuses.mjs');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-fuses-'));
});
afterEach(() => rm(folder, { recursive: true }));

const wire = (fuses: string): Buffer =>
  Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, fuses.length]), Buffer.from(fuses)]);

async function standIn(...parts: readonly Buffer[]): Promise<string> {
  const path = join(folder, 'electron');
  const padded = parts.flatMap((part) => [randomBytes(5000), part]);
  await writeFile(path, Buffer.concat([...padded, randomBytes(5000)]));
  return path;
}

describe('the fuses of a binary', () => {
  test('are read as they are', async () => {
    const binary = await standIn(wire(DEFAULTS));
    const found = await tools.readFuses(binary);
    expect(found).toMatchObject({ RunAsNode: 'on', OnlyLoadAppFromAsar: 'off', 8: 'on' });
    expect(tools.wrongFuses(found)).toHaveLength(7);
  });

  test('are set as the product wants them; one without a name keeps its default', async () => {
    const binary = await standIn(wire(DEFAULTS));
    expect(await tools.setFuses(binary)).toEqual({ ...wanted, 8: 'on' });
    expect(await tools.readFuses(binary)).toEqual({ ...wanted, 8: 'on' });
  });

  test('change nothing else of the binary', async () => {
    const binary = await standIn(wire(DEFAULTS));
    const before = await readFile(binary);
    await tools.setFuses(binary);
    const after = await readFile(binary);
    const place = before.indexOf(SENTINEL) + SENTINEL.length + 2;
    expect(after.subarray(place, place + 8).toString()).toBe('01001100');
    before.copy(after, place, place, place + 8);
    expect(after.equals(before)).toBe(true);
  });

  test('are set in both halves of a universal binary', async () => {
    const binary = await standIn(wire(DEFAULTS), wire(DEFAULTS));
    await tools.setFuses(binary);
    const bytes = await readFile(binary);
    const states = [bytes.indexOf(SENTINEL), bytes.lastIndexOf(SENTINEL)].map((at) =>
      bytes.toString('latin1', at + 34, at + 42),
    );
    expect(states).toEqual(['01001100', '01001100']);
  });

  test('a file without a wire, or with a shorter one, is refused', async () => {
    await expect(tools.setFuses(await standIn(randomBytes(10)))).rejects.toThrow('sentinel');
    await expect(tools.setFuses(await standIn(wire('1011')))).rejects.toThrow('not long enough');
  });

  test('a fuse that Electron took away counts as wrong, not as set', () => {
    expect(tools.wrongFuses({ ...wanted, RunAsNode: 'removed' })).toEqual(['RunAsNode']);
  });

  test('the command sets them, says them, and fails on another file', async () => {
    const run = (...more: string[]) =>
      spawnSync(process.execPath, ['.scripts/fuses.mjs', ...more], { encoding: 'utf8' });
    const done = run(await standIn(wire(DEFAULTS)));
    expect(done.status).toBe(0);
    expect(done.stdout).toContain('RunAsNode: off');
    expect(run(await standIn(randomBytes(9))).status).toBe(1);
    expect(run().status).toBe(2);
  });
});

const real = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  linux: 'electron',
}[process.platform as string];
const realPath = join('node_modules/electron/dist', real ?? 'electron');

test.skipIf(!existsSync(realPath))('the real Electron takes them', async () => {
  const binary = join(folder, 'electron');
  await copyFile(realPath, binary);
  const found = await tools.setFuses(binary);
  expect(tools.wrongFuses(found)).toEqual([]);
});
