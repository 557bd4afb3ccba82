import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/log';
import { systemDisk } from '../../electron/services/disk';
import { createDrafts } from '../../electron/services/drafts';
import { observedDisk, systemError } from '../helpers/fault-disk';

let folder: string;
const logged: LogEntry[] = [];
const log = (entry: LogEntry) => void logged.push(entry);
beforeEach(async () => {
  logged.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'loket-drafts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const draft = (data: string, id: string = randomUUID()) => ({
  id,
  updatedAt: '2026-11-20T03:00:00Z',
  sealed: { scheme: 'plain', data },
});

test('the last of many quick saves is the one that stays, also after a restart', async () => {
  const id = randomUUID();
  const drafts = createDrafts({ folder, log });
  await Promise.all(['C', 'Co', 'Con', 'Cont'].map((typed) => drafts.put(draft(typed, id))));
  const listed = await createDrafts({ folder, log }).list({});
  expect(listed).toEqual({ ok: true, value: { drafts: [draft('Cont', id)] } });
});

test('a removed draft is gone; removing it again is no error', async () => {
  const drafts = createDrafts({ folder, log });
  const one = draft('satu');
  await drafts.put(one);
  expect((await drafts.remove({ id: one.id })).ok).toBe(true);
  expect((await drafts.remove({ id: one.id })).ok).toBe(true);
  expect(await drafts.list({})).toEqual({ ok: true, value: { drafts: [] } });
});

test('stopped before any step, the old text or the new one is there, never neither', async () => {
  const id = randomUUID();
  for (let stopAt = 1; stopAt < 30; stopAt += 1) {
    await createDrafts({ folder, log }).put(draft('lama', id));
    let step = 0;
    const dying = observedDisk(systemDisk, (kind) => {
      step += 1;
      if (step === stopAt && kind === 'write') return 'half';
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const answer = await createDrafts({ folder, log, disk: dying }).put(draft('baru', id));
    const listed = await createDrafts({ folder, log }).list({});
    const texts = listed.ok ? listed.value.drafts.map(({ sealed }) => sealed.data) : [];
    expect(['lama', 'baru']).toContain(texts[0]);
    if (answer.ok) {
      expect(texts).toEqual(['baru']);
      return;
    }
  }
  throw new Error('put never came to its end');
});

test('a copy that cannot be read is named in the log and hides no other', async () => {
  const drafts = createDrafts({ folder, log });
  const good = draft('baik');
  await drafts.put(good);
  const bad = `${randomUUID()}.json`;
  await writeFile(join(folder, bad), '{"id":');
  expect(await drafts.list({})).toEqual({ ok: true, value: { drafts: [good] } });
  expect(logged).toEqual([{ event: 'draft-unreadable', file: bad }]);
});
