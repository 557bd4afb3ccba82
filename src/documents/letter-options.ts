import type { LetterPaper } from '../domain/letters/letter-paper';

export interface LetterOptions {
  readonly paper: LetterPaper;
  /** false prints DRAF across every page. */
  readonly final: boolean;
  /** RFC 3339; becomes the creation date of the PDF. */
  readonly createdAt: string;
  /** Stands in the kop; null for a kop of words. */
  readonly logo: LetterLogo | null;
  /** Stands beside electronic signatures in place of the QR code. */
  readonly signatureLogo?: LetterLogo | null;
}

export interface LetterLogo {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Millimetres in points. */
export function millimetres(length: number): number {
  return length * POINTS_PER_MILLIMETRE;
}
