import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonReply, problemReply, type Reply } from './replies';
import { filesNamedBy, pointersOf, submissionBodySchema } from './submission-body';

const stateSchema = z.enum(['received', 'verifying', 'returned', 'rejected', 'completed']);
export type SubmissionState = z.infer<typeof stateSchema>;

/** What may follow what (page: "States"). */
const followers: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  received: ['verifying'],
  verifying: ['returned', 'rejected', 'completed'],
  returned: [],
  rejected: [],
  completed: [],
};

export const stateChangeSchema = z.object({
  id: z.string(),
  state: stateSchema,
  note: z.string().nullable().default(null),
  missingDocuments: z.array(z.string()).default([]),
  certificate: z
    .object({
      status: z.string(),
      serialNumber: z.string().nullable(),
      revokedAt: z.string().nullable(),
    })
    .nullable()
    .default(null),
});
export type StateChange = z.input<typeof stateChangeSchema>;

const recordSchema = z.object({
  id: z.string(),
  revision: z.number(),
  bodyHash: z.string(),
  body: z.string(),
  receipt: z.object({ number: z.string(), receivedAt: z.string() }).nullable(),
  state: stateSchema,
  updatedAt: z.string(),
  note: z.string().nullable(),
  missingDocuments: z.array(z.string()),
  certificate: stateChangeSchema.shape.certificate.unwrap(),
  /** Place in the order of changes: what the cursor counts. */
  changed: z.number(),
});
type SubmissionRecord = z.infer<typeof recordSchema>;

const fileSchema = z.object({
  records: z.array(recordSchema),
  effects: z.array(z.tuple([z.string(), z.number()])),
  changes: z.number(),
  receipts: z.number(),
});

export interface SubmissionsOptions {
  readonly folder: string;
  /** False: a gateway that stores every PUT anew. Shows a client that resends blindly. */
  readonly isIdempotent: boolean;
  readonly isFileComplete: (sha256: string) => boolean;
  readonly now: () => number;
}

/** What a client may ask, and what a test may look at and change. */
export interface Submissions {
  readonly put: (
    id: string,
    key: string | undefined,
    body: Buffer,
    withholdReceipt: boolean,
  ) => Reply;
  readonly get: (id: string) => Reply;
  readonly list: (query: URLSearchParams) => Reply;
  readonly setState: (change: StateChange) => void;
  readonly giveReceipt: (id: string) => void;
  readonly all: () => readonly {
    readonly id: string;
    readonly state: string;
    readonly body: string;
  }[];
  /** How many times each id took effect: 2 is a double effect. */
  readonly effects: () => Readonly<Record<string, number>>;
}

function viewOf(record: SubmissionRecord): unknown {
  const { id, revision, receipt, state, updatedAt, note, missingDocuments, certificate } = record;
  return { id, revision, receipt, state, updatedAt, note, missingDocuments, certificate };
}

interface Shelf {
  readonly records: Map<string, SubmissionRecord>;
  readonly effects: Map<string, number>;
  changes: number;
  receipts: number;
}

function openShelf(path: string): Shelf {
  if (!existsSync(path)) return { records: new Map(), effects: new Map(), changes: 0, receipts: 0 };
  const { records, effects, changes, receipts } = fileSchema.parse(
    JSON.parse(readFileSync(path, 'utf8')),
  );
  return {
    records: new Map(records.map((record) => [record.id, record])),
    effects: new Map(effects),
    changes,
    receipts,
  };
}

