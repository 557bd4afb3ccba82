import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EscSignAnswer } from '../../src/contract/esign';
import {
  beginSigning,
  maySend,
  moveSigning,
  settlesAttempt,
  waysOut,
  type SigningAttempt,
  type SigningMove,
} from '../../src/domain/esign/signing-attempt';

const sha256 = 'a'.repeat(64);
const unknown: EscSignAnswer = {
  outcome: 'outcome-unknown',
  detail: 'closed',
  status: null,
  text: '',
  documentId: null,
};

function after(...moves: readonly SigningMove[]): SigningAttempt {
  return moves.reduce((attempt, move) => {
    const moved = moveSigning(attempt, move);
    return moved.ok ? moved.value : attempt;
  }, beginSigning());
}

const issue: SigningMove = { kind: 'status-read', status: 'issue' };
const sending: SigningMove = { kind: 'sending' };
const answered = (answer: EscSignAnswer): SigningMove => ({ kind: 'answered', answer });
const wrong = answered({ outcome: 'passphrase-wrong', text: '' });

test('nothing is sent before the status says ISSUE', () => {
  expect(maySend(beginSigning())).toBe(false);
  expect(maySend(after({ kind: 'status-read', status: 'expired' }))).toBe(false);
  expect(after({ kind: 'status-read', status: 'unknown' }).phase).toEqual({
    kind: 'not-able',
    status: 'unknown',
  });
  expect(maySend(after(issue))).toBe(true);
});

test('wrong passphrases are counted, and it is asked for again', () => {
  const attempt = after(issue, sending, wrong, sending, wrong);
  expect(attempt).toEqual({
    phase: { kind: 'ready', note: 'passphrase-wrong' },
    sent: 2,
    wrongPassphrases: 2,
  });
});

test('what never left this machine is not counted as sent', () => {
  const attempt = after(
    issue,
    sending,
    answered({ outcome: 'not-sent', reason: 'no-connection', detail: '' }),
  );
  expect(attempt).toMatchObject({ phase: { kind: 'ready', note: 'not-sent' }, sent: 0 });
});

test('a crash on the way is an unknown outcome, and so is any answer nobody can trust', () => {
  for (const attempt of [
    after(issue, sending, { kind: 'found-after-restart' }),
    after(issue, sending, answered(unknown)),
  ]) {
    expect(attempt.phase.kind).toBe('unknown');
    expect(maySend(attempt)).toBe(false);
  }
});

test('only a person leaves an unknown outcome: by a file, by deciding to sign again, or by giving up', () => {
  const stuck = after(issue, sending, answered({ ...unknown, documentId: 'a' }));
  for (const move of [issue, sending, wrong]) expect(moveSigning(stuck, move).ok).toBe(false);
  expect(waysOut(stuck, 'v1')).toEqual(['downloaded', 'found-signed', 'sign-again', 'given-up']);
  expect(waysOut(stuck, 'v2')).toEqual(['found-signed', 'sign-again', 'given-up']);
  const by = (how: Extract<SigningMove, { kind: 'reconciled' }>['how']) =>
    moveSigning(stuck, { kind: 'reconciled', how });
  expect(by({ by: 'downloaded', sha256 })).toMatchObject({
    value: { phase: { kind: 'signed', sha256 } },
  });
  expect(by({ by: 'given-up', decidedBy: 'x' })).toMatchObject({
    value: { phase: { kind: 'given-up' } },
  });
  expect(by({ by: 'sign-again', decidedBy: 'x' })).toMatchObject({
    value: { phase: { kind: 'ready', note: 'sign-again' } },
  });
});

test('a file settles it only when it is intact and has one signature more', () => {
  const signatures = [{ isIntact: true }] as never;
  expect(settlesAttempt({ signatureCount: 1, signatures }, 0)).toBe(true);
  expect(settlesAttempt({ signatureCount: 1, signatures }, 1)).toBe(false);
  expect(settlesAttempt({ signatureCount: 1, signatures: [{ isIntact: null }] as never }, 0)).toBe(
    false,
  );
});

test('whatever happens in whatever order, after an unknown outcome nothing leaves without a person', () => {
  const moves = fc.constantFrom<SigningMove>(
    issue,
    sending,
    wrong,
    answered(unknown),
    { kind: 'found-after-restart' },
    answered({ outcome: 'busy', retryAfterMs: null }),
    { kind: 'status-read', status: 'revoke' },
  );
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 30 }), (list) => {
      let attempt = beginSigning();
      for (const move of list) {
        const wasUnknown = attempt.phase.kind === 'unknown';
        const moved = moveSigning(attempt, move);
        if (moved.ok) attempt = moved.value;
        if (wasUnknown) expect(attempt.phase.kind).toBe('unknown');
      }
    }),
  );
});
