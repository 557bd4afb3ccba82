import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyRestoreOrder } from '../../electron/services/backup/restore-order';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { BackupOffice, filesBelow } from '../helpers/backup-office';
import { observedDisk, systemError } from '../helpers/fault-disk';

const DAY = 24 * 3_600_000;

let office: BackupOffice;
beforeEach(async () => {
  office = await BackupOffice.open();
});
afterEach(() => office.close());

const root = () => join(office.drive, 'loket-se-backup');
const dataFile = (path: string) => join(office.dataFolder, path);
const log = () => undefined;

/** The next start of the program, up to where services are made. */
async function start(disk: Disk = systemDisk): Promise<void> {
  await office.backup.close();
  await office.journal.close();
  await applyRestoreOrder({ dataFolder: office.dataFolder, now: office.now, log, disk });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
}

/** Folders of the data folder beside the usual ones. */
async function extraFolders(): Promise<readonly string[]> {
  const names = await readdir(office.dataFolder);
  return names.filter((name) => /^(restore|replaced|rehearsal)/.test(name));
}

async function movedTo(): Promise<string> {
  const { restore } = await office.status();
  if (restore?.outcome.kind !== 'done') throw new Error(JSON.stringify(restore));
  return dataFile(restore.outcome.movedTo);
}

test('an empty computer gets everything back, and is backed up to the same drive from then on', async () => {
  await office.fill();
  await office.chooseDrive();
  const before = await office.contents();
  await rm(office.dataFolder, { recursive: true });
  await mkdir(office.dataFolder);
  await start();
  expect((await office.status()).target).toBeNull();

  expect(await office.order()).toEqual({ kind: 'ordered' });
  expect(await office.contents()).toEqual({});
  await start();
  expect(await office.contents()).toEqual(before);
  const head = await office.journal.service.head({});
  expect(head).toMatchObject({ value: { head: { sequence: 12 }, notices: [] } });
  expect(await readdir(office.dataFolder)).not.toContain('restore-order.json');
  expect((await office.status()).target).toMatchObject({ folder: office.drive, present: true });
  await office.record(1);
  expect(await office.run()).toMatchObject({ kind: 'good', records: 13 });
});

test('a damaged data folder is replaced; what was there is moved aside, nothing is deleted', async () => {
  await office.fill();
  await office.chooseDrive();
  const before = await office.contents();
  const month = dataFile('journal/2026-11.jsonl');
  await writeFile(month, 'rusak\n');
  await office.write('files/ff/ff/ffffffffffffffff', 'berkas baru');
  await rm(dataFile('drafts'), { recursive: true });
  const damaged = await office.contents();

  await start();
  expect(await office.order()).toEqual({ kind: 'ordered' });
  // Until the next start the program goes on with what it has.
  expect(await office.contents()).toEqual(damaged);
  await start();
  expect(await office.contents()).toEqual(before);
  const aside = await movedTo();
  expect(await readFile(join(aside, 'journal', '2026-11.jsonl'), 'utf8')).toBe('rusak\n');
  expect(await readFile(join(aside, 'files/ff/ff/ffffffffffffffff'), 'utf8')).toBe('berkas baru');
});

test('an older snapshot can be chosen', async () => {
  await office.fill();
  await office.chooseDrive();
  const before = await office.contents();
  office.clock = new Date(office.clock.getTime() + DAY);
  await office.record(5);
  await office.store('%PDF berkas empat');
  await office.run();
  const [, older] = await office.snapshots();
  expect(await office.order(older)).toEqual({ kind: 'ordered' });
  await start();
  expect(await office.contents()).toEqual(before);
});

