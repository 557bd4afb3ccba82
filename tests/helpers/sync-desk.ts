import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { createAmsService } from '../../electron/services/ams';
import type { GatewayTimeouts } from '../../electron/services/ams/gateway-line';
import { createFileStore } from '../../electron/services/files';
import { createDrafts } from '../../electron/services/drafts';
import { createJournal } from '../../electron/services/journal';
import type { Host } from '../../src/contract';
import type { Author } from '../../src/domain/event';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestState } from '../../src/domain/request/request-state';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { openStore } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';
import { addStaffCommand } from './memory-fixtures';
import { clubOffice, tennisSop, walkIn } from './sync-club';

export const clerk: Author = { id: v7(), name: 'Petugas Contoh' };
export const deskToken = 'contoh-token-1';

/** A desk's data folder and IndexedDB: what stays when the program ends. */
export interface Desk {
  readonly host: Pick<Host, 'ams' | 'files' | 'journal' | 'drafts'>;
  /** Opens the records as a program that starts does; the one before is taken as gone. */
  readonly openStore: () => Promise<Store>;
  /** IndexedDB is gone, as after a cleaned browser profile; the journal is still there. */
  readonly loseIndexedDb: () => void;
  /** What the keychain holds for the gateway. */
  token: string | null;
}

/** Real services over a folder of its own, real store on a fake IndexedDB; goes with the test. */
export function openDesk(options: { readonly timeouts?: Partial<GatewayTimeouts> } = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'loket-sync-'));
  const log = (): void => undefined;
  const files = createFileStore({ folder: join(folder, 'files') });
  const journal = createJournal({ folder: join(folder, 'journal'), now: () => new Date(), log });
  onTestFinished(async () => {
    await journal.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const desk: Desk = {
    token: deskToken,
    loseIndexedDb: () => {
      indexedDb = { indexedDB: new IDBFactory(), IDBKeyRange };
    },
    host: {
      files: files.service,
      journal: journal.service,
      drafts: createDrafts({ folder: join(folder, 'drafts'), log }),
      ams: createAmsService({
        readFile: files.readFile,
        tokenFor: () => Promise.resolve(desk.token),
        uploadsFolder: join(folder, 'uploads'),
        timeouts: {
          connectMs: 5_000,
          headersMs: 20_000,
          totalMs: 20_000,
          healthMs: 20_000,
          ...options.timeouts,
        },
      }),
    },
    openStore: () =>
      openStore({
        host: desk.host,
        clock: () => new Date(),
        newId: () => v7(),
        sealer: plainSealer,
        sops: [tennisSop()],
        indexedDb,
      }),
  };
  let indexedDb = { indexedDB: new IDBFactory(), IDBKeyRange };
  return desk;
}

/** Executes a command that must be taken. */
export async function must(
  store: Store,
  requestId: string,
  command: RequestCommand,
): Promise<RequestState> {
  const done = await store.execute(requestId, command, clerk);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.state;
}

export async function setUpOffice(store: Store, baseUrl: string): Promise<void> {
  const profile = clubOffice(baseUrl);
  const { staff } = await store.office();
  const commands = [
    { command: 'configure-office', profile } as const,
    ...(staff.some(({ id }) => id === clerk.id) ? [] : [addStaffCommand(clerk)]),
  ];
  for (const command of commands) {
    const done = await store.executeOffice(command, clerk);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
}

export interface Queued {
  readonly requestId: string;
  readonly submissionId: string;
}

/** Records a request, attaches the given files, and queues its submission. */
export async function queueSubmission(
  desk: Desk,
  store: Store,
  files: readonly Uint8Array[] = [],
): Promise<Queued> {
  const requestId = v7();
  const submissionId = v7();
  await must(store, requestId, {
    command: 'record-request',
    sop: { id: 'tennis-club', version: 1 },
    arrivedAt: new Date().toISOString(),
    data: walkIn(),
    origin: { kind: 'counter' },
    besides: [],
  });
  for (const bytes of files) {
    const stored = await desk.host.files.put({ bytes, subject: requestId });
    if (!stored.ok) throw new Error(stored.error.kind);
    const file = { ...stored.value, mediaType: 'application/pdf' };
    await must(store, requestId, {
      command: 'attach-document',
      attachmentId: v7(),
      document: 'racket-photo',
      file,
      originalName: 'raket.pdf',
    });
  }
  await must(store, requestId, { command: 'queue-submission', submissionId });
  return { requestId, submissionId };
}
