import { monthName } from '../numbering/local-date';

const UNITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

/** Steps above a thousand, largest first. */
const STEPS = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu'],
] as const;

const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

/**
 * A number in Indonesian words: 2026 is "dua ribu dua puluh enam", 1100 "seribu seratus". Whole
 * numbers from 0 below 10^15; throws a RangeError for any other.
 */
export function terbilang(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) {
    throw new RangeError('terbilang: a whole number from 0 below 10^15 is needed');
  }
  return value === 0 ? UNITS[0] : wordsOf(value).join(' ');
}

function wordsOf(value: number): readonly string[] {
  if (value === 0) return [];
  if (value < 12) return [UNITS[value] ?? ''];
  if (value < 20) return [...wordsOf(value - 10), 'belas'];
  if (value < 100) return [...wordsOf(Math.floor(value / 10)), 'puluh', ...wordsOf(value % 10)];
  if (value < 1000) {
    const hundreds = Math.floor(value / 100);
    const head = hundreds === 1 ? ['seratus'] : [...wordsOf(hundreds), 'ratus'];
    return [...head, ...wordsOf(value % 100)];
  }
  for (const [size, name] of STEPS) {
    const count = Math.floor(value / size);
    if (count === 0) continue;
    // "seribu", and yet "satu juta".
    const head = size === 1000 && count === 1 ? ['seribu'] : [...wordsOf(count), name];
    return [...head, ...wordsOf(value % size)];
  }
  return [];
}

/** "3 (tiga)", as letters count what goes along with them. */
export function countInWords(count: number): string {
  return `${count} (${terbilang(count)})`;
}

/**
 * A day as minutes begin: "Senin tanggal dua bulan Maret tahun dua ribu dua puluh enam" for
 * 2026-03-02. The caller has made sure that the day (yyyy-mm-dd) exists.
 */
export function dateInWords(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  const weekday = WEEKDAYS[day.getUTCDay()] ?? '';
  const month = monthName(day.getUTCMonth() + 1);
  const date = terbilang(day.getUTCDate());
  return `${weekday} tanggal ${date} bulan ${month} tahun ${terbilang(day.getUTCFullYear())}`;
}
