import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRealDate, isRealIsoDate } from '../../src/domain/identifiers/calendar-date';
import { checkEmail, cleanEmail } from '../../src/domain/identifiers/email';
import { checkNik, cleanNik, groupNik, readNik } from '../../src/domain/identifiers/nik';
import {
  checkNikAgainstNip,
  checkNip,
  cleanNip,
  groupNip,
  readNip,
} from '../../src/domain/identifiers/nip';
import { checkPersonName, cleanPersonName } from '../../src/domain/identifiers/person-name';
import { checkPhone, cleanPhone } from '../../src/domain/identifiers/phone';
import { findProvinceName } from '../../src/domain/identifiers/provinces';
import type { IdentifierProblem } from '../../src/domain/identifiers/problem';

const YEAR = 2026;

function codes(problems: readonly IdentifierProblem[]): readonly string[] {
  return problems.map(({ code, severity }) => `${severity}:${code}`);
}

describe('NIK', () => {
  it.each([
    '3207 0115 0185 0001',
    '3207.0115.0185.0001',
    '3207-0115-0185-0001',
    "'3207011501850001",
    '\u00a03207011501850001\t',
  ])('cleans %j without touching a digit', (typed) => {
    expect(cleanNik(typed)).toBe('3207011501850001');
  });

  it('keeps what it cannot explain, so that the check names it instead of a digit being lost', () => {
    expect(cleanNik('3207O11501850001')).toBe('3207O11501850001');
    expect(checkNik('3207O11501850001', YEAR)).toEqual([
      { code: 'nik-digits', severity: 'error', params: { found: 'O' } },
    ]);
  });

  it('refuses what a spreadsheet made of it', () => {
    expect(codes(checkNik(cleanNik('3,20701E+15'), YEAR))).toEqual(['error:nik-digits']);
    expect(codes(checkNik('3207011501850000', YEAR))).toEqual(['error:nik-serial']);
  });

  it.each([
    ['3207011501850001', []],
    ['3207015501850001', []],
    ['320701150185001', ['error:nik-length']],
    ['32070115018500011', ['error:nik-length']],
    ['3207010001850001', ['error:nik-date']],
    ['3207013201850001', ['error:nik-date']],
    ['3207014001850001', ['error:nik-date']],
    ['3207017201850001', ['error:nik-date']],
    ['3207013102850001', ['error:nik-date']],
    ['3207011513850001', ['error:nik-date']],
    ['3207012902850001', ['error:nik-date']],
    ['3207012902840001', []],
    ['3207017102840001', ['error:nik-date']],
    ['3207016902840001', []],
    ['9999011501850001', ['warning:nik-province-unknown']],
    ['3207011501200001', ['warning:nik-age']],
  ])('checks %s: %j', (nik, expected) => {
    expect(codes(checkNik(nik, YEAR))).toEqual(expected);
  });

  it('tells how many digits were typed', () => {
    expect(checkNik('320701150185001', YEAR)[0]?.params).toEqual({ typed: 15 });
  });

  it('picks the century that gives a plausible age', () => {
    expect(readNik('3207011501850001', YEAR)?.birthDate).toBe('1985-01-15');
    expect(readNik('3207011501050001', YEAR)?.birthDate).toBe('2005-01-15');
    expect(readNik('3207011501260001', YEAR)?.birthDate).toBe('1926-01-15');
    expect(readNik('3207011501270001', YEAR)?.birthDate).toBe('1927-01-15');
    expect(readNik('3207011501200001', YEAR)?.birthDate).toBe('2020-01-15');
  });

  it('reads 29 February in the century that has it', () => {
    expect(readNik('3207012902000001', YEAR)?.birthDate).toBe('2000-02-29');
  });

  it('reads the day of a woman, who has 40 added', () => {
    expect(readNik('3207015501850001', YEAR)).toEqual({
      provinceCode: '32',
      birthDate: '1985-01-15',
      sex: 'female',
      serial: '0001',
    });
  });

  it('groups for reading and back', () => {
    expect(groupNik('3207011501850001')).toBe('3207 0115 0185 0001');
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,20}$/), (nik) => cleanNik(groupNik(nik)) === nik),
    );
  });

  const birthday = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('accepts every day of birth of a person of working age, and reads it back', () => {
    fc.assert(
      fc.property(
        birthday,
        fc.boolean(),
        fc.integer({ min: 1, max: 9999 }),
        (date, woman, serial) => {
          const [year = '', month = '', day = ''] = date.split('-');
          const dayAndSex = String(Number(day) + (woman ? 40 : 0)).padStart(2, '0');
          const nik = `320701${dayAndSex}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
          expect(checkNik(nik, YEAR)).toEqual([]);
          expect(readNik(nik, YEAR)).toMatchObject({
            birthDate: date,
            sex: woman ? 'female' : 'male',
          });
        },
      ),
    );
  });

  it('never throws and always explains what it cannot read', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const nik = cleanNik(typed);
        const errors = checkNik(nik, YEAR).filter(({ severity }) => severity === 'error');
        expect(readNik(nik, YEAR) === null).toBe(errors.some(({ code }) => code !== 'nik-serial'));
      }),
    );
  });

  it('knows the 38 provinces, and Papua by the codes of Kemendagri', () => {
    expect(findProvinceName('32')).toBe('Jawa Barat');
    expect(['91', '92', '93', '94', '95', '96', '97'].map(findProvinceName)).toEqual([
      'Papua',
      'Papua Barat',
      'Papua Selatan',
      'Papua Tengah',
      'Papua Pegunungan',
      'Papua Barat Daya',
      undefined,
    ]);
    const all = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'));
    expect(all.filter((code) => findProvinceName(code) !== undefined)).toHaveLength(38);
  });
});

describe('NIP', () => {
  it.each([
    ['197503042001121002', 'pns', []],
    ['19710130 199903 1 005', 'pns', []],
    ['199001012023211001', 'pppk', []],
    ['199001012023291001', 'pppk', []],
    ['199001012023211001', 'pns', ['warning:nip-personnel-mismatch']],
    ['197503042001121002', 'pppk', ['warning:nip-personnel-mismatch']],
    ['199001012023201001', 'pppk', ['error:nip-month']],
    ['199001012023131001', 'pns', ['error:nip-month']],
    ['199001012023001001', 'pns', ['error:nip-month']],
    ['199001012023013001', 'pns', ['error:nip-sex']],
    ['199002302023011001', 'pns', ['error:nip-birth-date']],
    ['19900101202301100', 'pns', ['error:nip-length']],
    ['19900101202301100X', 'pns', ['error:nip-digits']],
    ['199001011999011001', 'pns', ['warning:nip-appointment-year']],
    ['199001012031011001', 'pns', ['warning:nip-appointment-year']],
  ] as const)('checks %s of %s: %j', (nip, personnel, expected) => {
    expect(codes(checkNip(cleanNip(nip), personnel, YEAR))).toEqual(expected);
  });

  it('does not compare with a kind of personnel that was not chosen', () => {
    expect(checkNip('199001012023211001', null, YEAR)).toEqual([]);
  });

  it('reads a PPPK number, whose month is no month', () => {
    expect(readNip('199001012023212001')).toEqual({
      birthDate: '1990-01-01',
      sex: 'female',
      personnel: 'pppk',
      appointmentYear: 2023,
      serial: '001',
    });
  });

  it('groups as offices print it, and back', () => {
    expect(groupNip('197503042001121002')).toBe('19750304 200112 1 002');
    expect(cleanNip(groupNip('197503042001121002'))).toBe('197503042001121002');
  });

  it('reads exactly the numbers that have no error', () => {
    const nip = fc.oneof(
      fc.stringMatching(
        /^(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9](19|20)[0-9]{2}[0-3][0-9][0-3][0-9]{3}$/,
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(nip, (typed) => {
        const errors = checkNip(typed, null, 2100).filter(({ severity }) => severity === 'error');
        expect(readNip(typed) === null).toBe(errors.length > 0);
      }),
    );
  });
});

describe('NIK against NIP', () => {
  it.each([
    ['3207010403750001', '197503042001121002', []],
    ['3207014403750001', '197503042001121002', ['warning:nik-nip-sex-mismatch']],
    ['3207010503750001', '197503042001121002', ['warning:nik-nip-birth-mismatch']],
    [
      '3207014503750001',
      '197503042001121002',
      ['warning:nik-nip-birth-mismatch', 'warning:nik-nip-sex-mismatch'],
    ],
    ['320701', '197503042001121002', []],
  ])('%s and %s: %j, never an error', (nik, nip, expected) => {
    expect(codes(checkNikAgainstNip(nik, nip, YEAR))).toEqual(expected);
  });
});

describe('phone', () => {
  it.each([
    '0812-3456-7890',
    '+62 812 3456 7890',
    '62812 3456 7890',
    '(0812) 34567890',
    '0812.3456.7890',
  ])('stores %j as 628…', (typed) => {
    expect(cleanPhone(typed)).toBe('6281234567890');
    expect(checkPhone(cleanPhone(typed))).toEqual([]);
  });

  it.each([
    '0265-771234',
    '0801234567',
    '081234',
    '0812345678901234',
    '0812345678x',
    '+65 8123 4567',
    '',
  ])('refuses %j', (typed) => {
    expect(codes(checkPhone(cleanPhone(typed)))).toEqual(['error:phone-mobile']);
  });

  it('accepts just what the rule accepts', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+?62|0)?[0-9]{5,15}$/), (typed) => {
        const good = /^(?:\+?62|0)8[1-9][0-9]{6,10}$/.test(typed);
        expect(checkPhone(cleanPhone(typed)).length === 0).toBe(good);
      }),
    );
  });
});

describe('e-mail', () => {
  const suffixes = ['.go.id', '.desa.id'];

  it('is kept in lower case', () => {
    expect(cleanEmail(' Contoh.Satu@TapinKab.go.id\n')).toBe('contoh.satu@tapinkab.go.id');
  });

  it.each([
    ['a@tapinkab.go.id', suffixes, []],
    ['a@contoh.desa.id', suffixes, []],
    ['a@gmail.com', suffixes, ['error:email-suffix']],
    ['a@evilgo.id', suffixes, ['error:email-suffix']],
    ['a@go.id.example.com', suffixes, ['error:email-suffix']],
    ['a@tapinkab.go.id', ['@tapinkab.go.id'], []],
    ['a@sub.tapinkab.go.id', ['@tapinkab.go.id'], ['error:email-suffix']],
    ['a@sub.tapinkab.go.id', ['tapinkab.go.id'], []],
    ['a@nottapinkab.go.id', ['tapinkab.go.id'], ['error:email-suffix']],
    ['a@rsud.example', ['  .EXAMPLE '], []],
    ['a@tapinkab.go.id', [], []],
    ['a@gmail.com', [], ['error:email-suffix']],
    ['a b@tapinkab.go.id', suffixes, ['error:email-shape']],
    ['@tapinkab.go.id', suffixes, ['error:email-shape']],
    ['a@.go.id', suffixes, ['error:email-shape']],
    ['a@b@c.go.id', suffixes, ['error:email-shape']],
    ['a..b@c.go.id', suffixes, ['error:email-shape']],
    ['tapinkab.go.id', suffixes, ['error:email-shape']],
  ])('%s under %j: %j', (email, allowed, expected) => {
    expect(codes(checkEmail(email, allowed))).toEqual(expected);
  });
});

describe('name', () => {
  it.each([
    ['Sdr. Contoh Satu', 'Contoh Satu'],
    ['Sdri.Contoh Satu', 'Contoh Satu'],
    ['Ibu  Contoh   Satu.', 'Contoh Satu'],
    ['Yth. Bapak Contoh Satu', 'Contoh Satu'],
    ['Bpk. Contoh Satu, S.Kom.', 'Contoh Satu, S.Kom.'],
    ['Contoh Satu, S.Kom., M.Si..', 'Contoh Satu, S.Kom., M.Si.'],
    ['Contoh Satu, S.Kom., M.Si', 'Contoh Satu, S.Kom., M.Si'],
    ['Contoh Satu, SH.', 'Contoh Satu, SH.'],
    ['Contoh S.', 'Contoh S.'],
    ['Contoh Satu,', 'Contoh Satu'],
    ["Dr. Hj. Contoh Nu'man", "Dr. Hj. Contoh Nu'man"],
    ['Ibnu Contoh', 'Ibnu Contoh'],
    ['Budi Contoh', 'Budi Contoh'],
    ['Sdrawati Contoh', 'Sdrawati Contoh'],
    ['Ibu', 'Ibu'],
    ['', ''],
  ])('cleans %j to %j', (typed, expected) => {
    expect(cleanPersonName(typed)).toBe(expected);
  });

  it('changes nothing when cleaned again', () => {
    const typed = fc
      .array(fc.oneof(fc.constantFrom('Sdr.', 'Ibu ', 'S.Kom.', ', ', '.', ' '), fc.string()))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (one) => {
        const once = cleanPersonName(one);
        expect(cleanPersonName(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Contoh Satu', []],
    ['Contoh 1', ['warning:name-digits']],
    ['123 ...', ['error:name-letters']],
  ])('checks %j: %j', (name, expected) => {
    expect(codes(checkPersonName(name))).toEqual(expected);
  });
});

describe('calendar dates', () => {
  it('agree with the calendar for every day, real or not', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.integer({ min: 1600, max: 2400 }),
        number(14),
        number(33),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const real =
            date.getUTCFullYear() === year &&
            date.getUTCMonth() === month - 1 &&
            date.getUTCDate() === day;
          expect(isRealDate(year, month, day)).toBe(real);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(['2027-1-31', '31-01-2027', '31/01/2027', '2027-02-30', ' 2027-01-31'])(
    'does not take %j',
    (text) => {
      expect(isRealIsoDate(text)).toBe(false);
    },
  );
});
