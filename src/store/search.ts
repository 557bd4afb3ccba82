import { matches, queryWords, type QueryWord } from '../domain/search/words';
import type { Sealer } from '../domain/sealing/sealer';
import { requestIdOf, type RequestRow, type TokenKey } from './rows';
import type { LoketDatabase } from './schema';
import type { Page, RegisterRow, SopLibrary } from './store';
import { openRows } from './summaries';

/** Keys of the driving word read at a time: doubled while few of them fit the other words. */
const FIRST_CHUNK = 128;
const LARGEST_CHUNK = 4096;
const AFTER_EVERY_KEY = '\uffff';

interface SearchParts {
  readonly db: LoketDatabase;
  readonly sealer: Sealer;
  readonly sops: SopLibrary;
}

/**
 * A page of requests that hold every word, latest first. The longest word drives: its keys
 * are walked from the latest on, those of the other words are read for the same stretch of
 * the register and intersected, and what is left is narrowed by the opened summary. Words
 * too short for the index only narrow; a query of nothing else finds nothing.
 */
export async function searchPage(
  { db, sealer, sops }: SearchParts,
  text: string,
  cursor: string | null,
  size: number,
): Promise<Page<RegisterRow>> {
  const words = queryWords(text);
  const tokens = await Promise.resolve(tokensOf(words, sealer));
  const [driver, ...others] = tokens;
  if (driver === undefined) return { rows: [], next: null };
  const found: RegisterRow[] = [];
  let below = cursor ?? AFTER_EVERY_KEY;
  for (let chunk = Math.max(FIRST_CHUNK, size + 1); ; chunk = Math.min(chunk * 2, LARGEST_CHUNK)) {
    const keys = await keysBelow(db, driver, below, chunk);
    const last = keys.at(-1);
    if (last === undefined) return { rows: found, next: null };
    const shared = await holdingAll(db, keys, others);
    for (const part of inParts(shared, size + 1)) {
      const rows = await openRows(await readRows(db, part), sealer, sops);
      found.push(...rows.filter(({ summary }) => matches(summary, words)));
      if (found.length > size) return cut(found, size);
    }
    if (keys.length < chunk) return { rows: found, next: null };
    below = last;
  }
}

/** Tokens of the words that have one, the longest word's first. */
async function tokensOf(words: readonly QueryWord[], sealer: Sealer): Promise<readonly string[]> {
  const indexed = words
    .flatMap(({ token }) => (token === null ? [] : [token]))
    .toSorted((one, other) => other.length - one.length);
  return Promise.all(indexed.map((word) => sealer.token(word)));
}

/** Register keys under a token, latest first, before a key. */
async function keysBelow(
  db: LoketDatabase,
  token: string,
  below: string,
  limit: number,
): Promise<readonly string[]> {
  const keys = await db.searchTokens
    .where(':id')
    .between([token, ''], [token, below], true, false)
    .reverse()
    .limit(limit)
    .primaryKeys();
  return keys.map(([, key]: TokenKey) => key);
}

/** Those of the keys (latest first) that stand under every other token as well. */
async function holdingAll(
  db: LoketDatabase,
  keys: readonly string[],
  tokens: readonly string[],
): Promise<readonly string[]> {
  let left = keys;
  for (const token of tokens) {
    const [newest, oldest] = [left[0], left.at(-1)];
    if (newest === undefined || oldest === undefined) return [];
    const there = await db.searchTokens
      .where(':id')
      .between([token, oldest], [token, newest], true, true)
      .primaryKeys();
    const set = new Set(there.map(([, key]: TokenKey) => key));
    left = left.filter((key) => set.has(key));
  }
  return left;
}

async function readRows(
  db: LoketDatabase,
  keys: readonly string[],
): Promise<readonly RequestRow[]> {
  const rows = await db.requests.bulkGet(keys.map(requestIdOf));
  return rows.filter((row) => row !== undefined);
}

function inParts(keys: readonly string[], size: number): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let start = 0; start < keys.length; start += size)
    parts.push(keys.slice(start, start + size));
  return parts;
}

function cut(rows: readonly RegisterRow[], size: number): Page<RegisterRow> {
  const page = rows.slice(0, size);
  return { rows: page, next: page.at(-1)?.registerKey ?? null };
}
