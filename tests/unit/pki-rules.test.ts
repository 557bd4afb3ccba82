import { describe, expect, test } from 'vitest';
import type { CertificateFacts } from '../../src/contract/pki';
import {
  childrenOf,
  DerFault,
  integerOf,
  octetsOf,
  oidOf,
  readDer,
  readWhole,
  timeOf,
} from '../../src/domain/der/read-der';
import {
  octets,
  oid,
  sequence,
  setOf,
  smallInteger,
  writeDer,
} from '../../src/domain/der/write-der';
import { expiryNotice } from '../../src/domain/pki/authorities';
import {
  comparableName,
  compareCertificate,
  isSerial,
  requestCertificateOf,
} from '../../src/domain/pki/compare-certificate';
import type { Certificate } from '../../src/domain/pki/certificate';
import { readCrl, type Crl } from '../../src/domain/pki/crl';
import type { PkiCrypto } from '../../src/domain/pki/pki-crypto';
import { statusByCrl } from '../../src/domain/pki/revocation';
import type { RequestData } from '../../src/domain/request/request-data';
import { compareWithEscStatus, verdictOf } from '../../src/domain/pki/evidence';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

describe('DER', () => {
  test('what is written is read back', () => {
    const der = readWhole(
      sequence(smallInteger(65_537), oid('1.2.840.113549.1.7.2'), octets(bytes('00ff'))),
    );
    const [number, id, text] = childrenOf(der);
    expect([integerOf(number), oidOf(id), octetsOf(text)]).toEqual([
      65_537n,
      '1.2.840.113549.1.7.2',
      bytes('00ff'),
    ]);
    expect(oidOf(readDer(oid('2.16.840.1.101.3.4.2.1')))).toBe('2.16.840.1.101.3.4.2.1');
    expect(Buffer.from(setOf(bytes('0202'), bytes('0101'))).toString('hex')).toBe('310401010202');
  });

  test('open lengths and octets in pieces are read as other programs write them', () => {
    expect(octetsOf(readWhole(bytes('2480040161040162' + '0000')))).toEqual(bytes('6162'));
    expect(childrenOf(readWhole(bytes('3080' + '3080' + '020105' + '0000' + '0000')))).toHaveLength(
      1,
    );
  });

  test('lengths that lie, depths without end and odd tags are faults, never more', () => {
    for (const hex of [
      '',
      '30',
      '3005',
      '3084ffffffff00',
      '30850000000001',
      '1f8101',
      '3080',
      '3080'.repeat(80),
    ]) {
      expect(() => childrenOf(readWhole(bytes(hex)))).toThrow(DerFault);
    }
  });

  test('years of two digits turn at 1950, and a time without its zone is none', () => {
    const utc = (text: string) => readDer(writeDer(0x17, new TextEncoder().encode(text)));
    expect(new Date(timeOf(utc('491231235959Z'))).getUTCFullYear()).toBe(2049);
    expect(new Date(timeOf(utc('500101000000Z'))).getUTCFullYear()).toBe(1950);
    expect(() => timeOf(utc('4912312359'))).toThrow(DerFault);
  });
});

test('a list of 100,000 entries is read and asked', () => {
  const time = writeDer(0x17, new TextEncoder().encode('260101000000Z'));
  const reason = sequence(sequence(oid('2.5.29.21'), octets(bytes('0a0101'))));
  const entries: Uint8Array[] = [];
  for (let number = 1; number <= 100_000; number += 1)
    entries.push(sequence(smallInteger(number * 7), time, reason));
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'));
  const signed = sequence(
    smallInteger(1),
    algorithm,
    sequence(),
    time,
    time,
    sequence(Buffer.concat(entries)),
  );
  const crl = readCrl(sequence(signed, algorithm, writeDer(3, bytes('00ff'))));
  if (!crl.ok) throw new Error(crl.error);
  expect(crl.value.size).toBe(100_000);
  expect(crl.value.find((70_000 * 7).toString(16))).toMatchObject({ reason: 'key-compromise' });
  expect(crl.value.find('1')).toBeNull();
});

