import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GetOutcome, PutOutcome, UploadOutcome } from '../../src/contract/ams';
import type { Host } from '../../src/contract';
import { succeed } from '../../src/contract/result';
import { endedStates, runnableStates, type Job, type JobState } from '../../src/domain/outbox/job';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import { attempt } from '../../src/sync/attempt';
import {
  afterCheck,
  afterPut,
  LONGEST_PATIENCE,
  nextDelay,
  RETRY_BASE,
  RETRY_CAP,
  SEND_ROUNDS,
} from '../../src/sync/schedule';
import { createFakeStore, fakeFile, fakeJob, type FakeStore } from '../helpers/sync-fake-store';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const NOW = 1_772_416_800_000;
const half = (): number => 0.5;

describe('nextDelay', () => {
  it('stays between half of and all of min(cap, base·2ⁿ)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 5_000 }), random, (attempts, chance) => {
        const full = Math.min(RETRY_CAP, RETRY_BASE * 2 ** (Math.max(attempts, 1) - 1));
        const delay = nextDelay(attempts, () => chance);
        expect(delay).toBeGreaterThanOrEqual(Math.floor(full / 2));
        expect(delay).toBeLessThanOrEqual(full);
      }),
    );
  });

  it('never shrinks with more attempts and never passes the cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), random, (attempts, chance) => {
        const delay = nextDelay(attempts, () => chance);
        const later = nextDelay(attempts + 1, () => chance);
        expect(later).toBeGreaterThanOrEqual(delay);
        expect(later).toBeLessThanOrEqual(RETRY_CAP);
      }),
    );
  });

  it('waits as long as the receiver asks, up to a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        random,
        fc.double({ min: 0, noNaN: true }),
        (attempts, chance, asked) => {
          const delay = nextDelay(attempts, () => chance, asked);
          expect(delay).toBeGreaterThanOrEqual(Math.min(asked, LONGEST_PATIENCE));
          expect(delay).toBeLessThanOrEqual(Math.max(LONGEST_PATIENCE, RETRY_CAP));
        },
      ),
    );
  });
});

describe('what follows from an answer', () => {
  const sending = { round: 1, sent: ['aa'] };

  it('a lost reply is unknown, and an answer without status too', () => {
    const lost = afterPut(
      fakeJob(1),
      { outcome: 'unknown', detail: 'ECONNRESET', offline: null },
      sending,
      NOW,
      half,
    );
    const silent = afterPut(
      fakeJob(1),
      { outcome: 'retry', detail: '', status: null, retryAfterMs: null },
      sending,
      NOW,
      half,
    );
    for (const move of [lost, silent]) {
      expect(move).toMatchObject({
        move: 'wait',
        patch: { state: 'outcome-unknown', attempts: 1 },
      });
    }
  });

  it('offline is no attempt, and due again at once', () => {
    const move = afterPut(
      fakeJob(1, { attempts: 4 }),
      { outcome: 'offline', reason: 'no-connection', detail: '' },
      sending,
      NOW,
      half,
    );
    expect(move).toMatchObject({
      move: 'wait',
      then: 'probe-line',
      patch: { state: 'ready', attempts: 4, nextAttemptAt: NOW, reason: { code: 'line-down' } },
    });
  });

  it('asks for missing files again, three times, then leaves it to a person', () => {
    const outcome: PutOutcome = { outcome: 'missing-files', missing: ['aa'] };
    for (let round = 1; round < SEND_ROUNDS; round += 1) {
      expect(afterPut(fakeJob(1), outcome, { round, sent: ['aa'] }, NOW, half)).toEqual({
        move: 'send-files',
        missing: ['aa'],
      });
    }
    expect(
      afterPut(fakeJob(1), outcome, { round: SEND_ROUNDS, sent: ['aa'] }, NOW, half),
    ).toMatchObject({
      move: 'record',
      command: {
        command: 'submission-parked',
        problem: { code: 'files-not-accepted', missing: ['aa'] },
      },
    });
  });

  it('parks at once when the missing file is none of the job’s', () => {
    expect(
      afterPut(fakeJob(1), { outcome: 'missing-files', missing: ['zz'] }, sending, NOW, half),
    ).toMatchObject({
      move: 'record',
      command: { problem: { code: 'files-not-accepted' } },
    });
  });

  it('keeps a refusal’s pointers in the row, and the receiver’s sentences out of it', () => {
    const move = afterPut(
      fakeJob(1),
      {
        outcome: 'refused',
        status: 422,
        detail: 'NIK 3207010000000001',
        errors: [{ pointer: '/applicant/nik', detail: '3207010000000001' }],
      },
      sending,
      NOW,
      half,
    );
    expect(move).toMatchObject({
      move: 'record',
      patch: { reason: { code: 'refused', detail: 'http-422 /applicant/nik' } },
    });
  });

  it('a question that cannot be answered keeps an unknown outcome unknown', () => {
    const job = fakeJob(1, { state: 'outcome-unknown', attempts: 2 });
    const outcomes: GetOutcome[] = [
      { outcome: 'retry', detail: '', status: 503, retryAfterMs: 60_000 },
      { outcome: 'offline', reason: 'not-the-gateway', detail: '' },
      { outcome: 'credentials', status: 401 },
    ];
    for (const outcome of outcomes) {
      expect(afterCheck(job, outcome, NOW, half)).toMatchObject({
        move: 'wait',
        patch: { state: 'outcome-unknown' },
      });
    }
  });
});

