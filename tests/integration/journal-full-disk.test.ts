import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createDrafts } from '../../electron/services/drafts';
import { createFileStore } from '../../electron/services/files';
import { createJournal } from '../../electron/services/journal';
import { observedDisk, systemError } from '../helpers/fault-disk';

/**
 * A disk of 256 kilobytes: a real one (tmpfs) where this user may mount, else a port that
 * refuses to grow beyond that, as the name of the test says.
 */
interface SmallDisk {
  readonly name: string;
  readonly folder: string;
  readonly disk: Disk;
  readonly remove: () => void;
}

function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'loket-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    const remove = () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    };
    return { name: 'a tmpfs of 256 kB', folder, disk: systemDisk, remove };
  } catch {
    let room = 256 * 1024;
    const disk = observedDisk(systemDisk, (step, bytes) => {
      if (step === 'remove') room = 256 * 1024;
      if (step !== 'write') return undefined;
      room -= bytes?.length ?? 0;
      if (room < 0) throw systemError('ENOSPC');
      return undefined;
    });
    const remove = () => rmSync(folder, { recursive: true });
    return { name: 'a port raising ENOSPC, mounting is not allowed here', folder, disk, remove };
  }
}

const small = smallDisk();
afterAll(() => small.remove());

test(`full disk (${small.name}): refused, nothing changed, and work goes on once there is room`, async () => {
  const { folder, disk } = small;
  const now = () => new Date('2026-11-20T03:00:00Z');
  const log = () => undefined;
  const journal = createJournal({ folder: join(folder, 'journal'), now, log, disk });
  const files = createFileStore({ folder: join(folder, 'files'), disk }).service;
  const drafts = createDrafts({ folder: join(folder, 'drafts'), log, disk });
  const { service } = journal;
  const append = async (data: string) => {
    const place = await service.head({});
    if (!place.ok) throw new Error(place.error.detail);
    const input = { expectedHead: place.value.head, id: randomUUID() };
    return service.append({ ...input, sealed: { scheme: 'plain', data } });
  };

  expect((await append('pertama')).ok).toBe(true);
  const draft = { id: randomUUID(), updatedAt: '', sealed: { scheme: 'plain', data: 'lama' } };
  expect((await drafts.put(draft)).ok).toBe(true);
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(150 * 1024));

  const monthPath = join(folder, 'journal', '2026-11.jsonl');
  const before = await readFile(monthPath);
  const big = 'x'.repeat(300 * 1024);
  expect(await append(big)).toMatchObject({ error: { kind: 'disk-full' } });
  expect(await readFile(monthPath)).toEqual(before);
  expect(await files.put({ bytes: Buffer.from(big), subject: 'office' })).toMatchObject({
    error: { kind: 'disk-full' },
  });
  expect(await readdir(join(folder, 'files', 'tmp'))).toEqual([]);
  const newer = { ...draft, sealed: { scheme: 'plain', data: big } };
  expect(await drafts.put(newer)).toMatchObject({ error: { kind: 'disk-full' } });
  expect(await drafts.list({})).toEqual({ ok: true, value: { drafts: [draft] } });

  await rm(ballast);
  expect((await append('kedua')).ok).toBe(true);
  const found = await service.read({ after: 0, limit: 10 });
  expect(found.ok && found.value.records.map(({ sealed }) => sealed.data)).toEqual([
    'pertama',
    'kedua',
  ]);
  await journal.close();
});
