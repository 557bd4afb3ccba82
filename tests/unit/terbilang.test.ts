import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInWords, dateInWords, terbilang } from '../../src/domain/letters/terbilang';

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1000, 'seribu'],
  [1100, 'seribu seratus'],
  [2026, 'dua ribu dua puluh enam'],
  [11_000, 'sebelas ribu'],
  [100_000, 'seratus ribu'],
  [1_000_000, 'satu juta'],
  [1_001_001, 'satu juta seribu satu'],
  [2_000_000_000, 'dua miliar'],
])('%d is "%s"', (value, words) => {
  expect(terbilang(value)).toBe(words);
});

/** Reads the words back: another way round than they were made. */
function read(words: string): number {
  const small: Readonly<Record<string, number>> = {
    satu: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
    sebelas: 11,
    seratus: 100,
  };
  const large: Readonly<Record<string, number>> = {
    ribu: 1e3,
    juta: 1e6,
    miliar: 1e9,
    triliun: 1e12,
  };
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words.split(' ')) {
    if (word === 'nol') return 0;
    if (word === 'seribu') {
      total += 1000;
    } else if (word === 'belas') {
      group += 10;
    } else if (word === 'puluh') {
      group += last * 9;
    } else if (word === 'ratus') {
      group += last * 99;
    } else if (large[word] !== undefined) {
      total += group * large[word];
      group = 0;
    } else {
      last = small[word] ?? Number.NaN;
      group += last;
    }
  }
  return total + group;
}

test('the words of every number read as that number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
      expect(read(terbilang(value))).toBe(value);
    }),
  );
});

test('what is no count has no words', () => {
  for (const wrong of [-1, 1.5, 1e15, Number.NaN])
    expect(() => terbilang(wrong)).toThrow(RangeError);
});

test('counts and days as letters write them', () => {
  expect(countInWords(3)).toBe('3 (tiga)');
  expect(dateInWords('2026-03-02')).toBe(
    'Senin tanggal dua bulan Maret tahun dua ribu dua puluh enam',
  );
  expect(dateInWords('2028-02-29')).toBe(
    'Selasa tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh delapan',
  );
});
