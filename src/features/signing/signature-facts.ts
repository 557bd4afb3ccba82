import type { DocumentReport, SignatureReport } from '../../contract/pki';
import { fail, succeed, type Result } from '../../contract/result';
import type { SignatureFacts } from '../../domain/request/signing-event';

/** Why a file is not the document with one signature more. */
export type SignatureFault =
  /** No PDF that can be followed. */
  | 'unreadable'
  /** It could not be checked in time. */
  | 'not-checked'
  /** Not one signature more than before. */
  | 'no-new-signature'
  /** One of its signatures does not fit what it covers. */
  | 'signature-broken';

/** The signatures of people in a report, the one made last at the end; pure. */
export function signaturesOf(report: DocumentReport): readonly SignatureReport[] {
  if (report.outcome !== 'checked') return [];
  return report.signatures
    .filter(({ kind }) => kind === 'signature')
    .toSorted((one, other) => (one.revisionEnd ?? 0) - (other.revisionEnd ?? 0));
}

/**
 * What the newest signature of a file says, where the file bears more than `before` of them and
 * each fits what it covers; pure. Trust that cannot be settled offline is no fault.
 */
export function readNewSignature(
  report: DocumentReport,
  before: number,
): Result<SignatureFacts, SignatureFault> {
  if (report.outcome === 'unreadable' || report.outcome === 'not-checked') {
    return fail(report.outcome);
  }
  const signatures = signaturesOf(report);
  const newest = signatures.at(-1);
  if (newest === undefined || signatures.length <= before) return fail('no-new-signature');
  const isBroken = signatures.some(({ integrity }) => integrity.state === 'broken');
  if (isBroken || newest.integrity.state !== 'ok' || !newest.coversWholeFile) {
    return fail('signature-broken');
  }
  return succeed(factsOf(newest));
}

function factsOf({ certificate, claimedAt, subFilter, timestamp, trust }: SignatureReport) {
  const isTimestamped = timestamp?.integrity.state === 'ok';
  const isPades = subFilter === 'ETSI.CAdES.detached';
  const kind = isPades ? 'B' : 'PKCS7';
  return {
    signer: certificate?.commonName ?? null,
    serialHex: certificate?.serialHex ?? null,
    level: `${kind}-${isTimestamped ? 'T' : 'B'}`,
    signedAt: isTimestamped ? timestamp.at : claimedAt,
    isTimestamped,
    trust: trust.state,
  };
}
