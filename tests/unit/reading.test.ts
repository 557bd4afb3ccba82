import { describe, expect, test } from 'vitest';
import type { ReadLine } from '../../src/contract/reading';
import { isSameName } from '../../src/domain/reading/compare-names';
import { nikPlace, readCard } from '../../src/domain/reading/read-card';
import { readLetter } from '../../src/domain/reading/read-letter';

const YEAR = 2026;

/** A line as the reader gives it: ten points a letter, twenty high; `sure` of its words. */
function line(text: string, top: number, options: Partial<LineOptions> = {}): ReadLine {
  const { left = 0, sure = [], digits = null } = options;
  let at = left;
  const words = text.split(' ').map((word, index) => {
    const box = { left: at, top, width: word.length * 10, height: 20 };
    at += box.width + 10;
    return { text: word, confidence: sure[index] ?? 0.9, box };
  });
  return { words, box: { left, top, width: at - left - 10, height: 20 }, digits };
}
interface LineOptions {
  readonly left: number;
  readonly sure: readonly number[];
  readonly digits: string | null;
}

const nikOf = (...lines: readonly ReadLine[]) => readCard(lines, YEAR).nik?.value ?? null;
const nameOf = (...lines: readonly ReadLine[]) => readCard(lines, YEAR).name?.value ?? null;
const numberOf = (...texts: readonly string[]) =>
  readLetter(texts.map((text, at) => line(text, at * 40))).number?.value ?? null;
const dateOf = (...texts: readonly string[]) =>
  readLetter(texts.map((text, at) => line(text, at * 40))).date?.value ?? null;

describe('the NIK of a card', () => {
  test.each([
    ['NIK : 3299990101850001'],
    ['NIK :3299990101850001'],
    ['NIK : 3299 9901 0185 0001'],
    ['NIK : 32999901O1850OO1'],
    ['NIK : 329999OlOI850001'],
    ['N1K . 329999010185000l'],
    ['NIK = 32999901018S0001'],
    ['3299990101850001'],
    ['NIK : 329999010185 0001 —'],
  ])('from %s', (text) => {
    const [only] = [readCard([line(text, 100)], YEAR).nik];
    expect(only?.value).toBe('3299990101850001');
    expect(only?.box).toEqual(line(text, 100).box);
  });

  test.each([
    ['a digit is missing', 'NIK : 329999010185001'],
    ['one too many', 'NIK : 32999901018500011'],
    ['no such day of birth', 'NIK : 3299993213850001'],
    ['a sign that stands for no digit', 'NIK : 32999901018500#1'],
    ['a telephone number', 'Telp. 081200000001'],
  ])('is not given: %s', (_, text) => {
    expect(nikOf(line(text, 100))).toBeNull();
  });

  test('where two readings of its place differ, the date of birth decides, or nobody', () => {
    const unsure = line('NIK : 3299990101850001', 100, { digits: '3299990701850001' });
    expect(nikOf(unsure)).toBeNull();
    expect(nikOf(unsure, line('CONTOH, 01-01-1985', 160))).toBe('3299990101850001');
    expect(nikOf(unsure, line('CONTOH, 07-01-1985', 160))).toBe('3299990701850001');
    const broken = line('NIK : 32999901018500#1', 100, { digits: '3299990101850001' });
    expect(nikOf(broken)).toBe('3299990101850001');
  });

  test('that no date on the card agrees with is given as unsure', () => {
    const nik = line('NIK : 3299990101850001', 100);
    const born = (date: string) => readCard([nik, line(date, 160)], YEAR).nik?.confidence;
    expect(born('CONTOH, 01-01-1985')).toBe(0.9);
    expect(born('CONTOH, 01-07-1985')).toBeLessThan(0.5);
  });

  test('two different ones on one picture: none', () => {
    const [one, other] = [line('3299990101850001', 100), line('3299990101850002', 200)];
    expect(nikOf(one, other)).toBeNull();
    expect(nikOf(one, line('3299990101850001', 200))).toBe('3299990101850001');
  });

  test('its place is told without the label, and only where there are digits', () => {
    expect(nikPlace(line('NIK : 3299990101850001', 0))).toMatchObject({ left: 60, width: 160 });
    expect(nikPlace(line('PROVINSI CONTOH', 0))).toBeNull();
  });
});

