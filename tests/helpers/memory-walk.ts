import fc from 'fast-check';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestState } from '../../src/domain/request/request-state';
import { missingDocuments } from '../../src/domain/sop/progress';
import { submitSteps } from '../../src/domain/sop/route';
import { dispositionCommand, file, recordCommand, requestData, sop, staff } from './memory-desk';

/** One random thing somebody tries with a request, sensible or not. */
export interface Attempt {
  readonly what: (typeof attempts)[number];
  readonly pick: number;
}

const attempts = [
  'forward',
  'record',
  'correct',
  'attach',
  'attach-needed',
  'remove',
  'draft-letter',
  'issue-letter',
  'pass-open-step',
  'pass-any-step',
  'refuse',
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
    { weight: 1, arbitrary: fc.constantFrom(...attempts) },
  ),
  pick: fc.nat(1000),
});

export const walkArbitrary = fc.array(attemptArbitrary, { minLength: 5, maxLength: 70 });

function one<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

/** Papers the open step and the submit steps behind it still miss. */
function missingSoon(state: RequestState): readonly string[] {
  const open = sop.steps.filter(({ key }) => key === state.step);
  return [...open, ...submitSteps(sop, state.step)].flatMap((step) =>
    missingDocuments(sop, state, step),
  );
}

const nowhere = '01930000-0000-7000-8000-0000000000ff';
const letters = sop.steps.flatMap((step) => step.letters);

/** What brings the request further as it stands. */
function sensible(state: RequestState | null): Attempt['what'] {
  const step = sop.steps.find(({ key }) => key === state?.step);
  if (!state || !step) return 'record';
  const made = state.letters
    .filter(({ status }) => status === 'issued')
    .map(({ letter }) => letter);
  if (step.letters.some((letter) => !made.includes(letter))) return 'issue-letter';
  if (step.kind !== 'submit') {
    return missingDocuments(sop, state, step).length > 0 ? 'attach-needed' : 'pass-open-step';
  }
  const missing = submitSteps(sop, step.key).flatMap((one) => missingDocuments(sop, state, one));
  if (missing.length > 0) return 'attach-needed';
  return state.submissions.some(({ status }) => status !== 'cancelled') ? 'stored' : 'queue';
}

/** The command an attempt means for a request as it stands. */
export function commandOf(
  { what, pick }: Attempt,
  state: RequestState | null,
  nextOf: (counter: string) => number,
  newId: () => string,
): RequestCommand {
  const submissionId = one(state?.submissions ?? [], pick)?.id ?? nowhere;
  switch (what) {
    case 'forward':
      return commandOf({ what: sensible(state), pick }, state, nextOf, newId);
    case 'record':
      return recordCommand(pick);
    case 'correct':
      return {
        command: 'correct-request',
        data: requestData(pick),
        reason: pick % 5 ? 'Salah ketik' : ' ',
      };
    case 'attach':
    case 'attach-needed': {
      const needed = state && one(missingSoon(state), pick);
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
        letter: one(letters, pick) ?? '',
        file: file(pick),
      };
    case 'issue-letter': {
      const letter =
        letters.find((kind) => !state?.letters.some((made) => made.letter === kind)) ??
        letters[0] ??
        '';
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
    case 'pass-open-step':
      if (sop.steps.find(({ key }) => key === state?.step)?.kind === 'dispose') {
        return dispositionCommand(state?.step ?? '', newId());
      }
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

/** Who gives such a command. */
export function authorOf({ what }: Attempt) {
  return ['stored', 'parked', 'reported'].includes(what) ? SYSTEM_AUTHOR : staff;
}
