import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';

/** A stored file as an event names it. */
export const requestFileSchema = storedFileSchema.extend({ mediaType: z.string() });
export type RequestFile = z.infer<typeof requestFileSchema>;

/** Where a paper that was scanned comes from. */
export const scanOriginSchema = z.object({
  /** The pages as the scanner or the camera gave them, in their order. */
  originals: z.array(requestFileSchema),
  /** Of each page, in the same order (src/domain/scanning/likeness.ts). */
  likenesses: z.array(z.string()),
});
export type ScanOrigin = z.infer<typeof scanOriginSchema>;
