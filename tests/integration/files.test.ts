import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemDisk } from '../../electron/services/disk';
import { sha256 } from '../../electron/services/file-sealing';
import { createFileStore } from '../../electron/services/files';
import { observedDisk, systemError, type DiskStep } from '../helpers/fault-disk';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('%PDF-1.7 Contoh Satu');
const address = sha256(bytes);
const path = () => join(folder, address.slice(0, 2), address.slice(2, 4), address);

test('bytes come back under the address that put gave; twice the same is one file', async () => {
  const { service } = createFileStore({ folder });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const stored = { ok: true, value: { address, sha256, size: bytes.length } };
  expect(await service.put({ bytes, subject: 'office' })).toEqual(stored);
  expect(await service.put({ bytes, subject: 'office' })).toEqual(stored);
  const got = await service.get({ address });
  expect(got.ok && Buffer.from(got.value.bytes).equals(bytes)).toBe(true);
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
});

test('the file is flushed and renamed before put answers, its folder after', async () => {
  const steps: DiskStep[] = [];
  const { service } = createFileStore({
    folder,
    disk: observedDisk(systemDisk, (step) => {
      steps.push(step);
      return undefined;
    }),
  });
  await service.put({ bytes, subject: 'office' });
  expect(steps.slice(-5)).toEqual(['create', 'write', 'sync', 'rename', 'syncFolder']);
});

test('changed bytes on the disk are damaged, never handed out; putting them again heals', async () => {
  const { service, readFile: readStored } = createFileStore({ folder });
  await service.put({ bytes, subject: 'office' });
  await writeFile(path(), 'palsu');
  expect(await service.get({ address })).toMatchObject({ error: { kind: 'damaged' } });
  expect(await readStored(address)).toMatchObject({ error: { kind: 'damaged' } });
  await service.put({ bytes, subject: 'office' });
  expect((await service.get({ address })).ok).toBe(true);
});

test('what has no file is not-found and listed as missing, once', async () => {
  const { service } = createFileStore({ folder });
  await service.put({ bytes, subject: 'office' });
  const absent = sha256(new TextEncoder().encode('tidak ada'));
  expect(await service.get({ address: absent })).toMatchObject({ error: { kind: 'not-found' } });
  const answer = await service.missing({ addresses: [address, absent, absent] });
  expect(answer).toEqual({ ok: true, value: { missing: [absent] } });
});

test('stopped before any step, a file is whole or absent, and the next start sweeps up', async () => {
  for (let stopAt = 1; stopAt < 30; stopAt += 1) {
    const ground = join(folder, String(stopAt));
    let step = 0;
    const dying = observedDisk(systemDisk, (kind) => {
      step += 1;
      if (step === stopAt && kind === 'write') return 'half';
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const answer = await createFileStore({ folder: ground, disk: dying }).service.put({
      bytes,
      subject: 'office',
    });
    const { service } = createFileStore({ folder: ground });
    const found = await service.get({ address });
    expect(found.ok || found.error.kind === 'not-found').toBe(true);
    if (answer.ok) {
      expect(found.ok).toBe(true);
      return;
    }
    expect((await service.put({ bytes, subject: 'office' })).ok).toBe(true);
    expect(await readdir(join(ground, 'tmp'))).toEqual([]);
    expect(await readFile(join(ground, address.slice(0, 2), address.slice(2, 4), address))).toEqual(
      Buffer.from(bytes),
    );
  }
  throw new Error('put never came to its end');
});
