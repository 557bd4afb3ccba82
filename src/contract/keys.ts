import { z } from 'zod';
import type { ServiceContract } from './verb';

/** Credentials of services the shell talks to. The page can set them and never reads them. */
export const secretNameSchema = z.enum([
  'ams-token',
  /** `user:password` of the Esign Client Service, as HTTP Basic writes it (RFC 7617). */
  'esc-basic',
]);
export type SecretName = z.infer<typeof secretNameSchema>;

export const keysContract = {
  /**
   * Keeps a credential, bound to one origin: the shell sends it nowhere else. `value: null`
   * forgets it. `protection` says honestly how it rests.
   */
  setSecret: {
    input: z.object({
      name: secretNameSchema,
      origin: z.url(),
      value: z.string().max(4096).nullable(),
    }),
    output: z.object({ protection: z.enum(['os-keychain', 'vault']) }),
  },
  describeSecret: {
    input: z.object({ name: secretNameSchema }),
    output: z.object({ present: z.boolean(), origin: z.string().nullable() }),
  },
} as const satisfies ServiceContract;
