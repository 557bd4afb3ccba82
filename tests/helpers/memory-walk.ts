import fc from 'fast-check';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestState } from '../../src/domain/request/request-state';
import { maySubmitAgain, missingDocuments, missingLetters } from '../../src/domain/sop/progress';
import { findStep, submitSteps } from '../../src/domain/sop/route';
import type { Sop } from '../../src/domain/sop/sop';
import {
  dispositionCommand,
  file,
  recordCommand,
  requestData,
  sop as revocation,
  staff,
} from './memory-desk';

/** One random thing somebody tries with a request, sensible or not. */
export interface Attempt {
  readonly what: (typeof attempts)[number];
  readonly pick: number;
}

const attempts = [
  'forward',
  'record',
  'correct',
  'ask-correction',
  'refuse-correction',
  'answer-correction',
  'attach',
  'attach-needed',
  'remove',
  'draft-letter',
  'issue-letter',
  'confirm-print',
  'pass-open-step',
  'pass-any-step',
  'refuse',
  'skip',
  'pause',
  'resume',
  'dispose',
  'forward-disposition',
  'return-disposition',
  'by-itself',
  'queue',
  'hold',
  'release',
  'cancel-submission',
  'stored',
  'parked',
  'reported',
  'cancel-request',
] as const;

/** Mostly forward, so that walks get far; now and then an odd one. */
const attemptArbitrary: fc.Arbitrary<Attempt> = fc.record({
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant('forward' as const) },
    { weight: 5, arbitrary: fc.constantFrom(...attempts.slice(0, -1)) },
    { weight: 1, arbitrary: fc.constantFrom(...attempts, 'cancel-request' as const) },
  ),
  pick: fc.nat(1000),
});

export const walkArbitrary = fc.array(attemptArbitrary, { minLength: 5, maxLength: 70 });

function one<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

/** Papers the open step and the submit steps behind it still miss. */
function missingSoon(sop: Sop, state: RequestState): readonly string[] {
  const open = sop.steps.filter(({ key }) => key === state.step);
  return [...open, ...submitSteps(sop, state.step)].flatMap((step) =>
    missingDocuments(sop, state, step),
  );
}

const nowhere = '01930000-0000-7000-8000-0000000000ff';

/** What brings the request further as it stands: a person's next move, or AMS's answer. */
export function sensible(sop: Sop, state: RequestState | null): Attempt['what'] {
  const step = findStep(sop, state?.step ?? null);
  if (!state || !step) return 'record';
  if (missingLetters(sop, state, step).length > 0) return 'issue-letter';
  if (step.kind !== 'submit') {
    if (missingDocuments(sop, state, step).length > 0) return 'attach-needed';
    return step.kind === 'dispose' ? 'dispose' : 'pass-open-step';
  }
  if (!maySubmitAgain(sop, state)) return 'stored';
  const missing = submitSteps(sop, step.key).flatMap((one) => missingDocuments(sop, state, one));
  return missing.length > 0 ? 'attach-needed' : 'queue';
}

