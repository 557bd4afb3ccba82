/**
 * The store against bare IndexedDB in an installed Chromium with a profile on disk: the same
 * rows written with the same strict durability (the journal answers at once on both sides),
 * the same register pages and searches read. Store and IndexedDB take turns, medians of all.
 * The same for a store that seals against one that does not. Writes out/bench/store.json.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, preview } from 'vite';
import { ensureChromium } from '../../.scripts/ensure-system.mjs';

const requests = Number(process.env['LOKET_BENCH_REQUESTS'] ?? 100_000);
const commits = Number(process.env['LOKET_BENCH_COMMITS'] ?? 150);
const pageSize = 50;
const aims = { ratio: 1.5, searchP95Ms: 100 };
const pageFolder = resolve('out/bench-pages/store');

function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const rounded = (value) => Number(value.toFixed(2));

/** Medians of both sides and how they stand to each other; the first runs only warm up. */
function compare(all) {
  const pairs = all.slice(Math.floor(all.length / 10));
  const store = pairs.map((pair) => pair.store);
  const raw = pairs.map((pair) => pair.raw);
  return {
    runs: pairs.length,
    storeMs: rounded(quantile(store, 0.5)),
    storeP95Ms: rounded(quantile(store, 0.95)),
    rawMs: rounded(quantile(raw, 0.5)),
    rawP95Ms: rounded(quantile(raw, 0.95)),
    ratio: rounded(quantile(store, 0.5) / quantile(raw, 0.5)),
  };
}

async function measure(page) {
  const commit = await page.evaluate((count) => window.bench.commit(count), commits);
  const begun = Date.now();
  await page.evaluate((count) => window.bench.fill(count), requests);
  const fillSeconds = Math.round((Date.now() - begun) / 1000);
  const pages = await page.evaluate((size) => window.bench.pages(200, size), pageSize);
  const searches = await page.evaluate(
    ([size, of]) => window.bench.searches(400, size, of),
    [pageSize, requests],
  );
  const sealedCommit = await page.evaluate((count) => window.bench.sealedCommit(count), commits);
  await page.evaluate((count) => window.bench.fillSealed(count), requests);
  const sealedSearches = await page.evaluate(
    ([size, of]) => window.bench.sealedSearches(400, size, of),
    [pageSize, requests],
  );
  const kinds = Object.groupBy
    ? Object.groupBy(searches, ({ query }) => query)
    : searches.reduce((groups, one) => ((groups[one.query] ??= []).push(one), groups), {});
  return {
    name: 'store',
    requests,
    pageSize,
    fillSeconds,
    commit: {
      record: compare(commit.record),
      attach: compare(commit.attach),
      both: compare(
        commit.record.map((one, index) => ({
          store: one.store + commit.attach[index].store,
          raw: one.raw + commit.attach[index].raw,
        })),
      ),
    },
    /** Here `store` seals and `raw` is the store that does not. */
    sealing: { commit: compare(sealedCommit), search: compare(sealedSearches) },
    registerPage: compare(pages),
    search: compare(searches),
    searchByKind: Object.fromEntries(
      Object.entries(kinds).map(([kind, list]) => [
        kind,
        {
          ...compare(list),
          rows: quantile(
            list.map(({ rows }) => rows),
            0.5,
          ),
        },
      ]),
    ),
    aims,
  };
}

/** Measures, writes out/bench/store.json, and gives what was found. */
export async function benchStore() {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error('no browser');
  await build({
    root: 'tests/bench/store',
    configFile: false,
    logLevel: 'warn',
    build: { outDir: pageFolder, emptyOutDir: true, target: 'es2023' },
  });
  const server = await preview({
    root: 'tests/bench/store',
    configFile: false,
    logLevel: 'warn',
    build: { outDir: pageFolder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const profile = mkdtempSync(join(tmpdir(), 'loket-bench-store-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox'],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    const { port } = server.httpServer.address();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => 'bench' in window);
    const found = await measure(page);
    mkdirSync('out/bench', { recursive: true });
    writeFileSync('out/bench/store.json', `${JSON.stringify(found, null, 2)}\n`);
    return found;
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await benchStore(), null, 2));
}
