import { z } from 'zod';
import { DEFAULT_PAPER, type LetterPaper } from './letter-paper';

const millimetres = (least: number, most: number) => z.number().min(least).max(most);

/**
 * Measures of the paper within what can be printed and read. Apart from them, because the worker
 * that draws letters has no use for zod, whose probe for `eval` its policy forbids.
 */
export const letterPaperSchema: z.ZodType<LetterPaper> = z.object({
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
  /** Points; offices of earlier versions could not set it. */
  paragraphSpacing: z.number().min(0).max(24).default(DEFAULT_PAPER.paragraphSpacing),
  justified: z.boolean(),
  catchword: z.boolean().default(DEFAULT_PAPER.catchword),
});
