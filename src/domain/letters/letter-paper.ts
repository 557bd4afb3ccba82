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
  /** White space between two parts of the text, points. */
  readonly paragraphSpacing: number;
  readonly justified: boolean;
  /** The first word of the next page at the right foot of each page before it (kata penyambung). */
  readonly catchword: boolean;
}

/** A4 with Arial metrics, letters.md 4.2 (inferred). */
export const DEFAULT_PAPER: LetterPaper = {
  width: 210,
  height: 297,
  margins: { top: 15, right: 20, bottom: 32, left: 30 },
  fontSize: 12,
  lineSpacing: 1.2,
  paragraphSpacing: 6.6,
  justified: true,
  catchword: false,
};

/**
 * Sizes offices print on, millimetres (letters.md 4.2): A4, and the two that are called F4 or
 * folio, 215 × 330 and 210 × 330.
 */
export const PAPER_SIZES = {
  a4: { width: 210, height: 297 },
  f4: { width: 215, height: 330 },
  'f4-narrow': { width: 210, height: 330 },
} as const;
export type PaperSize = keyof typeof PAPER_SIZES;

/** The size by its measures; null for one that was set otherwise. */
export function paperSizeOf({ width, height }: LetterPaper): PaperSize | null {
  const names = Object.keys(PAPER_SIZES) as readonly PaperSize[];
  return (
    names.find((name) => {
      const size = PAPER_SIZES[name];
      return size.width === width && size.height === height;
    }) ?? null
  );
}
