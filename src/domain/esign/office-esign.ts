import { z } from 'zod';
import { escServerSchema } from '../../contract/esign';

/** How an office signs electronically; the service's credentials rest in the shell, not here. */
export const officeEsignSchema = z.object({
  /** The agency's Esign Client Service; null where it has none. */
  server: escServerSchema.nullable(),
  /** By the office's own decision: whether key files of this computer (.p12) may sign. */
  localCertificates: z.boolean(),
  /** An authority for timestamps (RFC 3161) of local signatures; null for none. */
  timestampUrl: z.string().max(2000).nullable(),
  /**
   * Somebody confirmed that the service's administration has another password than the one its
   * manual prints (esign-client-service.md, 1.0).
   */
  adminPasswordChanged: z.boolean(),
});
export type OfficeEsign = z.infer<typeof officeEsignSchema>;

/** Nothing set up, nothing allowed: an office decides it. */
export const NO_ESIGN: OfficeEsign = {
  server: null,
  localCertificates: false,
  timestampUrl: null,
  adminPasswordChanged: false,
};
