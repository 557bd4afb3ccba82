import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import type { Desk } from './memory-desk';

export interface FaultyDatabase {
  readonly parts: Desk['indexedDb'];
  /** Tables whose writes fail as on a full disk. */
  readonly full: Set<string>;
}

const faulty = new WeakMap<object, Set<string>>();

/** Where every put of this process passes: only databases made faulty notice. */
IDBObjectStore.prototype.put = new Proxy(Reflect.get(IDBObjectStore.prototype, 'put'), {
  apply: (put, store: IDBObjectStore, row: unknown[]) => {
    if (faulty.get(store.transaction.db)?.has(store.name)) {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    }
    return Reflect.apply(put, store, row) as IDBRequest;
  },
});

/** An IndexedDB whose writes can be made to fail, the whole transaction with them. */
export function createFaultyDatabase(): FaultyDatabase {
  const full = new Set<string>();
  const indexedDB = new IDBFactory();
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (name, version) => {
    const request = version === undefined ? open(name) : open(name, version);
    request.addEventListener('success', () => faulty.set(request.result, full));
    return request;
  };
  return { parts: { indexedDB, IDBKeyRange }, full };
}
