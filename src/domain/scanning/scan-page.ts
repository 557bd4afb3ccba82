import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';
import { pageWarnings } from './page-findings';

/** What is done to a page on its way into a document; the scan itself stays as it is. */
export const pageEditSchema = z.object({
  /** Degrees clockwise. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Degrees by which its lines fall to the right, which are taken back. */
  skew: z.number().min(-15).max(15),
  /** What is cut away at each side, as shares of the upright page; together less than all of it. */
  crop: z.object({
    left: z.number().min(0).max(0.9),
    top: z.number().min(0).max(0.9),
    right: z.number().min(0).max(0.9),
    bottom: z.number().min(0).max(0.9),
  }),
  /** `black-white`: ink and paper alone, which cleans shadows and weighs least. */
  colour: z.enum(['as-scanned', 'gray', 'black-white']),
});
export type PageEdit = z.infer<typeof pageEditSchema>;

export const UNEDITED: PageEdit = {
  rotation: 0,
  skew: 0,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  colour: 'as-scanned',
};

/** One page of a document that is being put together; its bytes are stored already. */
export const scanPageSchema = z.object({
  id: z.uuid(),
  file: storedFileSchema,
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  /** From 0; which page of a PDF, null for pictures. */
  pdfPage: z.number().int().min(0).nullable(),
  /** Dots per inch; null where the picture does not say. */
  dpi: z.number().positive().nullable(),
  edit: pageEditSchema,
  warnings: z.array(z.enum(pageWarnings)),
  /** Degrees, as found. */
  skew: z.number(),
  likeness: z.string(),
});
export type ScanPage = z.infer<typeof scanPageSchema>;

/** Pictures that do not say are taken for photographs of an A4 page. */
export const A4 = { width: 210, height: 297 } as const;

/** Dots per inch of a picture of so many points when its longer side is that of A4. */
export function presumedDpi(width: number, height: number): number {
  return (Math.max(width, height) / A4.height) * 25.4;
}

/** Whether a page goes into a document as the scanner gave it. */
export function isUnedited({ rotation, skew, crop, colour }: PageEdit): boolean {
  const isWhole = crop.left + crop.top + crop.right + crop.bottom === 0;
  return rotation === 0 && skew === 0 && isWhole && colour === 'as-scanned';
}
