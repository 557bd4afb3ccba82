import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bookCounterOf,
  bookKeyOf,
  insertionCounter,
  insertionMark,
  letterCounter,
  OUTGOING,
  placeOf,
  slotCounter,
} from '../../src/domain/numbering/letter-book';
import { formatLetterNumber } from '../../src/domain/numbering/letter-number';

const parts = { classificationCode: '000.6.5', unit: 'Diskominfo', year: 2026, month: 3 };

describe('a number put in behind another', () => {
  test('bears a letter behind the sequence, whichever token gives it', () => {
    const put = (pattern: string, insertion: number) =>
      formatLetterNumber(pattern, { ...parts, sequence: 12, insertion });
    expect(put('{kode}/{urut}/{unit}/{tahun}', 1)).toEqual({
      ok: true,
      value: '000.6.5/12.a/Diskominfo/2026',
    });
    expect(put('{urut3}/{bulanRomawi}', 2)).toEqual({ ok: true, value: '012.b/III' });
    expect(put('{urut}', 0)).toEqual({ ok: true, value: '12' });
  });

  test('is marked as columns are: z is followed by aa, and no two marks are the same', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map(insertionMark)).toEqual([
      'a',
      'b',
      'z',
      'aa',
      'az',
      'ba',
      'zz',
      'aaa',
    ]);
    const all = Array.from({ length: 1000 }, (_, index) => insertionMark(index + 1));
    expect(new Set(all).size).toBe(1000);
  });
});

describe('the counters of a book', () => {
  test('tell what they count, and nothing of another book', () => {
    expect(bookCounterOf(letterCounter(OUTGOING, 2026))).toEqual({ kind: 'next', year: 2026 });
    expect(bookCounterOf(insertionCounter(2026, 12))).toMatchObject({ kind: 'insert', value: 12 });
    expect(bookCounterOf(slotCounter(2026, 12))).toMatchObject({ kind: 'slot', value: 12 });
    for (const name of ['letter/receipt/2026', 'register/A/2026', 'letter/outgoing/2026/x/1', '']) {
      expect(bookCounterOf(name)).toBeNull();
      expect(placeOf({ name, value: 1 })).toBeNull();
    }
  });

  test('sort a year by number, those put in behind it after it', () => {
    const place = fc.record({
      value: fc.integer({ min: 1, max: 99_999 }),
      insertion: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const key = (of: typeof one) => bookKeyOf({ year: 2026, ...of });
        const expected = one.value - other.value || one.insertion - other.insertion;
        expect(Math.sign(key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0)).toBe(
          Math.sign(expected),
        );
      }),
    );
  });

  test('a letter stands where its counter says', () => {
    expect(placeOf({ name: letterCounter(OUTGOING, 2026), value: 7 })).toEqual({
      year: 2026,
      value: 7,
      insertion: 0,
    });
    expect(placeOf({ name: insertionCounter(2026, 7), value: 2 })).toMatchObject({
      value: 7,
      insertion: 2,
    });
    expect(placeOf({ name: slotCounter(2026, 7), value: 3 })).toMatchObject({
      value: 7,
      insertion: 0,
    });
  });
});
