import { formatIsoDate, isRealDate } from './calendar-date';
import { errorOf, warningOf, type IdentifierProblem } from './problem';
import { findProvinceName } from './provinces';
import { firstNonDigit, withoutSeparators } from './typed-digits';

export type Sex = 'male' | 'female';

/** What the digits of a NIK say. */
export interface NikReading {
  /** Province of first issue, Kemendagri code; not today's address. */
  readonly provinceCode: string;
  /** Date yyyy-mm-dd; the century is inferred, a NIK does not store it. */
  readonly birthDate: string;
  readonly sex: Sex;
  readonly serial: string;
}

const LENGTH = 16;
/** Ages between which a person may stand at the counter with a certificate. */
const YOUNGEST = 17;
const OLDEST = 100;

/** A NIK without spaces, dots and dashes; nothing else is changed. */
export function cleanNik(typed: string): string {
  return withoutSeparators(typed);
}

/** The NIK in groups of four for reading: "3207 0115 0185 0001". */
export function groupNik(nik: string): string {
  return nik.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * Reads a cleaned NIK; null when its shape or date makes that impossible. `yearNow` is the
 * calendar year in which it is read: the century is the one that gives a plausible age,
 * else the latest that has begun (identifiers.md, section 5).
 */
export function readNik(nik: string, yearNow: number): NikReading | null {
  const match = /^(\d{2})\d{4}(\d{2})(\d{2})(\d{2})(\d{4})$/.exec(nik);
  if (match === null) return null;
  const [, provinceCode = '', dayAndSex, month, shortYear, serial = ''] = match;
  const sex: Sex = Number(dayAndSex) > 40 ? 'female' : 'male';
  const day = Number(dayAndSex) - (sex === 'female' ? 40 : 0);
  const year = plausibleYear(Number(shortYear), Number(month), day, yearNow);
  if (year === null) return null;
  return { provinceCode, birthDate: formatIsoDate(year, Number(month), day), sex, serial };
}

/**
 * Problems of a cleaned NIK. Errors: not only digits, not 16, no such day of birth (day
 * 01–31, women 41–71), serial 0000. Warnings: province not in the table (new provinces,
 * persons born abroad), an age outside 17–100 in `yearNow` (identifiers.md, section 5).
 */
export function checkNik(nik: string, yearNow: number): readonly IdentifierProblem[] {
  const odd = firstNonDigit(nik);
  if (odd !== undefined) return [errorOf('nik-digits', { found: odd })];
  if (nik.length !== LENGTH) return [errorOf('nik-length', { typed: nik.length })];
  const reading = readNik(nik, yearNow);
  const problems: IdentifierProblem[] = [];
  if (reading === null) problems.push(errorOf('nik-date', { digits: nik.slice(6, 12) }));
  if (nik.endsWith('0000')) problems.push(errorOf('nik-serial'));
  if (findProvinceName(nik.slice(0, 2)) === undefined) {
    problems.push(warningOf('nik-province-unknown', { province: nik.slice(0, 2) }));
  }
  if (reading !== null) {
    const age = yearNow - Number(reading.birthDate.slice(0, 4));
    if (!isPlausibleAge(age)) problems.push(warningOf('nik-age', { age }));
  }
  return problems;
}

function isPlausibleAge(age: number): boolean {
  return age >= YOUNGEST && age <= OLDEST;
}

function plausibleYear(short: number, month: number, day: number, now: number): number | null {
  const century = Math.floor(now / 100) * 100;
  const years = [century + short, century - 100 + short].filter(
    (year) => year <= now && isRealDate(year, month, day),
  );
  return years.find((year) => isPlausibleAge(now - year)) ?? years[0] ?? null;
}
