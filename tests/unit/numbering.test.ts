import fc from 'fast-check';
import { letterCounter } from '../../src/domain/numbering/letter-book';
import { describe, expect, it } from 'vitest';
import {
  checkLetterNumberPattern,
  defaultLetterNumberPattern,
  formatLetterNumber,
} from '../../src/domain/numbering/letter-number';
import {
  letterDate,
  letterDateOfIso,
  localDate,
  romanMonth,
  timeZoneLabel,
} from '../../src/domain/numbering/local-date';
import { formatRegisterNumber, registerCounter } from '../../src/domain/numbering/register-number';

describe('register number', () => {
  it('carries the desk and the year, so that two desks never give the same number', () => {
    expect(formatRegisterNumber({ desk: 'A', year: 2026, sequence: 1 })).toBe('A-2026-0001');
    expect(registerCounter({ desk: 'A', year: 2026 })).toBe('register/A/2026');
  });

  it('is different for different entries, also past 9999', () => {
    const entry = fc.record({
      desk: fc.stringMatching(/^[A-Z0-9]{1,4}$/),
      year: fc.integer({ min: 2020, max: 2099 }),
      sequence: fc.integer({ min: 1, max: 200_000 }),
    });
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(formatRegisterNumber(one) === formatRegisterNumber(other)).toBe(same);
      }),
    );
  });
});

describe('letter number', () => {
  const parts = {
    classificationCode: '000.6.5.2',
    sequence: 24,
    unit: 'Diskominfo',
    year: 2026,
    month: 3,
  };

  it.each([
    [defaultLetterNumberPattern, '000.6.5.2/24/Diskominfo/2026'],
    ['{kode}/{urut3}/{unit}/{bulanRomawi}/{tahun}', '000.6.5.2/024/Diskominfo/III/2026'],
    ['{kode}/{urut}/Diskominfo.05', '000.6.5.2/24/Diskominfo.05'],
    ['{urut}-{bulan}', '24-03'],
  ])('fills %s', (pattern, expected) => {
    expect(formatLetterNumber(pattern, parts)).toEqual({ ok: true, value: expected });
  });

  it('does not read a token out of a value it put in', () => {
    const filled = formatLetterNumber('{unit}/{urut}', { ...parts, unit: '{tahun}' });
    expect(filled).toEqual({ ok: true, value: '{tahun}/24' });
  });

  it.each([
    ['{kode}/{nomor}', ['pattern-token-unknown', 'pattern-without-sequence']],
    ['{kode}/{urut', ['pattern-brace', 'pattern-without-sequence']],
    ['{urut}/{constructor}', ['pattern-token-unknown']],
    ['{tahun}', ['pattern-without-sequence']],
    ['', ['pattern-without-sequence']],
    ['{urut3}', []],
  ])('finds in %j: %j', (pattern, expected) => {
    expect(checkLetterNumberPattern(pattern).map(({ code }) => code)).toEqual(expected);
    expect(formatLetterNumber(pattern, parts).ok).toBe(expected.length === 0);
  });

  it('counts each book and year by itself', () => {
    expect(letterCounter('outgoing', 2026)).toBe('letter/outgoing/2026');
  });
});

describe('local date', () => {
  it('turns the year at the office’s midnight, not at Greenwich’s', () => {
    expect(localDate('2025-12-31T17:00:00Z', 'Asia/Jakarta')).toMatchObject({
      year: 2026,
      month: 1,
      day: 1,
    });
    expect(localDate('2025-12-31T16:59:59Z', 'Asia/Jakarta').isoDate).toBe('2025-12-31');
    expect(localDate('2025-12-31T16:00:00Z', 'Asia/Makassar').isoDate).toBe('2026-01-01');
    expect(localDate('2025-12-31T15:00:00Z', 'Asia/Jayapura').isoDate).toBe('2026-01-01');
  });

  it('agrees with the time zone data of the platform', () => {
    const instant = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
    fc.assert(
      fc.property(instant, zone, (date, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(date);
        const { isoDate, hour, minute } = localDate(date.toISOString(), timeZone);
        const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
        expect(`${isoDate} ${time}`).toBe(shown);
      }),
    );
  });

  it('writes dates as Indonesian letters do', () => {
    const date = localDate('2026-03-02T09:14:00+07:00', 'Asia/Jakarta');
    expect(letterDate(date)).toBe('2 Maret 2026');
    expect(letterDateOfIso('2027-01-31')).toBe('31 Januari 2027');
    expect(letterDateOfIso('2026-13-02')).toBe('2026-13-02');
    expect(romanMonth(12)).toBe('XII');
    expect(timeZoneLabel('Asia/Makassar')).toBe('WITA');
  });

  it('refuses what is no instant', () => {
    expect(() => localDate('kemarin', 'Asia/Jakarta')).toThrow(RangeError);
  });
});
