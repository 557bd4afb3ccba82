import type { RequestEvent } from './request-event';
import type { CertificateCheck, ReadCertificate } from './request-state';

type Of<Type extends RequestEvent['type']> = Extract<RequestEvent, { type: Type }>;

/** The certificates with one more; the same event twice changes nothing. */
export function withCertificate(
  certificates: readonly ReadCertificate[],
  event: Of<'certificate-read'>,
): readonly ReadCertificate[] {
  const { certificateId: id, file, from, facts, at: recordedAt, by } = event;
  if (certificates.some((known) => known.id === id)) return certificates;
  return [...certificates, { id, file, from, facts, recordedAt, recordedBy: by.name }];
}

/** The checks with one more; the same event twice changes nothing. */
export function withCheck(
  checks: readonly CertificateCheck[],
  event: Of<'certificate-checked'>,
): readonly CertificateCheck[] {
  const { id, certificateId, serialHex, verdict, evidence, escStatus, at, by } = event;
  if (checks.some((known) => known.id === id)) return checks;
  const check = { id, certificateId, serialHex, verdict, evidence, escStatus, at, by: by.name };
  return [...checks, check];
}
