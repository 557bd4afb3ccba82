import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPkiService } from '../../electron/services/pki';
import { createPublicLine } from '../../electron/services/pki/public-line';
import type { Services } from '../../src/contract/index';
import type { Result } from '../../src/contract/result';
import { inThisThread } from '../helpers/pki/in-this-thread';
import { FictitiousCa, type Issued } from '../helpers/pki/fictitious-ca';
import {
  ocspResponder,
  startResponder,
  type Answering,
  type Responder,
} from '../helpers/pki/responders';
import { sha256Of } from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let responder: Responder;
let good: Issued;
let lost: Issued;
let held: Issued;
let folder: string;
let pki: Services['pki'];
let clock: Date | null = null;
let list: Uint8Array;
let ocspSigner: Issued;
/** Which answer comes instead of the usual one. */
let instead: Answering | null = null;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

beforeAll(async () => {
  ca = new FictitiousCa();
  responder = await startResponder((body, request) => {
    if (instead !== null) return instead(body, request);
    return request.url === '/ocsp'
      ? { type: 'application/ocsp-response', body: ocspResponder(ca, ocspSigner)(body) }
      : { type: 'application/pkix-crl', body: list };
  });
  ca.crlAddress = `${responder.url}/contoh.crl`;
  ca.ocspAddress = `${responder.url}/ocsp`;
  good = ca.issue({
    name: 'CONTOH SATU',
    subject: '/C=ID/O=Pemerintah Kabupaten Contoh/OU=Dinas Contoh/CN=CONTOH SATU',
  });
  lost = ca.issue({ name: 'CONTOH KUNCI HILANG', keyKind: 'p256' });
  held = ca.issue({ name: 'CONTOH DITAHAN' });
  ocspSigner = ca.issue({
    name: 'OCSP Contoh',
    extensions: [
      'basicConstraints=CA:FALSE',
      'keyUsage=critical,digitalSignature',
      'extendedKeyUsage=OCSPSigning',
    ],
  });
  ca.revoke(lost, 'keyCompromise');
  ca.revoke(held, 'certificateHold');
  list = ca.crl();
});
beforeEach(() => {
  instead = null;
  clock = null;
  responder.requests.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'loket-pki-'));
  pki = createPkiService({
    folder,
    line: createPublicLine({ connectMs: 5000, totalMs: 20_000 }),
    checker: inThisThread,
    now: () => clock ?? new Date(),
    log: () => undefined,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await responder.stop();
  ca.remove();
});

async function check(
  issued: Issued,
  changes: { useNetwork?: boolean; allowPrivate?: boolean } = {},
) {
  const outcome = valueOf(
    await pki.checkRevocation({
      certificate: ca.der(issued),
      issuer: ca.der(ca.issuing),
      useNetwork: true,
      allowPrivate: true,
      ...changes,
    }),
  );
  if (outcome.outcome !== 'checked') throw new Error(outcome.outcome);
  return outcome;
}

