import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { Clerk, PageRefusal, type Intake } from '../helpers/clerk';
import type { RunningProgram } from '../helpers/running-program';
import type { DemoOptions } from './options';
import { median, secondsSince, type Summary } from './summary';
import { sentence, type ActedRefusal, type DemoVisit, type WalkInFile } from './walk-ins';

/** Milliseconds without any job moving before the demo stops waiting for the queue. */
const STANDSTILL_MS = 120_000;
/** Milliseconds without another job ending: jobs may be tried again and again without end. */
const NO_END_MS = 300_000;
/** States of a job that end the waiting. */
const ENDED: readonly string[] = ['done', 'needs-action', 'cancelled', 'held'];
/** States in which a walk-in was left although nobody has to do anything: the demo failed. */
const UNFINISHED: readonly string[] = ['queued', 'ready', 'sending-files', 'sending', 'will-retry'];

/** What a request waits for, in the words of the summary. */
const NAMED: Readonly<Record<string, string>> = {
  'attach-documents': 'documents-missing',
  'wait-for-submission': 'queued',
  'look-at-queue': 'needs-action',
};

/** One day at the counter: what is worked on and where its results go. */
export interface DemoDay {
  readonly options: DemoOptions;
  readonly summary: Summary;
  readonly file: WalkInFile;
  readonly start: () => Promise<RunningProgram>;
  /** Refusals still to be acted out, by request. */
  readonly loops: Map<string, readonly ActedRefusal[]>;
}

interface Shots {
  readonly take: (page: Page, name: string) => Promise<void>;
}

/** Pictures of the screens passed, each once, numbered in their order. */
function shots(folder: string, prefix: string): Shots {
  const taken = new Set<string>();
  return {
    take: async (page, name) => {
      if (taken.has(name)) return;
      taken.add(name);
      const number = String(taken.size).padStart(2, '0');
      await page.screenshot({ path: join(folder, 'screens', `${prefix}-${number}-${name}.png`) });
    },
  };
}

/** Whether every recorded walk-in ended submitted or in a state somebody can act on. */
export function allEnded({ recorded, submissions }: Summary): boolean {
  const ended = submissions.filter(({ state }) => state !== '' && !UNFINISHED.includes(state));
  return ended.length === recorded;
}

/** Opens the program for some work and closes it, whatever becomes of the work. */
async function during(
  day: DemoDay,
  work: (running: RunningProgram) => Promise<void>,
): Promise<void> {
  const running = await day.start();
  try {
    await work(running);
  } finally {
    await running.close();
  }
}

interface Gateway {
  readonly url: string;
  readonly token: string;
}

/** The morning: everything is recorded, made and queued while the line is dead. */
export async function workOffline(day: DemoDay, gateway: Gateway): Promise<void> {
  await during(day, (running) => recordAll(day, running, gateway));
}

async function recordAll(day: DemoDay, running: RunningProgram, gateway: Gateway): Promise<void> {
  const { summary, file, options } = day;
  const pictures = shots(options.out, '1-offline');
  const { page } = running;
  const clerk = new Clerk(page);
  await clerk.waitForSignIn(120_000);
  summary.seconds.firstScreen = secondsSince(running.navigatedAt - running.browserStart);
  await pictures.take(page, 'first-screen');
  await clerk.signIn();
  await clerk.setGateway(gateway.url, gateway.token);
  await pictures.take(page, 'settings');
  const times: number[] = [];
  for (const one of file.visits) {
    const { index, visit } = one;
    const begun = performance.now();
    const intake = await clerk.record(visit);
    await pictures.take(page, intake.outcome === 'recorded' ? 'request' : intake.outcome);
    if (intake.outcome !== 'recorded') {
      summary.refused.push({ index, ...refusal(intake) });
      await clerk.putAway();
      continue;
    }
    times.push(secondsSince(begun));
    summary.recorded += 1;
    await serve(day, clerk, one, intake.id, pictures);
  }
  summary.refused.sort((one, other) => one.index - other.index);
  summary.seconds.recordMedian = median(times);
  await clerk.go('/');
  await page.waitForTimeout(300);
  await pictures.take(page, 'counter');
}

function refusal(intake: Exclude<Intake, { outcome: 'recorded' }>) {
  return intake.outcome === 'duplicate'
    ? {
        field: 'applicant.nik',
        message: sentence('duplicate-open-request', { registerNumber: intake.registerNumber }),
      }
    : { field: fileField(intake.field), message: intake.message };
}

