import { fail, succeed, type Result } from '../../contract/result';
import { errorOf, type Problem } from '../identifiers/problem';
import { insertionMark } from './letter-book';
import { romanMonth } from './local-date';

/**
 * What a token of an office's number pattern stands for (letters.md, 4.1): `{kode}`
 * classification code, `{urut}` sequence, `{urut3}` sequence of three digits, `{unit}`
 * short name of the office, `{bulanRomawi}` "III", `{bulan}` "03", `{tahun}` "2026".
 */
export const letterNumberTokens = [
  'kode',
  'urut',
  'urut3',
  'unit',
  'bulanRomawi',
  'bulan',
  'tahun',
] as const;
type Token = (typeof letterNumberTokens)[number];

export const letterNumberProblemCodes = [
  'pattern-token-unknown',
  'pattern-without-sequence',
  'pattern-brace',
] as const;
export type LetterNumberProblem = Problem<(typeof letterNumberProblemCodes)[number]>;

export interface LetterNumberParts {
  readonly classificationCode: string;
  readonly sequence: number;
  /** Put in behind that number, dated back: 1 makes "12.a". */
  readonly insertion?: number;
  readonly unit: string;
  /** Local year and month (1–12) of the letter's date. */
  readonly year: number;
  readonly month: number;
}

/** Pattern where an office has set none; begins anew each year. */
export const defaultLetterNumberPattern = '{kode}/{urut}/{unit}/{tahun}';

/**
 * What is wrong with a pattern: a token nobody knows, a brace left open, or no sequence, by
 * which every letter would get the same number.
 */
export function checkLetterNumberPattern(pattern: string): readonly LetterNumberProblem[] {
  const problems: LetterNumberProblem[] = [];
  const names = Array.from(pattern.matchAll(/\{([^{}]*)\}/g), (match) => match[1] ?? '');
  for (const name of names.filter((found) => !isToken(found))) {
    problems.push(errorOf('pattern-token-unknown', { token: name }));
  }
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) problems.push(errorOf('pattern-brace'));
  if (!names.includes('urut') && !names.includes('urut3')) {
    problems.push(errorOf('pattern-without-sequence'));
  }
  return problems;
}

/** The number of a letter, or the pattern's first problem. */
export function formatLetterNumber(
  pattern: string,
  parts: LetterNumberParts,
): Result<string, LetterNumberProblem> {
  const [problem] = checkLetterNumberPattern(pattern);
  if (problem !== undefined) return fail(problem);
  const mark = insertionMark(parts.insertion ?? 0);
  const behind = mark === '' ? '' : `.${mark}`;
  const values: Readonly<Record<Token, string>> = {
    kode: parts.classificationCode,
    urut: `${parts.sequence}${behind}`,
    urut3: `${String(parts.sequence).padStart(3, '0')}${behind}`,
    unit: parts.unit,
    bulanRomawi: romanMonth(parts.month),
    bulan: String(parts.month).padStart(2, '0'),
    tahun: String(parts.year),
  };
  const filled = pattern.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    isToken(name) ? values[name] : whole,
  );
  return succeed(filled);
}

function isToken(name: string): name is Token {
  return letterNumberTokens.some((token) => token === name);
}
