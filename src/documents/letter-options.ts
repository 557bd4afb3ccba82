/** Measures of the paper. Offices differ (letters.md 4.2), so every one can be changed. */
export interface LetterPaper {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Points. */
  readonly fontSize: number;
  /** Height of a line as a multiple of the font size. */
  readonly lineSpacing: number;
  readonly justified: boolean;
}

/** A4 with Arial metrics, letters.md 4.2 (inferred). */
export const DEFAULT_PAPER: LetterPaper = {
  width: 210,
  height: 297,
  margins: { top: 15, right: 20, bottom: 32, left: 30 },
  fontSize: 12,
  lineSpacing: 1.2,
  justified: true,
};

export interface LetterOptions {
  readonly paper: LetterPaper;
  /** false prints DRAF across every page. */
  readonly final: boolean;
  /** RFC 3339; becomes the creation date of the PDF. */
  readonly createdAt: string;
  /** Stands in the kop; null for a kop of words. */
  readonly logo: LetterLogo | null;
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
