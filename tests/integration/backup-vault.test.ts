import { randomUUID } from 'node:crypto';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyRestoreOrder } from '../../electron/services/backup/restore-order';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { sealedText } from '../../src/domain/sealing/sealed-text';
import { BackupOffice, filesBelow } from '../helpers/backup-office';
import { observedDisk, systemError } from '../helpers/fault-disk';

const DAY = 24 * 3_600_000;

let office: BackupOffice;
beforeEach(async () => {
  office = await BackupOffice.open();
  await office.fill();
  await office.chooseDrive();
});
afterEach(() => office.close());

const onDrive = (name: string) => join(office.drive, 'loket-se-backup', 'vault', name);
const here = (name: string) => join(office.dataFolder, 'vault', name);

/** Every file below a folder that holds a text. */
async function holding(folder: string, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await filesBelow(folder)) {
    if ((await readFile(join(folder, path), 'utf8')).includes(text)) found.push(path);
  }
  return found;
}

async function restoreAndStart(snapshot?: string): Promise<void> {
  expect(await office.order(snapshot)).toEqual({ kind: 'ordered' });
  await office.backup.close();
  await office.journal.close();
  const { dataFolder, now } = office;
  await applyRestoreOrder({ dataFolder, now, log: () => undefined });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
}

test('a destroyed key is gone from every snapshot with the next run', async () => {
  expect(await holding(office.drive, 'ka')).not.toEqual([]);
  const gone = '{"subject":"a","destroyed":true}\n';
  await writeFile(here('subject-keys.jsonl'), `${gone}{"subject":"b","key":"kb"}\n`);
  office.clock = new Date(office.clock.getTime() + DAY);
  expect((await office.run()).kind).toBe('good');
  expect(await office.snapshots()).toHaveLength(2);
  expect(await holding(office.drive, '"ka"')).toEqual([]);
  expect(await holding(office.drive, '"kb"')).toEqual(['loket-se-backup/vault/subject-keys.jsonl']);

  const [, oldest] = await office.snapshots();
  await restoreAndStart(oldest);
  expect(await holding(office.dataFolder, '"ka"')).toEqual([]);
});

test('a key destroyed after the last run does not come back by a restore; new ones are kept', async () => {
  const gone = '{"subject":"a","destroyed":true}\n';
  const fresh = '{"subject":"c","key":"kc"}\n';
  await writeFile(here('subject-keys.jsonl'), gone + fresh);
  await restoreAndStart();
  expect(await readFile(here('subject-keys.jsonl'), 'utf8')).toBe(
    `${gone}${fresh}{"subject":"b","key":"kb"}\n`,
  );
  // No copy of the keys is set aside: the next destruction must reach all of them.
  expect(await holding(office.dataFolder, '"kc"')).toEqual(['vault/subject-keys.jsonl']);
  const replaced = (await readdir(office.dataFolder)).find((name) => name.startsWith('replaced-'));
  // Nor a key ring, which would keep the way in of somebody disabled later.
  const aside = await filesBelow(join(office.dataFolder, replaced ?? ''));
  expect(aside.filter((path) => path.startsWith('vault/'))).toEqual([]);
});

test('keys that are missing or damaged here never replace the good ones on the drive', async () => {
  const good = await readFile(onDrive('subject-keys.jsonl'), 'utf8');
  const failed = { kind: 'failed', reason: 'vault-incomplete' };
  await writeFile(here('subject-keys.jsonl'), `${good}rusak\n`);
  expect(await office.run()).toMatchObject(failed);
  await rm(here('subject-keys.jsonl'));
  expect(await office.run()).toMatchObject(failed);
  await writeFile(here('subject-keys.jsonl'), good);
  await writeFile(here('keyring.json'), '{"wraps":[1');
  expect(await office.run()).toMatchObject(failed);
  await rm(join(office.dataFolder, 'vault'), { recursive: true });
  expect(await office.run()).toMatchObject(failed);
  expect(await readFile(onDrive('subject-keys.jsonl'), 'utf8')).toBe(good);
  expect(await office.snapshots()).toHaveLength(1);
});

test.each(['', '{"subject":"b","key":"kb"}\n'])(
  'a file of keys that lacks what the drive has never replaces it: %j',
  async (shrunken) => {
    const good = await readFile(onDrive('subject-keys.jsonl'), 'utf8');
    await writeFile(here('subject-keys.jsonl'), shrunken);
    expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'vault-incomplete' });
    expect(await readFile(onDrive('subject-keys.jsonl'), 'utf8')).toBe(good);
  },
);

