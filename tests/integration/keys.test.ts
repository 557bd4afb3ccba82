import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeys, type SecretProtector } from '../../electron/services/keys';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'loket-keys-')), 'keys');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const log = () => undefined;
const vaultKey = () => new Uint8Array(32).fill(7);
const name = 'ams-token' as const;
const origin = 'https://gerbang.contoh.go.id';
const set = { name, origin: `${origin}/ams/v1`, value: 'rahasia-contoh' };
const path = () => join(folder, 'ams-token.json');

/** Turns every byte round: enough to see that the text itself is not in the file. */
const protector: SecretProtector = {
  available: () => true,
  protect: (text) => Buffer.from(text).map((byte) => byte ^ 0xff),
  reveal: (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString(),
};

test('a token is given to its own origin only', async () => {
  const keys = createKeys({ folder, protector: undefined, vaultKey, log });
  await keys.service.setSecret(set);
  expect(await keys.tokenFor(`${origin}/lain`)).toBe('rahasia-contoh');
  for (const other of [
    'http://gerbang.contoh.go.id',
    'https://gerbang.contoh.go.id:8443',
    'https://jahat.gerbang.contoh.go.id',
    'https://gerbang.contoh.go.id.jahat.example',
    'bukan alamat',
  ]) {
    expect(await keys.tokenFor(other)).toBeNull();
  }
});

test('without a keychain the vault seals it, and the answer says so', async () => {
  const { service } = createKeys({ folder, protector: undefined, vaultKey, log });
  expect(await service.setSecret(set)).toEqual({
    ok: true,
    value: { protection: 'vault' },
  });
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await readdir(folder)).toEqual(['ams-token.json']);
  const kept = await readFile(path(), 'utf8');
  expect(kept).not.toContain(Buffer.from('rahasia-contoh').toString('base64'));
});

test('a locked vault keeps nothing, shows nothing, and opens again to the same', async () => {
  const open = createKeys({ folder, protector: undefined, vaultKey, log });
  await open.service.setSecret(set);
  const locked = createKeys({ folder, protector: undefined, vaultKey: () => null, log });
  expect(await locked.tokenFor(origin)).toBeNull();
  expect(await locked.service.setSecret(set)).toMatchObject({
    ok: false,
    error: { kind: 'vault-locked' },
  });
  expect(await open.tokenFor(origin)).toBe('rahasia-contoh');
});

test('what an earlier version kept readable is sealed at the first look', async () => {
  const earlier = {
    origin,
    protection: 'owner-only-file',
    value: Buffer.from('rahasia-contoh').toString('base64'),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(path(), JSON.stringify(earlier));
  const keys = createKeys({ folder, protector: undefined, vaultKey, log });
  expect(await keys.tokenFor(origin)).toBe('rahasia-contoh');
  expect(await readFile(path(), 'utf8')).not.toContain(earlier.value);
  expect(await keys.tokenFor(origin)).toBe('rahasia-contoh');
});

test('a keychain that only scrambles with a known key does not count as one', async () => {
  const { service } = createKeys({
    folder,
    protector: { ...protector, available: () => false },
    vaultKey,
    log,
  });
  expect(await service.setSecret(set)).toEqual({
    ok: true,
    value: { protection: 'vault' },
  });
});

test('with a keychain the text is not in the file; a changed keychain asks for it anew', async () => {
  const keys = createKeys({ folder, protector, vaultKey: () => null, log });
  expect(await keys.service.setSecret(set)).toEqual({
    ok: true,
    value: { protection: 'os-keychain' },
  });
  const kept = await readFile(path(), 'utf8');
  expect(kept).not.toContain(Buffer.from('rahasia-contoh').toString('base64'));
  expect(await keys.tokenFor(origin)).toBe('rahasia-contoh');
  const reveal = () => {
    throw new Error('another keychain');
  };
  const changed = createKeys({
    folder,
    protector: { ...protector, reveal },
    vaultKey: () => null,
    log,
  });
  expect(await changed.tokenFor(origin)).toBeNull();
  expect(await changed.service.describeSecret({ name })).toEqual({
    ok: true,
    value: { present: false, origin: null },
  });
});

test('a forgotten token is gone, and describing never shows the value', async () => {
  const keys = createKeys({ folder, protector: undefined, vaultKey, log });
  await keys.service.setSecret(set);
  const described = await keys.service.describeSecret({ name });
  expect(described).toEqual({ ok: true, value: { present: true, origin } });
  await keys.service.setSecret({ ...set, value: null });
  expect(await keys.tokenFor(origin)).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});
