import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';

/** A stored file as an event names it. */
export const requestFileSchema = storedFileSchema.extend({ mediaType: z.string() });
export type RequestFile = z.infer<typeof requestFileSchema>;
