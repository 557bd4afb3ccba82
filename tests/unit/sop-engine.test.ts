import { expect, test } from 'vitest';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import { authorityOf } from '../../src/domain/office/permissions';
import { ROLES } from '../../src/domain/office/roles';
import { decide } from '../../src/domain/request/decide';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestState } from '../../src/domain/request/request-state';
import { hasDocument, maySubmitAgain, openStep } from '../../src/domain/sop/progress';
import { dispositionReturnsTo, findStep, mainRoute, submitSteps } from '../../src/domain/sop/route';
import { sopSchema, type Sop } from '../../src/domain/sop/sop';
import { presetOf } from '../helpers/all-sops';
import { dispositionCommand, profile, staff } from '../helpers/memory-fixtures';
import type { Attempt } from '../helpers/memory-walk';
import { forwardMoves, walkOf, type Walk } from '../helpers/request-walk';

const newId = () => crypto.randomUUID();

/** A request brought forward until its open step is that one; throws when it never is. */
function walkedTo(
  sop: Sop,
  step: string,
  before: readonly Attempt[] = [],
): Walk & { readonly attempts: readonly Attempt[] } {
  const attempts: Attempt[] = [{ what: 'record', pick: 5 }, ...before];
  for (let move = 0; move < 60; move += 1) {
    const walk = walkOf(sop, attempts);
    if (walk.state?.step === step) return { ...walk, attempts };
    attempts.push({ what: 'forward', pick: 5 });
  }
  throw new Error(`never at ${step}`);
}

function answer(sop: Sop, state: RequestState | null, command: RequestCommand, by = staff) {
  const office = { staff: [{ ...staff, active: true, roles: ROLES }] };
  const authority = authorityOf(office, by);
  const context = {
    sop,
    office: profile,
    authority,
    counters: () => 0,
    importedAs: null,
    signers: () => [],
    letters: [],
    notices: [],
    numbers: [],
  };
  const occasion = { at: '2026-03-02T04:00:00.000Z', clockOffsetMs: null, by, desk: 'A', newId };
  const decided = decide('id', state, command, context, occasion);
  return decided.ok ? 'taken' : decided.error.code;
}

test('Sumatera Barat 5: data that do not match ask for a new letter and a new submission', () => {
  const sop = presetOf('sumbar-2019-revocation');
  const before = walkedTo(sop, 'check-data');
  const returned = walkOf(sop, [...before.attempts, { what: 'refuse', pick: 0 }]).state;
  expect(returned?.step).toBe('write-reason-statement');
  expect(
    returned?.letters.map((letter) => letter.status === 'issued' && letter.superseded),
  ).toEqual([true]);
  expect(returned && hasDocument(sop, returned, 'reason-statement')).toBe(false);
  expect(returned && openStep(sop, returned)?.missingLetters).toEqual([
    'revocation-reason-statement',
  ]);

  const refused: readonly Attempt[] = [...before.attempts, { what: 'refuse', pick: 0 }];
  const end = walkOf(sop, [...refused, ...forwardMoves(sop)]).state;
  expect(end?.status).toBe('completed');
  expect(end?.letters).toHaveLength(2);
  const [first, second] = end?.submissions ?? [];
  expect(second).toMatchObject({ revision: 2, replaces: first?.id, status: 'stored' });
  const sent = (text: string | undefined) =>
    (JSON.parse(text ?? '{}') as { letters: { number: string }[] }).letters.map(
      ({ number }) => number,
    );
  expect(sent(second?.body)).toHaveLength(1);
  expect(sent(second?.body)).not.toEqual(sent(first?.body));
});

test('Meranti 3: incomplete papers go back to the applicant; what was brought still counts', () => {
  const sop = presetOf('meranti-2022-revocation');
  const before = walkedTo(sop, 'check-at-bsre');
  const returned = walkOf(sop, [...before.attempts, { what: 'refuse', pick: 0 }]).state;
  expect(returned?.step).toBe('prepare-documents');
  expect(returned && hasDocument(sop, returned, 'supporting-document')).toBe(true);
  const again = walkOf(sop, [
    ...before.attempts,
    { what: 'refuse', pick: 0 },
    { what: 'attach-needed', pick: 0 },
    ...forwardMoves(sop),
  ]).state;
  expect(again?.status).toBe('completed');
  expect(again?.submissions.map(({ revision }) => revision)).toEqual([1, 2]);
});

test('Ciamis 5: only what is valid is passed on; the letters stay', () => {
  const sop = presetOf('ciamis-2025-revocation');
  const before = walkedTo(sop, 'verify-papers');
  expect(before.state && openStep(sop, before.state)).toMatchObject({
    returnsTo: { key: 'draft-letters' },
    next: { key: 'log-in-to-ams' },
  });
  const returned = walkOf(sop, [...before.attempts, { what: 'refuse', pick: 0 }]).state;
  expect(returned?.step).toBe('draft-letters');
  expect(returned && openStep(sop, returned)?.missingLetters).toEqual([]);
});

test('Ciamis 8: a lost key asks for the police’s letter, any other reason for the superior’s', () => {
  const sop = presetOf('ciamis-2025-revocation');
  const asked = (pick: number) => {
    const walk = walkOf(sop, [{ what: 'record', pick }]);
    const upload = findStep(sop, 'upload-to-ams');
    return upload?.requires
      .filter(({ onlyForReasons }) => onlyForReasons?.includes(walk.state?.data.reason.key ?? ''))
      .map(({ document }) => document);
  };
  expect(asked(0)).toEqual(['police-report']);
  expect(asked(1)).toEqual(['superior-statement']);
});

