import { z } from 'zod';

/**
 * Why personal data may be processed: UU 27/2022 Pasal 20 ayat (2), in its order. Which basis
 * holds for a service is the office's to decide; the program only records it.
 */
export const LEGAL_BASES = [
  'consent',
  'contract',
  'legal-duty',
  'vital-interest',
  'public-task',
  'legitimate-interest',
] as const;
export const legalBasisSchema = z.enum(LEGAL_BASES);
export type LegalBasis = z.infer<typeof legalBasisSchema>;

/** The letter (huruf) of Pasal 20 ayat (2) under which a basis stands. */
export function basisLetter(basis: LegalBasis): string {
  return 'abcdef'.charAt(LEGAL_BASES.indexOf(basis));
}
