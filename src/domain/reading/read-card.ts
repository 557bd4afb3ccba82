import type { Box, ReadLine, ReadWord } from '../../contract/reading';
import { checkNik, readNik } from '../identifiers/nik';
import { checkPersonName, cleanPersonName } from '../identifiers/person-name';
import { around, rowsOf, textOf, type Found, type Row } from './rows';

/** What an identity card says; null where it could not be read for sure. */
export interface CardReading {
  readonly nik: Found | null;
  readonly name: Found | null;
}

const NIK_LENGTH = 16;
/** Digits by which a word counts as part of a NIK although letters were read into it. */
const DIGITS_OF_NIK = 8;

/** How sure a NIK is at most that agrees with no date on the card: one of them is misread. */
const DOUBTED = 0.3;

/** Letters that readers take digits for. */
const MISREAD: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', D: '0', Q: '0', U: '0', C: '0' },
  ...{ I: '1', l: '1', i: '1', '|': '1', '!': '1', ']': '1', '[': '1' },
  ...{ Z: '2', z: '2', E: '3', A: '4', h: '4' },
  ...{ S: '5', s: '5', $: '5', b: '6', G: '6' },
  ...{ T: '7', '?': '7', B: '8', '&': '8', g: '9', q: '9' },
};

/** "NIK" as it is read, with or without its colon. */
const NIK_LABEL = /^[NHM][I1l|!]?[KXR][:;.=]?$/;
const NAME_LABEL = /^[NHM][ao][mn][ao][:;.=]?$/i;
/** What begins the row after the name. */
const BIRTH_LABEL = /temp|tgl|lahir/i;

/** The digits that a run of characters stands for; null where one stands for none. */
function mended(text: string): string | null {
  const digits = Array.from(text.replaceAll(/[\s.,:;'’`_-]/g, '')).map((one) =>
    /\d/.test(one) ? one : MISREAD[one],
  );
  return digits.includes(undefined) ? null : digits.join('');
}

/** The words of a row that may hold a NIK: none where too few digits were read. */
function nikWords(words: readonly ReadWord[]): readonly ReadWord[] {
  const label = words.findIndex(({ text }) => NIK_LABEL.test(text));
  const after = words.slice(label + 1).filter(({ text }) => /[\p{L}\d]/u.test(text));
  const count = textOf(after).replaceAll(/\D/g, '').length;
  return count >= DIGITS_OF_NIK || (label >= 0 && count > 0) ? after : [];
}

/** Where on a line a NIK may stand, so that it can be read once more for digits; else null. */
export function nikPlace({ words }: ReadLine): Box | null {
  const found = nikWords(words);
  return found.length === 0 ? null : around(found.map(({ box }) => box));
}

/**
 * NIK and name of an identity card. A NIK is given only when it has 16 digits, its own check
 * finds no error, and nothing else that was read contradicts it: where two readings of its
 * place differ and both could be, the date of birth on the card decides, or nothing is given.
 * `yearNow`: see `checkNik`.
 */
export function readCard(lines: readonly ReadLine[], yearNow: number): CardReading {
  const rows = rowsOf(lines);
  return { nik: findNik(rows, yearNow), name: findName(rows) };
}

function findNik(rows: readonly Row[], yearNow: number): Found | null {
  const births = birthDates(rows);
  const found = rows.flatMap((row) => {
    const words = nikWords(row.words);
    const read = [runOf(words), ...row.digits].filter(
      (digits): digits is string => digits !== null && isSound(digits, yearNow),
    );
    const agreed = agreedOf([...new Set(read)], births, yearNow);
    if (agreed === null) return [];
    const isDoubted = births.length > 0 && !isBornOn(agreed, births, yearNow);
    const confidence = Math.min(isDoubted ? DOUBTED : 1, ...words.map((word) => word.confidence));
    return [{ value: agreed, box: row.box, confidence }];
  });
  const [first] = found;
  const isOne = found.every(({ value }) => value === first?.value);
  return isOne ? (first ?? null) : null;
}

/** Sixteen digits in a row of words that hang together; what is left of them is none. */
function runOf(words: readonly ReadWord[]): string | null {
  const digits = words.map(({ text }) => mended(text));
  for (let from = 0; from < digits.length; from += 1) {
    let run = '';
    for (let to = from; to < digits.length && run.length < NIK_LENGTH; to += 1) {
      const part = digits[to];
      if (part == null) break;
      run += part;
    }
    if (run.length === NIK_LENGTH) return run;
  }
  return null;
}

function isSound(nik: string, yearNow: number): boolean {
  return (
    nik.length === NIK_LENGTH &&
    checkNik(nik, yearNow).every(({ severity }) => severity !== 'error')
  );
}

function agreedOf(
  niks: readonly string[],
  births: readonly string[],
  yearNow: number,
): string | null {
  if (niks.length <= 1) return niks[0] ?? null;
  const born = niks.filter((nik) => isBornOn(nik, births, yearNow));
  const known = (born.length > 0 ? born : niks).filter(
    (nik) => checkNik(nik, yearNow).length === 0,
  );
  return known.length === 1 ? (known[0] ?? null) : null;
}

function isBornOn(nik: string, births: readonly string[], yearNow: number): boolean {
  return births.includes(readNik(nik, yearNow)?.birthDate ?? '');
}

/** Dates dd-mm-yyyy on the card, as yyyy-mm-dd. */
function birthDates(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ text }) =>
    [...text.matchAll(/(\d{2})\s?[-–.]\s?(\d{2})\s?[-–.]\s?(\d{4})/g)].map(
      ([, day = '', month = '', year = '']) => `${year}-${month}-${day}`,
    ),
  );
}

