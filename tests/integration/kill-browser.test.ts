import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startAmsGatewaySimulator,
  type AmsGatewaySimulator,
} from '../simulators/ams-gateway/simulator';
import { startCable, type Cable } from '../helpers/cable';
import { Clerk } from '../helpers/clerk';
import { ensureBuilt } from '../helpers/ensure-built';
import { freePort } from '../helpers/launch-shell';
import { removeFolder } from '../helpers/remove-folder';
import { journalNumbers, newestJournal, shownNumbers } from '../helpers/register-check';
import { startInBrowser, type RunningProgram, type Victim } from '../helpers/running-program';
import { visitOf } from '../helpers/visits';

const TOKEN = 'contoh-token';
const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** Milliseconds of work before the kill, and what is killed first; spread over a whole visit. */
const KILLS: readonly (readonly [number, Victim])[] = [
  [250, 'both'],
  [500, 'shell'],
  [750, 'browser'],
  [1000, 'both'],
  [1300, 'shell'],
  [1600, 'browser'],
  [1900, 'both'],
  [2300, 'shell'],
  [2700, 'browser'],
  [3200, 'both'],
];

let folder: string;
let dataFolder: string;
let port: number;
let gateway: AmsGatewaySimulator;
let cable: Cable;
let running: RunningProgram;
/** Numbers a clerk saw on the screen: from then on they must be there for ever. */
const acknowledged = new Set<string>();
let person = 0;

async function open(): Promise<Clerk> {
  running = await startInBrowser(dataFolder, port);
  const clerk = new Clerk(running.page);
  await clerk.signIn();
  return clerk;
}

/** Serves one person after another until the program dies under the clerk's hands. */
async function workUntilKilled(clerk: Clerk): Promise<void> {
  try {
    for (;;) {
      const intake = await clerk.record(visitOf((person += 1)));
      if (intake.outcome !== 'recorded') continue;
      acknowledged.add(await clerk.registerNumber());
      await clerk.attach('police-report', POLICE_REPORT);
      await clerk.workThrough();
    }
  } catch {
    // The page went away, or its shell did and the page said so.
  }
}

/** The register shows each number the journal has once, and all that a clerk was told. */
async function expectWhatTheJournalHas(clerk: Clerk): Promise<void> {
  const inJournal = await journalNumbers(dataFolder);
  expect(inJournal).toEqual(expect.arrayContaining([...acknowledged]));
  const shown = inJournal.length === 0 ? [] : await shownNumbers(clerk);
  expect(shown).toEqual(inJournal);
}

function journalSize(): number {
  const journal = join(dataFolder, 'journal');
  return readdirSync(journal)
    .filter((name) => name.endsWith('.jsonl'))
    .reduce((sum, name) => sum + statSync(join(journal, name)).size, 0);
}

beforeAll(async () => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'loket-kill-'));
  dataFolder = join(folder, 'data');
  port = await freePort();
  gateway = await startAmsGatewaySimulator({
    folder: join(folder, 'gateway'),
    token: TOKEN,
    // Blind resends would show as a second effect.
    isIdempotent: false,
  });
  cable = await startCable(gateway.url, false);
  const clerk = await open();
  await clerk.setGateway(cable.url, TOKEN);
});

afterAll(async () => {
  await running.close();
  await cable.close();
  await gateway.stop();
  await removeFolder(folder);
});

describe('one data folder through kill after kill', () => {
  test.each(KILLS)(
    'killed after %i ms of work (%s): nothing acknowledged is lost',
    async (after, victim) => {
      const work = workUntilKilled(new Clerk(running.page));
      await sleep(after);
      await running.kill(victim);
      await work;
      const clerk = await open();
      await expectWhatTheJournalHas(clerk);
    },
  );

  test('browser killed the moment the journal has grown: the record is there after start-up', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = journalSize();
      const work = workUntilKilled(new Clerk(running.page));
      while (journalSize() === before) await sleep(1);
      await running.kill('browser');
      await work;
      const clerk = await open();
      await expectWhatTheJournalHas(clerk);
    }
  });

  test('killed while the queue is sent: each submission takes effect once and ends done', async () => {
    let clerk = new Clerk(running.page);
    await finishOpenWork(clerk);
    for (const [after, victim] of [
      [150, 'both'],
      [300, 'shell'],
      [450, 'browser'],
    ] as const) {
      cable.plug();
      await clerk.go('/antrean');
      await clerk.checkLine();
      await sleep(after);
      await running.kill(victim);
      cable.unplug();
      clerk = await open();
    }
    cable.plug();
    await clerk.go('/antrean');
    await clerk.checkLine();
    await expect
      .poll(async () => [...new Set(await clerk.jobStates())], { timeout: 90_000 })
      .toEqual(['done']);
    const effects = Object.values(gateway.submissions.effects());
    expect(effects.length).toBeGreaterThan(0);
    expect(effects.every((count) => count === 1)).toBe(true);
  });

  test('IndexedDB gone: rebuilt from the journal, the user is told, nothing is sent twice', async () => {
    const before = await shownNumbers(new Clerk(running.page));
    await running.close();
    await removeFolder(join(dataFolder, 'browser'));
    const clerk = await open();
    await clerk.go('/');
    await clerk.page
      .getByText(/jurnal/i)
      .first()
      .waitFor();
    expect(await shownNumbers(clerk)).toEqual(before);
    expect(Object.values(gateway.submissions.effects()).every((count) => count === 1)).toBe(true);
  });

  test("the journal's last line torn: set aside, said, and work goes on", async () => {
    const before = await shownNumbers(new Clerk(running.page));
    await running.close();
    writeFileSync(newestJournal(dataFolder), '{"sequence":99999,"id":"', { flag: 'a' });
    const clerk = await open();
    expect(await shownNumbers(clerk)).toEqual(before);
    const intake = await clerk.record(visitOf((person += 1)));
    expect(intake.outcome).toBe('recorded');
  });
});

/** A visit that was cut short is worked through, so that something waits to be sent. */
async function finishOpenWork(clerk: Clerk): Promise<void> {
  for (let visit = 0; visit < 3; visit += 1) {
    const intake = await clerk.record(visitOf((person += 1)));
    if (intake.outcome !== 'recorded') continue;
    await clerk.attach('police-report', POLICE_REPORT);
    await clerk.workThrough();
  }
}
