import { describe, expect, it } from 'vitest';
import { cleanEntry, cleanPaste } from '../../src/features/intake/entry-cleaning';

describe('cleaning of entries', () => {
  it.each([
    ['applicant.nik', '3207 0115 0185 0001', '3207011501850001', ['spaces']],
    ['applicant.nik', '3207.0115-0185.0001', '3207011501850001', ['separators']],
    ['applicant.nip', '19850115 201001 1 001 ', '198501152010011001', ['spaces']],
    ['applicant.name', 'Sdr. Contoh Satu', 'Contoh Satu', ['address']],
    ['applicant.name', 'Contoh Satu.', 'Contoh Satu', ['last-stop']],
    ['applicant.name', '  Contoh   Satu', 'Contoh Satu', ['spaces']],
    ['applicant.email', 'Contoh@Contohkab.go.id', 'contoh@contohkab.go.id', ['capitals']],
    ['certificate.serialNumber', '0A:1B', '0a1b', ['separators', 'capitals']],
  ])('%s "%s"', (path, typed, value, cleanings) => {
    expect(cleanEntry(path, typed)).toEqual({ value, cleanings });
  });

  it.each([
    ['applicant.name', 'Contoh Satu, S.Kom., M.Si.'],
    ['applicant.name', 'Ibundari Contoh'],
    ['applicant.nik', '3207011501850001'],
    ['applicant.phone', '0812-3456-7890'],
    ['reason.note', 'baris satu\nbaris dua '],
  ])('%s "%s" stays as it is and says nothing', (path, typed) => {
    expect(cleanEntry(path, typed)).toEqual({ value: typed, cleanings: [] });
  });

  it('does not hide what is wrong: a letter in a NIK stays for the check to name', () => {
    expect(cleanEntry('applicant.nik', '3207O115 0185 0001').value).toBe('3207O11501850001');
  });
});

describe('paste', () => {
  it('a table cell with its line break becomes the number', () => {
    const field = { value: '', start: 0, end: 0 };
    expect(cleanPaste('applicant.nik', field, ' 3207 0115 0185 0001\r\n')).toEqual({
      value: '3207011501850001',
      cleanings: ['spaces'],
    });
  });

  it('goes where the selection was and keeps the rest', () => {
    const field = { value: '3207xx0001', start: 4, end: 6 };
    expect(cleanPaste('applicant.nik', field, '0115 0185').value).toBe('3207011501850001');
  });
});
