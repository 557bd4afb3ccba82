import { z } from 'zod';
import { sealedSchema } from './sealed';
import type { ServiceContract } from './verb';

export const draftCopySchema = z.object({
  id: z.uuid(),
  /** RFC 3339 UTC. */
  updatedAt: z.string(),
  sealed: sealedSchema,
});
export type DraftCopy = z.infer<typeof draftCopySchema>;

/** The second copy of what is being typed: one file each, replaced atomically. */
export const draftsContract = {
  put: { input: draftCopySchema, output: z.object({}) },
  remove: { input: z.object({ id: z.uuid() }), output: z.object({}) },
  list: { input: z.object({}), output: z.object({ drafts: z.array(draftCopySchema) }) },
} as const satisfies ServiceContract;
