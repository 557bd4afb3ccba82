import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemDisk } from '../../electron/services/disk';
import { createFileStore } from '../../electron/services/files';
import { createJournal } from '../../electron/services/journal';
import { createVault } from '../../electron/services/vault';
import { createVaultSealer } from '../../src/store/vault-sealer';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { observedDisk } from '../helpers/fault-disk';

const log = (): void => undefined;
/** Cheap on purpose: these tests are about what opens what, not about what a guess costs. */
const cost = () => Promise.resolve({ memoryKiB: 64, passes: 1, lanes: 1 });
const passphrase = 'kopi tumpah di meja';
const first = { memberId: v7(), signInName: 'Loket1', passphrase };
const second = { memberId: v7(), signInName: 'loket2', passphrase: 'hujan turun di sawah' };

let dataFolder: string;
let clock: Date;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-vault-'));
  clock = new Date('2026-03-02T02:00:00.000Z');
});
afterEach(() => rm(dataFolder, { recursive: true }));

function openVault(disk = systemDisk) {
  return createVault({ dataFolder, now: () => clock, log, disk, cost });
}

async function made() {
  const vault = openVault();
  const created = await vault.service.create(first);
  if (!created.ok) throw new Error(created.error.detail);
  return { vault, recoveryKey: created.value.recoveryGroups.join(' ') };
}

async function keyOf(vault: ReturnType<typeof openVault>, subject: string, create = false) {
  const answer = await vault.service.subjectKeys({ subjects: [subject], create });
  if (!answer.ok) return answer.error.kind;
  const [key] = answer.value.keys;
  return key instanceof Uint8Array ? Buffer.from(key).toString('hex') : key;
}

async function everyByte(folder = dataFolder): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

