import type { OfficeRefusal } from '../../domain/office/decide-office';
import { translate, type Locale } from '../../messages/catalogue';

/** Why a settings command was refused, as a sentence with what helps. */
export function officeRefusalText(refusal: OfficeRefusal, locale: Locale): string {
  switch (refusal.code) {
    case 'sop-version-taken':
      return translate(locale, 'refusal.office.sop-version-taken', { next: refusal.next });
    case 'sop-refused':
      return translate(locale, 'refusal.office.sop-refused', { count: refusal.problems.length });
    default:
      return translate(locale, `refusal.office.${refusal.code}`);
  }
}
