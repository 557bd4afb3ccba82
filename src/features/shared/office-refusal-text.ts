import type { OfficeRefusal } from '../../domain/office/office-command';
import { translate, translateMessage, type Locale } from '../../messages/catalogue';
import { permissionWords } from './role-words';

/** Why a settings command was refused, as a sentence with what helps. */
export function officeRefusalText(refusal: OfficeRefusal, locale: Locale): string {
  switch (refusal.code) {
    case 'not-permitted':
    case 'account-inactive':
    case 'person-needed': {
      const { title, text } = permissionWords(refusal, locale);
      return [title, text].filter((words) => words !== null).join(' ');
    }
    case 'reason-missing':
      return translate(locale, 'refusal.reason-missing');
    case 'sop-version-taken':
      return translate(locale, 'refusal.office.sop-version-taken', { next: refusal.next });
    case 'sop-refused':
      return translate(locale, 'refusal.office.sop-refused', { count: refusal.problems.length });
    case 'notice-refused':
      return translate(locale, 'refusal.office.notice-refused', {
        count: refusal.problems.length,
      });
    case 'notice-version-taken':
      return translate(locale, 'refusal.office.notice-version-taken', { next: refusal.next });
    case 'number-not-free':
      return translate(locale, 'refusal.office.number-not-free', { number: refusal.number });
    case 'number-pattern-refused':
      return translateMessage(locale, {
        key: `problem.${refusal.problem.code}`,
        params: refusal.problem.params,
      });
    case 'letter-template-refused':
      return translate(locale, `refusal.office.${refusal.code}`, {
        count: refusal.problems.length,
      });
    case 'letter-template-version-taken':
      return translate(locale, `refusal.office.${refusal.code}`, { next: refusal.next });
    default:
      return translate(locale, `refusal.office.${refusal.code}`);
  }
}
