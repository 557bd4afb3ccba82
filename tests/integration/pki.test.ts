import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/log';
import { createPkiService } from '../../electron/services/pki';
import { createPublicLine } from '../../electron/services/pki/public-line';
import type { Services } from '../../src/contract/index';
import type { Result } from '../../src/contract/result';
import { FictitiousCa, keyFilePassphrase, type Issued } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import {
  ocspResponder,
  startResponder,
  type Answering,
  type Responder,
} from '../helpers/pki/responders';
import { sha256Of, SigningDesk } from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let desk: SigningDesk;
let responder: Responder;
let good: Issued;
let lost: Issued;
let held: Issued;
let folder: string;
let pki: Services['pki'];
let clock: Date | null = null;
let list: Uint8Array;
let ocspSigner: Issued;
const logged: LogEntry[] = [];
/** Which answer comes instead of the usual one. */
let instead: Answering | null = null;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

beforeAll(async () => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
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
    now: () => clock ?? new Date(),
    log: (entry) => void logged.push(entry),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await responder.stop();
  ca.remove();
  desk.remove();
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

describe('files with certificates', () => {
  async function read(bytes: Uint8Array, passphrase: string | null = null) {
    const given = passphrase === null ? null : new TextEncoder().encode(passphrase);
    return valueOf(await pki.readCertificates({ bytes: new Uint8Array(bytes), passphrase: given }));
  }
  const facts = {
    commonName: 'CONTOH SATU',
    organization: 'Pemerintah Kabupaten Contoh',
    organizationalUnit: 'Dinas Contoh',
    issuerCommonName: 'CA Contoh DS G1',
    subjectDn: 'CN=CONTOH SATU, OU=Dinas Contoh, O=Pemerintah Kabupaten Contoh, C=ID',
    keyUsage: ['digitalSignature', 'nonRepudiation'],
  };

  test('DER, PEM, several in one PEM, PKCS#7 and PKCS#12 give the same holder first', async () => {
    ca.openssl(
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      ca.issuing.certificate,
      '-certfile',
      good.certificate,
      '-out',
      'bag.p7b',
    );
    const both = Buffer.concat([ca.read(ca.issuing.certificate), ca.read(good.certificate)]);
    for (const bytes of [
      ca.der(good),
      ca.read(good.certificate),
      both,
      ca.read(ca.path('bag.p7b')),
    ]) {
      const answer = await read(bytes);
      if (answer.outcome !== 'certificates') throw new Error(answer.outcome);
      expect(answer.certificates[0]).toMatchObject(facts);
    }
    const keyFile = ca.keyFile(good);
    expect(await read(keyFile)).toEqual({ outcome: 'passphrase-needed' });
    expect(await read(keyFile, 'salah')).toEqual({ outcome: 'passphrase-wrong' });
    expect(await read(keyFile, keyFilePassphrase)).toMatchObject({
      outcome: 'certificates',
      from: 'pkcs12',
      certificates: [facts, {}, {}],
    });
  });

  test('serial in hex and decimal are openssl’s', async () => {
    const answer = await read(ca.der(good));
    if (answer.outcome !== 'certificates') throw new Error(answer.outcome);
    const [first] = answer.certificates;
    const serial = ca
      .openssl('x509', '-in', good.certificate, '-noout', '-serial')
      .toString()
      .trim()
      .replace('serial=', '')
      .toLowerCase();
    expect(first?.serialHex).toBe(serial.replace(/^0+/, ''));
    expect(BigInt(first?.serialDecimal ?? '0').toString(16)).toBe(first?.serialHex);
    const fingerprint = ca
      .openssl('x509', '-in', good.certificate, '-noout', '-fingerprint', '-sha256')
      .toString();
    expect(fingerprint.replaceAll(/.*=|:|\s/g, '').toLowerCase()).toBe(first?.fingerprint);
  });

  test('a PDF somebody signed gives the signer, and what is none gives none', async () => {
    const { bytes } = await desk.signed(await paper(), ca.keyFile(good));
    expect(await read(bytes)).toMatchObject({
      outcome: 'certificates',
      from: 'pdf',
      certificates: [facts],
    });
    for (const nothing of [
      await paper(),
      new TextEncoder().encode('halo'),
      Uint8Array.of(0x30, 0x80),
    ]) {
      expect(await read(nothing)).toEqual({ outcome: 'none' });
    }
  });
});

describe('authorities of the office', () => {
  const confirm = (bytes: Uint8Array, fingerprint = sha256Of(bytes), acceptDifferences = false) =>
    pki
      .importAuthority({ bytes: new Uint8Array(bytes), fingerprint, acceptDifferences })
      .then(valueOf);

  test('before anything is imported, what is known is told, and what has ended', async () => {
    clock = new Date('2026-11-30T00:00:00Z');
    const { authorities } = valueOf(await pki.authorities({}));
    expect(authorities.map(({ key, imported, notice }) => [key, imported, notice])).toEqual([
      ['osd-lu-kelas-2', null, 'expired'],
      ['root-ca-indonesia-ds-g1', null, 'not-imported'],
      ['bsre-ca-ds-g1', null, 'not-imported'],
    ]);
    clock = new Date('2026-05-01T00:00:00Z');
    expect(valueOf(await pki.authorities({})).authorities[0]?.notice).toBe('expires-soon');
  });

  test('a root is imported with its fingerprint, counts from then on, and can be taken out again', async () => {
    const { bytes } = await desk.signed(await paper(), ca.keyFile(good));
    await check(good);
    const trust = async () => {
      const report = valueOf(await pki.verifyDocument({ bytes }));
      return report.outcome === 'checked' ? report.signatures[0]?.trust.state : report.outcome;
    };
    expect(await trust()).toBe('unknown');
    const root = ca.der(ca.root);
    expect(await confirm(root)).toEqual({ outcome: 'imported', role: 'root', key: null });
    expect(await trust()).toBe('trusted');
    expect(valueOf(await pki.authorities({})).authorities.at(-1)?.imported?.commonName).toBe(
      'Root CA Contoh',
    );
    expect(valueOf(await pki.removeAuthority({ fingerprint: sha256Of(root) }))).toEqual({
      removed: true,
    });
    expect(await trust()).toBe('unknown');
  });

  test('another fingerprint than was confirmed, a person’s certificate, and no certificate are refused', async () => {
    expect(await confirm(ca.der(ca.root), 'a'.repeat(64))).toMatchObject({
      outcome: 'fingerprint-differs',
    });
    expect(await confirm(ca.der(good))).toEqual({ outcome: 'not-an-authority' });
    expect(await confirm(new TextEncoder().encode('x'))).toEqual({ outcome: 'not-a-certificate' });
  });

  test('one that bears a known name and differs from what is known needs a second look', async () => {
    ca.openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      ca.root.key,
      '-out',
      'false-root.crt',
      '-days',
      '30',
      '-subj',
      '/C=ID/O=Kementerian Komunikasi dan Informatika/CN=Root CA Indonesia DS G1',
    );
    const bytes = new Uint8Array(ca.openssl('x509', '-in', 'false-root.crt', '-outform', 'DER'));
    expect(await confirm(bytes)).toEqual({
      outcome: 'differs-from-known',
      key: 'root-ca-indonesia-ds-g1',
      fields: ['serial', 'notBefore', 'notAfter'],
    });
    expect(await confirm(bytes, sha256Of(bytes), true)).toMatchObject({ outcome: 'imported' });
  });

  test('a file in the folder that is not what its name says is left out and logged by name', async () => {
    await confirm(ca.der(ca.root));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'authorities', `${'b'.repeat(64)}.crt`), ca.der(ca.issuing));
    logged.length = 0;
    const { authorities } = valueOf(await pki.authorities({}));
    expect(authorities.filter(({ imported }) => imported !== null)).toHaveLength(1);
    expect(logged).toMatchObject([{ event: 'authority-unreadable' }]);
  });
});
