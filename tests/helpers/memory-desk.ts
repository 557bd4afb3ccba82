import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import type { Services } from '../../src/contract';
import type { DraftCopy } from '../../src/contract/drafts';
import { succeed } from '../../src/contract/result';
import { letterTemplates } from '../../src/documents/letter-templates';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { openStore, type StoreOptions } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';
import { addStaffCommand, profile, recordCommand, sop, staff } from './memory-fixtures';
import { createMemoryJournal, type MemoryJournal } from './memory-journal';

export * from './memory-fixtures';

// Live queries ask whether there is any IndexedDB at all before they begin.
Dexie.dependencies.indexedDB = new IDBFactory();

/** Data folder and browser profile of one desk: what outlives a window. */
export interface Desk {
  readonly journal: MemoryJournal;
  readonly copies: Map<string, DraftCopy>;
  indexedDb: NonNullable<StoreOptions['indexedDb']>;
  /** Milliseconds since 1970; every reading of the clock adds a second. */
  now: number;
}

export function createDesk(): Desk {
  return {
    journal: createMemoryJournal(),
    copies: new Map(),
    indexedDb: freshIndexedDb(),
    now: Date.parse('2026-03-02T02:00:00.000Z'),
  };
}

/** As a browser whose profile was deleted. */
export function freshIndexedDb(): Desk['indexedDb'] {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

export function memoryDrafts(copies: Map<string, DraftCopy>): Services['drafts'] {
  return {
    put: (copy) => {
      copies.set(copy.id, copy);
      return Promise.resolve(succeed({}));
    },
    remove: ({ id }) => {
      copies.delete(id);
      return Promise.resolve(succeed({}));
    },
    list: () => Promise.resolve(succeed({ drafts: [...copies.values()] })),
  };
}

/** A window of the desk. */
export function openWindow(desk: Desk, options: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore({
    host: { journal: desk.journal.service, drafts: memoryDrafts(desk.copies) },
    clock: () => new Date((desk.now += 1000)),
    newId: () => v7(),
    sealer: plainSealer,
    sops: [sop],
    templates: [...letterTemplates.values()],
    indexedDb: desk.indexedDb,
    ...options,
  });
}

/** Records of the journal that `setUpOffice` writes. */
export const SET_UP_RECORDS = 2;

/** Profile and one member of staff with every role: what `staff` may do from then on. */
export async function setUpOffice(store: Store): Promise<void> {
  for (const command of [{ command: 'configure-office', profile } as const, addStaffCommand()]) {
    const set = await store.executeOffice(command, staff);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
  }
}

/** Records a walk-in; rejects when the store does not. */
export async function recordRequest(
  store: Store,
  number = 0,
  arrivedAt?: string,
  id: string = v7(),
): Promise<string> {
  const recorded = await store.execute(id, recordCommand(number, arrivedAt), staff);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return id;
}
