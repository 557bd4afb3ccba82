import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRecoveryGroup,
  parseRecoveryKey,
  RECOVERY_KEY_BYTES,
  recoveryKeyGroups,
} from '../../src/domain/vault/recovery-key';

const keys = fc.uint8Array({ minLength: RECOVERY_KEY_BYTES, maxLength: RECOVERY_KEY_BYTES });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the printed recovery key', () => {
  it('is read back as it was, in small letters, with blanks, dashes and look-alikes', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const groups = recoveryKeyGroups(key);
        const typed = groups.join(' - ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(parseRecoveryKey(typed)).toEqual({ ok: true, value: key });
        expect(groups.every((group) => isRecoveryGroup(` ${group.toLowerCase()} `, group))).toBe(
          true,
        );
      }),
    );
  });

  it('names the group of a slip: one other character', () => {
    fc.assert(
      fc.property(
        keys,
        fc.nat({ max: 39 }),
        fc.constantFrom(...Array.from(ALPHABET)),
        (key, place, character) => {
          const text = recoveryKeyGroups(key).join('');
          // Both stand for the same check of the same group where they differ by the prime.
          const gap = Math.abs(ALPHABET.indexOf(character) - ALPHABET.indexOf(text.charAt(place)));
          fc.pre(gap !== 0 && gap !== 29);
          const slipped = text.slice(0, place) + character + text.slice(place + 1);
          expect(parseRecoveryKey(slipped)).toEqual({
            ok: false,
            error: { code: 'recovery-key-group', group: Math.floor(place / 5) + 1 },
          });
        },
      ),
    );
  });

  it('sees two groups in each other’s place, and a missing character', () => {
    const groups = recoveryKeyGroups(new Uint8Array(RECOVERY_KEY_BYTES).map((_, at) => at * 11));
    const [first = '', second = '', ...rest] = groups;
    expect(parseRecoveryKey([second, first, ...rest].join('')).ok).toBe(false);
    expect(parseRecoveryKey(groups.join('').slice(1))).toEqual({
      ok: false,
      error: { code: 'recovery-key-length', typed: 39 },
    });
  });
});
