import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { BackupOffice } from '../helpers/backup-office';
import { observedDisk, systemError } from '../helpers/fault-disk';

const DAY = 24 * 3_600_000;

let office: BackupOffice;
beforeEach(async () => {
  office = await BackupOffice.open();
});
afterEach(() => office.close());

const root = () => join(office.drive, 'loket-se-backup');

/** One object on the drive that holds a file of the data folder. */
async function objectOf(text: string): Promise<string> {
  for (const path of await office.onDrive()) {
    if (!path.startsWith('objects/')) continue;
    const whole = join(root(), path);
    if ((await readFile(whole, 'utf8')) === text) return whole;
  }
  throw new Error(`nothing on the drive holds ${text}`);
}

test('a second run writes only what is new, and an unchanged day writes no object at all', async () => {
  await office.fill();
  await office.chooseDrive();
  const first = (await office.status()).lastAttempt?.outcome;
  expect(first).toMatchObject({ kind: 'good', records: 12, files: 3, drafts: 1, newObjects: 6 });

  office.clock = new Date(office.clock.getTime() + DAY);
  expect(await office.run()).toMatchObject({ kind: 'good', newObjects: 0, newBytes: 0 });

  await office.record(1);
  await office.store('%PDF berkas empat');
  office.clock = new Date(office.clock.getTime() + DAY);
  const third = await office.run();
  // The file, and the last piece of the month the record was appended to.
  expect(third).toMatchObject({ kind: 'good', records: 13, files: 4, newObjects: 2 });
  expect(await office.snapshots()).toHaveLength(3);
});

test('a month of several pieces: a day adds its last piece, not the month', async () => {
  await office.record(40, 100_000);
  await office.chooseDrive();
  await office.record(1, 1000);
  const month = join(office.dataFolder, 'journal', '2026-11.jsonl');
  const size = (await stat(month)).size;
  expect(size).toBeGreaterThan(4_000_000);
  const second = await office.run();
  if (second.kind !== 'good') throw new Error(second.reason);
  expect(second.newObjects).toBe(1);
  expect(second.newBytes).toBeLessThan(1024 * 1024);
  expect(await office.rehearse()).toMatchObject({ kind: 'good', records: 41 });
});

test('while records are appended, a snapshot is one moment of the journal', async () => {
  await office.fill();
  await office.chooseDrive();
  const appending = office.record(200);
  const outcome = await office.run();
  await appending;
  expect(outcome.kind).toBe('good');
  expect(await office.rehearse()).toMatchObject({ kind: 'good' });
});

test('what the drive keeps wrongly is noticed by reading back, and no snapshot names it', async () => {
  await office.fill();
  await office.chooseDrive();
  const before = await office.snapshots();
  await office.store('%PDF berkas empat');
  const lying: Disk = {
    ...systemDisk,
    open: async (path, mode, access) => {
      const file = await systemDisk.open(path, mode, access);
      if (!path.includes(join('objects', 'tmp'))) return file;
      // Says it has written and flushed, and has lost the last byte.
      const write: typeof file.write = (position, bytes) =>
        file.write(position, bytes.subarray(0, bytes.length - 1));
      return { ...file, write };
    },
  };
  const outcome = await office.run(office.openBackup(lying));
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'not-read-back' });
  expect(await office.snapshots()).toEqual(before);
  expect((await office.run()).kind).toBe('good');
  expect(await office.rehearse()).toMatchObject({ kind: 'good', files: 4 });
});

