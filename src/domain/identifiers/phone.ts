import { errorOf, type IdentifierProblem } from './problem';
import { withoutSeparators } from './typed-digits';

/**
 * A mobile number as it is stored: "0812-3456-789", "+62 812 3456 789" and "62812…" become
 * "62812…". What does not begin like an Indonesian number stays as typed, ungrouped.
 */
export function cleanPhone(typed: string): string {
  const compact = withoutSeparators(typed.normalize('NFKC').replace(/[()/]/g, ''));
  return compact.replace(/^(?:\+62|0)(?=\d)/, '62');
}

/**
 * Error when a cleaned number is not an Indonesian mobile number: 628, a digit 1–9, then
 * six to ten more (identifiers.md, section 5). A landline belongs elsewhere: BSrE reaches
 * the applicant on the mobile.
 */
export function checkPhone(phone: string): readonly IdentifierProblem[] {
  return /^628[1-9][0-9]{6,10}$/.test(phone) ? [] : [errorOf('phone-mobile')];
}