describe('a delta over a list', () => {
  const instant = (text: string) => writeDer(0x17, new TextEncoder().encode(text));
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'));
  const name = sequence(
    setOf(sequence(oid('2.5.4.3'), writeDer(0x0c, new TextEncoder().encode('CA')))),
  );
  const extension = (id: string, value: Uint8Array) => sequence(oid(id), octets(value));
  const entry = (serial: number, reason: string) =>
    sequence(
      smallInteger(serial),
      instant('260201000000Z'),
      sequence(extension('2.5.29.21', bytes(reason))),
    );
  const made = (number: number, base: number | null, entries: readonly Uint8Array[]) => {
    const extensions = sequence(
      extension('2.5.29.20', smallInteger(number)),
      ...(base === null ? [] : [extension('2.5.29.27', smallInteger(base))]),
    );
    const signed = sequence(
      smallInteger(1),
      algorithm,
      name,
      instant('260301000000Z'),
      instant('260401000000Z'),
      sequence(...entries),
      writeDer(0xa0, extensions),
    );
    const crl = readCrl(sequence(signed, algorithm, writeDer(3, bytes('00ff'))));
    if (!crl.ok) throw new Error(crl.error);
    return crl.value;
  };
  const believing: PkiCrypto = { digest: () => null, verify: () => true };
  const authority = {
    subject: { raw: name },
    keyUsage: null,
    publicKey: bytes('00'),
  } as unknown as Certificate;
  const statusOf = (serialHex: string, base: Crl, delta: Crl | null) => {
    const certificate = { serialHex, issuer: { raw: name } } as unknown as Certificate;
    return statusByCrl(certificate, { base, delta }, authority, now, believing).kind;
  };
  const base = made(10, null, [entry(5, '0a0106'), entry(6, '0a0101')]);

  test('adds what was revoked since, and takes a hold off again', () => {
    const delta = made(12, 10, [entry(7, '0a0101'), entry(5, '0a0108')]);
    expect(['5', '6', '7', '8'].map((serial) => statusOf(serial, base, null))).toEqual([
      'revoked',
      'revoked',
      'good',
      'good',
    ]);
    expect(['5', '6', '7', '8'].map((serial) => statusOf(serial, base, delta))).toEqual([
      'good',
      'revoked',
      'revoked',
      'good',
    ]);
  });

  test('one that belongs to another list, or stands alone, says nothing', () => {
    expect(statusOf('7', base, made(12, 11, [entry(7, '0a0101')]))).toBe('good');
    expect(statusOf('7', base, made(9, 8, [entry(7, '0a0101')]))).toBe('good');
    expect(statusOf('7', made(12, 10, [entry(7, '0a0101')]), null)).toBe('unknown');
  });
});

const now = Date.parse('2026-03-02T00:00:00Z');

