import type { RequestSummary } from '../request/request-summary';

/** What of a request can be searched: name, NIK, NIP and every number it goes by. */
export type SearchableText = Pick<RequestSummary, 'name' | 'nik' | 'nip' | 'numbers'>;

/** A word of a query and the index token to look up for it. */
export interface QueryWord {
  /** Normalised; a row counts only if it also `matches` this. */
  readonly word: string;
  /** The longest indexed prefix of the word; null for a word too short for the index. */
  readonly token: string | null;
}

/** Lengths of the prefixes in the index: few enough to store, dense where people type. */
const LETTER_LENGTHS = [2, 3, 4, 6, 8, 12, 16] as const;
const DIGIT_LENGTHS = [4, 6, 8, 12, 16, 18] as const;
const ALL_LENGTHS = [...new Set<number>([...LETTER_LENGTHS, ...DIGIT_LENGTHS])];
/** Runs of digits shorter than this keep their own place in a query. */
const SHORTEST_JOINED = 8;
const LAST_DIGITS = 4;

/** Lower case without diacritics; commas and semicolons part words like blanks. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,;]+/gu, ' ')
    .trim();
}

/**
 * The tokens under which a request is found, each once, before they are sealed: prefixes of
 * each word, of each part of a word behind a dot, dash or slash ("S.Kom.", "A-2026-0001"),
 * and the last four digits of NIK and NIP.
 */
export function indexWords(text: SearchableText): readonly string[] {
  const tokens = new Set<string>();
  for (const stem of stemsOf(text)) {
    for (const length of ALL_LENGTHS) {
      const prefix = stem.slice(0, length);
      if (prefix.length === length && isIndexedLength(prefix)) tokens.add(prefix);
    }
  }
  for (const ending of endingsOf(text)) tokens.add(ending);
  return [...tokens];
}

/**
 * The words of what was typed, in their order. Groups of digits in a row are read as one
 * number when they make eight digits or more: a NIK is often typed in groups.
 */
export function queryWords(query: string): readonly QueryWord[] {
  const words: string[] = [];
  for (const run of digitRuns(normalise(query).split(' ').map(compact).filter(Boolean))) {
    const joined = run.join('');
    words.push(...(run.length > 1 && joined.length >= SHORTEST_JOINED ? [joined] : run));
  }
  return [...new Set(words)].map((word) => ({ word, token: tokenOf(word) }));
}

/**
 * Whether a request holds every word of the query: at the start of a word or of a part of
 * one, or as the last four digits of NIK or NIP. Tokens are prefixes, so what the index
 * gives is narrowed by this.
 */
export function matches(text: SearchableText, words: readonly QueryWord[]): boolean {
  const stems = stemsOf(text);
  const endings = endingsOf(text);
  return words.every(
    ({ word }) => endings.includes(word) || stems.some((stem) => stem.startsWith(word)),
  );
}

function tokenOf(word: string): string | null {
  const lengths: readonly number[] = isDigits(word) ? DIGIT_LENGTHS : LETTER_LENGTHS;
  const longest = lengths.findLast((length) => length <= word.length);
  return longest === undefined ? null : word.slice(0, longest);
}

function isIndexedLength(prefix: string): boolean {
  const lengths: readonly number[] = isDigits(prefix) ? DIGIT_LENGTHS : LETTER_LENGTHS;
  return lengths.includes(prefix.length);
}

/** Every word from each of its parts on: "A-2026-0001" is found by "a2026…", "2026…", "0001". */
function stemsOf(text: SearchableText): readonly string[] {
  const chunks = [text.name, text.nik, text.nip ?? '', ...text.numbers].flatMap((one) =>
    normalise(one).split(' '),
  );
  const stems = chunks.flatMap((chunk) => {
    const parts = chunk.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return parts.map((_, index) => parts.slice(index).join(''));
  });
  return [...new Set(stems)];
}

function endingsOf(text: SearchableText): readonly string[] {
  return [text.nik, text.nip ?? '']
    .filter((digits) => isDigits(digits) && digits.length > LAST_DIGITS)
    .map((digits) => digits.slice(-LAST_DIGITS));
}

/** Words as they come, with neighbouring all-digit words in one run. */
function digitRuns(words: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last !== undefined && isDigits(word) && last.every(isDigits)) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

function compact(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '');
}

function isDigits(word: string): boolean {
  return /^[0-9]+$/.test(word);
}
