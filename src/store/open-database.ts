import { DATABASE_NAME, LoketDatabase, type IndexedDbParts } from './schema';

/**
 * Opens the newest schema, migrating older rows. A database that does not open, or that a
 * newer version of the program made, is deleted: everything in it follows from the journal
 * and the copies of drafts on disk. Rejects when IndexedDB gives no new one either.
 */
export async function openDatabase(name: string, parts?: IndexedDbParts): Promise<LoketDatabase> {
  const db = new LoketDatabase(name, undefined, parts);
  try {
    await db.open();
    if (!db.isNewerThanThisProgram()) return db;
  } catch {
    // Damaged, or beyond this program: made anew below.
  }
  return replaceDatabase(db, parts);
}

/** Deletes a database and opens an empty one of the same name. */
export async function replaceDatabase(
  db: LoketDatabase,
  parts?: IndexedDbParts,
): Promise<LoketDatabase> {
  db.close();
  await db.delete();
  const fresh = new LoketDatabase(db.name, undefined, parts);
  await fresh.open();
  return fresh;
}

/**
 * Deletes the database before it is opened: what an earlier version kept readable in it is
 * followed anew from the journal, and drafts come back from their copies on disk.
 */
export async function forgetDatabase(): Promise<void> {
  await new LoketDatabase(DATABASE_NAME).delete();
}