const facts: CertificateFacts = {
  subjectDn: 'CN=CONTOH SATU, O=Pemerintah Kabupaten Contoh, C=ID',
  commonName: 'CONTOH SATU',
  organization: 'Pemerintah Kabupaten Contoh',
  organizationalUnit: null,
  issuerDn: 'CN=CA Contoh',
  issuerCommonName: 'CA Contoh',
  serialHex: '320d5e2ab1c4f6d3',
  serialDecimal: BigInt('0x320d5e2ab1c4f6d3').toString(),
  notBefore: '2025-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  keyUsage: ['digitalSignature', 'nonRepudiation'],
  extendedKeyUsage: null,
  policies: [],
  isAuthority: false,
  isSelfIssued: false,
  keyKind: 'RSA',
  crlAddresses: [],
  ocspAddresses: [],
  issuerAddresses: [],
  fingerprint: 'a'.repeat(64),
  der: Uint8Array.of(1),
};
const request = {
  applicant: {
    name: 'Contoh Satu',
    nik: '3207010101900001',
    personnel: 'non-asn' as const,
    nip: null,
    rank: null,
    position: 'Staf',
    unit: 'Pemkab Contoh',
    email: '',
    phone: '',
  },
  certificate: { subjectDn: null, serialNumber: null, notAfter: null },
};
describe('a certificate beside a request', () => {
  const differences = (
    changed: Partial<CertificateFacts>,
    own: Partial<RequestData['certificate']> = {},
    name = 'Contoh Satu',
  ) =>
    compareCertificate(
      { ...facts, ...changed },
      {
        applicant: { ...request.applicant, name },
        certificate: { ...request.certificate, ...own },
      },
      now,
    ).map(({ field, severity }) => `${field}:${severity}`);

  test('the same person without regard to capitals, titles and abbreviations of the unit', () => {
    expect(differences({})).toEqual([]);
    expect(differences({}, {}, 'Dr. H. Contoh Satu, S.Kom., M.T.')).toEqual([]);
    expect(comparableName('DRS. CONTOH SATU, M.SI')).toBe('CONTOH SATU');
  });

  test('another name is wrong, a name cut short is to be looked at', () => {
    expect(differences({ commonName: 'CONTOH DUA' })).toEqual(['name:wrong']);
    expect(differences({ commonName: 'CONTOH' })).toEqual(['name:check']);
    expect(differences({ commonName: null })).toEqual(['name:wrong']);
  });

  test('serials are the same in hex, decimal, capitals, with colons or noughts in front', () => {
    for (const quoted of [
      facts.serialHex,
      facts.serialHex.toUpperCase(),
      facts.serialDecimal,
      '32:0D:5E:2A:B1:C4:F6:D3',
      `0x${facts.serialHex}`,
      `00${facts.serialHex}`,
    ]) {
      expect(isSerial(quoted, facts), quoted).toBe(true);
    }
    expect(differences({}, { serialNumber: 'abc' })).toEqual(['serial:wrong']);
  });

  test('dates a day apart are the same day somewhere; others are not', () => {
    expect(differences({}, { notAfter: '2026-12-31' })).toEqual([]);
    expect(differences({}, { notAfter: '2026-06-01' })).toEqual(['not-after:check']);
  });

  test('the worst comes first: authority, test authority, ended', () => {
    expect(
      differences({
        notAfter: '2026-01-01T00:00:00Z',
        issuerCommonName: 'OSD DEMO',
        organization: 'Lain',
      }),
    ).toEqual(['test-authority:wrong', 'validity:check', 'unit:note']);
    expect(differences({ isAuthority: true, keyUsage: ['keyCertSign'] })).toEqual([
      'is-authority:wrong',
      'key-usage:check',
    ]);
  });

  test('what is put on the request comes back as no difference', () => {
    expect(differences({}, requestCertificateOf(facts))).toEqual([]);
  });
});

test('statements together: revoked over silence, and disagreement has a name', () => {
  const status = (...list: ('good' | 'revoked' | 'unknown')[]) =>
    verdictOf(list.map((one) => ({ status: one })));
  expect([
    status(),
    status('unknown', 'good'),
    status('unknown', 'revoked'),
    status('good', 'revoked'),
  ]).toEqual(['unknown', 'good', 'revoked', 'contradiction']);
  expect(compareWithEscStatus('revoked', 'issue')).toBe('contradicts');
  expect(compareWithEscStatus('good', 'revoke')).toBe('contradicts');
  expect(compareWithEscStatus('revoked', 'revoke')).toBe('agrees');
  expect(compareWithEscStatus('unknown', 'issue')).toBe('nothing-to-compare');
});

test('OSD LU Kelas 2 ends with 18 August 2026', () => {
  const notice = (day: string) => expiryNotice('2026-08-18', Date.parse(day));
  expect([
    notice('2025-06-01'),
    notice('2026-06-01'),
    notice('2026-08-18T12:00:00Z'),
    notice('2026-08-19T00:00:01Z'),
  ]).toEqual([null, 'expires-soon', 'expires-soon', 'expired']);
});