test.each(['altered', 'missing', 'not-read'] as const)(
  'an object that is %s: the file is named and nothing is replaced',
  async (problem) => {
    await office.fill();
    const path = await office.store('%PDF berkas rusak');
    await office.chooseDrive();
    const before = await office.contents();
    const hash = createHash('sha256').update('%PDF berkas rusak').digest('hex');
    const object = join(root(), 'objects', hash.slice(0, 2), hash);
    let disk = systemDisk;
    if (problem === 'altered') await writeFile(object, '%PDF berkas RUSAK');
    if (problem === 'missing') await rm(object);
    if (problem === 'not-read') {
      const read: Disk['read'] = (wanted) =>
        wanted === object ? Promise.reject(systemError('EIO')) : systemDisk.read(wanted);
      disk = { ...systemDisk, read };
    }
    expect(await office.order(undefined, office.openBackup(disk))).toEqual({
      kind: 'damaged',
      damaged: [{ path, problem }],
      damagedCount: 1,
      canLeaveOut: true,
    });
    await start();
    expect(await office.contents()).toEqual(before);
    expect(await extraFolders()).toEqual([]);

    // Older snapshots share the object: without this file is the only way.
    const without = { damaged: [{ path, problem }], damagedCount: 1 };
    const damagedDrive = office.openBackup(disk);
    expect(await office.order(undefined, damagedDrive, { leaveOut: true })).toEqual({
      kind: 'ordered',
      without,
    });
    await start();
    const { [path]: lost, ...rest } = before;
    expect(lost).toBeDefined();
    expect(await office.contents()).toEqual(rest);
    expect((await office.status()).restore?.outcome).toMatchObject({ kind: 'done', without });
  },
);

test('damage of the journal is never left out', async () => {
  await office.fill();
  await office.chooseDrive();
  const month = await readFile(dataFile('journal/2026-11.jsonl'));
  const hash = createHash('sha256').update(month).digest('hex');
  await rm(join(root(), 'objects', hash.slice(0, 2), hash));
  expect(await office.order(undefined, office.backup, { leaveOut: true })).toEqual({
    kind: 'damaged',
    damaged: [{ path: 'journal/2026-11.jsonl', problem: 'missing' }],
    damagedCount: 1,
  });
});

test('a list of contents that was changed, or is of no snapshot, restores nothing', async () => {
  await office.fill();
  await office.chooseDrive();
  expect(await office.order('20200101T000000000Z')).toMatchObject({
    kind: 'failed',
    reason: 'snapshot-not-read',
  });
  const [name] = await office.snapshots();
  const path = join(root(), 'snapshots', `${name ?? ''}.json`);
  const { snapshot } = JSON.parse(await readFile(path, 'utf8')) as {
    snapshot: { entries: { path: string }[] };
  };
  const [entry] = snapshot.entries;
  if (entry === undefined) throw new Error('no entries');
  // Somebody who can compute a checksum still gets nowhere outside the folder.
  for (const outside of ['../luar', 'journal/../../luar', '/luar', 'keys/token.json', 'journal']) {
    entry.path = outside;
    const sha256 = createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
    await writeFile(path, JSON.stringify({ sha256, snapshot }));
    expect(await office.order(name)).toMatchObject({ reason: 'snapshot-not-read' });
  }
});