test('a damaged object is found by a rehearsal, and the next run writes it anew', async () => {
  await office.fill();
  await office.chooseDrive();
  expect(await office.rehearse()).toMatchObject({ kind: 'good', records: 12, files: 3 });
  const object = await objectOf('%PDF berkas dua');
  await writeFile(object, '%PDF berkas DUA');
  const found = await office.rehearse();
  if (found.kind !== 'damaged') throw new Error(found.kind);
  expect(found).toMatchObject({ damagedCount: 1, journalFits: true, files: 2 });
  expect(found.damaged[0]).toMatchObject({ problem: 'altered' });
  expect(found.damaged[0]?.path).toMatch(/^files\//);
  expect(await readdir(office.dataFolder)).not.toContain('rehearsal');

  expect(await office.run()).toMatchObject({ kind: 'good', newObjects: 1 });
  expect(await office.rehearse()).toMatchObject({ kind: 'good', files: 3 });
});

test('every object is read back within a week of runs, without anybody asking', async () => {
  await office.fill();
  await office.chooseDrive();
  await writeFile(await objectOf('%PDF berkas tiga'), '%PDF berkas TIGA');
  let written = 0;
  for (let day = 0; day < 7; day += 1) {
    office.clock = new Date(office.clock.getTime() + DAY);
    const outcome = await office.run();
    if (outcome.kind !== 'good') throw new Error(outcome.reason);
    written += outcome.newObjects;
  }
  expect(written).toBe(1);
  expect(await office.rehearse()).toMatchObject({ kind: 'good' });
});

test('retention removes old snapshots and the objects only they named', async () => {
  await office.fill();
  const draft = (text: string) =>
    office.write('drafts/01930000-0000-7000-8000-00000000000d.json', text);
  await draft('"hari 0"');
  await office.chooseDrive();
  for (let day = 1; day <= 40; day += 1) {
    office.clock = new Date(office.clock.getTime() + DAY);
    await draft(`"hari ${String(day)}"`);
    expect(await office.run()).toMatchObject({ kind: 'good', tidied: true });
  }
  const names = await office.snapshots();
  // 7 days; of 4 weeks and 3 months those not among them.
  expect(names.length).toBeGreaterThanOrEqual(10);
  expect(names.length).toBeLessThanOrEqual(13);
  await objectOf('"hari 40"');
  await expect(objectOf('"hari 20"')).rejects.toThrow();
  for (const name of names) expect(await office.order(name)).toEqual({ kind: 'ordered' });
});

test('a full drive is tidied, and the run goes on in the room that makes', async () => {
  await office.fill();
  const draft = 'drafts/01930000-0000-7000-8000-00000000000d.json';
  await office.write(draft, '"hari 0"');
  await office.chooseDrive();
  const [first] = await office.snapshots();
  const stray = join(root(), 'objects', 'ab', 'ab'.repeat(32));
  await systemDisk.makeFolder(join(stray, '..'));
  await writeFile(stray, 'dulu');
  await office.write(draft, '"hari 1"');
  office.clock = new Date(office.clock.getTime() + DAY);
  const open: Disk['open'] = async (path, mode, access) => {
    const isFull = (await systemDisk.find(stray)) !== undefined;
    if (isFull && path.includes(join('objects', 'tmp'))) throw systemError('ENOSPC');
    return systemDisk.open(path, mode, access);
  };
  const outcome = await office.run(office.openBackup({ ...systemDisk, open }));
  expect(outcome).toMatchObject({ kind: 'good' });
  expect(await office.snapshots()).toContain(first);
});

test('while a snapshot cannot be read, nothing is removed', async () => {
  await office.fill();
  await office.chooseDrive();
  const [first] = await office.snapshots();
  const path = join(root(), 'snapshots', `${first ?? ''}.json`);
  await writeFile(path, (await readFile(path, 'utf8')).replace('"records":12', '"records":11'));
  const stray = join(root(), 'objects', 'ab', 'ab'.repeat(32));
  await systemDisk.makeFolder(join(stray, '..'));
  await writeFile(stray, 'dulu');
  for (let day = 0; day < 10; day += 1) {
    office.clock = new Date(office.clock.getTime() + DAY);
    expect(await office.run()).toMatchObject({ kind: 'good', tidied: false });
  }
  expect(await office.snapshots()).toHaveLength(11);
  expect(await office.onDrive()).toContain(stray.slice(root().length + 1));
  const listed = await office.backup.service.listSnapshots({ folder: office.drive });
  expect(listed).toMatchObject({ value: { snapshots: { 10: { state: 'unreadable' } } } });

  await rm(path);
  expect(await office.run()).toMatchObject({ kind: 'good', tidied: true });
  expect(await office.onDrive()).not.toContain(stray.slice(root().length + 1));
});

test('stopped before any step, earlier snapshots stay whole and the next run goes on', async () => {
  await office.fill();
  await office.chooseDrive();
  for (let stopAt = 1; stopAt < 400; stopAt += 1) {
    office.clock = new Date(office.clock.getTime() + 60_000);
    const [newest] = await office.snapshots();
    await office.store(`%PDF putaran ${String(stopAt)}`);
    await office.write('vault/keyring.json', `{"wraps":[${String(stopAt)}]}`);
    let step = 0;
    const dying = observedDisk(systemDisk, (kind) => {
      step += 1;
      if (step === stopAt && kind === 'write') return 'half';
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const backup = office.openBackup(dying);
    await backup.service.runNow({});
    await backup.idle();
    const made = (await office.snapshots())[0];
    office.backup = office.openBackup();
    // Whatever is the newest by now can be restored whole.
    expect(await office.rehearse()).toMatchObject({ kind: 'good' });
    if (step < stopAt) {
      expect(stopAt).toBeGreaterThan(20);
      expect(made).not.toBe(newest);
      expect(await readdir(join(root(), 'objects', 'tmp'))).toEqual([]);
      return;
    }
    expect((await office.run()).kind).toBe('good');
  }
  throw new Error('the run never came to its end');
});

test('an unplugged drive: said so, the empty mount point is not taken for it, and waited for', async () => {
  await office.fill();
  await office.chooseDrive();
  office.clock = new Date(office.clock.getTime() + 3 * DAY);
  const away = `${office.drive}-away`;
  await rename(office.drive, away);
  expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'target-missing' });
  await systemDisk.makeFolder(office.drive);
  expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'target-missing' });
  await office.backup.look();
  await office.backup.idle();
  expect(await readdir(office.drive)).toEqual([]);
  expect((await office.status()).target).toMatchObject({ present: false });

  await rm(office.drive, { recursive: true });
  await rename(away, office.drive);
  await office.backup.look();
  await office.backup.idle();
  expect((await office.status()).lastAttempt?.outcome.kind).toBe('good');
});