describe('revocation', () => {
  test('a certificate that holds is good by list and by OCSP, with evidence to keep', async () => {
    const { verdict, evidence } = await check(good);
    expect(verdict).toBe('good');
    expect(evidence).toMatchObject([
      {
        source: 'crl',
        status: 'good',
        address: ca.crlAddress,
        entries: 2,
        sha256: sha256Of(list),
        isFromCache: false,
      },
      { source: 'ocsp', status: 'good', address: ca.ocspAddress },
    ]);
    expect(
      evidence.every(({ thisUpdate, nextUpdate }) => thisUpdate !== null && nextUpdate !== null),
    ).toBe(true);
  });

  test.each([
    ['a lost key', () => lost, 'key-compromise'],
    ['a hold', () => held, 'certificate-hold'],
  ])('%s is told with day and reason, as openssl crl tells it', async (_what, whose, reason) => {
    const { verdict, evidence, certificate } = await check(whose());
    expect(verdict).toBe('revoked');
    expect(evidence.map((one) => [one.status, one.reason])).toEqual([
      ['revoked', reason],
      ['revoked', reason],
    ]);
    const text = ca.openssl('crl', '-in', ca.path('list.pem'), '-noout', '-text').toString();
    expect(text).toContain(`Serial Number: ${certificate.serialHex.toUpperCase()}`);
  });

  test('a list that still holds is not fetched again, also after a new start; later it is', async () => {
    await check(good);
    await check(lost, { useNetwork: false });
    const lists = () => responder.requests.filter((body) => body.length === 0).length;
    expect(lists()).toBe(1);
    clock = new Date(Date.now() + 8 * 86_400_000);
    await check(good);
    expect(lists()).toBe(2);
    expect(
      readdirSync(join(folder, 'lists')).every((name) => /^[0-9a-f]{64}\.crl$/.test(name)),
    ).toBe(true);
  });

  test('offline with an old list: good becomes unknown, revoked stays revoked', async () => {
    await check(good);
    clock = new Date(Date.now() + 8 * 86_400_000);
    expect((await check(good, { useNetwork: false })).evidence[0]).toMatchObject({
      status: 'unknown',
      doubt: 'out-of-date',
      isFromCache: true,
    });
    expect((await check(lost, { useNetwork: false })).verdict).toBe('revoked');
  });

  test('offline without any list nothing is claimed', async () => {
    const { verdict, evidence } = await check(good, { useNetwork: false });
    expect(verdict).toBe('unknown');
    expect(evidence.map(({ doubt }) => doubt)).toEqual(['not-fetched', 'not-fetched']);
  });

  test('the office’s own network is not asked because a certificate says so', async () => {
    const { verdict } = await check(good, { allowPrivate: false });
    expect(verdict).toBe('unknown');
    expect(responder.requests).toEqual([]);
  });

  const forged: readonly (readonly [string, () => Answering, string])[] = [
    [
      'a list of another authority',
      () => {
        const other = new FictitiousCa();
        other.issue({ name: 'Contoh' });
        const body = other.crl();
        other.remove();
        return () => ({ type: 'application/pkix-crl', body });
      },
      'signature-broken',
    ],
    [
      'a list with one byte altered',
      () => () => {
        const body = list.slice();
        body[body.length - 3] = (body.at(-3) ?? 0) ^ 1;
        return { type: 'application/pkix-crl', body };
      },
      'signature-broken',
    ],
    ['a page', () => () => ({ type: 'text/html', body: Buffer.from('<html>') }), 'not-a-crl'],
    [
      'a redirect',
      () => () => ({
        status: 302,
        type: 'text/html',
        body: Buffer.alloc(0),
        location: 'http://127.0.0.1:9/',
      }),
      'http-302',
    ],
  ];
  test.each(forged)('%s says nothing', async (_what, make, doubt) => {
    instead = make();
    const { evidence, verdict } = await check(good);
    expect(evidence[0]).toMatchObject({ source: 'crl', status: 'unknown', doubt });
    expect(verdict).toBe('unknown');
  });

  test('an OCSP answer by somebody the authority did not appoint says nothing', async () => {
    const appointed = ocspSigner;
    ocspSigner = good;
    try {
      expect((await check(lost)).evidence[1]).toMatchObject({
        source: 'ocsp',
        status: 'unknown',
        doubt: 'responder-not-allowed',
      });
    } finally {
      ocspSigner = appointed;
    }
  });

  test('an OCSP answer about another certificate, or an old one played again, says nothing', async () => {
    const answer = ocspResponder(ca, ocspSigner);
    let kept: Buffer | undefined;
    instead = (body, request) => {
      if (request.url !== '/ocsp') return { type: 'application/pkix-crl', body: list };
      kept ??= answer(body);
      return { type: 'application/ocsp-response', body: kept };
    };
    await check(good);
    expect((await check(lost)).evidence[1]).toMatchObject({ status: 'unknown' });
    expect((await check(good)).evidence[1]).toMatchObject({
      status: 'unknown',
      doubt: 'other-nonce',
    });
  });

  test('list and OCSP that disagree are a contradiction, not an average', async () => {
    const issued = ca.issue({ name: 'CONTOH BARU DICABUT' });
    ca.revoke(issued, 'superseded');
    const { verdict, evidence } = await check(issued);
    expect(evidence.map(({ status }) => status)).toEqual(['good', 'revoked']);
    expect(verdict).toBe('contradiction');
  });

  test('without the issuer’s certificate nothing is asked, and it is said which one is missing', async () => {
    const outcome = valueOf(
      await pki.checkRevocation({
        certificate: ca.der(good),
        issuer: null,
        useNetwork: true,
        allowPrivate: true,
      }),
    );
    expect(outcome).toEqual({
      outcome: 'issuer-missing',
      issuerDn: 'CN=CA Contoh DS G1, O=Lembaga Contoh, C=ID',
    });
  });
});
