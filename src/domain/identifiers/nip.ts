import type { Personnel } from '../request/request-data';
import { isRealDate, isRealIsoDate } from './calendar-date';
import { readNik, type Sex } from './nik';
import { errorOf, warningOf, type IdentifierProblem } from './problem';
import { firstNonDigit, withoutSeparators } from './typed-digits';

/** What the digits of a NIP say. */
export interface NipReading {
  /** Date yyyy-mm-dd. */
  readonly birthDate: string;
  readonly sex: Sex;
  readonly personnel: Extract<Personnel, 'pns' | 'pppk'>;
  /** Year of the appointment (TMT CPNS, or the PPPK contract). */
  readonly appointmentYear: number;
  readonly serial: string;
}

const LENGTH = 18;

/** A NIP without spaces, dots and dashes; nothing else is changed. */
export function cleanNip(typed: string): string {
  return withoutSeparators(typed);
}

/** The NIP as offices print it: "19750304 200112 1 002". */
export function groupNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

/**
 * Reads a cleaned NIP; null when it cannot be one. PNS: birth yyyymmdd, appointment yyyymm,
 * sex 1/2, serial. PPPK: birth yyyymmdd, year, "2" and the contract's frequency 1–9, sex,
 * serial: its "month" reads 21–29 (identifiers.md, section 5).
 */
export function readNip(nip: string): NipReading | null {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/.exec(nip);
  if (match === null) return null;
  const [
    ,
    year = '',
    month = '',
    day = '',
    appointmentYear,
    monthOrContract = '',
    sex,
    serial = '',
  ] = match;
  const personnel = personnelOf(monthOrContract);
  const birthDate = `${year}-${month}-${day}`;
  if (personnel === null || !isRealIsoDate(birthDate)) return null;
  return {
    birthDate,
    sex: sex === '1' ? 'male' : 'female',
    personnel,
    appointmentYear: Number(appointmentYear),
    serial,
  };
}

/**
 * Problems of a cleaned NIP. Errors: not only digits, not 18, no such day of birth, month
 * neither 01–12 (PNS) nor 21–29 (PPPK), sex neither 1 nor 2. Warnings: it reads as the
 * other kind of personnel than `personnel`, an appointment before the age of 15 or after
 * next year.
 */
export function checkNip(
  nip: string,
  personnel: Personnel | null,
  yearNow: number,
): readonly IdentifierProblem[] {
  const odd = firstNonDigit(nip);
  if (odd !== undefined) return [errorOf('nip-digits', { found: odd })];
  if (nip.length !== LENGTH) return [errorOf('nip-length', { typed: nip.length })];
  const problems: IdentifierProblem[] = [];
  const birthYear = Number(nip.slice(0, 4));
  const birthIsReal = isRealDate(birthYear, Number(nip.slice(4, 6)), Number(nip.slice(6, 8)));
  if (!birthIsReal || birthYear < 1900 || birthYear > yearNow) {
    problems.push(errorOf('nip-birth-date', { digits: nip.slice(0, 8) }));
  }
  const reads = personnelOf(nip.slice(12, 14));
  if (reads === null) problems.push(errorOf('nip-month', { digits: nip.slice(12, 14) }));
  if (!/[12]/.test(nip.charAt(14))) problems.push(errorOf('nip-sex', { digit: nip.charAt(14) }));
  const appointmentYear = Number(nip.slice(8, 12));
  if (appointmentYear - birthYear < 15 || appointmentYear > yearNow + 1) {
    problems.push(warningOf('nip-appointment-year', { year: appointmentYear }));
  }
  const chosen = personnel === 'pns' || personnel === 'pppk' ? personnel : null;
  if (reads !== null && chosen !== null && reads !== chosen) {
    problems.push(
      warningOf('nip-personnel-mismatch', {
        reads: reads.toUpperCase(),
        chosen: chosen.toUpperCase(),
      }),
    );
  }
  return problems;
}

/**
 * Whether NIK and NIP can belong to one person: day of birth and sex. Warnings only, since
 * either document may carry an old mistake; nothing when one of them cannot be read.
 */
export function checkNikAgainstNip(
  nik: string,
  nip: string,
  yearNow: number,
): readonly IdentifierProblem[] {
  const fromNik = readNik(nik, yearNow);
  const fromNip = readNip(nip);
  if (fromNik === null || fromNip === null) return [];
  const problems: IdentifierProblem[] = [];
  // The century of a NIK is a guess, so only its two digits of the year are compared.
  if (fromNik.birthDate.slice(2) !== fromNip.birthDate.slice(2)) {
    problems.push(
      warningOf('nik-nip-birth-mismatch', { nik: fromNik.birthDate, nip: fromNip.birthDate }),
    );
  }
  if (fromNik.sex !== fromNip.sex) problems.push(warningOf('nik-nip-sex-mismatch'));
  return problems;
}

function personnelOf(monthOrContract: string): 'pns' | 'pppk' | null {
  if (/^(0[1-9]|1[0-2])$/.test(monthOrContract)) return 'pns';
  return /^2[1-9]$/.test(monthOrContract) ? 'pppk' : null;
}
