import { z } from 'zod';
import type { ServiceContract } from './verb';

export const shellContract = {
  info: {
    input: z.object({}),
    output: z.object({
      kind: z.enum(['electron', 'browser']),
      version: z.string(),
      platform: z.string(),
      /** Bytes free where the data folder lies; null where the system does not say. */
      freeBytes: z.number().nullable(),
    }),
  },
} as const satisfies ServiceContract;
