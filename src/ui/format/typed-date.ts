const months: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'february', 'pebruari'],
  ['maret', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'december', 'dec'],
];

function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) {
    return Number(text);
  }
  const index = months.findIndex((names) => names.includes(text.toLowerCase()));
  return index === -1 ? null : index + 1;
}

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/**
 * Reads a date as clerks type it (02-03-2026, 2/3/2026, 2.3.2026, 02032026, "2 Maret 2026",
 * also 2026-03-02) into "2026-03-02". Null when it is no real day. The year has four digits:
 * a guessed century would be wrong for somebody.
 */
export function parseTypedDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso !== null) {
    return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  if (run !== null) {
    return toIso(Number(run[3]), Number(run[2]), Number(run[1]));
  }
  const parts = /^(\d{1,2})[\s./-]+([\p{L}]+|\d{1,2})[\s./-]+(\d{4})$/u.exec(trimmed);
  const month = parts?.[2] === undefined ? null : monthNumber(parts[2]);
  if (parts === null || month === null) {
    return null;
  }
  return toIso(Number(parts[3]), month, Number(parts[1]));
}
