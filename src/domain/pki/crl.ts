import { strFromU8 } from 'fflate';
import { fail, succeed, type Result } from '../../contract/result';
import {
  bitsOf,
  childrenOf,
  context,
  DerFault,
  readDer,
  readHead,
  readWhole,
  sequenceOf,
  tags,
  timeOf,
  type Der,
} from '../der/read-der';
import { algorithmOf, type Algorithm } from './algorithms';
import { extensionOf, integerExtension, numberExtension, type Extension } from './certificate';
import { readName, type DistinguishedName } from './distinguished-name';
import { oids } from './oids';
import { revocationReasonOf, type RevocationReason } from './revocation-reason';

/** What a list of revoked certificates says of one of them. Moments are milliseconds since 1970. */
export interface CrlEntry {
  readonly revokedAt: number;
  readonly reason: RevocationReason;
  /** Taken off the list again (only in a delta). */
  readonly isRemoved: boolean;
}

/** A list of revoked certificates, read and not yet believed. */
export interface Crl {
  readonly signedPart: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: number;
  /** Null where the list does not say until when it holds. */
  readonly nextUpdate: number | null;
  readonly number: bigint | null;
  /** Number of the list this one adds to; null for a whole list. */
  readonly deltaBase: bigint | null;
  readonly deltaAddresses: readonly string[];
  /** Why it may not speak for a person's certificate: made for others, or not understood. */
  readonly limits: readonly CrlLimit[];
  readonly size: number;
  /** The entry of a serial number (lower-case hex without leading noughts); null when not listed. */
  readonly find: (serialHex: string) => CrlEntry | null;
}

export type CrlLimit =
  'authorities-only' | 'attributes-only' | 'some-reasons' | 'indirect' | 'unknown-critical';

/** Bytes; a list of 100,000 entries has about four million. */
export const LARGEST_CRL = 64 * 1024 * 1024;

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function serialAt(bytes: Uint8Array, from: number, length: number): string {
  let at = from;
  const end = from + length;
  while (at < end - 1 && bytes[at] === 0) at += 1;
  let hex = '';
  for (; at < end; at += 1) hex += hexPairs[bytes[at] ?? 0] ?? '';
  return hex.startsWith('0') && hex.length > 1 ? hex.slice(1) : hex;
}

/**
 * Where each serial number's entry begins. Walks the bytes once and makes no object per value: a
 * list of 100,000 entries takes a blink, where a general reader takes seconds.
 */
function indexEntries(content: Uint8Array): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let at = 0;
  while (at < content.length) {
    const entry = readHead(content, at);
    if (entry.tag !== tags.sequence || entry.length === null) throw new DerFault('bad-entry');
    const serial = readHead(content, entry.start);
    const end = entry.start + entry.length;
    if (serial.tag !== tags.integer || serial.length === null || serial.length > 64) {
      throw new DerFault('bad-serial');
    }
    if (end > content.length || serial.start + serial.length > end) throw new DerFault('cut-short');
    places.set(serialAt(content, serial.start, serial.length), at);
    at = end;
  }
  return places;
}

function readEntry(content: Uint8Array, at: number): CrlEntry {
  const [, date, extensions] = sequenceOf(readDer(content, at));
  const list = extensions === undefined ? [] : sequenceOf(extensions).map(extensionOf);
  const reason = list.find(({ oid }) => oid === oids.reasonCode);
  const code = reason === undefined ? 0 : numberExtension(reason);
  return { revokedAt: timeOf(date), reason: revocationReasonOf(code), isRemoved: code === 8 };
}

/** What IssuingDistributionPoint narrows a list to (RFC 5280, 5.2.5). */
function scopeLimits(value: Uint8Array): readonly CrlLimit[] {
  const named: Readonly<Record<number, CrlLimit>> = {
    [context(2, 'primitive')]: 'authorities-only',
    [context(5, 'primitive')]: 'attributes-only',
    [context(4, 'primitive')]: 'indirect',
  };
  return sequenceOf(readWhole(value)).flatMap((field): readonly CrlLimit[] => {
    if (field.tag === context(3, 'primitive')) return ['some-reasons'];
    const limit = named[field.tag];
    return limit !== undefined && field.content[0] !== 0 ? [limit] : [];
  });
}

const understood: ReadonlySet<string> = new Set([
  oids.crlNumber,
  oids.deltaCrl,
  oids.issuingDistributionPoint,
  oids.authorityKeyId,
  oids.freshestCrl,
]);

function addressesOf(value: Uint8Array): readonly string[] {
  return sequenceOf(readWhole(value)).flatMap((point) => {
    const name = sequenceOf(point).find(({ tag }) => tag === context(0));
    const [full] = name === undefined ? [] : childrenOf(name);
    if (full?.tag !== context(0)) return [];
    return childrenOf(full)
      .filter(({ tag }) => tag === context(6, 'primitive'))
      .map(({ content }) => strFromU8(content, true));
  });
}

function readExtensions(list: readonly Extension[]) {
  const found = (oid: string) => list.find((extension) => extension.oid === oid);
  const number = found(oids.crlNumber);
  const delta = found(oids.deltaCrl);
  const scope = found(oids.issuingDistributionPoint);
  const freshest = found(oids.freshestCrl);
  const hasUnknown = list.some(({ oid, isCritical }) => isCritical && !understood.has(oid));
  return {
    number: number === undefined ? null : integerExtension(number),
    deltaBase: delta === undefined ? null : integerExtension(delta),
    deltaAddresses: freshest === undefined ? [] : addressesOf(freshest.value),
    limits: [
      ...(scope === undefined ? [] : scopeLimits(scope.value)),
      ...(hasUnknown ? (['unknown-critical'] as const) : []),
    ],
  };
}

function crlOf(whole: Der): Crl {
  const [signedPart, algorithm, signature] = sequenceOf(whole);
  const fields = [...sequenceOf(signedPart)];
  if (fields[0]?.tag === tags.integer) fields.shift();
  const [, issuer, thisUpdate, ...rest] = fields;
  if (!signedPart || !issuer) throw new DerFault('missing');
  const next = rest.find(({ tag }) => tag === tags.utcTime || tag === tags.generalizedTime);
  const entries = rest.find(({ tag }) => tag === tags.sequence);
  const outer = rest.find(({ tag }) => tag === context(0));
  const [list] = outer === undefined ? [] : childrenOf(outer);
  const content = entries?.content ?? new Uint8Array();
  const places = indexEntries(content);
  return {
    signedPart: signedPart.whole,
    signatureAlgorithm: algorithmOf(algorithm),
    signature: bitsOf(signature),
    issuer: readName(issuer),
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: next === undefined ? null : timeOf(next),
    ...readExtensions(list === undefined ? [] : sequenceOf(list).map(extensionOf)),
    size: places.size,
    find: (serialHex) => {
      const at = places.get(serialHex);
      return at === undefined ? null : readEntry(content, at);
    },
  };
}

/** Reads a list of revoked certificates from its DER. */
export function readCrl(bytes: Uint8Array): Result<Crl, 'not-a-crl'> {
  if (bytes.length > LARGEST_CRL) return fail('not-a-crl');
  try {
    return succeed(crlOf(readDer(bytes)));
  } catch (error) {
    if (error instanceof DerFault) return fail('not-a-crl');
    throw error;
  }
}
