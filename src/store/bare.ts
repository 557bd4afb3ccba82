import Dexie, { RangeSet, type IndexableType, type ObservabilitySet } from 'dexie';
import type { LoketDatabase } from './schema';

/** Rows one transaction puts into a table, with their keys where the table has no key path. */
export interface Puts {
  readonly table: string;
  readonly rows: readonly unknown[];
  readonly keys?: readonly IDBValidKey[];
}

/** Rows of a table told one by one; of more, live queries of the table just read again. */
const MOST_TOLD = 20;
const EVERYTHING = new RangeSet(Dexie.minKey, Dexie.maxKey);

/**
 * A commit is what a clerk waits for, and half of its time was Dexie's own turns between the
 * requests (docs/store.md, "Speed"): its one transaction is written on IndexedDB itself. The
 * connection, the schema and all other reads and writes stay Dexie's.
 */
export function beginStrict(db: LoketDatabase, tables: readonly string[]): IDBTransaction {
  return db.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
}

/** Resolves when everything is on the disk; rejects with what made IndexedDB give up. */
export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      resolve();
    });
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new DOMException('The transaction was given up', 'AbortError'));
    });
  });
}

/** Makes every put at once; the transaction is given up when a row does not fit. */
export function putAll(transaction: IDBTransaction, puts: readonly Puts[]): void {
  for (const { table, rows, keys } of puts) {
    const store = transaction.objectStore(table);
    rows.forEach((row, index) => (keys ? store.put(row, keys[index]) : store.put(row)));
  }
}

/** Whether a table has a row of this key: asked before each first command of a request. */
export function hasRow(db: LoketDatabase, table: string, key: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = db.backendDB().transaction(table).objectStore(table).getKey(key);
    request.addEventListener('success', () => {
      resolve(request.result !== undefined);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new DOMException('Not read', 'UnknownError'));
    });
  });
}

/** Tells live queries of every window what was written, as Dexie does for its own writes. */
export function announce(
  db: LoketDatabase,
  written: readonly Puts[],
  removed: readonly { readonly table: string; readonly keys: readonly IDBValidKey[] }[] = [],
): void {
  const parts: ObservabilitySet = {};
  const touch = (table: string, index: string, key: unknown) => {
    const part = `idb://${db.name}/${table}/${index}`;
    const ranges = (parts[part] ??= new RangeSet()) as RangeSet;
    ranges.addKey(key as IndexableType);
  };
  const touchRow = (table: string, key: unknown) => {
    touch(table, '', key);
    touch(table, ':dels', key);
  };
  for (const { table, rows, keys } of written) {
    const { primKey, indexes } = db.table(table).schema;
    if (rows.length > MOST_TOLD) {
      for (const index of ['', ':dels', ...indexes.map(({ name }) => name)]) {
        parts[`idb://${db.name}/${table}/${index}`] = EVERYTHING;
      }
      continue;
    }
    rows.forEach((row, position) => {
      touchRow(table, keys ? keys[position] : keyOf(row, primKey.keyPath));
      for (const { name, keyPath } of indexes) {
        const key = keyOf(row, keyPath);
        if (key !== undefined) touch(table, name, key);
      }
    });
  }
  for (const { table, keys } of removed) for (const key of keys) touchRow(table, key);
  Dexie.on.storagemutated.fire(parts);
}

/** The row's key in an index; undefined when the index leaves the row out. */
function keyOf(row: unknown, path: string | readonly string[] | undefined): unknown {
  if (typeof row !== 'object' || row === null || path === undefined) return undefined;
  if (typeof path === 'string') return Dexie.getByKeyPath(row, path) as unknown;
  const parts = path.map((part): unknown => Dexie.getByKeyPath(row, part));
  return parts.includes(undefined) ? undefined : parts;
}