describe('the key ring', () => {
  test('opens with the passphrase and nothing else, also after a restart', async () => {
    const { vault } = await made();
    const key = await keyOf(vault, 'permohonan-1', true);
    const again = openVault();
    expect(await again.service.describe({})).toMatchObject({
      ok: true,
      value: { state: 'locked', members: [{ signInName: 'loket1', initial: false }] },
    });
    expect(await keyOf(again, 'permohonan-1')).toBe('vault-locked');
    const { memberId } = first;
    expect(await again.service.unlock({ memberId, passphrase: 'kopi tumpah' })).toEqual({
      ok: true,
      value: { outcome: 'wrong', waitSeconds: 0 },
    });
    expect(await again.service.unlock({ memberId, passphrase })).toMatchObject({
      value: { outcome: 'open' },
    });
    expect(await keyOf(again, 'permohonan-1')).toBe(key);
    expect(await everyByte()).not.toContain(passphrase);
  });

  test('makes wrong guesses wait, across restarts, and forgives after the right one', async () => {
    await made();
    const { memberId } = first;
    const wrong = { memberId, passphrase: 'bukan ini kata-katanya' };
    const waits = [];
    for (let guess = 0; guess < 4; guess += 1) {
      const answer = await openVault().service.unlock(wrong);
      waits.push(answer.ok && answer.value);
    }
    expect(waits).toEqual([
      { outcome: 'wrong', waitSeconds: 0 },
      { outcome: 'wrong', waitSeconds: 0 },
      { outcome: 'wrong', waitSeconds: 5 },
      { outcome: 'wait', waitSeconds: 5 },
    ]);
    clock = new Date(clock.getTime() + 5000);
    expect(await openVault().service.unlock({ memberId, passphrase })).toMatchObject({
      value: { outcome: 'open' },
    });
    expect(await openVault().service.unlock(wrong)).toMatchObject({
      value: { outcome: 'wrong', waitSeconds: 0 },
    });
  });

  test('gives another member a way in, takes it away, and keeps names apart', async () => {
    const { vault } = await made();
    const key = await keyOf(vault, 's', true);
    expect(await vault.service.addMember({ ...second, signInName: ' LOKET1 ' })).toMatchObject({
      value: { outcome: 'name-taken' },
    });
    await vault.service.addMember(second);
    const theirs = openVault();
    expect(await theirs.service.unlock(second)).toMatchObject({
      value: { outcome: 'open', member: { initial: true } },
    });
    expect(await keyOf(theirs, 's')).toBe(key);
    await vault.service.removeMember({ memberId: second.memberId });
    expect(await openVault().service.unlock(second)).toMatchObject({
      value: { outcome: 'unknown-member' },
    });
    for (const name of ['keyring.json', 'keyring.copy.json']) {
      expect(await readFile(join(dataFolder, 'vault', name), 'utf8')).not.toContain('loket2');
    }
  });

  test('takes a new passphrase for the old one only', async () => {
    await made();
    const { memberId } = first;
    const vault = openVault();
    const next = 'empat kata yang baru';
    const change = { memberId, current: 'salah semua kata ini', next };
    expect(await vault.service.changePassphrase(change)).toMatchObject({
      value: { outcome: 'wrong' },
    });
    expect(await vault.service.changePassphrase({ ...change, current: passphrase })).toMatchObject({
      value: { outcome: 'open' },
    });
    expect(await openVault().service.unlock({ memberId, passphrase })).toMatchObject({
      value: { outcome: 'wrong' },
    });
    expect(await openVault().service.unlock({ memberId, passphrase: next })).toMatchObject({
      value: { outcome: 'open' },
    });
  });

  test('opens with the printed key, names a slip by its group, and a renewed key replaces it', async () => {
    const { vault, recoveryKey } = await made();
    const key = await keyOf(vault, 's', true);
    const { memberId, signInName } = first;
    const fresh = { memberId, signInName, passphrase: 'kata sandi yang lain' };
    const slip = recoveryKey.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    const locked = openVault();
    expect(await locked.service.recover({ ...fresh, recoveryKey: slip })).toMatchObject({
      value: { outcome: 'unreadable', group: 1 },
    });
    expect(await locked.service.recover({ ...fresh, recoveryKey })).toMatchObject({
      value: { outcome: 'open' },
    });
    expect(await keyOf(locked, 's')).toBe(key);
    expect(await openVault().service.unlock(fresh)).toMatchObject({ value: { outcome: 'open' } });
    expect((await locked.service.renewRecoveryKey({})).ok).toBe(true);
    expect(await openVault().service.recover({ ...fresh, recoveryKey })).toMatchObject({
      value: { outcome: 'wrong' },
    });
  });

  test('is taken from its copy when the disk loses it; lost altogether it says so', async () => {
    const { vault } = await made();
    const path = (name: string) => join(dataFolder, 'vault', name);
    await writeFile(path('keyring.json'), 'rusak');
    expect(await openVault().service.unlock(first)).toMatchObject({ value: { outcome: 'open' } });
    const journal = createJournal({ folder: join(dataFolder, 'journal'), now: () => clock, log });
    const sealed = await createVaultSealer(vault.service).seal(
      {},
      {
        table: 'journal',
        id: 'x',
        subject: 's',
      },
    );
    const expectedHead = { sequence: 0, hash: '' };
    await journal.service.append({ expectedHead, id: v7(), sealed });
    await rm(path('keyring.json'));
    await rm(path('keyring.copy.json'));
    expect(await openVault().service.describe({})).toMatchObject({ value: { state: 'lost' } });
    expect((await openVault().service.create(first)).ok).toBe(false);
  });
});

