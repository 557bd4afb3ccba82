import { z } from 'zod';

const millimetres = (least: number, most: number) => z.number().min(least).max(most);

/** Measures of the paper. Offices differ (letters.md 4.2), so every one can be changed. */
export const letterPaperSchema = z.object({
  /** Millimetres: from A5 to a little over F4. */
  width: millimetres(148, 330),
  height: millimetres(148, 356),
  margins: z.object({
    top: millimetres(5, 60),
    right: millimetres(5, 60),
    bottom: millimetres(5, 60),
    left: millimetres(5, 60),
  }),
  /** Points. */
  fontSize: z.number().min(9).max(14),
  /** Height of a line as a multiple of the font size. */
  lineSpacing: z.number().min(1).max(2),
  justified: z.boolean(),
});
export type LetterPaper = Readonly<z.infer<typeof letterPaperSchema>>;

/** A4 with Arial metrics, letters.md 4.2 (inferred). */
export const DEFAULT_PAPER: LetterPaper = {
  width: 210,
  height: 297,
  margins: { top: 15, right: 20, bottom: 32, left: 30 },
  fontSize: 12,
  lineSpacing: 1.2,
  justified: true,
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