const reason = fc.constantFrom(
  'no-connection',
  'not-the-gateway',
  'tls-refused',
  'address-refused',
);
const retryAfterMs = fc.option(fc.integer({ min: 0, max: 200_000_000 }));
const offline = fc.record({ outcome: fc.constant('offline'), reason, detail: fc.constant('') });
const credentials = fc.record({
  outcome: fc.constant('credentials'),
  status: fc.constantFrom(401, 403),
});
const retry = fc.record({
  outcome: fc.constant('retry'),
  detail: fc.constant(''),
  status: fc.option(fc.constantFrom(408, 429, 500, 503)),
  retryAfterMs,
});
const tooLarge = fc.record({
  outcome: fc.constant('too-large'),
  limit: fc.option(fc.constant(1_000_000)),
});
const unsupported = fc.record({ outcome: fc.constant('unsupported'), detail: fc.constant('') });
const receipt = fc.option(fc.constant({ number: 'AMS-1', receivedAt: '2026-03-02T02:00:00Z' }));

const puts = fc
  .oneof(
    fc.record({
      outcome: fc.constant('stored'),
      repeated: fc.boolean(),
      receipt,
      state: fc.constant('received'),
    }),
    fc.constant({ outcome: 'different-content', detail: '' } as const),
    fc.constant<PutOutcome>({ outcome: 'refused', status: 422, detail: '', errors: [] }),
    fc.record({
      outcome: fc.constant('missing-files'),
      missing: fc.subarray([fakeFile(1).sha256, fakeFile(2).sha256, 'other']),
    }),
    fc.record({
      outcome: fc.constant('unknown'),
      detail: fc.constant(''),
      offline: fc.option(reason),
    }),
    tooLarge,
    unsupported,
    credentials,
    retry,
    offline,
  )
  .map((outcome): PutOutcome => outcome);
const uploads = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant({ outcome: 'stored' } as const) },
    fc.constant({ outcome: 'local-file-missing' } as const),
    fc.constant({ outcome: 'refused', status: 400, detail: '' } as const),
    tooLarge,
    unsupported,
    credentials,
    retry,
    offline,
  )
  .map((outcome): UploadOutcome => outcome);
const gets = fc
  .oneof(
    fc.record({
      outcome: fc.constant('found'),
      submission: fc.record({
        id: fc.constant(fakeJob(1).id),
        revision: fc.constant(1),
        receipt,
        state: fc.constant('received'),
        updatedAt: fc.constant(null),
        note: fc.constant(null),
        missingDocuments: fc.constant<string[]>([]),
        certificate: fc.constant(null),
      }),
    }),
    fc.constant({ outcome: 'not-found' } as const),
    credentials,
    retry,
    offline,
  )
  .map((outcome): GetOutcome => outcome);