test('Ciamis renewal: three dispositions on one sheet, and never an AMS submission', () => {
  const sop = presetOf('ciamis-2025-renewal');
  const end = walkOf(sop, [{ what: 'record', pick: 5 }, ...forwardMoves(sop)]).state;
  expect(end?.status).toBe('completed');
  expect(end?.sheet.map(({ step }) => step)).toEqual([
    'dispose-office-head',
    'dispose-division-head',
    'dispose-functional-officer',
  ]);
  expect(end?.submissions).toEqual([]);
});

test('a dispose step passes by what the official wrote, not by a click', () => {
  const sop = presetOf('ciamis-2025-renewal');
  const { state } = walkedTo(sop, 'dispose-office-head');
  const step = 'dispose-office-head';
  const click = { command: 'complete-step', step, note: null, actedBy: null } as const;
  expect(answer(sop, state, click)).toBe('step-is-disposition');
  const written = dispositionCommand(step);
  expect(answer(sop, state, { ...written, instructions: [' '], note: ' ' })).toBe(
    'disposition-blank',
  );
  const nobody = { actor: null, name: ' ', title: '' };
  expect(answer(sop, state, { ...written, to: nobody })).toBe('disposition-nobody');
  expect(answer(sop, state, { ...written, deadline: '2026-02-30' })).toBe(
    'disposition-date-invalid',
  );
  expect(answer(sop, state, written)).toBe('taken');
});

test('a disposition returned goes up the chain to who gave it, then to the front desk', () => {
  const sop = presetOf('ciamis-2025-renewal');
  const target = (key: string) => {
    const step = findStep(sop, key);
    return step && dispositionReturnsTo(sop, step)?.key;
  };
  expect(target('dispose-functional-officer')).toBe('dispose-division-head');
  expect(target('dispose-division-head')).toBe('dispose-office-head');
  expect(target('dispose-office-head')).toBe('receive-application');
});

test('a step the SOP does not call optional is not left out, and the program leaves out none', () => {
  const sop = presetOf('tapin-2025-revocation');
  const { state } = walkedTo(sop, 'check-certificate');
  const skip = { command: 'skip-step', step: 'check-certificate', reason: 'Tidak perlu' } as const;
  expect(answer(sop, state, skip)).toBe('step-not-optional');
  const optional = sopSchema.parse({
    ...sop,
    steps: sop.steps.map((step) => ({ ...step, optional: step.key === 'check-certificate' })),
  });
  expect(answer(optional, state, skip)).toBe('taken');
  expect(answer(optional, state, skip, SYSTEM_AUTHOR)).toBe('person-needed');
  expect(answer(optional, state, { ...skip, reason: ' ' })).toBe('reason-missing');
});

test('a clock is paused with a reason and once; it runs again by a command or with the next step', () => {
  const sop = presetOf('tapin-2025-revocation');
  const step = 'check-certificate';
  const before = walkedTo(sop, step);
  const pause = { command: 'pause-step', step, reason: 'Menunggu pemohon' } as const;
  expect(answer(sop, before.state, { command: 'resume-step', step })).toBe('step-not-paused');
  expect(answer(sop, before.state, { ...pause, reason: '' })).toBe('reason-missing');
  const paused = walkOf(sop, [...before.attempts, { what: 'pause', pick: 0 }]);
  expect(paused.state?.pauses).toHaveLength(1);
  expect(answer(sop, paused.state, pause)).toBe('step-paused-already');
  const passed = walkOf(sop, [
    ...before.attempts,
    { what: 'pause', pick: 0 },
    { what: 'pass-open-step', pick: 0 },
  ]).state;
  expect(passed?.pauses).toEqual([]);
  expect(passed?.passages.at(-1)?.pauses[0]?.until).toBe(passed?.passages.at(-1)?.at);
});

test('a submission is not repeated while one is under way, but after a refusal behind it', () => {
  const sop = presetOf('sumbar-2019-revocation');
  const queued = walkedTo(sop, 'log-in-to-ams', []);
  const waiting = walkOf(sop, [...queued.attempts, { what: 'queue', pick: 1 }]).state;
  expect(waiting?.submissions).toHaveLength(1);
  expect(waiting && maySubmitAgain(sop, waiting)).toBe(false);
  const stored = walkedTo(sop, 'check-data').state;
  expect(stored && maySubmitAgain(sop, stored)).toBe(false);
});

test('passing may jump and end early where an office says so', () => {
  const sop = presetOf('tapin-2025-revocation');
  const steps = sop.steps.map((step) => ({
    ...step,
    ...(step.key === 'check-certificate' && { passesTo: 'inform-applicant' }),
    ...(step.key === 'inform-applicant' && { passesTo: null }),
  }));
  const route = mainRoute({ steps });
  expect(route).not.toContain('revoke-certificate');
  expect(route.at(-1)).toBe('inform-applicant');
  expect(submitSteps({ steps }, 'apply-in-ams').map(({ number }) => number)).toEqual([3, 4]);
});

test('a letter the applicant brought ready is not made a second time', () => {
  const sop = presetOf('tapin-2025-revocation');
  const { state } = walkOf(sop, [{ what: 'record', pick: 5 }]);
  const brought = state && {
    ...state,
    attachments: [
      {
        id: newId(),
        document: 'reason-statement',
        file: { address: 'a', sha256: 'a', size: 1, mediaType: 'application/pdf' },
        originalName: 'surat.pdf',
        attachedAt: '2026-03-02T03:00:00.000Z',
        superseded: false,
      },
    ],
  };
  expect(state && openStep(sop, state)?.missingLetters).toEqual(['revocation-reason-statement']);
  expect(brought && openStep(sop, brought)?.missingLetters).toEqual([]);
});
