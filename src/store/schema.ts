import Dexie, { type DexieOptions, type Table, type Transaction } from 'dexie';
import { addBoardKeys, addEndedKeys, addJobKeys, addStepFacts } from './migrations';
import type {
  AppliedRow,
  CounterRow,
  DestroyedRow,
  DraftRow,
  EventRow,
  FactRow,
  JobRow,
  LetterRow,
  OfficeRow,
  RequestRow,
  SetAsideRow,
  TokenKey,
} from './rows';

/** Never to change: another name is another, empty database (architecture, point 10). */
export const DATABASE_NAME = 'loket-se';
export const NEWEST_SCHEMA = 7;

/** IndexedDB itself, handed in by tests; the browser's own when left out. */
export type IndexedDbParts = Required<Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>>;

interface SchemaStep {
  readonly version: number;
  readonly tables: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

const steps: readonly SchemaStep[] = [
  {
    version: 1,
    tables: {
      events: '[stream+sequence+index]',
      requests: 'id, &registerKey, [status+stepSince], importToken',
      // Outbound keys [token, registerKey]: the key is all there is to say.
      searchTokens: '',
      counters: 'name',
      jobs: 'id, requestId, state',
      drafts: 'id, owner',
      office: 'id',
      meta: 'key',
      facts: 'name',
    },
  },
  {
    // Board, outbox list and due jobs are read in their order from sparse indexes that hold
    // open requests and runnable jobs only; records of newer versions get a place of their own.
    version: 2,
    tables: {
      requests: 'id, &registerKey, boardKey, importToken',
      jobs: 'id, requestId, state, listKey, [dueAt+queuedAt]',
      setAside: 'sequence',
    },
    upgrade: async (transaction) => {
      await addBoardKeys(transaction);
      await addJobKeys(transaction);
    },
  },
  {
    // Rows tell what the clock of their step needs, and who has a disposition; no new index.
    version: 3,
    tables: {},
    upgrade: addStepFacts,
  },
  {
    // The trail is every event in the journal's order; rows stay as they are.
    version: 4,
    tables: { events: '[stream+sequence+index], [sequence+index]' },
  },
  {
    // Retention: ended requests by service and end, and what is left of destroyed ones.
    version: 5,
    tables: {
      requests: 'id, &registerKey, boardKey, importToken, endedKey',
      destroyed: 'id, registerKey, registerNumber, unfinished',
    },
    upgrade: addEndedKeys,
  },
  {
    // Open requests for correction by when they are due, whatever became of their request;
    // an earlier program knew none, so that rows stay as they are.
    version: 6,
    tables: { requests: 'id, &registerKey, boardKey, importToken, endedKey, correctionDue' },
  },
  {
    // Final letters by their place in the book, and those that wait for the printer. Requests
    // of an earlier program get their rows at the next start (fill-letter-rows.ts).
    version: 7,
    tables: { letters: 'id, requestId, bookKey, printKey' },
  },
];

/**
 * The tables of one schema version. The version is an argument so that a test can write rows
 * of an old version and open them with the newest.
 */
export class LoketDatabase extends Dexie {
  readonly events!: Table<EventRow, [string, number, number]>;
  readonly requests!: Table<RequestRow, string>;
  readonly searchTokens!: Table<0, TokenKey>;
  readonly counters!: Table<CounterRow, string>;
  readonly jobs!: Table<JobRow, string>;
  readonly drafts!: Table<DraftRow, string>;
  readonly office!: Table<OfficeRow, string>;
  readonly meta!: Table<AppliedRow, string>;
  readonly facts!: Table<FactRow, string>;
  readonly setAside!: Table<SetAsideRow, number>;
  readonly letters!: Table<LetterRow, string>;
  readonly destroyed!: Table<DestroyedRow, string>;

  private isWanted = true;
  private reopening: ReturnType<typeof setTimeout> | undefined;

  constructor(name: string, version: number = NEWEST_SCHEMA, parts?: IndexedDbParts) {
    super(name, {
      ...parts,
      // A commit is on the disk when it answers, like the journal.
      chromeTransactionDurability: 'strict',
      // What a screen shows is what was committed, never an optimistic copy.
      cache: 'disabled',
    });
    for (const step of steps.filter((one) => one.version <= version)) {
      const declared = this.version(step.version).stores({ ...step.tables });
      if (step.upgrade) declared.upgrade(step.upgrade);
    }
  }

  /**
   * A connection that the browser closed (the disk was full) and that did not open again at
   * once is tried anew until it does: what could be saved before can be saved again without
   * starting the program anew. Dexie alone tries once and then stays closed.
   */
  override open() {
    const opening = super.open();
    opening.catch(() => {
      if (this.isWanted) this.reopening = setTimeout(() => void this.open().catch(() => 0), 1000);
    });
    return opening;
  }

  /** Closed by the program, not by the browser: stays closed. */
  override close(options?: { readonly disableAutoOpen: boolean }): void {
    if (options?.disableAutoOpen !== false) {
      this.isWanted = false;
      clearTimeout(this.reopening);
    }
    super.close(options);
  }

  /** Whether a newer version of the program made this database (Dexie opens it regardless). */
  isNewerThanThisProgram(): boolean {
    return Math.floor(this.backendDB().version / 10) > NEWEST_SCHEMA;
  }
}
