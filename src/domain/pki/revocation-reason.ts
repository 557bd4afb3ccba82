/** Why a certificate was revoked (RFC 5280, 5.3.1), by code. */
const reasons = [
  'unspecified',
  'key-compromise',
  'ca-compromise',
  'affiliation-changed',
  'superseded',
  'cessation-of-operation',
  'certificate-hold',
  'unspecified',
  'remove-from-crl',
  'privilege-withdrawn',
  'aa-compromise',
] as const;
export type RevocationReason = (typeof reasons)[number];

/** The reason of a code; one that is not in the table counts as unspecified. */
export function revocationReasonOf(code: number): RevocationReason {
  return reasons[code] ?? 'unspecified';
}