test('a ring that does not open the keys beside it is not backed up', async () => {
  const line = (subject: string) => `${JSON.stringify({ subject, keyId: 'k1', wrap: 'w' })}\n`;
  await writeFile(here('subject-keys.jsonl'), line('a') + line('b'));
  await writeFile(here('keyring.json'), JSON.stringify({ officeId: 'o', keys: [{ id: 'k2' }] }));
  expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'vault-incomplete' });
  await writeFile(here('keyring.json'), JSON.stringify({ officeId: 'o', keys: [{ id: 'k1' }] }));
  expect(await office.run()).toMatchObject({ kind: 'good' });
});

test('a rotation between the two readings is noticed, and both are read again', async () => {
  const rotate = async (keyId: string) => {
    const lines = ['a', 'b'].map((subject) => JSON.stringify({ subject, keyId, wrap: 'w' }));
    await writeFile(here('subject-keys.jsonl'), `${lines.join('\n')}\n`);
    const ring = { officeId: 'sini', keys: [{ id: keyId }] };
    await writeFile(here('keyring.json'), JSON.stringify(ring));
  };
  await rotate('k1');
  let reads = 0;
  const read: Disk['read'] = async (path) => {
    if (path === here('subject-keys.jsonl') && (reads += 1) === 1) await rotate('k2');
    return systemDisk.read(path);
  };
  expect(await office.run(office.openBackup({ ...systemDisk, read }))).toMatchObject({
    kind: 'good',
  });
  expect(await readFile(onDrive('keyring.json'), 'utf8')).toContain('k2');
  expect(await readFile(onDrive('subject-keys.jsonl'), 'utf8')).toContain('k2');
});

test('a rehearsal finds keys that do not open what the journal names', async () => {
  const id = randomUUID();
  const place = await office.journal.service.head({});
  if (!place.ok) throw new Error(place.error.detail);
  const sealed = sealedText('c', 'AAAA');
  await office.journal.service.append({ expectedHead: place.value.head, id, sealed });
  expect((await office.run()).kind).toBe('good');
  const damaged = [{ path: 'vault/subject-keys.jsonl', problem: 'incomplete' }];
  expect(await office.rehearse()).toMatchObject({ kind: 'damaged', damaged });
  await appendFile(here('subject-keys.jsonl'), '{"subject":"c","key":"kc"}\n');
  expect((await office.run()).kind).toBe('good');
  expect(await office.rehearse()).toMatchObject({ kind: 'good' });
});

test('a line of keys that is just being appended is left for the next run', async () => {
  const whole = await readFile(here('subject-keys.jsonl'), 'utf8');
  await writeFile(here('subject-keys.jsonl'), `${whole}{"subject":"c","ke`);
  expect((await office.run()).kind).toBe('good');
  expect(await readFile(onDrive('subject-keys.jsonl'), 'utf8')).toBe(whole);
});

test('of the keyring only the present one is kept: the one before has ways in that were taken', async () => {
  for (const wrap of [2, 3, 3]) {
    await writeFile(here('keyring.json'), JSON.stringify({ wraps: [wrap] }));
    office.clock = new Date(office.clock.getTime() + DAY);
    await office.run();
  }
  expect(await readFile(onDrive('keyring.json'), 'utf8')).toBe('{"wraps":[3]}');
  expect(await readdir(onDrive('.'))).toEqual([
    'checksums.json',
    'keyring.json',
    'subject-keys.jsonl',
  ]);
});

test('ended between any two steps of replacing them, the keys on the drive stay readable', async () => {
  for (let stopAt = 1; stopAt < 100; stopAt += 1) {
    // Rotated between any two runs: ring and keys fit each other only as they are exchanged.
    const keyId = `k${String(stopAt)}`;
    const lines = ['a', 'b'].map((subject) => JSON.stringify({ subject, keyId, wrap: keyId }));
    await writeFile(here('subject-keys.jsonl'), `${lines.join('\n')}\n`);
    const ring = { officeId: 'sini', keys: [{ id: keyId }] };
    await writeFile(here('keyring.json'), JSON.stringify(ring));
    let step = 0;
    const dying = observedDisk(systemDisk, () => {
      step += 1;
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const backup = office.openBackup(dying);
    await backup.service.runNow({});
    await backup.idle();
    expect(await office.rehearse()).toMatchObject({ kind: 'good' });
    if (step < stopAt) return;
  }
  throw new Error('the run never came to its end');
});

test('damaged keys on the drive are found by a rehearsal and stop a restore', async () => {
  await writeFile(onDrive('subject-keys.jsonl'), '{"subject":"a","key":"kx"}\n');
  const damaged = [{ path: 'vault/subject-keys.jsonl', problem: 'altered' }];
  expect(await office.rehearse()).toMatchObject({ kind: 'damaged', damaged });
  expect(await office.order()).toEqual({ kind: 'damaged', damaged, damagedCount: 1 });
});
