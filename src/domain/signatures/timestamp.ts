import { fail, succeed, type Result } from '../../contract/result';
import {
  areSame,
  DerFault,
  octetsOf,
  oidOf,
  readDer,
  readWhole,
  sequenceOf,
  smallIntegerOf,
  tags,
  timeOf,
} from '../der/read-der';
import {
  nothing,
  octets,
  oid,
  positiveInteger,
  sequence,
  smallInteger,
  yes,
} from '../der/write-der';
import { algorithmOf, hashOf, oidOfHash, type HashName } from '../pki/algorithms';
import type { Certificate } from '../pki/certificate';
import { oids } from '../pki/oids';
import type { PkiCrypto } from '../pki/pki-crypto';
import { readCms } from './cms';
import { checkCms, type CmsCheck } from './check-cms';

/** What a timestamp says (RFC 3161, 2.4.2). */
export interface TimestampInfo {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hash: HashName | null;
  readonly imprint: Uint8Array;
  readonly nonce: Uint8Array | null;
  readonly policy: string;
}

function infoOf(bytes: Uint8Array): TimestampInfo {
  const [, policy, imprint, , time, ...rest] = sequenceOf(readWhole(bytes));
  const [algorithm, digest] = sequenceOf(imprint);
  const nonce = rest.find(({ tag }) => tag === tags.integer);
  return {
    at: timeOf(time),
    hash: hashOf(algorithmOf(algorithm)),
    imprint: octetsOf(digest),
    nonce: nonce?.content ?? null,
    policy: oidOf(policy),
  };
}

/** A timestamp checked against what it should cover. */
export interface TimestampCheck {
  readonly info: TimestampInfo;
  readonly check: CmsCheck;
  /** The imprint is that of the bytes it should cover. */
  readonly covers: boolean;
  readonly certificates: readonly Certificate[];
  /** The signer's certificate is one for timestamps. */
  readonly mayStamp: boolean;
}

/** Reads a token and checks it over `pieces`. Null when the bytes are no timestamp. */
export function checkTimestamp(
  token: Uint8Array,
  pieces: readonly Uint8Array[],
  pool: readonly Certificate[],
  crypto: PkiCrypto,
): TimestampCheck | null {
  const cms = readCms(token);
  if (!cms.ok || cms.value.contentType !== oids.timestampInfo || cms.value.content === null) {
    return null;
  }
  try {
    const info = infoOf(cms.value.content);
    const check = checkCms(cms.value, [cms.value.content], pool, crypto);
    const digest = info.hash === null ? null : crypto.digest(info.hash, pieces);
    const usage = check.certificate?.extendedKeyUsage ?? null;
    return {
      info,
      check,
      covers: digest !== null && areSame(digest, info.imprint),
      certificates: cms.value.certificates,
      mayStamp: usage?.includes(oids.timeStamping) ?? false,
    };
  } catch (error) {
    if (error instanceof DerFault) return null;
    throw error;
  }
}

/** A request for a timestamp over a digest, with the authority's certificate (RFC 3161, 2.4.1). */
export function timestampRequest(
  hash: HashName,
  digest: Uint8Array,
  nonce: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const imprint = sequence(sequence(oid(oidOfHash(hash)), nothing()), octets(digest));
  return sequence(smallInteger(1), imprint, positiveInteger(nonce), yes());
}

/** Why an authority gave no timestamp. */
export type TimestampFault = 'refused' | 'malformed' | 'other-nonce' | 'other-imprint';

/** The token of an authority's answer, which must be the one that was asked for. */
export function readTimestampAnswer(
  bytes: Uint8Array,
  asked: { readonly digest: Uint8Array; readonly nonce: Uint8Array },
): Result<Uint8Array, TimestampFault> {
  try {
    const [status, token] = sequenceOf(readDer(bytes));
    const code = smallIntegerOf(sequenceOf(status)[0]);
    // 0 granted, 1 granted with changes (RFC 3161, 2.4.2).
    if (code > 1) return fail('refused');
    if (token === undefined) return fail('malformed');
    const cms = readCms(token.whole);
    if (!cms.ok || cms.value.content === null) return fail('malformed');
    const info = infoOf(cms.value.content);
    if (!areSame(info.imprint, asked.digest)) return fail('other-imprint');
    const nonce = positiveInteger(asked.nonce);
    const isOwn = info.nonce !== null && areSame(readDer(nonce).content, info.nonce);
    return isOwn ? succeed(token.whole) : fail('other-nonce');
  } catch (error) {
    if (error instanceof DerFault) return fail('malformed');
    throw error;
  }
}
