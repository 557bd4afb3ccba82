import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sopData from '../../resources/sop/ciamis-2025-revocation.json';
import {
  checkRequestData,
  cleanRequestData,
  longestTexts,
  type TypedRequestData,
} from '../../src/domain/request/check-request-data';
import { requestDataSchema, type RequestData } from '../../src/domain/request/request-data';
import { sopSchema } from '../../src/domain/sop/sop';

const sop = sopSchema.parse(sopData);
const rules = { sop, emailSuffixes: ['.go.id'], yearNow: 2026 };

const good: RequestData = {
  applicant: {
    name: 'Contoh Satu, S.Kom.',
    nik: '3299994102859999',
    personnel: 'pns',
    nip: '198502012010012999',
    rank: 'Penata (III/c)',
    position: 'Analis Contoh',
    unit: 'Dinas Contoh',
    email: 'contoh.satu@contohkab.go.id',
    phone: '6281200000001',
  },
  superior: {
    name: 'Contoh Atasan',
    nip: null,
    rank: null,
    position: 'Sekretaris Dinas Contoh',
  },
  certificate: { subjectDn: null, serialNumber: '0a1b2c', notAfter: '2027-01-31' },
  reason: { key: 'private-key-lost', note: null },
};

function found(data: RequestData): readonly string[] {
  return checkRequestData(data, rules).map(
    ({ severity, field, code }) => `${severity} ${field} ${code}`,
  );
}

function withApplicant(change: Partial<RequestData['applicant']>): RequestData {
  return { ...good, applicant: { ...good.applicant, ...change } };
}

describe('a whole record', () => {
  it('has no problem when it is good, with or without what is optional', () => {
    expect(found(good)).toEqual([]);
    expect(
      found({
        ...good,
        superior: null,
        certificate: { subjectDn: null, serialNumber: null, notAfter: null },
      }),
    ).toEqual([]);
  });

  it.each(['name', 'nik', 'position', 'unit', 'email', 'phone'] as const)(
    'is not taken without applicant.%s, and says only that',
    (field) => {
      expect(found(withApplicant({ [field]: '' }))).toEqual([`error applicant.${field} required`]);
    },
  );

  it.each([
    ['pns', null, ['error applicant.nip nip-required']],
    ['pppk', null, ['error applicant.nip nip-required']],
    ['non-asn', null, []],
    ['non-asn', '198502012010012999', ['error applicant.nip nip-not-for-non-asn']],
    ['pppk', '198502012010212999', []],
    ['pppk', '198502012010012999', ['warning applicant.nip nip-personnel-mismatch']],
    ['pns', '198502022010012999', ['warning applicant.nip nik-nip-birth-mismatch']],
  ] as const)('of %s with NIP %s: %j', (personnel, nip, expected) => {
    expect(found(withApplicant({ personnel, nip }))).toEqual(expected);
  });

  it('asks name and position of a superior who is given', () => {
    const superior = { name: '', nip: '123', rank: null, position: '' };
    expect(found({ ...good, superior })).toEqual([
      'error superior.name required',
      'error superior.nip nip-length',
      'error superior.position required',
    ]);
  });

  it('takes the reasons of its SOP only', () => {
    const reason = (key: string | null, note: string | null = null): RequestData => ({
      ...good,
      reason: { key, note },
    });
    expect(found(reason(null))).toEqual(['error reason.key reason-required']);
    expect(found(reason('retired'))).toEqual(['error reason.key reason-unknown']);
    expect(found(reason('other', 'Pindah tugas.'))).toEqual([]);
  });

  it('does not refuse a reason for a missing note, since a book of walk-ins may lack it', () => {
    expect(found({ ...good, reason: { key: 'other', note: null } })).toEqual([
      'warning reason.note reason-note-missing',
    ]);
  });

  it('has no reason where the SOP knows none', () => {
    const none = { ...rules, sop: { reasons: [] } };
    expect(checkRequestData({ ...good, reason: { key: null, note: null } }, none)).toEqual([]);
    expect(checkRequestData(good, none).map(({ code }) => code)).toEqual(['reason-unknown']);
  });

  it.each([
    [{ serialNumber: '0a1g' }, ['error certificate.serialNumber serial-hex']],
    [
      { serialNumber: '12345678901234567890' },
      ['warning certificate.serialNumber serial-maybe-decimal'],
    ],
    [{ serialNumber: 'a'.repeat(65) }, ['error certificate.serialNumber too-long']],
    [{ notAfter: '2027-02-30' }, ['error certificate.notAfter date-invalid']],
    [{ notAfter: '31/01/2027' }, ['error certificate.notAfter date-invalid']],
  ])('with the certificate %j: %j', (certificate, expected) => {
    const data = { ...good, certificate: { ...good.certificate, ...certificate } };
    expect(found(data)).toEqual(expected);
  });

  it('refuses a pasted page, and counts characters, not bytes', () => {
    const name = '𝒞'.repeat(longestTexts.name);
    expect(found(withApplicant({ name }))).toEqual([]);
    expect(found(withApplicant({ name: `${name}a` }))).toEqual(['error applicant.name too-long']);
    expect(found(withApplicant({ unit: 'a'.repeat(201) }))).toEqual([
      'error applicant.unit too-long',
    ]);
  });
});