/** A field of the form as the file of walk-ins names it. */
function fileField(field: string): string {
  const names: Readonly<Record<string, string>> = {
    'arrival.date': 'arrivedAt',
    'arrival.time': 'arrivedAt',
    'reason.key': 'reason',
    'reason.note': 'reasonNote',
  };
  return names[field] ?? field;
}

/** One person: papers, letters, steps, and the submission into the queue. */
async function serve(
  day: DemoDay,
  clerk: Clerk,
  { visit, refusals }: DemoVisit,
  id: string,
  pictures: Shots,
): Promise<void> {
  const { summary, options, loops } = day;
  if (refusals.length > 0) loops.set(id, refusals);
  const registerNumber = await clerk.registerNumber();
  for (const { document, path } of visit.papers) {
    // What the program refuses to keep is said; the request goes on without it.
    await clerk.attach(document, path).catch(tellRefusal);
  }
  await pictures.take(clerk.page, 'papers');
  const left = await workThrough(clerk);
  await pictures.take(clerk.page, 'queued');
  const letters = await clerk.saveLetters(join(options.out, 'letters'), registerNumber);
  await pictures.take(clerk.page, 'letters');
  summary.letters += letters;
  summary.submissions.push({ registerNumber, id, state: NAMED[left] ?? left, receipt: null });
}

/** What the page asks for in the end; a refusal leaves the request to a person. */
async function workThrough(clerk: Clerk): Promise<string> {
  try {
    return (await clerk.workThrough()) ?? 'completed';
  } catch (error) {
    tellRefusal(error);
    return 'needs-action';
  }
}

/** Says what the page refused; anything else is a fault and goes on as one. */
function tellRefusal(error: unknown): void {
  if (!(error instanceof PageRefusal)) throw error;
  console.log(error.message);
}

/** The afternoon: opened again still offline, then the line comes back. */
export async function sendWhatWaits(day: DemoDay, plug: () => void): Promise<void> {
  await during(day, (running) => sendAll(day, running, plug));
}

async function sendAll(day: DemoDay, running: RunningProgram, plug: () => void): Promise<void> {
  const { summary, options } = day;
  const pictures = shots(options.out, '2-online');
  const { page } = running;
  const clerk = new Clerk(page);
  await clerk.signIn();
  await clerk.go('/antrean');
  await page.waitForTimeout(500);
  await pictures.take(page, 'outbox-still-offline');
  await clerk.showWholeList();
  const begun = performance.now();
  plug();
  await clerk.checkLine();
  await waitForQueue(clerk);
  summary.seconds.syncAll = secondsSince(begun);
  await pictures.take(page, 'outbox-sent');
  for (const [id, refusals] of day.loops) await actOut(clerk, id, refusals, pictures);
  for (const submission of summary.submissions) {
    const outcome = await clerk.outcomeOf(submission.id);
    await pictures.take(page, 'request-sent');
    submission.state = outcome.state ?? submission.state;
    submission.receipt = outcome.receipt;
    submission.id = outcome.submissionId ?? submission.id;
    if (outcome.state === 'done') summary.jobs.done += 1;
    else if (outcome.state === 'needs-action') summary.jobs.needsAction += 1;
    else if (outcome.state !== null) summary.jobs.unknown += 1;
  }
  await clerk.go('/register');
  await page.waitForTimeout(500);
  await pictures.take(page, 'register');
}

/** A loop of the SOP: the step says no, the papers are mended, the request goes out again. */
async function actOut(
  clerk: Clerk,
  id: string,
  refusals: readonly ActedRefusal[],
  pictures: Shots,
): Promise<void> {
  for (const { reason, brings } of refusals) {
    await clerk.go(`/permohonan/${id}`);
    await clerk.refuseStep(reason);
    await pictures.take(clerk.page, 'refused');
    for (const { document, path } of brings) await clerk.attach(document, path);
    await workThrough(clerk);
    await clerk.go('/antrean');
    await clerk.checkLine();
    await waitForQueue(clerk);
  }
}

/** Until every job has ended or waits for a person, or nothing comes to an end any more. */
async function waitForQueue(clerk: Clerk): Promise<void> {
  let before = { states: '', ended: -1 };
  let movedAt = performance.now();
  let endedAt = movedAt;
  while (performance.now() - movedAt < STANDSTILL_MS && performance.now() - endedAt < NO_END_MS) {
    const states = await clerk.jobStates();
    const ended = states.filter((state) => ENDED.includes(state)).length;
    if (ended === states.length || (await clerk.isQueuePaused())) return;
    const now = { states: states.join(), ended };
    if (now.states !== before.states) movedAt = performance.now();
    if (now.ended !== before.ended) endedAt = performance.now();
    before = now;
    await clerk.page.waitForTimeout(250);
  }
}
