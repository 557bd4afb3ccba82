import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/log';
import { createPkiService } from '../../electron/services/pki';
import { createPublicLine } from '../../electron/services/pki/public-line';
import type { Services } from '../../src/contract/index';
import type { Result } from '../../src/contract/result';
import { inThisThread } from '../helpers/pki/in-this-thread';
import { FictitiousCa, keyFilePassphrase, type Issued } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import { startResponder, type Responder } from '../helpers/pki/responders';
import { sha256Of, SigningDesk } from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let desk: SigningDesk;
let responder: Responder;
let good: Issued;
let folder: string;
let pki: Services['pki'];
let clock: Date | null = null;
const logged: LogEntry[] = [];

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

/** Has the list of the issuing authority fetched and kept. */
async function warmList(): Promise<void> {
  const certificate = ca.der(good);
  const issuer = ca.der(ca.issuing);
  await pki.checkRevocation({ certificate, issuer, useNetwork: true, allowPrivate: true });
}

beforeAll(async () => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
  const list = ca.crl();
  responder = await startResponder(() => ({ type: 'application/pkix-crl', body: list }));
  ca.crlAddress = `${responder.url}/contoh.crl`;
  good = ca.issue({
    name: 'CONTOH SATU',
    subject: '/C=ID/O=Pemerintah Kabupaten Contoh/OU=Dinas Contoh/CN=CONTOH SATU',
  });
});
beforeEach(() => {
  clock = null;
  folder = mkdtempSync(join(tmpdir(), 'loket-pki-'));
  pki = createPkiService({
    folder,
    line: createPublicLine({ connectMs: 5000, totalMs: 20_000 }),
    checker: inThisThread,
    now: () => clock ?? new Date(),
    log: (entry) => void logged.push(entry),
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await responder.stop();
  ca.remove();
  desk.remove();
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
    await warmList();
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
    writeFileSync(join(folder, 'authorities', `${'b'.repeat(64)}.crt`), ca.der(ca.issuing));
    logged.length = 0;
    const { authorities } = valueOf(await pki.authorities({}));
    expect(authorities.filter(({ imported }) => imported !== null)).toHaveLength(1);
    expect(logged).toMatchObject([{ event: 'authority-unreadable' }]);
  });
});
