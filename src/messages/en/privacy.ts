import type { privacyMessages as source } from '../id/privacy';
import type { TranslationOf } from '../translation';

/** Duties under UU 27/2022 (PDP): the notice, its legal basis, and a NIK that is not open. */
export const privacyMessages = {
  'nik.masked': 'NIK closed, last four digits {last}',
  'nik.reveal': 'Show NIK',
  'nik.hide': 'Close NIK',
  'nik.revealHint': 'Noted in the audit trail; closes again after 30 seconds',
  'nik.edit': 'Show and change NIK',
  'nik.changed': 'NIK of the applicant changed:',
  'nik.before': 'NIK before the correction',
  'nik.after': 'NIK after the correction',
} as const satisfies TranslationOf<typeof source>;