describe('keys of subjects', () => {
  test('once destroyed open nothing any more, and are never made again', async () => {
    const { vault } = await made();
    const sealer = createVaultSealer(vault.service);
    const target = { table: 'requests', id: 'a', subject: 'a' };
    const sealed = await sealer.seal({ name: 'Contoh Satu' }, target);
    const wrapped = await readFile(join(dataFolder, 'vault', 'subject-keys.jsonl'), 'utf8');
    expect(await vault.service.eraseSubjects({ subjects: ['a', 'b'] })).toMatchObject({
      value: { erased: 1 },
    });
    expect(await keyOf(vault, 'a', true)).toBe('erased');
    const later = await readFile(join(dataFolder, 'vault', 'subject-keys.jsonl'), 'utf8');
    const wrapOf = (text: string) => /"subject":"a",[^}]*"wrap":"([^"]+)"/.exec(text)?.[1];
    expect(wrapOf(wrapped)).toBeDefined();
    expect(wrapOf(later)).toBeUndefined();
    const fresh = createVaultSealer(vault.service);
    await expect(fresh.open(sealed, target)).rejects.toThrow('destroyed');
  });

  test('are whole after a torn write, and the key is usable', async () => {
    const { vault } = await made();
    const key = await keyOf(vault, 'a', true);
    await vault.close();
    const path = join(dataFolder, 'vault', 'subject-keys.jsonl');
    await writeFile(path, `${await readFile(path, 'utf8')}{"subject":"b","keyId":"`);
    const again = openVault();
    await again.service.unlock(first);
    expect(await keyOf(again, 'b', true)).toMatch(/^[0-9a-f]{64}$/);
    const third = openVault();
    await third.service.unlock(first);
    expect(await keyOf(third, 'a')).toBe(key);
    expect(await keyOf(third, 'b')).toBe(await keyOf(again, 'b'));
  });

  test('survive a rotation stopped at any step; afterwards the old data key wraps nothing', async () => {
    const { vault } = await made();
    const subjects = Array.from({ length: 5 }, (_, at) => `s${at}`);
    const before = await Promise.all(subjects.map((one) => keyOf(vault, one, true)));
    const ring = async () =>
      JSON.parse(await readFile(join(dataFolder, 'vault', 'keyring.json'), 'utf8')) as {
        keys: { id: string }[];
      };
    const old = (await ring()).keys[0]?.id ?? '';
    await vault.close();
    for (let stop = 0; stop < 60; stop += 1) {
      let steps = 0;
      const dying = openVault(
        observedDisk(systemDisk, () => {
          if ((steps += 1) > stop) throw new Error('power cut');
          return undefined;
        }),
      );
      const opened = await dying.service.unlock(first);
      const rotated = opened.ok ? await dying.service.rotate({}) : opened;
      const later = openVault();
      expect(await later.service.unlock(first)).toMatchObject({ value: { outcome: 'open' } });
      for (const [at, one] of subjects.entries()) expect(await keyOf(later, one)).toBe(before[at]);
      await later.close();
      if (rotated.ok) break;
    }
    const { keys } = await ring();
    expect(keys).toHaveLength(1);
    expect(keys[0]?.id).not.toBe(old);
    expect(await readFile(join(dataFolder, 'vault', 'subject-keys.jsonl'), 'utf8')).not.toContain(
      old,
    );
  });
});

describe('what is sealed', () => {
  test('opens at its own place only', async () => {
    const { vault } = await made();
    const sealer = createVaultSealer(vault.service);
    const place = { table: 'requests', id: 'a' };
    const sealed = await sealer.seal('Contoh Satu', { ...place, subject: 'a' });
    const other = await sealer.seal('Contoh Dua', { table: 'requests', id: 'b', subject: 'b' });
    expect(await sealer.open(sealed, place)).toBe('Contoh Satu');
    const moved = { ...sealed, data: sealed.data.replace(/^a\./, 'b.') };
    for (const [what, where] of [
      [sealed, { table: 'requests', id: 'b' }],
      [sealed, { table: 'events', id: 'a' }],
      [moved, place],
      [other, place],
      [{ scheme: 'plain', data: '"x"' }, place],
    ] as const) {
      await expect(sealer.open(what, where)).rejects.toThrow();
    }
  });

  test('gives equal tokens for equal words, and no word in them', async () => {
    const { vault } = await made();
    const sealer = createVaultSealer(vault.service);
    const token = await sealer.token('contoh');
    expect(await createVaultSealer(vault.service).token('contoh')).toBe(token);
    expect(await sealer.token('contoh1')).not.toBe(token);
    expect(token).toMatch(/^[A-Za-z0-9+/]{16}$/);
  });

  test('files rest sealed under an address that says nothing, each subject its own', async () => {
    const { vault } = await made();
    const folder = join(dataFolder, 'files');
    const { service } = createFileStore({ folder, sealing: vault.files });
    const bytes = new TextEncoder().encode('Surat Contoh Satu');
    const one = await service.put({ bytes, subject: 'a' });
    const again = await service.put({ bytes, subject: 'a' });
    const other = await service.put({ bytes, subject: 'b' });
    if (!one.ok || !other.ok) throw new Error('not stored');
    expect(again).toEqual(one);
    expect(other.value.address).not.toBe(one.value.address);
    expect(one.value.address).not.toBe(one.value.sha256);
    expect(await everyByte(folder)).not.toContain('Contoh');
    await vault.service.eraseSubjects({ subjects: ['a'] });
    expect((await service.get({ address: one.value.address })).ok).toBe(false);
    expect(await service.get(other.value)).toMatchObject({ ok: true, value: { bytes } });
    await vault.close();
    expect((await service.put({ bytes, subject: 'c' })).ok).toBe(false);
  });
});

