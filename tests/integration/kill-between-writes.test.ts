import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  startAmsGatewaySimulator,
  type AmsGatewaySimulator,
} from '../simulators/ams-gateway/simulator';
import { startCable, type Cable } from '../helpers/cable';
import { Clerk } from '../helpers/clerk';
import { ensureBuilt } from '../helpers/ensure-built';
import { holdAt, type CrashPoint } from '../helpers/held-verb';
import { freePort } from '../helpers/launch-shell';
import { removeFolder } from '../helpers/remove-folder';
import { journalNumbers, shownNumbers } from '../helpers/register-check';
import { startInBrowser, type RunningProgram } from '../helpers/running-program';
import { visitOf } from '../helpers/visits';

const TOKEN = 'contoh-token';
const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** Who dies first, in turn. */
const VICTIMS = ['both', 'browser', 'shell'] as const;

let folder: string;
let dataFolder: string;
let port: number;
let gateway: AmsGatewaySimulator;
let cable: Cable;
let running: RunningProgram;
let person = 0;

async function open(): Promise<Clerk> {
  running = await startInBrowser(dataFolder, port);
  const clerk = new Clerk(running.page);
  await clerk.signIn();
  return clerk;
}

/** One visit from the form to the outbox. */
async function serve(clerk: Clerk): Promise<void> {
  const intake = await clerk.record(visitOf((person += 1)));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.attach('police-report', POLICE_REPORT);
  await clerk.workThrough();
}

/** Works until the call is held there, kills the program, and opens everything again. */
async function crash(point: CrashPoint, work: (clerk: Clerk) => Promise<void>): Promise<Clerk> {
  const reached = await holdAt(running.page, point);
  const worked = work(new Clerk(running.page)).catch(() => undefined);
  await reached();
  await running.kill(VICTIMS[person % VICTIMS.length]);
  await worked;
  return open();
}

beforeAll(async () => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'loket-between-'));
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

afterEach(() => {
  cable.unplug();
});

afterAll(async () => {
  await running.close();
  await cable.close();
  await gateway.stop();
  await removeFolder(folder);
});

/** Records of a visit: 1 the request, 2 the paper, 3 and 4 letters, 5 and later the steps. */
const writes: readonly CrashPoint[] = [
  { verb: 'journal/append', call: 1, side: 'before' },
  { verb: 'journal/append', call: 1, side: 'after' },
  { verb: 'files/put', call: 1, side: 'before' },
  { verb: 'files/put', call: 1, side: 'after' },
  { verb: 'journal/append', call: 2, side: 'after' },
  { verb: 'files/put', call: 2, side: 'after' },
  { verb: 'journal/append', call: 3, side: 'before' },
  { verb: 'journal/append', call: 4, side: 'after' },
  { verb: 'journal/append', call: 6, side: 'after' },
  { verb: 'journal/append', call: 11, side: 'after' },
];

test.each(writes)(
  'killed $side $verb number $call: the register is what the journal says, and work goes on',
  async (point) => {
    const before = (await journalNumbers(dataFolder)).length;
    const clerk = await crash(point, serve);
    const recorded = await journalNumbers(dataFolder);
    const isRequest = point.verb === 'journal/append' && point.call === 1;
    expect(recorded.length - before).toBe(isRequest && point.side === 'before' ? 0 : 1);
    const gapless = recorded.map((_, index) => String(index + 1).padStart(4, '0'));
    expect(recorded.map((number) => number.slice(-4))).toEqual(gapless);
    if (recorded.length > 0) expect(await shownNumbers(clerk)).toEqual(recorded);
  },
);

/** Looks at the outbox and asks for the line. */
async function send(clerk: Clerk): Promise<void> {
  await clerk.go('/antrean');
  await clerk.checkLine();
  await clerk.page.waitForEvent('close', { timeout: 0 });
}

function effects(): readonly number[] {
  return Object.values(gateway.submissions.effects());
}

const sending: readonly CrashPoint[] = [
  { verb: 'ams/uploadFile', call: 1, side: 'after' },
  { verb: 'ams/uploadFile', call: 2, side: 'before' },
  { verb: 'ams/putSubmission', call: 1, side: 'before' },
  { verb: 'ams/putSubmission', call: 1, side: 'after' },
  { verb: 'journal/append', call: 1, side: 'before' },
  { verb: 'journal/append', call: 1, side: 'after' },
];

test.each(sending)(
  'sending, killed $side $verb number $call: one effect, and it ends done',
  async (point) => {
    await serve(new Clerk(running.page));
    cable.plug();
    const clerk = await crash(point, send);
    await expectAllDone(clerk);
  },
);

async function expectAllDone(clerk: Clerk): Promise<void> {
  await clerk.go('/antrean');
  await clerk.checkLine();
  await expect
    .poll(async () => [...new Set(await clerk.jobStates())], { timeout: 60_000 })
    .toEqual(['done']);
  expect(effects()).toEqual((await clerk.jobStates()).map(() => 1));
}

test('the profile deleted after the gateway stored: rebuilt, told, and asked before anything is sent', async () => {
  await serve(new Clerk(running.page));
  cable.plug();
  const point = { verb: 'ams/putSubmission', call: 1, side: 'after' } as const;
  const reached = await holdAt(running.page, point);
  const worked = send(new Clerk(running.page)).catch(() => undefined);
  await reached();
  await running.kill('both');
  await worked;
  await removeFolder(join(dataFolder, 'browser'));
  const asked = gateway.requests.length;
  const clerk = await open();
  await clerk.go('/');
  await clerk.page.getByText('Basis data disusun ulang dari jurnal').waitFor();
  expect(await shownNumbers(clerk)).toEqual(await journalNumbers(dataFolder));
  await expectAllDone(clerk);
  const routes = gateway.requests.slice(asked).map(({ route }) => route);
  expect(routes).toContain('get');
  expect(routes).not.toContain('put');
});

test('killed in the middle of an upload: the file goes on, and the record is sent once', async () => {
  await serve(new Clerk(running.page));
  gateway.orders.add({ route: 'files-patch', how: { kind: 'stall' } });
  cable.plug();
  const worked = send(new Clerk(running.page)).catch(() => undefined);
  const stalled = () => gateway.requests.some(({ order }) => order === 'stall');
  await expect.poll(stalled, { timeout: 60_000, interval: 20 }).toBe(true);
  await running.kill('shell');
  await worked;
  const resumed = gateway.requests.length;
  await expectAllDone(await open());
  // The upload that was begun is asked how far it got, not begun anew.
  expect(gateway.requests.slice(resumed).map(({ route }) => route)).toContain('files-head');
});
