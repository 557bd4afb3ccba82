import { z } from 'zod';
import { v7 } from 'uuid';
import type { Host } from '../../../src/contract';
import type { JournalHead } from '../../../src/contract/journal';
import { queryWords } from '../../../src/domain/search/words';
import { plainSealer, type Sealer } from '../../../src/domain/sealing/sealer';
import { openStore } from '../../../src/store/open-store';
import { createVaultSealer } from '../../../src/store/vault-sealer';
import { LoketDatabase } from '../../../src/store/schema';
import type { Store } from '../../../src/store/store';
import {
  addStaffCommand,
  file,
  profile,
  recordCommand,
  sop,
  staff,
} from '../../helpers/memory-fixtures';
import { fill, FILLED_HEAD } from './fill';
import { keptKeys } from './kept-keys';
import { createRandom, personOf } from './people';
import { openRaw, readRawKeys, readRawPage, readRawRows, writeRaw, type RawWrites } from './raw';

// As the application sets it: its content security policy knows no compiled checks.
z.config({ jitless: true });

/** Milliseconds of the same work done by the store and by bare IndexedDB. */
interface Pair {
  readonly store: number;
  readonly raw: number;
}

const refusal = { ok: false, error: { kind: 'internal', detail: 'bench' } } as const;
/** What the benchmark never asks. */
const unasked = {
  verify: () => Promise.resolve(refusal),
  checkpoint: () => Promise.resolve(refusal),
  keepCheckpoint: () => Promise.resolve(refusal),
};

/** A journal that takes everything at once: both sides wait for the same nothing. */
function stubHost(start: JournalHead): Pick<Host, 'journal' | 'drafts'> {
  let head = start;
  const nothing = () => Promise.resolve({ ok: true as const, value: {} });
  return {
    journal: {
      head: () => Promise.resolve({ ok: true, value: { head, notices: [] } }),
      read: () => Promise.resolve({ ok: true, value: { records: [], head } }),
      append: ({ id }) => {
        const previousHash = head.hash;
        head = { sequence: head.sequence + 1, hash: id };
        return Promise.resolve({ ok: true, value: { ...head, id, at: '', previousHash } });
      },
      ...unasked,
    },
    drafts: {
      put: nothing,
      remove: nothing,
      list: () => Promise.resolve({ ok: true, value: { drafts: [] } }),
    },
  };
}

