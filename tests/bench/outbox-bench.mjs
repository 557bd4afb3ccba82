/**
 * Outbox throughput: the engine in a real browser over the browser shell (real IndexedDB, real
 * journal, real files of the data folder) against a bare loop of `fetch` that puts the same
 * bodies to the same gateway simulator, one after another. Interleaved rounds, fresh folders
 * each time, medians. Writes out/bench/outbox.json.
 */
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { bundleForNode } from '../../.scripts/bundle.mjs';
import { ensureChromium } from '../../.scripts/ensure-system.mjs';

const count = Number(process.env['LOKET_BENCH_COUNT'] ?? 200);
const rounds = Number(process.env['LOKET_BENCH_ROUNDS'] ?? 5);
const aim = 1.3;
const token = 'contoh-token-1';
const pageFolder = resolve('out/bench-pages/outbox');

/** Runs `node entry ...args` until its first line; `stop` ends it. */
async function startChild(entry, args, env = {}) {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { line, stop };
}

async function startGateway(entry, folder) {
  const env = { AMS_SIMULATOR_FOLDER: folder, AMS_SIMULATOR_TOKEN: token };
  const { line, stop } = await startChild(entry, [], env);
  return { url: JSON.parse(line).url, stop };
}

/** Milliseconds for the bare loop. */
async function putWithFetch(baseUrl, bodies) {
  const begun = performance.now();
  for (const { id, body } of bodies) {
    const answer = await fetch(`${baseUrl}/v1/submissions/${id}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        authorization: `Bearer ${token}`,
      },
      body,
    });
    if (answer.status !== 201) throw new Error(`status ${answer.status}`);
    await answer.json();
  }
  return performance.now() - begun;
}

async function round(entries, browser) {
  const folder = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const gateways = await Promise.all(
    ['engine', 'fetch', 'shell'].map((name) => startGateway(entries.gateway, join(folder, name))),
  );
  const [forEngine, forFetch, forShell] = gateways;
  const shell = await startChild(entries.shell, [join(folder, 'data'), pageFolder]);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(shell.line);
    await page.waitForFunction(() => 'outboxBench' in window);
    const bodies = await page.evaluate(
      ([n, url, secret]) => window.outboxBench.queue(n, url, secret),
      [count, forEngine.url, token],
    );
    const fetchMs = await putWithFetch(forFetch.url, bodies);
    const engineMs = await page.evaluate((n) => window.outboxBench.drain(n), count);
    const shellMs = await page.evaluate(
      ([url, secret, list]) => window.outboxBench.putThroughShell(url, secret, list),
      [forShell.url, token, bodies],
    );
    return { fetchMs, engineMs, shellMs };
  } finally {
    await context.close();
    await Promise.all([shell, ...gateways].map(({ stop }) => stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function summary(runs, key) {
  const values = runs.map((run) => run[key]);
  const perSecond = (ms) => Math.round((count / ms) * 1000);
  return {
    medianMs: Math.round(median(values)),
    perSecond: perSecond(median(values)),
    min: Math.round(Math.min(...values)),
    max: Math.round(Math.max(...values)),
  };
}

/** Measures, writes out/bench/outbox.json, and gives the ratios. */
export async function benchOutbox() {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error('no browser');
  await build({
    root: 'tests/bench/outbox-page',
    configFile: false,
    logLevel: 'warn',
    build: { outDir: pageFolder, emptyOutDir: true, target: 'es2023' },
  });
  const entries = {
    gateway: await bundleForNode('tests/simulators/ams-gateway/start.ts'),
    shell: await bundleForNode('tests/bench/outbox-shell.ts'),
  };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const runs = [];
  try {
    await round(entries, browser); // warms caches up; not counted
    for (let number = 0; number < rounds; number += 1) runs.push(await round(entries, browser));
  } finally {
    await browser.close();
  }
  const found = {
    name: 'outbox',
    submissions: count,
    rounds,
    fetchLoop: summary(runs, 'fetchMs'),
    throughShell: summary(runs, 'shellMs'),
    engine: summary(runs, 'engineMs'),
    ratio: Number(median(runs.map(({ engineMs, fetchMs }) => engineMs / fetchMs)).toFixed(2)),
    ratioToShell: Number(
      median(runs.map(({ engineMs, shellMs }) => engineMs / shellMs)).toFixed(2),
    ),
    aim,
  };
  mkdirSync('out/bench', { recursive: true });
  writeFileSync('out/bench/outbox.json', `${JSON.stringify(found, null, 2)}\n`);
  return found;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await benchOutbox(), null, 2));
}
