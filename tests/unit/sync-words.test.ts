import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../src/contract/result';
import { jobReasonSchema, jobStateSchema, type Job } from '../../src/domain/outbox/job';
import { isMessageKey, translateMessage, type Locale } from '../../src/messages/catalogue';
import { describeJob, type JobSpeech } from '../../src/sync/describe-job';
import { exportJob } from '../../src/sync/export-job';
import {
  buttonsOf,
  jobButtonWords,
  jobReasonWords,
  jobTable,
  personsMove,
} from '../../src/sync/job-table';
import { fakeFile, fakeJob } from '../helpers/sync-fake-store';

function speech(locale: Locale): JobSpeech {
  return {
    say: (key, params) => translateMessage(locale, { key, params }),
    time: (instant) => new Date(instant).toISOString().slice(11, 16).replace(':', '.'),
    size: (bytes) => `${String(bytes / 1_000_000)} MB`,
  };
}

const online = { state: 'online', since: '2026-03-02T02:00:00.000Z', paused: null } as const;
const at = Date.parse('2026-03-02T09:20:00Z');

describe('words of the outbox', () => {
  it('exist for every state, reason and button', () => {
    const keys = [
      ...Object.values(jobTable).map(({ words }) => words),
      ...Object.values(jobReasonWords),
      ...Object.values(jobButtonWords),
    ];
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('leave no placeholder open, whatever the state and the reason', () => {
    for (const locale of ['id', 'en'] as const) {
      for (const state of jobStateSchema.options) {
        for (const code of jobReasonSchema.shape.code.options) {
          const job = fakeJob(1, { state, reason: { code, detail: 'http-413 limit=1000000' } });
          expect(describeJob(job, online, speech(locale))).not.toMatch(/[{}]/);
        }
      }
    }
  });

  it.each<[string, Partial<Job>, Parameters<typeof describeJob>[1]]>([
    [
      'Menunggu koneksi sejak 09.12',
      {},
      { ...online, state: 'offline', since: '2026-03-02T09:12:00.000Z' },
    ],
    [
      'Dicoba lagi pukul 09.20 (percobaan 3)',
      { state: 'will-retry', attempts: 2, nextAttemptAt: at },
      online,
    ],
    [
      'Perlu tindakan: berkas ditolak karena lebih dari 1 MB',
      {
        state: 'needs-action',
        reason: { code: 'file-too-large', detail: 'http-413 limit=1000000' },
      },
      online,
    ],
    ['Mengirim berkas 1 dari 3', { state: 'sending-files', filesSent: 1, filesTotal: 3 }, online],
    ['Menunggu: token gateway ditolak', {}, { ...online, paused: 'credentials' }],
    ['Menunggu: gateway belum diatur', {}, { ...online, state: 'no-gateway' }],
  ])('say "%s"', (words, change, line) => {
    expect(describeJob(fakeJob(1, change), line, speech('id'))).toBe(words);
  });

  it('a job queued after the line went down waits since it was queued', () => {
    const job = fakeJob(1, { queuedAt: '2026-03-02T10:30:00.000Z' });
    const line = { ...online, state: 'offline', since: '2026-03-02T09:12:00.000Z' } as const;
    expect(describeJob(job, line, speech('id'))).toBe('Menunggu koneksi sejak 10.30');
  });
});

describe('buttons of a job', () => {
  it('every job that has not ended has one that helps', () => {
    for (const [state, { buttons }] of Object.entries(jobTable)) {
      if (state === 'done' || state === 'cancelled') continue;
      expect(buttons.length, state).toBeGreaterThan(0);
    }
  });

  it('nothing is taken back while the body is on its way or may have arrived', () => {
    expect(jobTable.sending.buttons).toEqual(['show']);
    expect(jobTable['outcome-unknown'].buttons).not.toContain('cancel');
  });

  it('other content under the same id is never retried', () => {
    const reason = { code: 'different-content', detail: null } as const;
    expect(buttonsOf({ state: 'needs-action', reason })).toEqual(['cancel', 'show', 'export']);
    expect(buttonsOf({ state: 'needs-action', reason: { ...reason, code: 'refused' } })).toContain(
      'retry',
    );
  });

  it('a parked job is released, so that it is checked before it is sent', () => {
    const job = fakeJob(1, { state: 'needs-action' });
    expect(personsMove('retry', job)).toEqual({
      move: 'execute',
      command: { command: 'release-submission', submissionId: job.id },
    });
    expect(personsMove('retry', fakeJob(1))).toEqual({ move: 'retry-now' });
  });
});

describe('export of a job', () => {
  const body = '{"id":"x","applicant":{"name":"Contoh Satu"}}';
  const jobs = { payload: () => Promise.resolve(succeed({ body, files: [fakeFile(1)] })) };

  it('holds the frozen body and the files byte for byte, and only ids in its name', async () => {
    const job = fakeJob(1);
    const files = { get: () => Promise.resolve(succeed({ bytes: new Uint8Array([1, 2, 3]) })) };
    const exported = await exportJob(job, { jobs, files });
    if (!exported.ok) throw new Error(exported.error.code);
    expect(exported.value.fileName).toBe(`pengajuan-${job.id}.zip`);
    const entries = unzipSync(exported.value.bytes);
    expect(new TextDecoder().decode(entries['submission.json'])).toBe(body);
    expect(entries['files/paper-1.pdf']).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('names the document whose file is gone, and exports nothing half', async () => {
    const error = { kind: 'damaged', detail: 'files/00' } as const;
    const exported = await exportJob(fakeJob(1), {
      jobs,
      files: { get: () => Promise.resolve(fail(error)) },
    });
    expect(exported).toEqual({
      ok: false,
      error: { code: 'file-unavailable', document: 'paper-1', error },
    });
  });
});
