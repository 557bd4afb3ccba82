import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';

export const BSRE_FOOTERS = ['long', 'short'] as const;

/** Which letters of an office are signed electronically, and how they look. */
export const electronicSigningSchema = z.object({
  /** Keys of letters; every other one is signed by hand. */
  letters: z.array(z.string()),
  footer: z.enum(BSRE_FOOTERS),
  /** Stands beside the signature in place of the QR code. */
  logo: storedFileSchema.extend({ mediaType: z.string() }).nullable(),
});
export type ElectronicSigning = z.infer<typeof electronicSigningSchema>;

/** Every letter is signed by hand until the office says otherwise. */
export const HAND_SIGNING: ElectronicSigning = { letters: [], footer: 'long', logo: null };

/** Words of a letter that is signed electronically (letters.md 4.4, Ciamis 003); always Indonesian. */
export const ELECTRONIC_WORDS = {
  heading: 'Ditandatangani Secara Elektronik Oleh :',
  footers: {
    long: 'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE) Badan Siber dan Sandi Negara',
    short:
      'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE-BSSN',
  },
} as const;

/**
 * Whether an actor signs such a letter electronically: everybody but the applicant, whose
 * certificate is what the letter is about.
 */
export function signsElectronically(actor: string): boolean {
  return actor !== 'applicant';
}
