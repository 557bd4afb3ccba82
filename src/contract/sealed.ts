import { z } from 'zod';

/**
 * Personal data at rest or under way to rest. `scheme` names how `data` was made, so that a
 * later scheme can open what an earlier one sealed. `plain` is JSON text as it is.
 */
export const sealedSchema = z.object({ scheme: z.string().min(1), data: z.string() }).readonly();
export type Sealed = z.infer<typeof sealedSchema>;
