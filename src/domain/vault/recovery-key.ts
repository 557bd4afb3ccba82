import { fail, succeed, type Result } from '../../contract/result';

/** Crockford's base 32: no I, L, O, U, which hands confuse with 1, 1, 0, V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Groups of the printed key: four characters that carry the key, one that checks them. */
export const RECOVERY_GROUPS = 8;
const DATA_LENGTH = 4;
const GROUP_LENGTH = DATA_LENGTH + 1;
const BITS_PER_CHARACTER = 5;
/** Bytes of a recovery key: 160 bits, drawn at random by the shell. */
export const RECOVERY_KEY_BYTES = 20;
/** A prime below 32 for which 32 is no unit of order one: swapped characters show. */
const CHECK_PRIME = 29;

/** Why a typed recovery key cannot be read; `group` counts from 1, as on paper. */
export type RecoveryKeyProblem =
  | { readonly code: 'recovery-key-length'; readonly typed: number }
  | { readonly code: 'recovery-key-group'; readonly group: number };

/**
 * The recovery key as it is printed: eight groups of five characters. The last character of
 * a group checks the group and its place, so that a slip names the group it is in.
 */
export function recoveryKeyGroups(key: Uint8Array): readonly string[] {
  const bits = [...key].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: RECOVERY_GROUPS }, (_, group) => {
    const start = group * DATA_LENGTH * BITS_PER_CHARACTER;
    const values = Array.from({ length: DATA_LENGTH }, (__, place) =>
      parseInt(bits.slice(start + place * BITS_PER_CHARACTER).slice(0, BITS_PER_CHARACTER), 2),
    );
    return [...values, checkOf(values, group)].map((value) => ALPHABET.charAt(value)).join('');
  });
}

/**
 * The key of what was typed: lower case, blanks and dashes anywhere, and O for 0, I and L for
 * 1 are read as meant. Answers the first group that does not check.
 */
export function parseRecoveryKey(typed: string): Result<Uint8Array, RecoveryKeyProblem> {
  const characters = readCharacters(typed);
  if (characters.length !== RECOVERY_GROUPS * GROUP_LENGTH) {
    return fail({ code: 'recovery-key-length', typed: characters.length });
  }
  const bytes = new Uint8Array(RECOVERY_KEY_BYTES);
  for (let group = 0; group < RECOVERY_GROUPS; group += 1) {
    const values = groupValues(characters.slice(group * GROUP_LENGTH).slice(0, GROUP_LENGTH));
    const data = values.slice(0, DATA_LENGTH);
    if (values.includes(-1) || values.at(-1) !== checkOf(data, group)) {
      return fail({ code: 'recovery-key-group', group: group + 1 });
    }
    data.forEach((value, place) => {
      writeBits(bytes, (group * DATA_LENGTH + place) * BITS_PER_CHARACTER, value);
    });
  }
  return succeed(bytes);
}

/** Whether what was typed is that group of the key, read as `parseRecoveryKey` reads. */
export function isRecoveryGroup(typed: string, group: string): boolean {
  return readCharacters(typed) === group;
}

function readCharacters(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

function groupValues(group: string): readonly number[] {
  return Array.from(group, (character) => ALPHABET.indexOf(character));
}

function checkOf(values: readonly number[], group: number): number {
  return values.reduce((sum, value) => (sum * 32 + value) % CHECK_PRIME, (group * 7) % CHECK_PRIME);
}

function writeBits(bytes: Uint8Array, position: number, value: number): void {
  for (let bit = 0; bit < BITS_PER_CHARACTER; bit += 1) {
    const at = position + bit;
    if ((value >> (BITS_PER_CHARACTER - 1 - bit)) & 1) {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  }
}
