import type { Host } from '../contract';
import { succeed } from '../contract/result';
import type { Counters } from '../domain/event';
import { EMPTY_OFFICE } from '../domain/office/office-state';
import { OFFICE_STREAM } from '../domain/office/office-event';
import { createOneAtATime } from '../domain/one-at-a-time';
import type { LetterTemplate } from '../domain/letters/letter-template';
import type { Sealer } from '../domain/sealing/sealer';
import type { Sop } from '../domain/sop/sop';
import { createDraftStore, mergeDrafts } from './draft-store';
import { createExecute } from './execute';
import type { Parts } from './follow';
import { finishDestructions, type Erasing } from './finish-destructions';
import { guarded, isQuota } from './guarded';
import { createIncidentStore } from './incident-store';
import { createLetterStore } from './letter-store';
import { createJobStore } from './job-store';
import { createLetterLibrary } from './letter-library';
import { emptyMemory, openOffice, readEvents } from './memory';
import { openDatabase, replaceDatabase } from './open-database';
import { pendingDrafts } from './pending-drafts';
import { isOfficeEvent } from './record-body';
import { createRequestQueries } from './request-queries';
import { createRetentionQueries } from './retention-queries';
import { DATABASE_NAME, type IndexedDbParts, type LoketDatabase } from './schema';
import { createSopLibrary } from './sop-library';
import { startUp } from './start-up';
import { createTrailStore } from './create-trail-store';
import type { Store, StoreNotice } from './store';

export interface StoreOptions {
  readonly host: Pick<Host, 'journal' | 'drafts'>;
  /** Destroys keys and files of destroyed requests; tests that destroy nothing leave it out. */
  readonly erasing?: Erasing;
  readonly clock: () => Date;
  /** A fresh UUIDv7 at each call. */
  readonly newId: () => string;
  readonly sealer: Sealer;
  /** SOPs that came with the program. */
  readonly sops: readonly Sop[];
  /** Letters the program can make; an SOP that names others is warned about. */
  readonly letters?: readonly string[];
  /** Their texts as they came with the program. */
  readonly templates?: readonly LetterTemplate[];
  /** Actors who sign a kind of letter, in their order; nobody signs any unless told. */
  readonly signers?: (letter: string) => readonly string[];
  /** Whether this window may record; see `claimActiveWindow`. Always, when left out. */
  readonly isActive?: () => boolean;
  /** Only tests have another. */
  readonly databaseName?: string;
  /** Only tests hand one in. */
  readonly indexedDb?: IndexedDbParts;
}

/**
 * Opens IndexedDB, brings it to where the journal is, and merges drafts; afterwards every
 * read and command goes through the store. What was found on the way is in `notices`.
 * Rejects when IndexedDB cannot be opened or written at all.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { host, clock, newId, sealer } = options;
  const db = await openDatabase(options.databaseName ?? DATABASE_NAME, options.indexedDb);
  const parts = { db, journal: host.journal, sealer, newId, memory: emptyMemory() };
  try {
    return await assemble(options, parts, await startUp(parts, clock().toISOString()));
  } catch (error) {
    // Without room a new database would not fare better, and this one still has its drafts.
    if (isQuota(error)) throw error;
    const fresh = { ...parts, db: await replaceKeepingDrafts(db, options), memory: emptyMemory() };
    return assemble(options, fresh, await startUp(fresh, clock().toISOString()));
  }
}

async function assemble(
  options: StoreOptions,
  parts: Parts,
  notices: readonly StoreNotice[],
): Promise<Store> {
  const { db, sealer, memory } = parts;
  const { clock, isActive = () => true, erasing = NOTHING_TO_ERASE } = options;
  const sops = createSopLibrary(options.sops, () => memory.office);
  const { letters = [], templates = [], signers = () => [] } = options;
  const context = { presets: options.sops, letters, templates, signers };
  const draftParts = { db, host: options.host.drafts, sealer, clock };
  // Copies that cannot be merged now keep; they must not keep the records shut.
  await guarded(() => mergeDrafts(draftParts).then(succeed));
  const drafts = createDraftStore(draftParts);
  const stopListening = onPageHide(() => void drafts.flush());
  const oneAtATime = createOneAtATime();
  const finish = () =>
    oneAtATime(() => guarded(() => finishDestructions({ db, sealer, drafts, erasing })));
  // What an interrupted destruction left goes on behind the first screen.
  if (isActive()) void finish();
  const deciding = { ...parts, sops, context, clock, isActive };
  const { recordRetention, ...execute } = createExecute(deciding);
  return {
    notices,
    sops,
    templates: createLetterLibrary(templates, () => memory.office),
    drafts: drafts.store,
    pendingDrafts: () => pendingDrafts(db),
    jobs: createJobStore(db, sealer),
    requests: createRequestQueries({ db, sealer, sops }),
    trail: createTrailStore({ ...parts, clock, notices }),
    incidents: createIncidentStore({ db, sealer }),
    letters: createLetterStore(db),
    retention: { ...createRetentionQueries({ db, sealer, clock }), finish },
    ...execute,
    executeRetention: async (command, by) => {
      const recorded = await recordRetention(command, by);
      if (!recorded.ok) return recorded;
      const finished = command.command === 'destroy-records' ? await finish() : succeed(undefined);
      return succeed({ state: recorded.value, unfinished: finished.ok ? null : finished.error });
    },
    office: async () => {
      const row = await db.office.get('office');
      return row ? Promise.resolve(openOffice(sealer, row.sealed)) : EMPTY_OFFICE;
    },
    officeTimeline: async () => (await readEvents(db, sealer, OFFICE_STREAM)).filter(isOfficeEvent),
    nextOf: async (name) => (await readCounters(db, [name]))(name) + 1,
    countersOf: (names) => readCounters(db, names),
    getDeviceFact: async (name) => (await db.facts.get(name))?.value ?? null,
    setDeviceFact: async (name, value) => {
      await db.facts.put({ name, value });
    },
    close: () => {
      stopListening();
      void drafts.flush();
      memory.states.clear();
      db.close();
    },
  };
}

async function readCounters(db: LoketDatabase, names: readonly string[]): Promise<Counters> {
  const rows = await db.counters.bulkGet([...names]);
  const values = new Map(rows.flatMap((row) => (row ? [[row.name, row.value] as const] : [])));
  return (name) => values.get(name) ?? 0;
}

const NOTHING_TO_ERASE: Erasing = {
  vault: { eraseSubjects: () => Promise.resolve(succeed({ erased: 0 })) },
  files: { removeErased: () => Promise.resolve(succeed({ removed: 0 })) },
};

/** Drafts and facts are in no journal: they move over as far as they can still be read. */
async function replaceKeepingDrafts(
  db: LoketDatabase,
  { indexedDb }: StoreOptions,
): Promise<LoketDatabase> {
  const drafts = await db.drafts.toArray().catch(() => []);
  const facts = await db.facts.toArray().catch(() => []);
  const fresh = await replaceDatabase(db, indexedDb);
  await fresh.drafts.bulkPut(drafts);
  await fresh.facts.bulkPut(facts);
  return fresh;
}

/** The last moment a page is sure to get; outside a page there is none. */
function onPageHide(run: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  window.addEventListener('pagehide', run);
  return () => {
    window.removeEventListener('pagehide', run);
  };
}