/** Below this a word behind the name is dirt or the edge of the photograph. */
const LEAST_SURE = 0.3;

function findName(rows: readonly Row[]): Found | null {
  for (const row of rows) {
    const label = row.words.findIndex(({ text }) => NAME_LABEL.test(text) || isGlued(text));
    if (label < 0 || label > 1) continue;
    const own = row.words[label];
    if (own === undefined) continue;
    const glued = own.text.replace(/^[^:;=]*[:;=]?/, '');
    const rest = row.words.slice(label + 1);
    const words = (glued === '' ? rest : [{ ...own, text: glued }, ...rest]).filter(({ text }) =>
      /\p{L}/u.test(text),
    );
    while (isDirt(words.at(-1))) words.pop();
    // A name of which a word cannot be read is none: it would be offered shorter than it is.
    if (words.length === 0 || words.some(({ confidence }) => confidence < LEAST_SURE)) continue;
    const value = cleanPersonName(words.map(({ text }) => namePart(text)).join(' '));
    const isName = value.length >= 3 && checkPersonName(value).length === 0;
    if (!isName || BIRTH_LABEL.test(value)) continue;
    return {
      value,
      box: row.box,
      confidence: Math.min(...words.map((word) => word.confidence)),
    };
  }
  return null;
}

/** Something unsure behind a name that is too short to be a part of it. */
function isDirt(word: ReadWord | undefined): boolean {
  return word !== undefined && word.confidence < LEAST_SURE && !/\p{L}{3}/u.test(word.text);
}

/** "Nama:CONTOH": label and name without a blank. */
function isGlued(text: string): boolean {
  return /^[NHM][ao][mn][ao][:;=]\p{L}/iu.test(text);
}

const MISREAD_IN_NAME: Readonly<Record<string, string>> = {
  ...{ '0': 'O', '1': 'I', '5': 'S', '8': 'B', '|': 'I', '6': 'G', '2': 'Z', '4': 'A' },
};

/** A word of a name without what is no part of one: digits become the letters they look like. */
function namePart(text: string): string {
  return Array.from(text)
    .map((one) => MISREAD_IN_NAME[one] ?? one)
    .join('')
    .replaceAll(/[^\p{L}.,'’`-]/gu, '')
    .replace(/^[.,'’`-]+/u, '');
}
