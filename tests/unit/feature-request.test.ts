import { describe, expect, it } from 'vitest';
import type { RequestState } from '../../src/domain/request/request-state';
import { changesBetween, correctionChanges } from '../../src/features/request/correction-changes';
import { documentRows } from '../../src/features/request/document-rows';
import { describeEvent } from '../../src/features/request/describe-event';
import { letterRows } from '../../src/features/request/letter-rows';
import {
  lettersToIssue,
  missingForSubmission,
  nextAction,
} from '../../src/features/request/next-action';
import { expectedActor } from '../../src/features/request/open-request';
import { stepProgress } from '../../src/features/request/step-progress';
import {
  createDesk,
  file,
  openWindow,
  profile,
  recordRequest,
  requestData,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { attachmentOf, completeStep, issuedLetters, readRequest } from '../helpers/request-steps';

async function openOffice() {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  return store;
}

describe('next action of a request', () => {
  it('leads from the letters over the steps to the submission and waits there', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    let { state } = await readRequest(store, id);
    const path: string[] = [];
    for (let moves = 0; moves < 20; moves += 1) {
      const action = nextAction(sop, state, false);
      path.push('number' in action ? `${action.kind} ${action.number}` : action.kind);
      if (action.kind === 'make-letters') await issuedLetters(store, state, action.letters);
      else if ('step' in action) await completeStep(store, id, action.step);
      else if (action.kind === 'attach-documents') {
        for (const document of action.documents) await attachmentOf(store, id, document);
      } else if (action.kind === 'queue-submission') {
        await store.execute(
          id,
          { command: 'queue-submission', submissionId: crypto.randomUUID() },
          staff,
        );
      } else break;
      ({ state } = await readRequest(store, id));
    }
    expect(path).toEqual([
      'make-letters',
      'complete-step 1',
      'complete-step 2',
      'make-letters',
      'give-disposition 3',
      'give-disposition 4',
      'complete-step 5',
      'attach-documents',
      'queue-submission',
      'wait-for-submission',
    ]);
  });

  it('asks for nothing more once the request was cancelled', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    await store.execute(id, { command: 'cancel-request', reason: 'Ditarik' }, staff);
    const { state } = await readRequest(store, id);
    expect(nextAction(sop, state, false)).toEqual({ kind: 'none' });
    expect(lettersToIssue(sop, state)).toEqual([]);
  });

  it('leads to the queue when the gateway refused what was sent', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const { state } = await readRequest(store, id);
    const parked = { ...state, step: 'log-in-to-ams', submissions: [submission('parked')] };
    expect(nextAction(sop, parked, false)).toEqual({ kind: 'look-at-queue' });
    const queued = { ...parked, submissions: [submission('queued')] };
    expect(nextAction(sop, queued, false)).toEqual({ kind: 'wait-for-submission' });
  });
});

describe('papers of a request', () => {
  it('names the steps that ask for a paper, and never those of another reason', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const { state } = await readRequest(store, id);
    const rows = documentRows(sop, state);
    expect(
      rows.slice(0, 3).map(({ document, status, steps }) => [document, status, steps]),
    ).toEqual([
      ['application-letter', 'missing', [2, 5, 8]],
      ['reason-statement', 'missing', [2, 5, 8]],
      ['police-report', 'missing', [8]],
    ]);
    expect(rows.find(({ document }) => document === 'superior-statement')?.status).toBe('optional');
    expect(missingForSubmission(sop, state)).toEqual([
      'application-letter',
      'reason-statement',
      'police-report',
    ]);
  });

  it('counts an issued letter as the paper it makes, and a draft not', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    await store.execute(
      id,
      {
        command: 'draft-letter',
        letterId: crypto.randomUUID(),
        letter: 'revocation-application',
        file: file(1),
      },
      staff,
    );
    const drafted = await readRequest(store, id);
    expect(rowOf(drafted.state, 'application-letter')?.status).toBe('missing');
    await issuedLetters(store, drafted.state, ['revocation-application']);
    const issued = await readRequest(store, id);
    expect(rowOf(issued.state, 'application-letter')?.status).toBe('made');
    await attachmentOf(store, id, 'application-letter');
    const attached = await readRequest(store, id);
    expect(rowOf(attached.state, 'application-letter')?.status).toBe('attached');
  });
});

