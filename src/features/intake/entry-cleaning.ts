import { cleanEmail } from '../../domain/identifiers/email';
import { cleanNik } from '../../domain/identifiers/nik';
import { cleanPersonName, cleanText } from '../../domain/identifiers/person-name';
import { cleanSerialNumber } from '../../domain/request/check-request-data';

/** What cleaning took out of an entry; each has a sentence in the catalogue. */
export type Cleaning = 'spaces' | 'separators' | 'address' | 'last-stop' | 'capitals' | 'changed';

export interface CleanedEntry {
  readonly value: string;
  /** In the order in which they are told; empty when nothing changed. */
  readonly cleanings: readonly Cleaning[];
}

const cleaners: Readonly<Record<string, (typed: string) => string>> = {
  'applicant.nik': cleanNik,
  'applicant.nip': cleanNik,
  'superior.nip': cleanNik,
  'applicant.name': cleanPersonName,
  'superior.name': cleanPersonName,
  'applicant.rank': cleanText,
  'applicant.position': cleanText,
  'applicant.unit': cleanText,
  'superior.rank': cleanText,
  'superior.position': cleanText,
  'applicant.email': cleanEmail,
  'certificate.subjectDn': cleanText,
  'certificate.serialNumber': cleanSerialNumber,
};

/**
 * An entry as it will be kept, and what was taken out, so that the form can say so. The
 * phone stays as people say it (0812…) and is stored as 62812…; notes keep their lines.
 */
export function cleanEntry(path: string, typed: string): CleanedEntry {
  const value = cleaners[path]?.(typed) ?? typed;
  return { value, cleanings: value === typed ? [] : cleaningsBetween(typed, value) };
}

function cleaningsBetween(typed: string, value: string): readonly Cleaning[] {
  const bare = typed.trim();
  const isNumber = /^[0-9a-f]*$/u.test(value);
  const found: Cleaning[] = [];
  if (isNumber ? /\s/u.test(typed) : /^\s|\s$|\s\s/u.test(typed)) found.push('spaces');
  if (isNumber && /[.:\-\u2010-\u2015]/u.test(bare)) found.push('separators');
  if (/^(?:yth|sdr|saudar|bpk|bapak|pak|ibu|bu)/iu.test(bare) && !sameStart(bare, value)) {
    found.push('address');
  }
  if (!isNumber && /[.,;]$/u.test(bare) && !/[.,;]$/u.test(value)) found.push('last-stop');
  if (bare !== bare.toLowerCase() && value === value.toLowerCase()) found.push('capitals');
  return found.length === 0 ? ['changed'] : found;
}

function sameStart(one: string, other: string): boolean {
  return one.slice(0, 3).toLowerCase() === other.slice(0, 3).toLowerCase();
}

/**
 * The text of a field after a paste at its selection, cleaned as a whole: a NIK pasted in
 * groups of four becomes its 16 digits.
 */
export function cleanPaste(
  path: string,
  field: { readonly value: string; readonly start: number; readonly end: number },
  pasted: string,
): CleanedEntry {
  const { value, start, end } = field;
  // A table cell brings its line break along; in one line of text it is a blank.
  const oneLine = pasted.replace(/[\r\n\t]+/gu, ' ').trim();
  return cleanEntry(path, value.slice(0, start) + oneLine + value.slice(end));
}
