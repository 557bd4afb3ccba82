import type { ReadLine, ReadWord } from '../../contract/reading';
import { formatIsoDate, isRealDate } from '../identifiers/calendar-date';
import { rowsOf, type Found, type Row } from './rows';

/** What a letter says of itself; null where it could not be read for sure. */
export interface LetterReading {
  /** As it stands there. */
  readonly number: Found | null;
  /** `value` is yyyy-mm-dd. */
  readonly date: Found | null;
}

/** Number and date of a letter: of the letter itself, not of others that it names. */
export function readLetter(lines: readonly ReadLine[]): LetterReading {
  const rows = rowsOf(lines);
  return { number: findNumber(rows), date: findDate(rows) };
}

const NUMBER_LABEL = /(?:^|\s)(?:Nom[oe]r|N[oe]mor|Nomar|No)\s*[.:;]*\s*[:;]?\s*(?=\S)/i;
/** Parts between slashes, dots and dashes; readers put blanks around them. */
const NUMBER = /^[A-Z0-9]+(?:\s?[./-]\s?[A-Z0-9]+)*(?=\s|$|[,;)])/i;

/** The first number behind a label that begins a row, else the first alone in its row. */
function findNumber(rows: readonly Row[]): Found | null {
  const found = rows.flatMap((row) => {
    const label = NUMBER_LABEL.exec(row.text);
    if (label === null) return [];
    const before = row.text.slice(0, label.index).trim();
    const rest = row.text.slice(label.index + label[0].length);
    const read = NUMBER.exec(rest)?.[0];
    const number = read?.replaceAll(/\s/g, '').replace(/^[Il|]+(?=[./-])/, ones);
    if (number === undefined || !/\d/.test(number) || !/[/.-]/.test(number)) return [];
    const words = wordsWithin(row, read ?? '');
    const confidence = leastSure(words.length > 0 ? words : row.words);
    return [{ before, found: { value: number, box: row.box, confidence } }];
  });
  const own = found.find(({ before }) => before === '') ?? found.find(isHeading);
  return own?.found ?? null;
}

/** The order comes first and is counted in digits: a stroke there is a one. */
const ones = (strokes: string): string => '1'.repeat(strokes.length);

/** "Surat Keterangan Nomor 1/2": few words in front, each with a capital; no sentence. */
function isHeading({ before }: { readonly before: string }): boolean {
  return /^(?:\p{Lu}\p{L}+\s*){1,5}$/u.test(before);
}

function wordsWithin(row: Row, text: string): readonly ReadWord[] {
  return row.words.filter((word) => text.includes(word.text));
}

function leastSure(words: readonly ReadWord[]): number {
  return Math.min(...words.map(({ confidence }) => confidence));
}

const MONTHS = [
  ...['januari', 'februari', 'maret', 'april', 'mei', 'juni'],
  ...['juli', 'agustus', 'september', 'oktober', 'november', 'desember'],
] as const;

const DATE = /([\dOolISB]{1,2})\s+([\p{L}\d|!]{3,10})[.,]?\s+([\dOolISB]{4})(?!\d)/gu;

/**
 * The date behind a place ("Contoh, 2 Maret 2026"), else behind "Tanggal" at the beginning of a
 * row, else the only one on the paper. Two that differ: none.
 */
function findDate(rows: readonly Row[]): Found | null {
  const found = rows.flatMap((row) =>
    [...row.text.matchAll(DATE)].flatMap((match) => {
      const value = isoDate(match);
      if (value === null) return [];
      const before = row.text.slice(0, match.index);
      const after = row.text.slice(match.index + match[0].length);
      return [
        { before, after, value, found: { value, box: row.box, confidence: leastSure(row.words) } },
      ];
    }),
  );
  const placed = found.filter(
    ({ before, after }) =>
      /(?:^|\s)\p{Lu}[\p{L}.]+\s*[,.]\s*$/u.test(before) && /^[\s.,]*$/.test(after),
  );
  const labelled = found.filter(({ before }) =>
    /^\s*(?:Pada\s+)?Tanggal\s*[:;.]?\s*$/i.test(before),
  );
  return only(placed) ?? (placed.length > 0 ? null : (only(labelled) ?? only(found)));
}

function only(dates: readonly { readonly value: string; readonly found: Found }[]): Found | null {
  const [first] = dates;
  return dates.every(({ value }) => value === first?.value) ? (first?.found ?? null) : null;
}

function isoDate([, day = '', month = '', year = '']: readonly string[]): string | null {
  const number = monthOf(month.toLowerCase());
  const [dayNumber, yearNumber] = [Number(digitsOf(day)), Number(digitsOf(year))];
  const isLikely = yearNumber >= 1945 && yearNumber <= 2100;
  if (number === null || !isLikely || !isRealDate(yearNumber, number, dayNumber)) return null;
  return formatIsoDate(yearNumber, number, dayNumber);
}

function digitsOf(text: string): string {
  const digits: Readonly<Record<string, string>> = {
    O: '0',
    o: '0',
    l: '1',
    I: '1',
    S: '5',
    B: '8',
  };
  return Array.from(text)
    .map((one) => digits[one] ?? one)
    .join('');
}

/** The month a word is nearest to, from 1; null where two are as near or none is. */
function monthOf(word: string): number | null {
  const distances = MONTHS.map((month) => distance(word, month));
  const least = Math.min(...distances);
  const nearest = distances.indexOf(least);
  const isOnly = distances.lastIndexOf(least) === nearest;
  const allowed = (MONTHS[nearest]?.length ?? 0) >= 6 ? 2 : 1;
  return isOnly && least <= allowed ? nearest + 1 : null;
}

/** Letters to be changed, added or taken away (Levenshtein). */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(one).entries()) {
    const next = [row + 1];
    for (const [column, wanted] of Array.from(other).entries()) {
      const changed = (before[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    before = next;
  }
  return before.at(-1) ?? 0;
}