interface Call {
  readonly verb: 'upload' | 'put' | 'get';
  readonly state: JobState | undefined;
  readonly outcome: string;
}

/** A gateway that answers whatever was drawn, and keeps what it was asked and in which state of the row. */
function drawnGateway(
  store: FakeStore,
  id: string,
  drawn: { uploads: UploadOutcome[]; puts: PutOutcome[]; gets: GetOutcome[] },
): { ams: Host['ams']; calls: Call[] } {
  const calls: Call[] = [];
  function answer<Outcome extends { outcome: string }>(
    verb: Call['verb'],
    list: Outcome[],
    last: Outcome,
  ): Outcome {
    const outcome = list.shift() ?? last;
    calls.push({ verb, state: store.rows.get(id)?.state, outcome: outcome.outcome });
    return outcome;
  }
  const refuse = (): Promise<never> => Promise.reject(new Error('not asked here'));
  return {
    calls,
    ams: {
      health: refuse,
      listSubmissions: refuse,
      uploadFile: () =>
        Promise.resolve(succeed(answer('upload', drawn.uploads, { outcome: 'stored' }))),
      putSubmission: () =>
        Promise.resolve(
          succeed(
            answer('put', drawn.puts, {
              outcome: 'retry',
              detail: '',
              status: 503,
              retryAfterMs: null,
            }),
          ),
        ),
      getSubmission: () =>
        Promise.resolve(succeed(answer('get', drawn.gets, { outcome: 'not-found' }))),
    },
  };
}

describe('whatever the gateway answers', () => {
  it('the job is done, cancelled, parked with a reason, or has a next attempt; and no body leaves after an unknown outcome before a check found nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          uploads: fc.array(uploads, { maxLength: 12 }),
          puts: fc.array(puts, { maxLength: 12 }),
          gets: fc.array(gets, { maxLength: 12 }),
        }),
        random,
        async (drawn, chance) => {
          const store = createFakeStore();
          const first = fakeJob(1);
          store.add(first, [fakeFile(1), fakeFile(2)]);
          const { ams, calls } = drawnGateway(store, first.id, structuredClone(drawn));
          let now = NOW;
          const tools = {
            store,
            ams,
            baseUrl: 'http://127.0.0.1',
            author: SYSTEM_AUTHOR,
            now: () => now,
            random: () => chance,
            changed: () => undefined,
          };
          for (let step = 0; step < 30; step += 1) {
            const job = store.rows.get(first.id) as Job;
            if (!(runnableStates as readonly string[]).includes(job.state)) break;
            now = Math.max(now, job.nextAttemptAt);
            const ended = await attempt(job, tools);
            expect(ended.end).not.toBe('local-failure');
            expectSettled(store.rows.get(first.id) as Job, now);
          }
          expectCheckedBeforeResend(calls);
        },
      ),
      { numRuns: 400 },
    );
  });
});

function expectSettled(job: Job, now: number): void {
  if ((endedStates as readonly string[]).includes(job.state)) return;
  if (job.state === 'needs-action') {
    expect(job.reason.code).not.toBe('queued');
    return;
  }
  expect(runnableStates).toContain(job.state);
  expect(job.nextAttemptAt).toBeGreaterThanOrEqual(now);
  expect(job.nextAttemptAt).toBeLessThanOrEqual(now + LONGEST_PATIENCE);
}

function expectCheckedBeforeResend(calls: readonly Call[]): void {
  let uncertain = false;
  for (const { verb, state, outcome } of calls) {
    if (verb === 'put') {
      // `sending` is in the row before the body leaves: a killed program knows it may have left.
      expect(state).toBe('sending');
      expect(uncertain).toBe(false);
      uncertain = outcome === 'unknown';
    }
    if (verb === 'upload') expect(state).toBe('sending-files');
    if (verb === 'get' && (outcome === 'not-found' || outcome === 'found')) uncertain = false;
  }
}