/** The command an attempt means for a request as it stands. */
export function commandOf(
  { what, pick }: Attempt,
  state: RequestState | null,
  nextOf: (counter: string) => number,
  newId: () => string,
  sop: Sop = revocation,
): RequestCommand {
  // AMS answers about the last one; an odd attempt names any.
  const waiting = state?.submissions.findLast(({ status }) => status !== 'cancelled');
  const submissionId =
    (pick % 4 ? waiting : one(state?.submissions ?? [], pick))?.id ?? waiting?.id ?? nowhere;
  const open = findStep(sop, state?.step ?? null);
  switch (what) {
    case 'forward':
      return commandOf({ what: sensible(sop, state), pick }, state, nextOf, newId, sop);
    case 'record':
      return recordOf(sop, pick);
    case 'correct':
      return {
        command: 'correct-request',
        data: dataOf(sop, pick),
        reason: pick % 5 ? 'Salah ketik' : ' ',
      };
    case 'ask-correction':
      return {
        command: 'ask-correction',
        ticketId: newId(),
        askedAt: '2026-03-01T09:00:00+07:00',
        askedBy: pick % 5 ? 'Contoh Satu' : ' ',
        wrong: pick % 7 ? 'Nama kurang satu huruf' : '',
        evidence: pick % 2 ? 'KTP' : '',
      };
    case 'refuse-correction':
      return {
        command: 'refuse-correction',
        ticketId: one(state?.corrections ?? [], pick)?.id ?? nowhere,
        reason: pick % 5 ? 'Data sudah sesuai KTP' : ' ',
      };
    case 'answer-correction':
      return {
        command: 'correct-request',
        data: dataOf(sop, pick),
        reason: 'Sesuai KTP',
        answers: [one(state?.corrections ?? [], pick)?.id ?? nowhere],
      };
    case 'attach':
    case 'attach-needed': {
      const needed = state && one(missingSoon(sop, state), pick);
      const any = one(sop.documents, pick)?.key ?? 'unknown';
      const document = what === 'attach' ? any : (needed ?? any);
      return {
        command: 'attach-document',
        attachmentId: newId(),
        document,
        file: file(pick),
        originalName: 'contoh.pdf',
      };
    }
    case 'remove':
      return {
        command: 'remove-document',
        attachmentId: one(state?.attachments ?? [], pick)?.id ?? nowhere,
        reason: 'Salah berkas',
      };
    case 'draft-letter':
      return {
        command: 'draft-letter',
        letterId: newId(),
        letter: one(allLetters(sop), pick) ?? '',
        file: file(pick),
      };
    case 'issue-letter': {
      const due = state && open ? missingLetters(sop, state, open) : [];
      const letter = due[0] ?? one(allLetters(sop), pick) ?? '';
      const counter = { name: 'letter/outgoing/2026', value: nextOf('letter/outgoing/2026') };
      const value = pick % 7 ? counter.value : counter.value + 1;
      return {
        command: 'issue-letter',
        letterId: newId(),
        letter,
        number: `000/${value}`,
        counter: { ...counter, value },
        date: '2026-03-02',
        file: file(pick),
      };
    }
    case 'confirm-print':
      return {
        command: 'confirm-print',
        letterIds: [one(state?.letters ?? [], pick)?.id ?? nowhere],
        copies: pick % 22,
        reason: pick % 3 ? 'Kertas tersangkut' : null,
      };
    case 'pass-open-step':
      return { command: 'complete-step', step: state?.step ?? '', note: null, actedBy: null };
    case 'pass-any-step':
      return {
        command: 'complete-step',
        step: one(sop.steps, pick)?.key ?? '',
        note: 'x',
        actedBy: 'Contoh',
      };
    case 'refuse':
      return { command: 'refuse-step', step: state?.step ?? '', reason: 'Belum lengkap' };
    case 'skip':
      return { command: 'skip-step', step: state?.step ?? '', reason: 'Tidak diperlukan' };
    case 'pause':
      return { command: 'pause-step', step: state?.step ?? '', reason: 'Menunggu pemohon' };
    case 'resume':
      return { command: 'resume-step', step: state?.step ?? '' };
    case 'dispose':
      return dispositionCommand(state?.step ?? '', newId());
    case 'forward-disposition':
      return {
        command: 'forward-disposition',
        step: state?.step ?? '',
        from: { actor: 'office-head', name: '', title: 'Kepala Dinas' },
        to: { actor: 'secretary', name: 'Contoh Sekretaris', title: '' },
        note: null,
        medium: 'paper',
      };
    case 'return-disposition':
      return {
        command: 'return-disposition',
        step: state?.step ?? '',
        from: { actor: 'office-head', name: '', title: 'Kepala Dinas' },
        reason: 'Belum lengkap',
        medium: 'paper',
      };
    case 'by-itself':
      // The program itself tries to pass, refuse or leave out a step.
      return one(
        [
          { command: 'complete-step', step: state?.step ?? '', note: null, actedBy: null },
          { command: 'refuse-step', step: state?.step ?? '', reason: 'x' },
          { command: 'skip-step', step: state?.step ?? '', reason: 'x' },
          dispositionCommand(state?.step ?? '', newId()),
        ] as const,
        pick,
      ) as RequestCommand;
    case 'queue':
      return { command: 'queue-submission', submissionId: newId() };
    case 'hold':
      return { command: 'hold-submission', submissionId, reason: 'Tunggu' };
    case 'release':
      return { command: 'release-submission', submissionId };
    case 'cancel-submission':
      return { command: 'cancel-submission', submissionId, reason: 'Salah' };
    case 'stored':
      return {
        command: 'submission-stored',
        submissionId,
        receipt: pick % 3 ? { number: `AMS-${pick}`, receivedAt: '2026-03-02T03:00:00Z' } : null,
        state: 'received',
      };
    case 'parked':
      return {
        command: 'submission-parked',
        submissionId,
        problem: { code: 'different-content', detail: '409' },
      };
    case 'reported':
      return {
        command: 'submission-reported',
        report: {
          id: submissionId,
          revision: 1,
          updatedAt: null,
          state:
            one(['received', 'verifying', 'returned', 'completed'] as const, pick) ?? 'received',
          note: null,
          receipt: null,
          missingDocuments: [],
          certificate: null,
        },
      };
    case 'cancel-request':
      return { command: 'cancel-request', reason: 'Batal' };
  }
}

/** Who gives such a command: the gateway's word comes from the program alone. */
export function authorOf({ what }: Attempt, { command }: RequestCommand) {
  const said = ['submission-stored', 'submission-parked', 'submission-reported'];
  return what === 'by-itself' || said.includes(command) ? SYSTEM_AUTHOR : staff;
}

function allLetters(sop: Sop): readonly string[] {
  return sop.steps.flatMap((step) => step.letters);
}

/** A made-up record with one of the SOP's reasons. */
function dataOf(sop: Sop, pick: number) {
  const key = one(sop.reasons, pick)?.key ?? null;
  return { ...requestData(pick), reason: { key, note: null } };
}

function recordOf(sop: Sop, pick: number): RequestCommand {
  const { id, version } = sop;
  return { ...recordCommand(pick), sop: { id, version }, data: dataOf(sop, pick) };
}