describe('cleaning a record', () => {
  it('makes blanks null and drops a superior without any entry', () => {
    const typed: TypedRequestData = {
      applicant: {
        name: ' Ibu Contoh Satu ',
        nik: '3299 9941 0285 9999',
        personnel: 'non-asn',
        nip: ' - ',
        rank: '  ',
        position: 'Analis\tContoh',
        unit: 'Dinas Contoh',
        email: 'Contoh@Contohkab.GO.ID ',
        phone: '0812-0000-0001',
      },
      superior: { name: ' ', position: '' },
      certificate: { serialNumber: '0x0A:1B 2C' },
      reason: { key: 'other', note: ' Baris satu\r\nBaris dua ' },
    };
    expect(cleanRequestData(typed)).toEqual({
      applicant: {
        name: 'Contoh Satu',
        nik: '3299994102859999',
        personnel: 'non-asn',
        nip: null,
        rank: null,
        position: 'Analis Contoh',
        unit: 'Dinas Contoh',
        email: 'contoh@contohkab.go.id',
        phone: '6281200000001',
      },
      superior: null,
      certificate: { subjectDn: null, serialNumber: '0a1b2c', notAfter: null },
      reason: { key: 'other', note: 'Baris satu\nBaris dua' },
    });
  });

  // What composes, what separates and what is not seen, close together as no chance brings them.
  const awkward = fc.constantFrom(...['e', '\u0301', '\u200B', '\uFEFF', ' ', '.', '-', '(', "'"]);
  const maybe = fc.option(
    fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: awkward })),
  );
  const typed = fc.record({
    applicant: fc.record({
      name: maybe,
      nik: maybe,
      personnel: fc.constantFrom('pns', 'pppk', 'non-asn'),
      nip: maybe,
      rank: maybe,
      position: maybe,
      unit: maybe,
      email: maybe,
      phone: maybe,
    }),
    superior: fc.option(fc.record({ name: maybe, nip: maybe, rank: maybe, position: maybe })),
    certificate: fc.option(fc.record({ subjectDn: maybe, serialNumber: maybe, notAfter: maybe })),
    reason: fc.option(fc.record({ key: maybe, note: maybe })),
  }) satisfies fc.Arbitrary<TypedRequestData>;

  it.each(['(`', '（’081', 'a-\u0301', '0 (812) 345'])('cleans %j in one go', (phone) => {
    const once = cleanRequestData(withApplicant({ phone }));
    expect(cleanRequestData(once)).toEqual(once);
  });

  it.each(['e\u200B\u0301', 'İ:\u0301', '¨ e'])('cleans the text %j in one go', (text) => {
    const certificate = { subjectDn: text, serialNumber: text };
    const once = cleanRequestData({ ...withApplicant({ name: text, unit: text }), certificate });
    expect(cleanRequestData(once)).toEqual(once);
  });

  it('changes nothing when cleaned again, whatever was typed', () => {
    fc.assert(
      fc.property(typed, (one) => {
        const once = cleanRequestData(one);
        expect(cleanRequestData(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a record that opens again unless a required field is reported', () => {
    fc.assert(
      fc.property(typed, (one) => {
        const data = cleanRequestData(one);
        const refused = checkRequestData(data, rules).some(({ severity }) => severity === 'error');
        expect(refused || requestDataSchema.safeParse(data).success).toBe(true);
      }),
    );
  });
});
