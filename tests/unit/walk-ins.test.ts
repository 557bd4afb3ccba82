import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sopData from '../../resources/sop/ciamis-2025-revocation.json';
import { sopSchema } from '../../src/domain/sop/sop';
import { splitCsv } from '../../src/domain/walk-ins/csv';
import { instantOf } from '../../src/domain/walk-ins/instant';
import {
  parseWalkIns,
  walkInsFormat,
  type WalkInsFormat,
} from '../../src/domain/walk-ins/parse-walk-ins';
import { importKey, type WalkIn, type WalkInRow } from '../../src/domain/walk-ins/walk-in';

const ciamis = sopSchema.parse(sopData);
const rules = {
  sops: [ciamis],
  emailSuffixes: ['.go.id', '.desa.id'],
  yearNow: 2026,
  now: '2026-12-31T00:00:00.000Z',
};

const row = {
  ref: '2026-0001',
  arrivedAt: '2026-03-02T09:14:00+07:00',
  sop: 'ciamis-2025-revocation',
  reason: 'private-key-lost',
  applicant: {
    name: 'Bpk. Contoh Satu',
    nik: '3299 9901 0285 9999',
    personnel: 'pns',
    nip: '19850201 201001 1 999',
    rank: null,
    position: 'Analis Contoh',
    unit: 'Dinas Contoh',
    email: 'Contoh.Satu@contohkab.go.id',
    phone: '+62 812 0000 0001',
  },
};

