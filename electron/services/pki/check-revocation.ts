import { createHash, randomBytes } from 'node:crypto';
import type { RevocationEvidence } from '../../../src/contract/pki';
import type { Certificate } from '../../../src/domain/pki/certificate';
import { evidenceOf, type EvidenceSource } from '../../../src/domain/pki/evidence';
import { ocspRequest, readOcspAnswer } from '../../../src/domain/pki/ocsp';
import { continues, statusByCrl, statusByOcsp } from '../../../src/domain/pki/revocation';
import type { CrlCache, CrlLack, HeldCrl } from './crl-cache';
import { nodePkiCrypto } from './node-crypto';
import type { PublicLine } from './public-line';

export interface RevocationQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly useNetwork: boolean;
  readonly allowPrivate: boolean;
}

interface Means {
  readonly cache: CrlCache;
  readonly line: PublicLine;
  readonly now: () => number;
}

/** Addresses of one certificate that are asked. */
const MOST_ADDRESSES = 4;
/** An OCSP answer has some thousand bytes. */
const LARGEST_OCSP = 256 * 1024;

function lackEvidence(
  source: RevocationEvidence['source'],
  { address, detail }: CrlLack,
): RevocationEvidence {
  return {
    source,
    address,
    status: 'unknown',
    doubt: detail,
    thisUpdate: null,
    nextUpdate: null,
    revokedAt: null,
    reason: null,
    sha256: null,
    entries: null,
    isFromCache: false,
  };
}

/** The delta of a list, where list or certificate names one and it can be had. */
async function deltaOf(
  { cache }: Means,
  question: RevocationQuestion,
  base: HeldCrl,
): Promise<HeldCrl | null> {
  const addresses = [...question.certificate.deltaCrlAddresses, ...base.crl.deltaAddresses];
  for (const address of [...new Set(addresses)].slice(0, MOST_ADDRESSES)) {
    const held = await cache.get(address, question);
    if ('crl' in held && continues(base.crl, held.crl)) return held;
  }
  return null;
}

async function askCrl(
  means: Means,
  question: RevocationQuestion,
  address: string,
): Promise<RevocationEvidence> {
  const held = await means.cache.get(address, question);
  if (!('crl' in held)) return lackEvidence('crl', held);
  const delta = await deltaOf(means, question, held);
  const status = statusByCrl(
    question.certificate,
    { base: held.crl, delta: delta?.crl ?? null },
    question.issuer,
    means.now(),
    nodePkiCrypto,
  );
  const from: EvidenceSource = {
    source: 'crl',
    address,
    sha256: (delta ?? held).sha256,
    entries: held.crl.size,
    isFromCache: held.isFromCache,
  };
  return evidenceOf(status, from);
}

async function askOcsp(
  means: Means,
  question: RevocationQuestion,
  address: string,
): Promise<RevocationEvidence> {
  const { certificate, issuer } = question;
  const nonce = randomBytes(16);
  const body = ocspRequest(certificate, issuer, nonce, nodePkiCrypto);
  if (body === null || !question.useNetwork) {
    return lackEvidence('ocsp', { address, detail: 'not-fetched' });
  }
  const exchange = await means.line({
    url: address,
    method: 'POST',
    body,
    contentType: 'application/ocsp-request',
    accept: 'application/ocsp-response',
    maxAnswerBytes: LARGEST_OCSP,
    allowPrivate: question.allowPrivate,
  });
  if (exchange.kind !== 'answer') {
    const detail = exchange.kind === 'no-token' ? exchange.kind : exchange.detail;
    return lackEvidence('ocsp', { address, detail });
  }
  const { status, body: answer } = exchange.answer;
  if (status !== 200) return lackEvidence('ocsp', { address, detail: `http-${String(status)}` });
  const read = readOcspAnswer(answer);
  if (!read.ok) return lackEvidence('ocsp', { address, detail: read.error });
  const found = statusByOcsp(certificate, read.value, issuer, means.now(), nodePkiCrypto, nonce);
  return evidenceOf(found, {
    source: 'ocsp',
    address,
    sha256: createHash('sha256').update(answer).digest('hex'),
    entries: null,
    isFromCache: false,
  });
}

/**
 * Asks every CRL and OCSP address that the certificate itself names; none is known beforehand
 * (pki.md, 3). One after another: an office's line is thin.
 */
export async function gatherEvidence(
  means: Means,
  question: RevocationQuestion,
): Promise<RevocationEvidence[]> {
  const { crlAddresses, ocspAddresses } = question.certificate;
  const evidence: RevocationEvidence[] = [];
  const isWeb = (address: string): boolean => /^https?:/i.test(address);
  for (const address of crlAddresses.filter(isWeb).slice(0, MOST_ADDRESSES)) {
    evidence.push(await askCrl(means, question, address));
  }
  for (const address of ocspAddresses.filter(isWeb).slice(0, MOST_ADDRESSES)) {
    evidence.push(await askOcsp(means, question, address));
  }
  return evidence;
}
