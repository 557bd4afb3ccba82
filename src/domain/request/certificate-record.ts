import { z } from 'zod';
import { escStatusSchema } from '../../contract/esign';
import { certificateFactsSchema, revocationEvidenceSchema } from '../../contract/pki';

/** What a request keeps of a certificate that was read; the certificate itself is a stored file. */
export const recordedFactsSchema = certificateFactsSchema.pick({
  subjectDn: true,
  issuerDn: true,
  serialHex: true,
  serialDecimal: true,
  notBefore: true,
  notAfter: true,
  fingerprint: true,
});
export type RecordedFacts = z.infer<typeof recordedFactsSchema>;

/** What kind of file a certificate was read from. */
export const certificateOriginSchema = z.enum(['certificate', 'pkcs12', 'cms', 'pdf']);
export type CertificateOrigin = z.infer<typeof certificateOriginSchema>;

/** All sources together; `contradiction` is a state a person has to look into. */
export const checkVerdictSchema = z.enum(['good', 'revoked', 'unknown', 'contradiction']);
export type CheckVerdict = z.infer<typeof checkVerdictSchema>;

/** What was asked about a certificate, and what came of it. */
export const certificateCheckFields = {
  certificateId: z.uuid(),
  serialHex: z.string(),
  verdict: checkVerdictSchema,
  /** From lists and OCSP; empty where none could be asked. */
  evidence: z.array(revocationEvidenceSchema),
  /** Of the person at the Esign Client Service; null where it was not asked or did not answer. */
  escStatus: escStatusSchema.nullable(),
};