test('the schedule: the first at once, then one a day, and a failed one an hour later', async () => {
  await office.fill();
  await office.chooseDrive();
  expect(await office.snapshots()).toHaveLength(1);
  const hours = async (count: number) => {
    office.clock = new Date(office.clock.getTime() + count * 3_600_000);
    await office.backup.look();
    await office.backup.idle();
    return (await office.snapshots()).length;
  };
  expect(await hours(23)).toBe(1);
  expect(await hours(1)).toBe(2);
  const journal = join(office.dataFolder, 'journal', '2026-11.jsonl');
  await office.journal.close();
  await rename(journal, `${journal}.away`);
  expect(await hours(24)).toBe(2);
  expect((await office.status()).lastAttempt?.outcome).toMatchObject({ kind: 'failed' });
  await rename(`${journal}.away`, journal);
  await office.journal.close();
  expect(await hours(0.5)).toBe(2);
  expect(await hours(0.5)).toBe(3);
});

test('which folders are no target, and why', async () => {
  await office.fill();
  const refused = async (folder: string) => {
    const answer = await office.backup.service.setTarget({ folder });
    if (!answer.ok || answer.value.outcome !== 'refused') throw new Error(JSON.stringify(answer));
    return answer.value.problem;
  };
  expect(await refused('cadangan')).toBe('not-absolute');
  expect(await refused(join(office.folder, 'tidak ada'))).toBe('missing');
  expect(await refused(office.dataFolder)).toBe('inside-data');
  expect(await refused(join(office.dataFolder, 'journal'))).toBe('inside-data');
  const file = join(office.folder, 'berkas');
  await writeFile(file, '');
  expect(await refused(file)).toBe('not-a-folder');
  const readOnly = office.openBackup({
    ...systemDisk,
    open: (path, mode, access) =>
      mode === 'create'
        ? Promise.reject(systemError('EROFS'))
        : systemDisk.open(path, mode, access),
  });
  expect(await readOnly.service.setTarget({ folder: office.drive })).toMatchObject({
    value: { outcome: 'refused', problem: 'not-writable' },
  });
  // Whoever names the backup's own folder means the one above it.
  await office.chooseDrive();
  const named = await office.backup.service.listSnapshots({ folder: root() });
  expect(named).toMatchObject({ value: { outcome: 'found', folder: office.drive } });
});

test('the drive of another office is left alone, by choice and by a run', async () => {
  await office.fill();
  await office.chooseDrive();
  const before = await office.onDrive();
  const other = await BackupOffice.open();
  await other.record(3);
  const answer = await other.backup.service.setTarget({ folder: office.drive });
  expect(answer).toMatchObject({ value: { outcome: 'refused', problem: 'other-office' } });
  await other.chooseDrive();
  await rm(join(other.drive, 'loket-se-backup'), { recursive: true });
  await rename(root(), join(other.drive, 'loket-se-backup'));
  expect(await other.run()).toMatchObject({ kind: 'failed', reason: 'other-office' });
  expect(await other.onDrive()).toEqual(before);
  await other.close();
});
