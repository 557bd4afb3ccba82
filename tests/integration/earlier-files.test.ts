import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileStore } from '../../electron/services/files';
import { createJournal } from '../../electron/services/journal';
import { createVault } from '../../electron/services/vault';
import type { Services } from '../../src/contract';
import { plainSealer } from '../../src/domain/sealing/sealer';

type StoredFile = Extract<
  Awaited<ReturnType<Services['files']['put']>>,
  { readonly ok: true }
>['value'];

const log = (): void => undefined;
const now = () => new Date('2026-03-02T02:00:00.000Z');
const cost = () => Promise.resolve({ memoryKiB: 64, passes: 1, lanes: 1 });

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-earlier-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

/** A file as a version without keys stored it. */
async function putPlain(text: string): Promise<StoredFile> {
  const files = createFileStore({ folder: join(dataFolder, 'files') });
  const stored = await files.service.put({ bytes: new TextEncoder().encode(text), subject: '' });
  if (!stored.ok) throw new Error(stored.error.kind);
  return stored.value;
}

/** A journal as a version without keys wrote it: one record for each event. */
async function writePlain(events: readonly { readonly stream: string }[]): Promise<void> {
  const journal = createJournal({ folder: join(dataFolder, 'journal'), now, log });
  let expectedHead = { sequence: 0, hash: '' };
  for (const event of events) {
    const id = v7();
    const target = { table: 'journal', id, subject: '' };
    const sealed = await plainSealer.seal({ version: 1, events: [event] }, target);
    const appended = await journal.service.append({ expectedHead, id, sealed });
    if (!appended.ok) throw new Error(appended.error.kind);
    expectedHead = { ...appended.value };
  }
  await journal.close();
}

test('an earlier file is sealed for the one request that names it, and goes with it', async () => {
  const destroyed = v7();
  const own = await putPlain('milik satu');
  const shared = await putPlain('milik dua');
  const office = await putPlain('milik kantor');
  const unnamed = await putPlain('tanpa catatan');
  const attached = (stream: string, file: StoredFile) => ({ stream, besides: [{ file }] });
  await writePlain([
    attached(destroyed, own),
    attached(destroyed, own),
    attached(destroyed, shared),
    attached(v7(), shared),
    attached('office', office),
  ]);
  const vault = createVault({ dataFolder, now, log, cost });
  const created = await vault.service.create({
    memberId: v7(),
    signInName: 'Loket1',
    passphrase: 'kopi tumpah di meja',
  });
  expect(created.ok).toBe(true);
  const files = createFileStore({ folder: join(dataFolder, 'files'), sealing: vault.files });
  const addresses = [own, shared, office, unnamed].map(({ address }) => address);
  for (const address of addresses) {
    expect(await files.service.get({ address })).toMatchObject({ ok: true });
  }
  await vault.service.eraseSubjects({ subjects: [destroyed] });
  expect(await files.service.removeErased({})).toEqual({ ok: true, value: { removed: 1 } });
  const missing = [own.address];
  expect(await files.service.missing({ addresses })).toEqual({ ok: true, value: { missing } });
  expect(await files.service.get({ address: shared.address })).toMatchObject({ ok: true });
  await vault.close();
});