describe('the name on a card', () => {
  test.each([
    ['Nama : CONTOH SATU', 'CONTOH SATU'],
    ['Nama:CONTOH SATU', 'CONTOH SATU'],
    ['Nama CONTOH SATU', 'CONTOH SATU'],
    ['Noma : C0NT0H 5ATU', 'CONTOH SATU'],
    ["Nama : CONTOH D'UA, S.KOM.", "CONTOH D'UA, S.KOM."],
    ['— Nama : CONTOH SATU', 'CONTOH SATU'],
  ])('from %s', (text, name) => {
    expect(nameOf(line(text, 100))).toBe(name);
  });

  test('label and name in columns of their own are one row', () => {
    expect(nameOf(line('Nama', 100), line(': CONTOH SATU', 104, { left: 300 }))).toBe(
      'CONTOH SATU',
    );
  });

  test('dirt behind it is left out; a word of it that cannot be read makes it none', () => {
    const words = 'Nama : CONTOH SATU fi';
    expect(nameOf(line(words, 100, { sure: [0.9, 0.9, 0.9, 0.9, 0.1] }))).toBe('CONTOH SATU');
    expect(nameOf(line(words, 100, { sure: [0.9, 0.9, 0.1, 0.9, 0.9] }))).toBeNull();
    // Shorter than it is it would be another name.
    const long = 'Nama : CONTOH EMPAT QISTHI';
    expect(nameOf(line(long, 100, { sure: [0.9, 0.9, 0.9, 0.9, 0.1] }))).toBeNull();
    expect(nameOf(line('Nama :', 100), line('Tempat/Tgl Lahir : CONTOH', 140))).toBeNull();
  });
});

describe('the number of a letter', () => {
  test.each([
    [['Nomor : 800/123/DISKOMINFO/2026'], '800/123/DISKOMINFO/2026'],
    [['Nomor: 800 / 123 / DISKOMINFO / 2026'], '800/123/DISKOMINFO/2026'],
    [['Nomer : 12/SKK/I/2026 Contoh, 3 Maret 2026'], '12/SKK/I/2026'],
    [['No. 555.1/7/B.3/2026'], '555.1/7/B.3/2026'],
    [['Surat Keterangan Nomor 12/SKK/2026'], '12/SKK/2026'],
    [['Nomor: I/SKK/2026'], '1/SKK/2026'],
    [['menunjuk surat Nomor 45/99/2025 tanggal', 'Nomor : 1/2/2026'], '1/2/2026'],
    [['menunjuk surat Nomor 45/99/2025 tanggal'], null],
    [['Jalan Contoh Nomor 1, Contoh'], null],
    [['Nomor :'], null],
  ])('%j', (texts, number) => {
    expect(numberOf(...texts)).toBe(number);
  });
});

describe('the date of a letter', () => {
  test.each([
    [['Contoh, 12 Maret 2026'], '2026-03-12'],
    [['Contoh, l2 Maret 2O26'], '2026-03-12'],
    [['Contoh , 3 Pebruari 2026'], '2026-02-03'],
    [['Contoh, 3 Nopember 2026'], '2026-11-03'],
    [['Contoh. 12 Marct 2026'], '2026-03-12'],
    [['lahir tanggal 15 Januari 1985, adalah', 'Contoh, 12 Maret 2026'], '2026-03-12'],
    [['lahir tanggal 15 Januari 1985, adalah', 'Pada tanggal : 12 Maret 2026'], '2026-03-12'],
    [['lahir 15 Januari 1985', 'surat tanggal 3 Februari 2025'], null],
    [['Contoh, 12 Jull 2026'], '2026-07-12'],
    [['Contoh, 12 Jumi 2026'], null],
    [['Contoh, 12 Juxi 2026'], null],
    [['Contoh, 31 Februari 2026'], null],
    [['Contoh, 12 Contoh 2026'], null],
  ])('%j', (texts, date) => {
    expect(dateOf(...texts)).toBe(date);
  });
});

test.each([
  ['CONTOH SATU', 'Contoh Satu, S.E.', true],
  ['CONTOH SATU', 'Dr. Ir. Contoh Satu, M.Si.', true],
  ['CONTOH SATU', 'contoh  satu', true],
  ["NUR'AINI CONTOH", 'Nuraini Contoh', true],
  ['CONTOH SATU', 'Contoh Dua', false],
  ['CONTOH SATU', 'Contoh', false],
])('%s on a card and %s on record: %s', (card, recorded, isSame) => {
  expect(isSameName(card, recorded)).toBe(isSame);
});