function openBenchStore(
  databaseName: string,
  start: JournalHead,
  sealer: Sealer = plainSealer,
): Promise<Store> {
  return openStore({
    host: stubHost(start),
    clock: () => new Date(),
    newId: () => v7(),
    sealer,
    sops: [sop],
    databaseName,
  });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/** The rows a commit wrote, read back for the raw side to write into a database of its own. */
async function rowsOf(
  reader: LoketDatabase,
  id: string,
  recorded: boolean,
): Promise<readonly RawWrites[]> {
  const [events, request, meta] = await Promise.all([
    reader.events
      .where('[stream+sequence+index]')
      .between([id, 0, 0], [id, Infinity, Infinity])
      .toArray(),
    reader.requests.get(id),
    reader.meta.get('applied'),
  ]);
  const always = [
    { table: 'events', rows: events.slice(-1) },
    { table: 'meta', rows: [meta] },
    { table: 'requests', rows: [request] },
  ];
  if (!recorded) return always;
  const keys = (await reader.searchTokens.toCollection().primaryKeys()).filter(
    ([, key]) => key === request?.registerKey,
  );
  const counters = await reader.counters.toArray();
  return [
    ...always,
    { table: 'counters', rows: counters.slice(-1) },
    { table: 'searchTokens', rows: keys.map(() => 0), keys },
  ];
}

/** Pairs of commits: recording a walk-in (many search tokens) and attaching a paper (none). */
async function commit(count: number): Promise<{ record: Pair[]; attach: Pair[] }> {
  const [name, rawName] = [`bench-store-${v7()}`, `bench-raw-${v7()}`];
  const store = await openBenchStore(name, { sequence: 0, hash: '' });
  await store.executeOffice({ command: 'configure-office', profile }, staff);
  await store.executeOffice(addStaffCommand(), staff);
  (await new LoketDatabase(rawName).open()).close();
  const raw = await openRaw(rawName);
  const reader = new LoketDatabase(name);
  const found = { record: [] as Pair[], attach: [] as Pair[] };
  for (let number = 0; number < count; number += 1) {
    const id = v7();
    const record = { ...recordCommand(number), data: personOf(number) };
    const attach = {
      command: 'attach-document' as const,
      attachmentId: v7(),
      document: 'police-report',
      file: file(number),
      originalName: 'a.pdf',
    };
    for (const [kind, command] of [
      ['record', record],
      ['attach', attach],
    ] as const) {
      const forStore = await timed(async () => {
        const done = await store.execute(id, command, staff);
        if (!done.ok) throw new Error(JSON.stringify(done.error));
      });
      const rows = await rowsOf(reader, id, kind === 'record');
      found[kind].push({ store: forStore, raw: await timed(() => writeRaw(raw, rows)) });
    }
  }
  reader.close();
  store.close();
  raw.close();
  indexedDB.deleteDatabase(name);
  indexedDB.deleteDatabase(rawName);
  return found;
}

/** The same commands on a store that seals and on one that does not, in turns. */
async function sealedCommit(count: number): Promise<Pair[]> {
  const sides = { store: createVaultSealer(keptKeys()), raw: plainSealer };
  const open = async (sealer: Sealer) => {
    const name = `bench-seal-${v7()}`;
    const store = await openBenchStore(name, { sequence: 0, hash: '' }, sealer);
    await store.executeOffice({ command: 'configure-office', profile }, staff);
    await store.executeOffice(addStaffCommand(), staff);
    return { store, name };
  };
  const [sealed, plain] = [await open(sides.store), await open(sides.raw)];
  const pairs: Pair[] = [];
  for (let number = 0; number < count; number += 1) {
    const command = { ...recordCommand(number), data: personOf(number) };
    const on = (store: Store) => async () => {
      const done = await store.execute(v7(), command, staff);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
    };
    pairs.push(await inTurns({ store: on(sealed.store), raw: on(plain.store) }, number));
  }
  for (const { store, name } of [sealed, plain]) {
    store.close();
    indexedDB.deleteDatabase(name);
  }
  return pairs;
}

const FILLED = 'bench-filled';
const FILLED_SEALED = 'bench-filled-sealed';

/** The same searches in the same requests, sealed and not, in turns. */
async function sealedSearches(count: number, size: number, of: number): Promise<Pair[]> {
  const sealed = await openBenchStore(FILLED_SEALED, FILLED_HEAD, createVaultSealer(keptKeys()));
  const plain = await openBenchStore(FILLED, FILLED_HEAD);
  const pairs: Pair[] = [];
  for (let number = 0; number < count; number += 1) {
    const query = queryOf(number, of);
    const on = (store: Store) => () => store.requests.search(query, null, size);
    pairs.push(await inTurns({ store: on(sealed), raw: on(plain) }, number >> 3));
  }
  sealed.close();
  plain.close();
  return pairs;
}

/** Pages of the register at random places, as raw IndexedDB reads and parses them. */
async function pages(count: number, size: number): Promise<Pair[]> {
  const store = await openBenchStore(FILLED, FILLED_HEAD);
  const raw = await openRaw(FILLED);
  const random = createRandom(3);
  const pairs: Pair[] = [];
  for (let number = 0; number < count; number += 1) {
    const day = new Date(Date.UTC(2024, 0, 1) + random() * 480 * 86_400_000).toISOString();
    const cursor = number % 2 === 0 ? null : day;
    const sides = {
      store: () => store.requests.page(cursor, size),
      raw: async () =>
        (await readRawPage(raw, 'registerKey', cursor, size + 1)).map(
          ({ sealed }) => JSON.parse(sealed.data) as unknown,
        ),
    };
    pairs.push(await inTurns(sides, number));
  }
  raw.close();
  store.close();
  return pairs;
}

/** Who goes first changes: neither side always finds the cache warm. */
async function inTurns(
  sides: { store: () => Promise<unknown>; raw: () => Promise<unknown> },
  number: number,
): Promise<Pair> {
  if (number % 2 === 0) return { store: await timed(sides.store), raw: await timed(sides.raw) };
  const raw = await timed(sides.raw);
  return { store: await timed(sides.store), raw };
}

/** What people type: parts of names, two words, whole and last digits of a NIK, a number. */
function queryOf(number: number, of: number): string {
  const random = createRandom(number + 11);
  random();
  const { name, nik } = personOf(Math.floor(random() * of)).applicant;
  const [given = '', family = ''] = name.toLowerCase().split(' ');
  switch (number % 8) {
    case 0:
      return given.slice(0, 3);
    case 1:
      return name;
    case 2:
      return `${given.slice(0, 2)} ${family.slice(0, 2)}`;
    case 3:
      return nik;
    case 4:
      return nik.slice(-4);
    case 5:
      return `${family.slice(0, 4)} ${nik.slice(0, 4)}`;
    case 6:
      return `${given} 2025`;
    default:
      return `A-2024-${String(Math.floor(random() * of)).padStart(5, '0')}`;
  }
}

/** The store's way of reading a search, on bare IndexedDB, without narrowing what it found. */
async function rawSearch(db: IDBDatabase, text: string, size: number): Promise<number> {
  const tokens = queryWords(text)
    .flatMap(({ token }) => (token === null ? [] : [token]))
    .toSorted((one, other) => other.length - one.length);
  const [driver = '', ...others] = tokens;
  let found = 0;
  let to = '\uffff';
  for (let chunk = 128; ; chunk = Math.min(chunk * 2, 4096)) {
    const keys = await readRawKeys(db, driver, { from: '', to }, chunk);
    let left = keys;
    for (const token of others) {
      const [newest, oldest] = [left[0], left.at(-1)];
      if (newest === undefined || oldest === undefined) break;
      const there = new Set(await readRawKeys(db, token, { from: oldest, to: newest }));
      left = left.filter((key) => there.has(key));
    }
    const ids = left.slice(0, size + 1 - found).map((key) => key.slice(25));
    const rows = (await readRawRows(db, ids)) as { sealed: { data: string } }[];
    for (const { sealed } of rows) JSON.parse(sealed.data);
    found += rows.length;
    const last = keys.at(-1);
    if (found > size || keys.length < chunk || last === undefined) return found;
    to = last.slice(0, -1);
  }
}

async function searches(
  count: number,
  size: number,
  of: number,
): Promise<(Pair & { query: string; rows: number })[]> {
  const store = await openBenchStore(FILLED, FILLED_HEAD);
  const raw = await openRaw(FILLED);
  const pairs = [];
  for (let number = 0; number < count; number += 1) {
    const query = queryOf(number, of);
    const kind = number % 8;
    let rows = 0;
    const sides = {
      store: async () => (rows = (await store.requests.search(query, null, size)).rows.length),
      raw: () => rawSearch(raw, query, size),
    };
    pairs.push({ ...(await inTurns(sides, number >> 3)), query: String(kind), rows });
  }
  raw.close();
  store.close();
  return pairs;
}

/** Called by the runner (store-bench.mjs) one after the other. */
const bench = {
  commit,
  pages,
  searches,
  sealedCommit,
  sealedSearches,
  fill: (count: number) => fill(FILLED, count, plainSealer),
  fillSealed: (count: number) => fill(FILLED_SEALED, count, createVaultSealer(keptKeys())),
};
export type StoreBench = typeof bench;
declare global {
  interface Window {
    bench: StoreBench;
  }
}
window.bench = bench;
