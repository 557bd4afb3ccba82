/** Bare IndexedDB as promises: what the store is measured against. */
export function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(request.error?.message));
    };
  });
}

/** Resolves when the transaction is through. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(new Error(transaction.error?.message));
    };
  });
}

export function openRaw(name: string): Promise<IDBDatabase> {
  return answered(indexedDB.open(name));
}

/** Rows to put, by table; a row of a table without key path comes with its key. */
export interface RawWrites {
  readonly table: string;
  readonly rows: readonly unknown[];
  readonly keys?: readonly IDBValidKey[];
}

/** The same rows in one strict transaction, all requests at once. */
export async function writeRaw(db: IDBDatabase, writes: readonly RawWrites[]): Promise<void> {
  const names = writes.map(({ table }) => table);
  const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
  const done = completed(transaction);
  for (const { table, rows, keys } of writes) {
    const store = transaction.objectStore(table);
    rows.forEach((row, index) => (keys ? store.put(row, keys[index]) : store.put(row)));
  }
  await done;
}

/** The last rows of an index before a key, latest first, as fast as this browser reads them. */
export async function readRawPage(
  db: IDBDatabase,
  index: string,
  before: string | null,
  size: number,
): Promise<readonly { readonly id: string; readonly sealed: { readonly data: string } }[]> {
  const source = db.transaction('requests').objectStore('requests').index(index);
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const records = await answered(
    source.getAllRecords({ query: range, count: size, direction: 'prev' }),
  );
  return records.map(({ value }) => value as { id: string; sealed: { data: string } });
}

/** Keys of a token below a register key, latest first. */
export async function readRawKeys(
  db: IDBDatabase,
  token: string,
  bounds: { readonly from: string; readonly to: string },
  size?: number,
): Promise<readonly string[]> {
  const store = db.transaction('searchTokens').objectStore('searchTokens');
  const query = IDBKeyRange.bound([token, bounds.from], [token, bounds.to]);
  const options =
    size === undefined ? { query } : { query, count: size, direction: 'prev' as const };
  const keys = await answered(store.getAllKeys(options));
  return keys.map((key) => (key as [string, string])[1]);
}

export async function readRawRows(
  db: IDBDatabase,
  ids: readonly string[],
): Promise<readonly unknown[]> {
  const store = db.transaction('requests').objectStore('requests');
  return Promise.all(ids.map((id) => answered(store.get(id) as IDBRequest<unknown>)));
}

declare global {
  interface IDBReadOptions {
    readonly query?: IDBKeyRange | null;
    readonly count?: number;
    readonly direction?: IDBCursorDirection;
  }
  interface IDBObjectStore {
    getAllKeys(options: IDBReadOptions): IDBRequest<IDBValidKey[]>;
  }
  interface IDBIndex {
    getAllRecords(options: IDBReadOptions): IDBRequest<{ value: unknown }[]>;
  }
}
