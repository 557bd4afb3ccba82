/** Characters a passphrase has at least: length protects, and three or four words reach it. */
export const SHORTEST_PASSPHRASE = 12;
/** Characters it has at most: the input of one derivation. */
export const LONGEST_PASSPHRASE = 256;
/** Distinct characters at least: "aaaaaaaaaaaa" is long and guessed at once. */
const FEWEST_CHARACTERS = 5;

/** What is wrong with a new passphrase; each has a sentence in the catalogue. */
export const passphraseProblemCodes = [
  'passphrase-short',
  'passphrase-long',
  'passphrase-repeats',
  'passphrase-name',
] as const;
export type PassphraseProblem = (typeof passphraseProblemCodes)[number];

/**
 * Whether a new passphrase may be used; null when it may. `names` are words an intruder tries
 * first (the member's name, sign-in name, the office's short name): it must be more than them.
 * Length before composition rules follows NIST SP 800-63B, 5.1.1.2.
 */
export function passphraseProblem(
  passphrase: string,
  names: readonly string[],
): PassphraseProblem | null {
  const text = normalPassphrase(passphrase);
  if (text.length < SHORTEST_PASSPHRASE) return 'passphrase-short';
  if (text.length > LONGEST_PASSPHRASE) return 'passphrase-long';
  if (new Set(text).size < FEWEST_CHARACTERS) return 'passphrase-repeats';
  const bare = letters(text);
  const known = names.map(letters).filter((name) => name.length >= 3);
  const rest = known.reduce((left, name) => left.replaceAll(name, ''), bare);
  return known.some((name) => bare.includes(name)) && rest.length < SHORTEST_PASSPHRASE / 2
    ? 'passphrase-name'
    : null;
}

/** The same text however a keyboard composes its letters: what is derived from. */
export function normalPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