test('ended before any step of the start that restores, the next start finishes it', async () => {
  await office.fill();
  await office.chooseDrive();
  const snapshot = await office.contents();
  for (let stopAt = 1; stopAt < 100; stopAt += 1) {
    await writeFile(dataFile('journal/2026-11.jsonl'), `rusak ${String(stopAt)}\n`);
    await start();
    expect(await office.order()).toEqual({ kind: 'ordered' });
    let step = 0;
    const dying = observedDisk(systemDisk, (kind) => {
      step += 1;
      if (step === stopAt && kind === 'write') return 'half';
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const first = await start(dying).then(
      () => 'done',
      () => 'ended',
    );
    await start();
    expect(await office.contents()).toEqual(snapshot);
    const kept = await readFile(join(await movedTo(), 'journal', '2026-11.jsonl'), 'utf8');
    expect(kept).toBe(`rusak ${String(stopAt)}\n`);
    expect((await extraFolders()).filter((name) => name.startsWith('restore'))).toEqual([]);
    await rm(await movedTo(), { recursive: true });
    if (first === 'done') {
      expect(stopAt).toBeGreaterThan(15);
      return;
    }
  }
  throw new Error('the start never came to its end');
});

test('ended while the copy is made, nothing is ordered and the next start sweeps it', async () => {
  await office.fill();
  await office.chooseDrive();
  const before = await office.contents();
  for (let stopAt = 1; stopAt < 200; stopAt += 5) {
    let step = 0;
    const dying = observedDisk(systemDisk, () => {
      step += 1;
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const backup = office.openBackup(dying);
    const [newest] = await office.snapshots();
    await backup.service.restore({ folder: office.drive, snapshot: newest ?? '' });
    await backup.idle();
    if (step < stopAt) return;
    const isOrdered = (await readdir(office.dataFolder)).includes('restore-order.json');
    await start();
    expect(await office.contents()).toEqual(before);
    const leftOver = isOrdered ? /^replaced/ : /^nothing$/;
    for (const name of await extraFolders()) expect(name).toMatch(leftOver);
    for (const name of await extraFolders()) await rm(dataFile(name), { recursive: true });
  }
  throw new Error('the copy never came to its end');
});

test('the database of another office is set aside, that of the same office stays', async () => {
  await office.fill();
  await office.chooseDrive();
  const database = 'browser/Default/IndexedDB/http_127.0.0.1.leveldb';
  await office.write(database, 'kantor sendiri');
  await office.order();
  await start();
  expect(await readFile(dataFile(database), 'utf8')).toBe('kantor sendiri');

  await office.backup.close();
  await office.journal.close();
  await rm(office.dataFolder, { recursive: true });
  await mkdir(office.dataFolder);
  office.journal = office.openJournal();
  office.backup = office.openBackup();
  await office.record(1);
  await office.write(database, 'kantor lain');
  office.clock = new Date(office.clock.getTime() + 1000);
  expect(await office.order()).toMatchObject({ kind: 'failed', reason: 'other-office' });
  expect(await office.order(undefined, office.backup, { otherOffice: true })).toEqual({
    kind: 'ordered',
  });
  await start();
  expect(await filesBelow(dataFile('browser'))).toEqual([]);
  const aside = await filesBelow(await movedTo());
  expect(aside).toContain('browser-database/http_127.0.0.1.leveldb');
});

test('a rehearsal finds a journal that lacks its end, even where every checksum fits', async () => {
  await office.fill();
  await office.chooseDrive();
  const [name] = await office.snapshots();
  const path = join(root(), 'snapshots', `${name ?? ''}.json`);
  const { snapshot } = JSON.parse(await readFile(path, 'utf8')) as {
    snapshot: { entries: { path: string; size: number; sha256: string; objects: string[] }[] };
  };
  const month = snapshot.entries.find((entry) => entry.path.startsWith('journal/'));
  if (month === undefined) throw new Error('no journal in the snapshot');
  const lines = (await readFile(dataFile(month.path), 'utf8')).split('\n');
  const cut = `${lines.slice(0, 10).join('\n')}\n`;
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const hash = sha(cut);
  await mkdir(join(root(), 'objects', hash.slice(0, 2)), { recursive: true });
  await writeFile(join(root(), 'objects', hash.slice(0, 2), hash), cut);
  Object.assign(month, { size: cut.length, sha256: hash, objects: [hash] });
  await writeFile(path, JSON.stringify({ sha256: sha(JSON.stringify(snapshot)), snapshot }));
  expect(await office.rehearse()).toMatchObject({
    kind: 'damaged',
    journalFits: false,
    records: 10,
    damagedCount: 0,
  });
});

const hasTools = spawnSync('jq', ['--version']).status === 0;
test.skipIf(!hasTools)(
  'by hand, with the commands of docs/backup.md, everything comes back',
  async () => {
    await office.fill();
    await office.record(15, 100_000);
    await office.chooseDrive();
    const before = await office.contents();
    const page = await readFile('docs/backup.md', 'utf8');
    const script = /```sh\n(.*?)```/s.exec(page)?.[1] ?? '';
    await rm(office.dataFolder, { recursive: true });
    const env = { ...process.env, INTO: office.dataFolder };
    const done = spawnSync('sh', ['-eu', '-c', script], { cwd: root(), env, encoding: 'utf8' });
    expect(done).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(await office.contents()).toEqual(before);
  },
);
