import { describe, expect, it } from 'vitest';
import { createCrasher, type Crash } from '../helpers/sync-crasher';
import { deskToken, openDesk, queueSubmission, setUpOffice } from '../helpers/sync-desk';
import { runUntil, startDeskEngine } from '../helpers/sync-running';
import { startGateway } from '../simulators/ams-gateway/test-desk';

const paper = (seed: number): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7 contoh ${String(seed)}`);

/**
 * Two submissions, one with two files, to a gateway that would store a repeated PUT anew. The
 * program meets its crash; a killed one is followed by a new one over the same records.
 */
async function runThrough(crash: Crash | null): Promise<{
  readonly effects: readonly number[];
  readonly states: readonly string[];
  readonly names: readonly string[];
}> {
  const gateway = await startGateway({ token: deskToken, isIdempotent: false });
  const desk = openDesk();
  const store = await desk.openStore();
  await setUpOffice(store, gateway.url);
  const queued = [
    await queueSubmission(desk, store, [paper(1), paper(2)]),
    await queueSubmission(desk, store),
  ];
  const crasher = createCrasher(crash);
  const states = (of: typeof store): Promise<string[]> =>
    Promise.all(
      queued.map(async ({ submissionId }) => (await of.jobs.find(submissionId))?.state ?? 'gone'),
    );
  const done = async (of: typeof store): Promise<boolean> =>
    (await states(of)).every((state) => state === 'done');

  const first = startDeskEngine(desk, store, crasher);
  await runUntil(first, async () => crasher.isOver() || (await done(store)));
  let last = store;
  if (crasher.isOver()) {
    last = await desk.openStore();
    const second = startDeskEngine(desk, last);
    await runUntil(second, () => done(last));
    await second.stop();
  } else await first.stop();
  const found = { states: await states(last), names: crasher.names };
  const effects = queued.map(
    ({ submissionId }) => gateway.submissions.effects()[submissionId] ?? 0,
  );
  store.close();
  last.close();
  return { ...found, effects };
}

describe('the program ends or fails between any two steps, over real records and a real gateway', () => {
  it.each(['killed-before', 'killed-after', 'throws-before', 'throws-after'] as const)(
    '%s call k, for every k: each submission takes effect exactly once and ends done',
    async (kind) => {
      const clean = await runThrough(null);
      expect(clean.effects).toEqual([1, 1]);
      const steps =
        clean.names.findLastIndex((name) => name === 'jobs.patch' || name === 'execute') + 1;
      expect(steps).toBeGreaterThan(15);
      for (let at = 1; at <= steps; at += 1) {
        const { effects, states, names } = await runThrough({ kind, at });
        const label = `${kind} call ${String(at)} (${names[at - 1] ?? ''})`;
        expect(effects, label).toEqual([1, 1]);
        expect(states, label).toEqual(['done', 'done']);
      }
    },
  );
});
