import { chromium, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clerk, PASSPHRASE } from '../../helpers/clerk';
import { browserLaunch } from '../../helpers/installed-browser';
import { freePort } from '../../helpers/launch-shell';
import { startInBrowser, VIEW } from '../../helpers/running-program';
import { seedJournal } from '../../helpers/seed-journal';

const REQUESTS = Number(process.env['LOKET_BENCH_REQUESTS'] ?? 20_000);
const ROUNDS = Number(process.env['LOKET_BENCH_ROUNDS'] ?? 7);
const AIM = 2;

const EMPTY_PAGE = '<!doctype html><title>Kosong</title><button type="submit">Masuk</button>';

/**
 * The door (who signs in, and the passphrase) with many requests stored, against a page with one button in the same
 * browser; both from the start of the browser, as somebody waits who opens the program in
 * the morning, and both again without the browser's own start. Interleaved, medians.
 */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const dataFolder = join(folder, 'data');
  const port = await freePort();
  try {
    await seedJournal(dataFolder, REQUESTS);
    const first = await startInBrowser(dataFolder, port);
    await new Clerk(first.page).protectRecords(600_000);
    await first.close();
    const empty = await serveEmptyPage();
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        loket: await openLoket(dataFolder, port),
        empty: await openEmpty(join(folder, 'empty'), empty.url),
      });
    }
    empty.close();
    report(rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Opened {
  /** Milliseconds from before the browser is started. */
  readonly withBrowser: number;
  /** Milliseconds from the start of the navigation. */
  readonly page: number;
}
interface Round {
  readonly loket: Opened & { readonly board: number };
  readonly empty: Opened;
}

async function openLoket(dataFolder: string, port: number): Promise<Round['loket']> {
  const running = await startInBrowser(dataFolder, port);
  const clerk = new Clerk(running.page);
  await clerk.waitForSignIn(60_000);
  const page = performance.now() - running.navigatedAt;
  const board = await signedIn(running.page);
  await running.close();
  return { withBrowser: page + running.browserStart, page, board };
}

/** Milliseconds from the right passphrase to a board that lists requests and takes a key. */
async function signedIn(page: Page): Promise<number> {
  await page.locator('[name="passphrase"]').fill(PASSPHRASE);
  const begun = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('main tbody tr').first().waitFor();
  return performance.now() - begun;
}

async function openEmpty(profile: string, url: string): Promise<Opened> {
  const begun = performance.now();
  const context = await chromium.launchPersistentContext(profile, {
    ...browserLaunch(),
    viewport: VIEW,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const navigated = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('button').waitFor();
  const shown = performance.now();
  await context.close();
  return { withBrowser: shown - begun, page: shown - navigated };
}

async function serveEmptyPage(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' }).end(EMPTY_PAGE);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
    },
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function report(rounds: readonly Round[]): void {
  const middle = (pick: (round: Round) => number) => Math.round(median(rounds.map(pick)));
  const result = {
    requests: REQUESTS,
    rounds: ROUNDS,
    aim: AIM,
    fromBrowserStart: {
      loketMs: middle(({ loket }) => loket.withBrowser),
      emptyMs: middle(({ empty }) => empty.withBrowser),
      ratio: median(rounds.map(({ loket, empty }) => loket.withBrowser / empty.withBrowser)),
    },
    signInToBoardMs: middle(({ loket }) => loket.board),
    pageAlone: {
      loketMs: middle(({ loket }) => loket.page),
      emptyMs: middle(({ empty }) => empty.page),
      ratio: median(rounds.map(({ loket, empty }) => loket.page / empty.page)),
    },
  };
  mkdirSync('out/bench', { recursive: true });
  writeFileSync('out/bench/start.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(`from the passphrase to a usable board: ${String(result.signInToBoardMs)} ms`);
  for (const [name, { loketMs, emptyMs, ratio }] of Object.entries({
    'first screen, from the start of the browser': result.fromBrowserStart,
    'first screen, page alone': result.pageAlone,
  })) {
    console.log(`${name}: ${loketMs} ms against ${emptyMs} ms, ${ratio.toFixed(2)}x (aim ${AIM}x)`);
  }
}
