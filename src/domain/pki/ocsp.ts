import { fail, succeed, type Result } from '../../contract/result';
import {
  bitsOf,
  childrenOf,
  context,
  DerFault,
  octetsOf,
  oidOf,
  readDer,
  readWhole,
  sequenceOf,
  smallIntegerOf,
  tags,
  timeOf,
  type Der,
} from '../der/read-der';
import { nothing, octets, oid, sequence, writeDer } from '../der/write-der';
import { algorithmOf, hashOf, type Algorithm, type HashName } from './algorithms';
import { certificateOf, extensionOf, serialsOf, type Certificate } from './certificate';
import { oids } from './oids';
import type { PkiCrypto } from './pki-crypto';
import { revocationReasonOf, type RevocationReason } from './revocation-reason';

/** One answer within an OCSP answer. Moments are milliseconds since 1970. */
export interface OcspSingle {
  readonly hash: HashName | null;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  readonly serialHex: string;
  readonly status:
    | { readonly kind: 'good' }
    | {
        readonly kind: 'revoked';
        readonly revokedAt: number;
        readonly reason: RevocationReason;
      }
    | { readonly kind: 'unknown' };
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
}

/** An OCSP answer (RFC 6960), read and not yet believed. */
export interface OcspAnswer {
  readonly signedPart: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly producedAt: number;
  readonly singles: readonly OcspSingle[];
  readonly certificates: readonly Certificate[];
  readonly nonce: Uint8Array | null;
}

/** Why there is no answer: the responder's own word (RFC 6960, 4.2.1), or bytes that are none. */
export type OcspFault =
  | 'malformed'
  | 'malformed-request'
  | 'internal-error'
  | 'try-later'
  | 'signature-required'
  | 'unauthorized';

const faults: Readonly<Record<number, OcspFault>> = {
  1: 'malformed-request',
  2: 'internal-error',
  3: 'try-later',
  5: 'signature-required',
  6: 'unauthorized',
};

/**
 * An OCSP request for one certificate. The issuer is named by SHA-1, which every responder knows;
 * nothing rests on its strength. Null where the platform has no SHA-1.
 */
export function ocspRequest(
  certificate: Certificate,
  issuer: Certificate,
  nonce: Uint8Array | null,
  crypto: PkiCrypto,
): Uint8Array | null {
  const nameHash = crypto.digest('sha1', [issuer.subject.raw]);
  const keyHash = crypto.digest('sha1', [issuer.publicKeyBits]);
  if (nameHash === null || keyHash === null) return null;
  const id = sequence(
    sequence(oid(oids.sha1), nothing()),
    octets(nameHash),
    octets(keyHash),
    certificate.serialRaw,
  );
  const extension =
    nonce === null ? [] : [sequence(sequence(oid(oids.ocspNonce), octets(octets(nonce))))];
  return sequence(
    sequence(sequence(sequence(id)), ...extension.map((list) => writeDer(context(2), list))),
  );
}

function statusOf(der: Der | undefined): OcspSingle['status'] {
  if (der?.tag === context(0, 'primitive')) return { kind: 'good' };
  if (der?.tag !== context(1)) return { kind: 'unknown' };
  const [time, reason] = childrenOf(der);
  const [code] = reason === undefined ? [] : childrenOf(reason);
  return {
    kind: 'revoked',
    revokedAt: timeOf(time),
    reason: revocationReasonOf(code === undefined ? 0 : smallIntegerOf(code)),
  };
}

function singleOf(der: Der): OcspSingle {
  const [id, status, thisUpdate, ...rest] = sequenceOf(der);
  const [algorithm, nameHash, keyHash, serial] = sequenceOf(id);
  const next = rest.find(({ tag }) => tag === context(0));
  return {
    hash: hashOf(algorithmOf(algorithm)),
    issuerNameHash: octetsOf(nameHash),
    issuerKeyHash: octetsOf(keyHash),
    serialHex: serialsOf(serial).serialHex,
    status: statusOf(status),
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: next === undefined ? null : timeOf(childrenOf(next)[0]),
  };
}

function nonceOf(fields: readonly Der[]): Uint8Array | null {
  const outer = fields.find(({ tag }) => tag === context(1));
  const [list] = outer === undefined ? [] : childrenOf(outer);
  if (list?.tag !== tags.sequence) return null;
  const found = childrenOf(list)
    .map(extensionOf)
    .find((extension) => extension.oid === oids.ocspNonce);
  // Some responders leave out the inner OCTET STRING.
  if (found === undefined) return null;
  return found.value[0] === tags.octets ? octetsOf(readWhole(found.value)) : found.value;
}

function basicOf(bytes: Uint8Array): OcspAnswer {
  const [signedPart, algorithm, signature, extra] = sequenceOf(readWhole(bytes));
  if (!signedPart) throw new DerFault('missing');
  const fields = [...sequenceOf(signedPart)];
  if (fields[0]?.tag === context(0)) fields.shift();
  // The responder's name is not needed: whose key fits is tried.
  const [, producedAt, singles, ...rest] = fields;
  const [list] = extra === undefined ? [] : childrenOf(extra);
  return {
    signedPart: signedPart.whole,
    signatureAlgorithm: algorithmOf(algorithm),
    signature: bitsOf(signature),
    producedAt: timeOf(producedAt),
    singles: sequenceOf(singles).slice(0, 100).map(singleOf),
    certificates: list === undefined ? [] : sequenceOf(list).slice(0, 10).map(certificateOf),
    nonce: nonceOf(rest),
  };
}

/** Reads an OCSPResponse, or a BasicOCSPResponse as a PDF's DSS may hold it. */
export function readOcspAnswer(bytes: Uint8Array): Result<OcspAnswer, OcspFault> {
  try {
    const [status, body] = sequenceOf(readDer(bytes));
    if (status?.tag !== tags.enumerated) return succeed(basicOf(bytes));
    const fault = faults[smallIntegerOf(status)];
    if (fault !== undefined) return fail(fault);
    if (body === undefined) return fail('malformed');
    const [inner] = childrenOf(body);
    const [type, response] = sequenceOf(inner);
    if (oidOf(type) !== oids.ocspBasic) return fail('malformed');
    return succeed(basicOf(octetsOf(response)));
  } catch (error) {
    if (error instanceof DerFault) return fail('malformed');
    throw error;
  }
}