function parse(text: string, format: WalkInsFormat = 'json'): readonly WalkInRow[] {
  const parsed = parseWalkIns(text, format, rules);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function parseOne(change: object): WalkInRow {
  const [only] = parse(JSON.stringify([{ ...row, ...change }]));
  if (only === undefined) throw new Error('no row');
  return only;
}

function withApplicant(change: object): object {
  return { applicant: { ...row.applicant, ...change } };
}

function problemsOf(one: WalkInRow): readonly string[] {
  return one.outcome === 'taken' ? [] : one.problems.map(({ field, code }) => `${field} ${code}`);
}

function walkInOf(one: WalkInRow | undefined): WalkIn {
  if (one?.outcome !== 'taken') throw new Error('the row was refused');
  return one.walkIn;
}

describe('a row of walk-ins', () => {
  it('is cleaned as in the form', () => {
    const walkIn = walkInOf(parseOne({}));
    expect(walkIn).toEqual({
      ref: '2026-0001',
      arrivedAt: '2026-03-02T02:14:00.000Z',
      sopId: 'ciamis-2025-revocation',
      data: {
        applicant: {
          ...row.applicant,
          name: 'Contoh Satu',
          nik: '3299990102859999',
          nip: '198502012010011999',
          email: 'contoh.satu@contohkab.go.id',
          phone: '6281200000001',
        },
        superior: null,
        certificate: { subjectDn: null, serialNumber: null, notAfter: null },
        reason: { key: 'private-key-lost', note: null },
      },
      attachments: [],
    });
  });

  it.each([
    ['a short NIK', withApplicant({ nik: '329999010285999' }), ['applicant.nik nik-length']],
    ['no NIK', withApplicant({ nik: undefined }), ['applicant.nik required']],
    [
      'an address that is not official',
      withApplicant({ email: 'contoh@gmail.com' }),
      ['applicant.email email-suffix'],
    ],
    ['an unknown reason', { reason: 'retired' }, ['reason reason-unknown']],
    ['no reason', { reason: null }, ['reason reason-required']],
    [
      'a known SOP that is not installed',
      { sop: 'tapin-2025-revocation' },
      ['sop sop-not-installed'],
    ],
    ['an SOP nobody knows', { sop: 'tapin' }, ['sop sop-unknown']],
    ['no SOP', { sop: undefined }, ['sop required']],
    ['a time ahead', { arrivedAt: '2027-01-02T09:14:00+07:00' }, ['arrivedAt arrival-future']],
    ['a time without offset', { arrivedAt: '2026-03-02T09:14:00' }, ['arrivedAt arrival-format']],
    ['no time', { arrivedAt: null }, ['arrivedAt required']],
    [
      'an unknown employment',
      withApplicant({ personnel: 'honorer' }),
      ['applicant.personnel personnel-unknown'],
    ],
    ['no employment', withApplicant({ personnel: '' }), ['applicant.personnel required']],
    [
      'an unknown document',
      { attachments: [{ document: 'selfie', path: 'a.pdf' }] },
      ['attachments.0.document document-unknown'],
    ],
    [
      'an attachment without path',
      { attachments: [{ document: 'police-report' }] },
      ['attachments.0.path attachment-path-missing'],
    ],
    ['attachments that are no list', { attachments: 'a.pdf' }, ['attachments not-list']],
    [
      'a NIP as a number, which has lost digits',
      withApplicant({ nip: 198502012010011999 }),
      ['applicant.nip number-imprecise'],
    ],
    [
      'an object where text belongs',
      withApplicant({ unit: { name: 'x' } }),
      ['applicant.unit not-text'],
    ],
    ['text where an object belongs', { superior: 'Contoh Atasan' }, ['superior not-object']],
    [
      'a superior without position',
      { superior: { name: 'Contoh Atasan' } },
      ['superior.position required'],
    ],
    [
      'a certificate of no date',
      { certificate: { notAfter: '31-01-2027' } },
      ['certificate.notAfter date-invalid'],
    ],
  ])('with %s is refused with its field', (_, change, expected) => {
    expect(problemsOf(parseOne(change))).toEqual(expected);
  });

  it.each([
    [
      'nulls where it may be blank',
      { ref: null, reasonNote: null, superior: null, certificate: null, attachments: null },
    ],
    ['an exact number', withApplicant({ nik: 3299990102859999 })],
    ['columns nobody asked for', { colour: 'blue', constructor: 'x' }],
    ['employment in capitals', withApplicant({ personnel: 'PNS' })],
    ['a PPPK number', withApplicant({ personnel: 'pppk', nip: '198502012023211999' })],
    ['reason "other" without a note', { reason: 'other' }],
    [
      'an identity card, which the SOP does not ask for',
      { attachments: [{ document: 'identity-card', path: 'ktp.jpg' }] },
    ],
  ])('with %s is taken', (_, change) => {
    expect(problemsOf(parseOne(change))).toEqual([]);
  });

  it('is taken with warnings, which are kept', () => {
    const one = parseOne(withApplicant({ personnel: 'pppk' }));
    expect(one).toMatchObject({
      outcome: 'taken',
      warnings: [{ index: 0, field: 'applicant.nip', code: 'nip-personnel-mismatch' }],
    });
  });

  it('reports every field that refuses it', () => {
    expect(
      problemsOf(parseOne({ ...withApplicant({ nik: '1', phone: '1' }), reason: 'x' })),
    ).toEqual([
      'applicant.nik nik-length',
      'applicant.phone phone-mobile',
      'reason reason-unknown',
    ]);
  });
});

describe('a file of walk-ins', () => {
  it('loses no good row to a bad one, and numbers them from 0', () => {
    const rows = parse(JSON.stringify([null, row, [row], 'x', { ...row, sop: 'x' }, row]));
    expect(rows.map(({ index, outcome }) => `${index} ${outcome}`)).toEqual([
      '0 refused',
      '1 taken',
      '2 refused',
      '3 refused',
      '4 refused',
      '5 taken',
    ]);
    expect(rows.slice(0, 1).flatMap(problemsOf)).toEqual([' row-not-object']);
  });

  it.each([
    ['[\n{"ref": 1},\n{,}\n]', 'json', { code: 'file-not-json', params: { line: 3 } }],
    ['', 'json', { code: 'file-not-json', params: { line: 1 } }],
    ['{}', 'json', { code: 'file-not-list', params: {} }],
    ['', 'csv', { code: 'csv-no-header', params: { line: 1 } }],
    ['nama;alamat\r\nx;y', 'csv', { code: 'csv-columns-unknown', params: {} }],
    ['sop,applicant.nik\n"x,1\n', 'csv', { code: 'csv-quote-open', params: { line: 2 } }],
  ] as const)('%j that cannot be read is reported once', (text, format, error) => {
    expect(parseWalkIns(text, format, rules)).toEqual({ ok: false, error });
  });

  it('is read with a byte-order mark and CRLF', () => {
    const text = `\uFEFF${JSON.stringify([row], null, 2).replaceAll('\n', '\r\n')}\r\n`;
    expect(parse(text).map(({ outcome }) => outcome)).toEqual(['taken']);
  });

  it('is recognised by its name, else by its beginning', () => {
    expect(walkInsFormat('a.JSON', 'x')).toBe('json');
    expect(walkInsFormat('a.csv', '[')).toBe('csv');
    expect(walkInsFormat('a', '\uFEFF [')).toBe('json');
    expect(walkInsFormat('a', 'ref,sop')).toBe('csv');
  });

  it('never throws, whatever it holds', () => {
    const formats = fc.constantFrom<WalkInsFormat>('json', 'csv');
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' })),
        formats,
        (text, format) => {
          parseWalkIns(text, format, rules);
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(fc.object()), (rows) => {
        const nested = rows.map((one) => ({
          ...one,
          sop: row.sop,
          applicant: one,
          attachments: [one],
        }));
        expect(parse(JSON.stringify(nested))).toHaveLength(rows.length);
      }),
    );
  });
});

