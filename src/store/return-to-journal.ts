import type { JournalHead } from '../contract/journal';
import type { Sealed } from '../contract/sealed';
import { succeed, type Result } from '../contract/result';
import { SubjectErased } from '../domain/sealing/sealer';
import type { Parts } from './follow';
import { openRecord, parseEvent, sealRecord, type StoreEvent } from './record-body';
import type { EventRow } from './rows';

const READ_AT_ONCE = 500;

/** A command the journal lost, ready to be appended again. */
interface Stray {
  readonly sequence: number;
  readonly id: string;
  readonly sealed: Sealed;
}

/**
 * The journal's files came from an older copy, or were lost: what only IndexedDB still has is
 * appended again, command by command in the old order, so that both hold everything.
 * Answers how many records that were. Told apart by the ids of events, so that it can be
 * interrupted and repeated.
 */
export async function returnToJournal(parts: Parts): Promise<Result<number>> {
  const known = await idsInJournal(parts);
  if (!known.ok) return known;
  const strays = await findStrays(parts, known.value.ids);
  let expectedHead = known.value.head;
  for (const { id, sealed } of strays) {
    const appended = await parts.journal.append({ expectedHead, id, sealed });
    if (!appended.ok) return appended;
    expectedHead = { sequence: appended.value.sequence, hash: appended.value.hash };
  }
  return succeed(strays.length);
}

/** Ids of every record and every event the journal has. */
async function idsInJournal({
  journal,
  sealer,
}: Parts): Promise<Result<{ readonly ids: ReadonlySet<string>; readonly head: JournalHead }>> {
  const ids = new Set<string>();
  for (let after = 0; ;) {
    const read = await journal.read({ after, limit: READ_AT_ONCE });
    if (!read.ok) return read;
    const { records, head } = read.value;
    for (const record of records) {
      ids.add(record.id);
      const opened = await openRecord(sealer, record);
      if (opened.readable) for (const { id } of opened.events) ids.add(id);
      after = record.sequence;
    }
    if (records.length === 0) return succeed({ ids, head });
  }
}

async function findStrays(
  { db, sealer, newId }: Parts,
  known: ReadonlySet<string>,
): Promise<readonly Stray[]> {
  const bySequence = new Map<number, EventRow[]>();
  await db.events.each((row) => {
    if (known.has(row.id)) return;
    bySequence.set(row.sequence, [...(bySequence.get(row.sequence) ?? []), row]);
  });
  const commands = [...bySequence].map(async ([sequence, rows]): Promise<readonly Stray[]> => {
    const id = newId();
    const inOrder = rows.toSorted((one, other) => one.index - other.index);
    const opened = await Promise.all(inOrder.map((row) => openEvent(sealer, row)));
    const events = opened.filter((event) => event !== null);
    if (events.length === 0) return [];
    return [{ sequence, id, sealed: await sealRecord(sealer, id, events) }];
  });
  const aside = (await db.setAside.toArray()).filter(({ record }) => !known.has(record.id));
  const strays = [
    ...(await Promise.all(commands)).flat(),
    ...aside.map(({ sequence, record }) => ({ sequence, id: record.id, sealed: record.sealed })),
  ];
  return strays.toSorted((one, other) => one.sequence - other.sequence);
}

/** Null where its subject was destroyed: it must not come back. */
async function openEvent(
  sealer: Parts['sealer'],
  { id, sealed }: EventRow,
): Promise<StoreEvent | null> {
  const opened = await sealer.open(sealed, { table: 'events', id }).catch((error: unknown) => {
    if (error instanceof SubjectErased) return null;
    throw error;
  });
  if (opened === null) return null;
  const event = parseEvent(opened);
  if (!event) throw new Error(`The row of event ${id} is damaged`);
  return event;
}