describe('records of a version without keys', () => {
  const events = [
    { stream: 'office', type: 'x', name: 'Petugas Contoh' },
    { stream: 'permohonan-1', type: 'y', name: 'Contoh Satu' },
  ];

  async function fillPlain(): Promise<void> {
    const journal = createJournal({ folder: join(dataFolder, 'journal'), now: () => clock, log });
    let expectedHead = { sequence: 0, hash: '' };
    for (const event of events) {
      const id = v7();
      const sealed = await plainSealer.seal(
        { version: 1, events: [event] },
        { table: 'journal', id, subject: '' },
      );
      const appended = await journal.service.append({ expectedHead, id, sealed });
      if (appended.ok) expectedHead = { ...appended.value };
    }
    await journal.close();
    const files = createFileStore({ folder: join(dataFolder, 'files') });
    await files.service.put({ bytes: new TextEncoder().encode('Surat Contoh Satu'), subject: '' });
    await mkdir(join(dataFolder, 'drafts'));
    const draft = {
      id: v7(),
      updatedAt: '2026-03-02T02:00:00.000Z',
      sealed: { scheme: 'plain', data: '{"name":"Contoh Dua"}' },
    };
    await writeFile(join(dataFolder, 'drafts', `${draft.id}.json`), JSON.stringify(draft));
  }

  async function readBack(vault: ReturnType<typeof openVault>): Promise<readonly unknown[]> {
    const journal = createJournal({ folder: join(dataFolder, 'journal'), now: () => clock, log });
    const read = await journal.service.read({ after: 0, limit: 100 });
    const head = await journal.service.head({});
    expect(head).toMatchObject({ value: { notices: [] } });
    await journal.close();
    const sealer = createVaultSealer(vault.service);
    const records = read.ok ? read.value.records : [];
    return Promise.all(
      records.map(({ id, sealed }) => sealer.open(sealed, { table: 'journal', id })),
    );
  }

  test('are sealed, stopped at any step and taken up again; every record is there', async () => {
    await fillPlain();
    for (let stop = 0; stop < 200; stop += 1) {
      let steps = 0;
      const dying = openVault(
        observedDisk(systemDisk, () => {
          if ((steps += 1) > stop) throw new Error('power cut');
          return undefined;
        }),
      );
      const described = await openVault().service.describe({});
      const state = described.ok ? described.value.state : 'failed';
      expect(['absent', 'locked']).toContain(state);
      const done =
        state === 'absent' ? await dying.service.create(first) : await dying.service.unlock(first);
      await dying.close().catch(() => undefined);
      if (done.ok) break;
    }
    const vault = openVault();
    expect(await vault.service.unlock(first)).toMatchObject({ value: { outcome: 'open' } });
    expect(await readBack(vault)).toEqual(events.map((event) => ({ version: 1, events: [event] })));
    expect(await everyByte()).not.toMatch(/Contoh/);
    const addresses = await readdir(join(dataFolder, 'files'), { recursive: true });
    const address = addresses
      .map((one) => one.split('/').at(-1) ?? '')
      .find((one) => one.length === 64);
    const files = createFileStore({ folder: join(dataFolder, 'files'), sealing: vault.files });
    expect(await files.service.get({ address: address ?? '' })).toMatchObject({
      ok: true,
      value: { bytes: new TextEncoder().encode('Surat Contoh Satu') },
    });
  });
});
