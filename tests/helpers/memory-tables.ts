import Dexie from 'dexie';
import type { Desk } from './memory-desk';

/** Every row of every table of the desk's database, read past the store. */
export async function readTables(
  desk: Pick<Desk, 'indexedDb'>,
): Promise<Record<string, readonly unknown[]>> {
  const db = await new Dexie('loket-se', { ...desk.indexedDb, cache: 'disabled' }).open();
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of db.tables) {
    const [rows, keys] = await Promise.all([table.toArray(), table.toCollection().primaryKeys()]);
    tables[table.name] = table.schema.primKey.keyPath === '' ? keys : rows;
  }
  db.close();
  return tables;
}

/** The tables that follow from the journal alone; jobs also carry progress. */
export async function readProjections(desk: Desk) {
  const { events, requests, searchTokens, counters, office, letters, meta } =
    await readTables(desk);
  return { events, requests, searchTokens, counters, office, letters, meta };
}