function saveShelf(path: string, shelf: Shelf): void {
  const { records, effects, changes, receipts } = shelf;
  writeFileSync(
    `${path}.tmp`,
    JSON.stringify({ records: [...records.values()], effects: [...effects], changes, receipts }),
  );
  renameSync(`${path}.tmp`, path);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const problems = 'https://loket-se.example/problems';

/** Everything that refuses a body before it is stored, in the order of the page's table. */
function refusalOf(
  options: SubmissionsOptions,
  id: string,
  key: string | undefined,
  body: Buffer,
): Reply | null {
  if (key !== id) return problemReply(400, { detail: 'Idempotency-Key differs from the id' });
  const value = parseJson(body);
  if (value === undefined) return problemReply(400, { detail: 'not JSON' });
  const parsed = submissionBodySchema.safeParse(value);
  if (!parsed.success)
    return problemReply(422, { type: `${problems}/invalid`, errors: pointersOf(parsed.error) });
  if (parsed.data.id !== id) {
    return problemReply(422, {
      type: `${problems}/invalid`,
      errors: [{ pointer: '/id', detail: 'differs from the address' }],
    });
  }
  const missing = filesNamedBy(parsed.data).filter((sha256) => !options.isFileComplete(sha256));
  return missing.length === 0
    ? null
    : problemReply(424, { type: `${problems}/missing-files`, missing });
}

function cursorOf(changed: number): string {
  return Buffer.from(`change-${String(changed)}`).toString('base64url');
}

function readCursor(cursor: string | null): number | null {
  if (cursor === null) return 0;
  const match = /^change-(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match?.[1] === undefined ? null : Number(match[1]);
}

function listReply(shelf: Shelf, query: URLSearchParams): Reply {
  const after = readCursor(query.get('updatedAfter'));
  const limit = Math.min(Number(query.get('limit') ?? '200'), 200);
  if (after === null || !(limit >= 1)) return problemReply(400, { detail: 'cursor or limit' });
  const changed = [...shelf.records.values()]
    .filter((record) => record.changed > after)
    .sort((one, other) => one.changed - other.changed);
  const items = changed.slice(0, limit);
  return jsonReply(200, {
    items: items.map(viewOf),
    cursor: cursorOf(items.at(-1)?.changed ?? after),
    more: changed.length > items.length,
  });
}

/** Submissions in memory and in one file of `folder`, so that a killed simulator starts where it ended. */
export function openSubmissions(options: SubmissionsOptions): Submissions {
  const path = join(options.folder, 'submissions.json');
  const shelf = openShelf(path);

  function keep(record: Omit<SubmissionRecord, 'changed' | 'updatedAt'>): SubmissionRecord {
    shelf.changes += 1;
    const kept = {
      ...record,
      updatedAt: new Date(options.now()).toISOString(),
      changed: shelf.changes,
    };
    shelf.records.set(kept.id, kept);
    saveShelf(path, shelf);
    return kept;
  }

  function nextReceipt(): { number: string; receivedAt: string } {
    shelf.receipts += 1;
    return {
      number: `AMS-${String(shelf.receipts).padStart(6, '0')}`,
      receivedAt: new Date(options.now()).toISOString(),
    };
  }

  function getRecord(id: string): SubmissionRecord {
    const record = shelf.records.get(id);
    if (record === undefined) throw new Error(`no submission ${id}`);
    return record;
  }

  function store(
    id: string,
    body: Buffer,
    bodyHash: string,
    withholdReceipt: boolean,
  ): SubmissionRecord {
    const { revision } = submissionBodySchema.parse(parseJson(body));
    shelf.effects.set(id, (shelf.effects.get(id) ?? 0) + 1);
    const receipt = withholdReceipt ? null : nextReceipt();
    const fresh = {
      state: 'received' as const,
      note: null,
      missingDocuments: [],
      certificate: null,
    };
    return keep({ id, revision, bodyHash, body: body.toString('utf8'), receipt, ...fresh });
  }

  return {
    put: (id, key, body, withholdReceipt) => {
      const bodyHash = createHash('sha256').update(body).digest('hex');
      const present = shelf.records.get(id);
      if (present !== undefined && options.isIdempotent) {
        if (present.bodyHash === bodyHash) return jsonReply(200, viewOf(present));
        return problemReply(409, {
          type: `${problems}/different-content`,
          detail: 'same id, other body',
        });
      }
      const refusal = refusalOf(options, id, key, body);
      return refusal ?? jsonReply(201, viewOf(store(id, body, bodyHash, withholdReceipt)));
    },
    get: (id) => {
      const record = shelf.records.get(id);
      return record === undefined
        ? problemReply(404, { detail: 'no such submission' })
        : jsonReply(200, viewOf(record));
    },
    list: (query) => listReply(shelf, query),
    setState: (input) => {
      const change = stateChangeSchema.parse(input);
      const record = getRecord(change.id);
      if (!followers[record.state].includes(change.state)) {
        throw new Error(`${record.state} is not followed by ${change.state}`);
      }
      keep({ ...record, ...change });
    },
    giveReceipt: (id) => {
      const record = getRecord(id);
      keep({ ...record, receipt: record.receipt ?? nextReceipt() });
    },
    all: () => [...shelf.records.values()].map(({ id, state, body }) => ({ id, state, body })),
    effects: () => Object.fromEntries(shelf.effects),
  };
}
