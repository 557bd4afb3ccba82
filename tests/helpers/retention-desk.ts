import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createDrafts } from '../../electron/services/drafts';
import { createFileStore } from '../../electron/services/files';
import { createJournal } from '../../electron/services/journal';
import { createVault } from '../../electron/services/vault';
import type { RetentionCommand } from '../../src/domain/retention/retention-command';
import { openStore } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';
import { createVaultSealer } from '../../src/store/vault-sealer';
import {
  freshIndexedDb,
  recordCommand,
  requestData,
  setUpOffice,
  sop,
  staff,
  type Desk,
} from './memory-desk';

const YEAR = 365 * 86_400_000;
const passphrase = 'kopi tumpah di meja';
/** Cheap on purpose: these tests are about what is destroyed, not about what a guess costs. */
const cost = () => Promise.resolve({ memoryKiB: 64, passes: 1, lanes: 1 });

/** The paper of the destroyed request, to be looked for in every byte of the folder. */
export const PAPER = new TextEncoder().encode('%PDF-1.7 kartu tanda penduduk contoh');

/** A desk over the real vault, journal, files and drafts of a data folder. */
export interface RetentionDesk {
  readonly folder: string;
  now: number;
  indexedDb: Desk['indexedDb'];
}

/** The desk as one start of the program has it. */
export interface RunningDesk {
  readonly store: Store;
  readonly vault: ReturnType<typeof createVault>['service'];
  readonly files: ReturnType<typeof createFileStore>['service'];
  readonly journal: ReturnType<typeof createJournal>['service'];
  readonly close: () => Promise<void>;
}

export async function createRetentionDesk(): Promise<RetentionDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-retention-'));
  return { folder, now: Date.parse('2026-03-02T02:00:00.000Z'), indexedDb: freshIndexedDb() };
}

/** The same data folder once more, with an empty database beside it. */
export async function copyDesk({ folder, now }: RetentionDesk): Promise<RetentionDesk> {
  const copy = await createRetentionDesk();
  await cp(folder, copy.folder, { recursive: true });
  return { ...copy, now };
}

export async function removeDesk({ folder }: RetentionDesk): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Starts the program over the desk and signs in; the shell works on `disk`. */
export async function startDesk(
  desk: RetentionDesk,
  disk: Disk = systemDisk,
): Promise<RunningDesk> {
  const { folder } = desk;
  const now = () => new Date(desk.now);
  const log = () => undefined;
  const vault = createVault({ dataFolder: folder, now, log, cost, disk });
  const journal = createJournal({ folder: join(folder, 'journal'), now, log, disk });
  const files = createFileStore({ folder: join(folder, 'files'), sealing: vault.files, disk });
  const drafts = createDrafts({ folder: join(folder, 'drafts'), log, disk });
  await signIn(vault.service);
  const store = await openStore({
    host: { journal: journal.service, drafts },
    erasing: { vault: vault.service, files: files.service },
    clock: () => new Date((desk.now += 1000)),
    newId: () => v7(),
    sealer: createVaultSealer(vault.service),
    sops: [sop],
    indexedDb: desk.indexedDb,
  });
  return {
    store,
    vault: vault.service,
    files: files.service,
    journal: journal.service,
    close: async () => {
      store.close();
      await journal.close().catch(() => undefined);
      await vault.close().catch(() => undefined);
    },
  };
}

async function signIn(vault: RunningDesk['vault']): Promise<void> {
  const described = await vault.describe({});
  if (!described.ok) throw new Error(described.error.detail);
  if (described.value.state === 'absent') {
    const made = await vault.create({ memberId: staff.id, signInName: 'loket1', passphrase });
    if (!made.ok) throw new Error(made.error.detail);
    return;
  }
  const opened = await vault.unlock({ memberId: staff.id, passphrase });
  if (!opened.ok || opened.value.outcome !== 'open') throw new Error('vault');
}

/** A request that ended, with a paper in the file store, a letter's number and a draft. */
export async function endedRequest({ store, files }: RunningDesk, number: number): Promise<string> {
  const id = v7();
  await done(store.execute(id, recordCommand(number), staff));
  const stored = await files.put({ bytes: PAPER, subject: id });
  if (!stored.ok) throw new Error(stored.error.detail);
  const file = { ...stored.value, mediaType: 'application/pdf' };
  const document = sop.documents[0]?.key ?? '';
  await done(
    store.execute(
      id,
      { command: 'attach-document', attachmentId: v7(), document, file, originalName: 'a.pdf' },
      staff,
    ),
  );
  const value = await store.nextOf('letter/outgoing/2026');
  await done(
    store.execute(
      id,
      {
        command: 'issue-letter',
        letterId: v7(),
        letter: sop.steps.flatMap(({ letters }) => letters)[0] ?? '',
        number: `000/${String(value)}`,
        counter: { name: 'letter/outgoing/2026', value },
        date: '2026-03-02',
        file,
      },
      staff,
    ),
  );
  await done(store.execute(id, { command: 'cancel-request', reason: 'Batal' }, staff));
  const values = requestData(number);
  const draft = { id: v7(), owner: staff.id, form: 'correction', requestId: id, values } as const;
  await done(store.drafts.save(draft));
  return id;
}

/** An office with two ended requests and an open one, four years later, its JRA set. */
export async function overdueDesk(): Promise<{
  readonly desk: RetentionDesk;
  readonly ended: string;
  readonly other: string;
  readonly open: string;
}> {
  const desk = await createRetentionDesk();
  const running = await startDesk(desk);
  const { store } = running;
  await setUpOffice(store);
  const ended = await endedRequest(running, 1);
  const other = await endedRequest(running, 2);
  const open = v7();
  await done(store.execute(open, recordCommand(3), staff));
  // The draft of the second copy is written a moment later.
  desk.now += 4 * YEAR;
  await retain(store, {
    command: 'set-schedule',
    schedule: {
      basis: 'Peraturan Contoh Nomor 1 Tahun 2024',
      rules: [{ service: sop.service, activeYears: 1, inactiveYears: 2, fate: 'destroy' }],
    },
  });
  await running.close();
  return { desk, ended, other, open };
}

export const DESTRUCTION = '01930000-0000-7000-8000-0000000000d1';

/** Lists the requests and makes the berita acara; what is left is the destruction itself. */
export async function prepareDestruction(store: Store, ids: readonly string[]): Promise<void> {
  const destructionId = DESTRUCTION;
  await retain(store, { command: 'propose-destruction', destructionId, requestIds: ids });
  const address = 'f'.repeat(64);
  const file = { address, sha256: address, size: 1, mediaType: 'application/pdf' };
  await retain(store, { command: 'keep-report', destructionId, file });
}

/** The destruction with the number of the signed berita acara, dated on the desk's day. */
export function destroyCommand({ now }: RetentionDesk): RetentionCommand {
  return {
    command: 'destroy-records',
    destructionId: DESTRUCTION,
    reportNumber: '000.5.6/1/2030',
    reportDate: new Date(now).toISOString().slice(0, 10),
  };
}

export function retain(store: Store, command: RetentionCommand) {
  return done(store.executeRetention(command, staff));
}

async function done<Value>(
  result: Promise<
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }
  >,
): Promise<Value> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
