import { DEFAULT_NOTICE } from '../../domain/privacy/default-notice';
import { legalBasisSchema, type LegalBasis } from '../../domain/privacy/legal-basis';
import { noticeWaySchema, type PublishedNotice } from '../../domain/privacy/notice';
import { consentFormSchema, type PrivacyRecord } from '../../domain/privacy/privacy-record';
import type { MessageKey } from '../../messages/catalogue';
import type { FieldPath } from './form-fields';
import type { IntakeValues } from './intake-values';

/** The choice that says the notice was not given: recorded as such, never guessed. */
export const NOT_GIVEN = 'not-given';

/** The basis the form stands on: what was chosen, else the office's usual one. */
export function basisOf(
  { basis }: Pick<IntakeValues['privacy'], 'basis'>,
  notice: Pick<PublishedNotice, 'basis'> | null,
): LegalBasis {
  const chosen = legalBasisSchema.safeParse(basis);
  return chosen.success ? chosen.data : (notice ?? DEFAULT_NOTICE).basis;
}

/** What is wrong with notice and basis, in the order of the form. */
export function privacyProblems(
  { privacy }: Pick<IntakeValues, 'privacy'>,
  notice: PublishedNotice | null,
): readonly { readonly field: FieldPath; readonly key: MessageKey }[] {
  const isConsent = basisOf(privacy, notice) === 'consent';
  if (notice === null) {
    return isConsent ? [{ field: 'privacy.basis', key: 'privacy.problem.consentNoNotice' }] : [];
  }
  if (privacy.way === '') return [{ field: 'privacy.way', key: 'privacy.problem.undecided' }];
  if (!isConsent) return [];
  if (!noticeWaySchema.safeParse(privacy.way).success) {
    return [{ field: 'privacy.way', key: 'privacy.problem.consentUntold' }];
  }
  return consentFormSchema.safeParse(privacy.consentForm).success
    ? []
    : [{ field: 'privacy.consentForm', key: 'privacy.problem.consentForm' }];
}

/**
 * The record of a form without problems. The version is the one that was in force when the
 * clerk said how it was given, also where a newer one was published while the form stood open.
 */
export function toPrivacyRecord(
  { privacy }: Pick<IntakeValues, 'privacy'>,
  notice: PublishedNotice | null,
): PrivacyRecord {
  const basis = basisOf(privacy, notice);
  const way = noticeWaySchema.safeParse(privacy.way);
  const version = Number(privacy.version);
  if (!way.success || !(version > 0)) return { basis, notice: null, consent: null };
  const form = consentFormSchema.safeParse(privacy.consentForm);
  return {
    basis,
    notice: { version, way: way.data, at: privacy.givenAt },
    consent:
      basis === 'consent' && form.success
        ? { form: form.data, at: privacy.consentAt, version }
        : null,
  };
}
