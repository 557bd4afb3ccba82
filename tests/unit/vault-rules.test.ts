import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsToWait } from '../../src/domain/vault/attempt-delay';
import { normalPassphrase, passphraseProblem } from '../../src/domain/vault/passphrase-rules';
import { cleanSignInName, SIGN_IN_NAME } from '../../src/domain/vault/sign-in-name';

describe('a new passphrase', () => {
  it.each([
    ['kopi tumpah', 'passphrase-short'],
    ['ababababababab', 'passphrase-repeats'],
    ['Contoh Satu 1', 'passphrase-name'],
    ['x'.repeat(257), 'passphrase-long'],
    ['kopi tumpah di meja', null],
    ['Contoh Satu naik sepeda ungu', null],
  ])('%j: %s', (passphrase, problem) => {
    expect(passphraseProblem(passphrase, ['Contoh Satu', 'loket1', ''])).toBe(problem);
  });

  it('is the same however the keyboard composes it', () => {
    expect(normalPassphrase('kafe\u0301 sore hari')).toBe(normalPassphrase('kaf\u00e9 sore hari'));
  });
});

describe('a sign-in name', () => {
  it.each([' Loket1 ', 'rina', 'a.b-c_d'])('%j may be used', (typed) => {
    expect(SIGN_IN_NAME.test(cleanSignInName(typed))).toBe(true);
  });
  it.each(['', 'a', '-x', 'dua kata', 'x'.repeat(25)])('%j may not', (typed) => {
    expect(SIGN_IN_NAME.test(cleanSignInName(typed))).toBe(false);
  });
});

describe('the wait after wrong passphrases', () => {
  const lastAt = '2026-03-02T02:00:00.000Z';
  const after = (seconds: number) => new Date(Date.parse(lastAt) + seconds * 1000);

  it('costs nothing for slips, then grows to five minutes', () => {
    const waits = [1, 2, 3, 4, 5, 9, 50].map((count) => secondsToWait({ count, lastAt }, after(0)));
    expect(waits).toEqual([0, 0, 5, 10, 20, 300, 300]);
    expect(secondsToWait(undefined, after(0))).toBe(0);
  });

  it('ends with time and never exceeds its delay, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: -1e6, max: 1e6 }), (count, passed) => {
        const wait = secondsToWait({ count, lastAt }, after(passed));
        const full = secondsToWait({ count, lastAt }, after(0));
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(full);
        if (passed >= full) expect(wait).toBe(0);
      }),
    );
  });
});