describe('a table of walk-ins', () => {
  const header =
    'Ref,arrivedAt,sop,reason,applicant.name,applicant.nik,applicant.personnel,applicant.nip,applicant.position,applicant.unit,applicant.email,applicant.phone,attachments,catatan';
  const cells =
    '7,2026-03-02T09:14:00+07:00,ciamis-2025-revocation,private-key-lost,"Contoh Satu, S.Kom.",3299990102859999,pns,198502012010011999,Analis,Dinas,a@contohkab.go.id,081200000001,police-report=scans/a b.pdf; superior-statement=x=1.png;,abai';

  it('says what the JSON says', () => {
    const walkIn = walkInOf(parse(`${header}\n${cells}`, 'csv')[0]);
    expect(walkIn.ref).toBe('7');
    expect(walkIn.data.applicant.name).toBe('Contoh Satu, S.Kom.');
    expect(walkIn.attachments).toEqual([
      { document: 'police-report', path: 'scans/a b.pdf' },
      { document: 'superior-statement', path: 'x=1.png' },
    ]);
  });

  it('is read with semicolons, as spreadsheets in Indonesian write it, past empty rows', () => {
    const quoted = cells.replace(/"/g, '').replace('Contoh Satu, S.Kom.', 'Contoh Satu').split(',');
    const line = quoted.map((cell) => `"${cell}"`).join(';');
    const text = `\uFEFF${header.replaceAll(',', ';')}\r\n${line}\r\n;;;;\r\n\r\n${line}`;
    expect(parse(text, 'csv').map(({ index, outcome }) => `${index} ${outcome}`)).toEqual([
      '0 taken',
      '1 taken',
    ]);
  });

  it('names an attachment that is not written document=path', () => {
    const text = `${header}\n${cells.replace('police-report=scans/a b.pdf', 'a.pdf')}`;
    expect(parse(text, 'csv').flatMap(problemsOf)).toEqual(['attachments.0 attachment-shape']);
  });

  it('keeps every cell, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('a"b', 'a,b', 'a;b', 'a\nb', 'a\r\nb', '""', '"', ' x '),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, lineEnd) => {
          const written = [['a', 'b', 'c'], ...rows]
            .map((one) => one.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
            .join(lineEnd);
          expect(splitCsv(written)).toEqual({
            ok: true,
            value: { columns: ['a', 'b', 'c'], rows },
          });
        },
      ),
    );
  });
});

describe('the key by which an import is recognised', () => {
  it('is the same when the same row comes again, however it is written', () => {
    const first = importKey(walkInOf(parseOne({})));
    const again = {
      ...withApplicant({ nik: '3299.9901.0285.9999' }),
      arrivedAt: '2026-03-02T02:14:00Z',
    };
    expect(importKey(walkInOf(parseOne(again)))).toBe(first);
  });

  it.each([
    ['number', { ref: '2026-0002' }],
    ['time', { arrivedAt: '2026-03-02T09:15:00+07:00' }],
    ['person', withApplicant({ nik: '3299990102859998' })],
  ])('differs by %s', (_, change) => {
    expect(importKey(walkInOf(parseOne(change)))).not.toBe(importKey(walkInOf(parseOne({}))));
  });
});

describe('a time of arrival', () => {
  it.each([
    ['2026-03-02T09:14:00+07:00', '2026-03-02T02:14:00.000Z'],
    ['2026-03-02t09:14:00.5z', '2026-03-02T09:14:00.500Z'],
    ['2026-03-02 09:14:00+09:00', '2026-03-02T00:14:00.000Z'],
    ['2026-03-02T09:14:00', null],
    ['2026-03-02', null],
    ['2026-02-30T09:14:00Z', null],
    ['2026-03-02T24:00:00Z', null],
    ['2026-03-02T09:14:00+7', null],
    ['02/03/2026 09:14', null],
  ])('%s is %s', (text, expected) => {
    expect(instantOf(text)).toBe(expected);
  });
});
