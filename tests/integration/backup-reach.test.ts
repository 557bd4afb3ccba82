import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyRestoreOrder } from '../../electron/services/backup/restore-order';
import { BackupOffice } from '../helpers/backup-office';

const DAY = 24 * 3_600_000;

let office: BackupOffice;
beforeEach(async () => {
  office = await BackupOffice.open();
  await office.fill();
  await office.chooseDrive();
});
afterEach(() => office.close());

const month = () => join(office.dataFolder, 'journal', '2026-11.jsonl');

/** Changes the journal while the program is closed, as by hand. */
async function edit(change: (lines: readonly string[]) => readonly string[]): Promise<void> {
  await office.backup.close();
  await office.journal.close();
  const lines = (await readFile(month(), 'utf8')).split('\n').slice(0, -1);
  await writeFile(
    month(),
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
  await rm(join(office.dataFolder, 'journal', 'index.json'), { force: true });
  await rm(join(office.dataFolder, 'journal-anchor.json'), { force: true });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
}

test('a journal whose end was cut off is no good backup', async () => {
  await edit((lines) => lines.slice(0, 10));
  const before = await office.onDrive();
  expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'journal-cut' });
  expect(await office.onDrive()).toEqual(before);
});

test('nor one that went on differently from there, however long', async () => {
  await edit((lines) => lines.slice(0, 10));
  await office.record(9);
  expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'journal-cut' });
});

test('nor one that lacks a month', async () => {
  office.clock = new Date('2026-12-01T02:00:00.000Z');
  await office.record(2);
  expect((await office.run()).kind).toBe('good');
  await edit((lines) => lines);
  await rm(join(office.dataFolder, 'journal', '2026-12.jsonl'));
  expect(await office.run()).toMatchObject({ kind: 'failed' });
});

test('a longer one is, and so is an older one that a restore put there', async () => {
  office.clock = new Date(office.clock.getTime() + DAY);
  await office.record(3);
  expect((await office.run()).kind).toBe('good');
  const [, older] = await office.snapshots();
  office.clock = new Date(office.clock.getTime() + DAY);
  expect(await office.order(older)).toEqual({ kind: 'ordered' });
  await office.backup.close();
  await office.journal.close();
  const { dataFolder, now } = office;
  await applyRestoreOrder({ dataFolder, now, log: () => undefined });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
  expect((await office.status()).restore).toMatchObject({ outcome: { kind: 'done' } });
  // Another order that comes to nothing does not make the restore forgotten.
  await office.order('20200101T000000000Z');
  expect(await office.run()).toMatchObject({ kind: 'good', records: 12 });
  office.clock = new Date(office.clock.getTime() + DAY);
  await edit((lines) => lines.slice(0, 11));
  expect(await office.run()).toMatchObject({ kind: 'failed', reason: 'journal-cut' });
});