describe('steps and history', () => {
  it('lets the steps behind a refusal wait again, and says which step refused', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    let { state } = await readRequest(store, id);
    await issuedLetters(store, state, [
      'revocation-application',
      'revocation-reason-statement',
      'disposition-sheet',
    ]);
    for (const step of [
      'draft-letters',
      'sign-letters',
      'dispose-office-head',
      'dispose-division-head',
    ]) {
      await completeStep(store, id, step);
    }
    await store.execute(
      id,
      { command: 'refuse-step', step: 'verify-papers', reason: 'Tanda tangan kurang' },
      staff,
    );
    const read = await readRequest(store, id);
    state = read.state;
    const states = stepProgress(sop, state, read.events).map((one) => one.state);
    expect(states.slice(0, 6)).toEqual([
      'current',
      'waiting',
      'waiting',
      'waiting',
      'returned',
      'waiting',
    ]);
  });

  it('says what a correction changed, field by field', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const before = requestData();
    const after = {
      ...before,
      applicant: { ...before.applicant, unit: 'Badan Contoh' },
      superior: { name: 'Contoh Atasan', nip: null, rank: null, position: 'Kepala' },
    };
    expect(changesBetween(before, after)).toEqual([
      { field: 'applicant.unit', before: 'Kecamatan Contoh', after: 'Badan Contoh' },
      { field: 'superior.name', before: null, after: 'Contoh Atasan' },
      { field: 'superior.position', before: null, after: 'Kepala' },
    ]);
    await store.execute(
      id,
      { command: 'correct-request', data: after, reason: 'Salah ketik' },
      staff,
    );
    const { state, events } = await readRequest(store, id);
    const changes = correctionChanges(events);
    const correction = events.at(-1);
    if (correction === undefined) throw new Error('no events');
    const words = describeEvent(correction, { locale: 'id', sop, events, changes });
    expect(words.details).toContain('Unit kerja pemohon: Kecamatan Contoh → Badan Contoh');
    expect(words.who).toBe('Petugas Contoh, Loket A');
    expect(letterRows(sop, state, events).asked.some(({ outdated }) => outdated)).toBe(false);
  });

  it('calls a letter outdated that was issued before the data were corrected', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const { state } = await readRequest(store, id);
    await issuedLetters(store, state, ['revocation-application']);
    const data = requestData();
    await store.execute(
      id,
      {
        command: 'correct-request',
        data: { ...data, applicant: { ...data.applicant, position: 'Analis' } },
        reason: 'Jabatan baru',
      },
      staff,
    );
    const read = await readRequest(store, id);
    const [application] = letterRows(sop, read.state, read.events).asked;
    expect(application?.outdated).toBe(true);
  });

  it('proposes the name of who acts: applicant, official, or nobody', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const { state } = await readRequest(store, id);
    const head = {
      actor: 'office-head',
      name: 'Contoh Kepala',
      nip: null,
      rank: null,
      position: '',
    };
    const office = { ...profile, officials: [head] };
    const day = '2026-03-02';
    const at = (step: string) => ({ state: { ...state, step }, sop });
    expect(expectedActor({ state, sop }, office, day)).toBe('Contoh Satu');
    expect(expectedActor(at('dispose-office-head'), office, day)).toBe('Contoh Kepala');
    expect(expectedActor(at('sign-letters'), office, day)).toBe('');
  });

  it.each([
    ['plt', 'dispose-office-head', 'Contoh Wakil'],
    ['an', 'dispose-office-head', 'Contoh Kepala'],
    ['an', 'sign-letters', 'Contoh Wakil'],
  ] as const)('proposes who acts for an official: %s at %s', async (kind, step, name) => {
    const store = await openOffice();
    const { state } = await readRequest(store, await recordRequest(store));
    const acting = {
      ...{ kind, name: 'Contoh Wakil', nip: null, rank: null, position: '', through: '' },
      ...{ from: '2026-03-02', until: null },
    };
    const actor = sop.steps.find(({ key }) => key === step)?.actor ?? '';
    const head = { actor, name: 'Contoh Kepala', nip: null, rank: null, position: '', acting };
    const office = { ...profile, officials: [head] };
    const open = { state: { ...state, step }, sop };
    expect(expectedActor(open, office, '2026-03-02')).toBe(name);
    expect(expectedActor(open, office, '2026-03-01')).toBe('Contoh Kepala');
  });
});

function rowOf(state: RequestState, document: string) {
  return documentRows(sop, state).find((row) => row.document === document);
}

function submission(status: 'queued' | 'parked'): RequestState['submissions'][number] {
  return {
    id: '01930000-0000-7000-8000-000000000001',
    revision: 1,
    replaces: null,
    status,
    queuedAt: '2026-03-02T03:00:00Z',
    body: '{}',
    files: [],
    receipt: null,
    remoteState: null,
    remoteNote: null,
    problem: null,
  };
}
