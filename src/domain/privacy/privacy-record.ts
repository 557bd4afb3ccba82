import { z } from 'zod';
import { legalBasisSchema } from './legal-basis';
import { findNotice, noticeWaySchema, type PublishedNotice } from './notice';

/** How consent was given: UU 27/2022 Pasal 22 ayat (1), written or recorded. */
export const CONSENT_FORMS = ['written', 'recorded'] as const;
export const consentFormSchema = z.enum(CONSENT_FORMS);
export type ConsentForm = z.infer<typeof consentFormSchema>;

/**
 * What a request keeps of its notice and legal basis. A request of an earlier version of the
 * program, or from an import, has none: then nothing is known, and screens say so.
 */
export const privacyRecordSchema = z.object({
  basis: legalBasisSchema,
  /** The version the applicant was told, how and when; null where he was told none. */
  notice: z
    .object({
      version: z.number().int().positive(),
      way: noticeWaySchema,
      /** RFC 3339 UTC. */
      at: z.string(),
    })
    .nullable(),
  /** Consent with its form, time and the text it was given to; null on any other basis. */
  consent: z
    .object({
      form: consentFormSchema,
      /** RFC 3339 UTC. */
      at: z.string(),
      version: z.number().int().positive(),
    })
    .nullable(),
});
export type PrivacyRecord = z.infer<typeof privacyRecordSchema>;

/** Why a record of notice and basis cannot be kept. */
export type PrivacyRefusal =
  /** A version this office never published. */
  | { readonly code: 'notice-unknown'; readonly version: number }
  /** Nobody consents to a text he was not told (Pasal 20 ayat (2) huruf a, Pasal 22). */
  | { readonly code: 'consent-without-notice' }
  /** On the basis of consent its form and time are kept (Pasal 24: proof). */
  | { readonly code: 'consent-missing' };

/** Why this record cannot be kept; null when it can. Consent beside another basis is refused. */
export function privacyRefusal(
  { basis, notice, consent }: PrivacyRecord,
  notices: readonly PublishedNotice[],
): PrivacyRefusal | null {
  for (const version of [notice?.version, consent?.version]) {
    if (version !== undefined && findNotice(notices, version) === undefined) {
      return { code: 'notice-unknown', version };
    }
  }
  if (basis !== 'consent') return consent === null ? null : { code: 'consent-missing' };
  if (notice === null) return { code: 'consent-without-notice' };
  return consent?.version === notice.version ? null : { code: 'consent-missing' };
}
