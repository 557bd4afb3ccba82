import { z } from 'zod';
import type { Host } from '../contract';
import type { DraftCopy } from '../contract/drafts';
import { fail, succeed, type Result } from '../contract/result';
import { DRAFTS_SUBJECT, type Sealer } from '../domain/sealing/sealer';
import { guarded } from './guarded';
import type { DraftRow } from './rows';
import type { LoketDatabase } from './schema';
import type { Draft, DraftStore } from './store';

const PLACE = { table: 'drafts', subject: DRAFTS_SUBJECT } as const;

/** Milliseconds the second copy may lag behind the first. */
const LONGEST_LAG = 800;

const draftSchema = z.object({
  id: z.uuid(),
  owner: z.string(),
  form: z.enum([
    'intake',
    'correction',
    'disposition',
    'sop',
    'letter-template',
    'correction-request',
    'incident',
    'scan',
  ]),
  requestId: z.string().nullable(),
  updatedAt: z.string(),
  values: z.unknown(),
});

interface DraftParts {
  readonly db: LoketDatabase;
  readonly host: Host['drafts'];
  readonly sealer: Sealer;
  readonly clock: () => Date;
}

export interface RunningDrafts {
  readonly store: DraftStore;
  /** Writes what still waits for its second copy. */
  readonly flush: () => Promise<void>;
  /** Discards what was being typed about these requests, by whomever: they were destroyed. */
  readonly removeOfRequests: (ids: ReadonlySet<string>) => Promise<void>;
}

/**
 * What is being typed, kept twice: at once in IndexedDB, within a second on disk. When
 * IndexedDB refuses, the copy on disk is written at once and is the one that counts.
 */
export function createDraftStore(parts: DraftParts): RunningDrafts {
  const { db, host, sealer, clock } = parts;
  const waiting = new Map<string, DraftCopy>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const copies = [...waiting.values()];
    waiting.clear();
    await Promise.all(copies.map((copy) => guarded(() => host.put(copy))));
  }

  function putSoon(copy: DraftCopy): void {
    waiting.set(copy.id, copy);
    timer ??= setTimeout(() => void flush(), LONGEST_LAG);
  }

  async function save(typed: Omit<Draft, 'updatedAt'>): Promise<Result<Draft>> {
    const draft: Draft = { ...typed, updatedAt: clock().toISOString() };
    const kept = await guarded(async () => {
      const row = await sealDraft(sealer, draft);
      const inTable = await guarded(async () => succeed(await db.drafts.put(row)));
      if (inTable.ok) {
        putSoon(copyOf(row));
        return inTable;
      }
      const onDisk = await host.put(copyOf(row));
      return onDisk.ok ? succeed(draft.id) : inTable;
    });
    return kept.ok ? succeed(draft) : fail(kept.error);
  }

  async function remove(id: string): Promise<void> {
    waiting.delete(id);
    // Marked first: ended between the two removals, it must not come back as a find.
    await guarded(() => db.drafts.update(id, { removed: true }).then(succeed));
    const removed = await guarded(() => host.remove({ id }));
    if (removed.ok) await guarded(() => db.drafts.delete(id).then(succeed));
  }

  async function listOf(owner: string): Promise<readonly Draft[]> {
    const rows = await db.drafts.where('owner').equals(owner).toArray();
    const drafts = await Promise.resolve(
      Promise.all(rows.filter(({ removed }) => !removed).map((row) => openDraft(sealer, row))),
    );
    // The column finds quickly; whose a draft is stands in what is sealed.
    return drafts
      .filter((draft) => draft !== undefined)
      .filter((draft) => draft.owner === owner)
      .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  }

  async function removeOfRequests(ids: ReadonlySet<string>): Promise<void> {
    for (const row of await db.drafts.toArray()) {
      const requestId = (await openDraft(sealer, row))?.requestId ?? null;
      if (requestId !== null && ids.has(requestId)) await remove(row.id);
    }
  }

  return { store: { save, remove, listOf }, flush, removeOfRequests };
}

/**
 * At start: of each draft the newer of both copies, in both places; drafts removed halfway
 * go. A copy on disk that cannot be opened stays where it is.
 */
export async function mergeDrafts({ db, host, sealer }: DraftParts): Promise<void> {
  const listed = await guarded(() => host.list({}));
  if (!listed.ok) return;
  const copies = new Map(listed.value.drafts.map((copy) => [copy.id, copy]));
  for (const row of await db.drafts.toArray()) {
    const copy = copies.get(row.id);
    if (row.removed) {
      copies.delete(row.id);
      if ((await guarded(() => host.remove({ id: row.id }))).ok) await db.drafts.delete(row.id);
    } else if (!copy || copy.updatedAt <= row.updatedAt) {
      copies.delete(row.id);
      if (copy?.updatedAt !== row.updatedAt) await guarded(() => host.put(copyOf(row)));
    }
  }
  for (const copy of copies.values()) {
    const draft = await openDraft(sealer, copy);
    if (draft) await db.drafts.put(rowOf(draft, copy.sealed));
  }
}

async function sealDraft(sealer: Sealer, draft: Draft): Promise<DraftRow> {
  return rowOf(draft, await sealer.seal(draft, { ...PLACE, id: draft.id }));
}

function rowOf({ id, owner, updatedAt }: Draft, sealed: DraftRow['sealed']): DraftRow {
  return { id, owner, updatedAt, removed: false, sealed };
}

function copyOf({ id, updatedAt, sealed }: DraftRow): DraftCopy {
  return { id, updatedAt, sealed };
}

async function openDraft(
  sealer: Sealer,
  { id, sealed }: Pick<DraftRow, 'id' | 'sealed'>,
): Promise<Draft | undefined> {
  try {
    return draftSchema.parse(await sealer.open(sealed, { ...PLACE, id }));
  } catch {
    return undefined;
  }
}
