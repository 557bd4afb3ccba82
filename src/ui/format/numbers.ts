import { replaceNiksIn } from '../../domain/identifiers/niks-in-text';
import type { Locale } from '../../messages/catalogue';

function group(digits: string, sizes: readonly number[]): string {
  const parts: string[] = [];
  let rest = digits;
  for (const size of sizes) {
    if (rest === '') {
      break;
    }
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return rest === '' ? parts.join(' ') : [...parts, rest].join(' ');
}

const digitsOnly = /^\d+$/;

/** A NIK in fours, "3207 0115 0185 0001"; anything but digits stays as it is. */
export function groupNik(nik: string): string {
  return digitsOnly.test(nik) ? group(nik, [4, 4, 4, 4]) : nik;
}

const DOT = '•';

/**
 * A NIK as screens show it until somebody asks for all of it: "3207 •••• •••• 0001". Region at
 * first issue and serial stay readable, so that two people can be told apart; the day of birth
 * does not. What has not 16 digits shows at most its last four characters, and never more than
 * half of itself.
 */
export function maskNik(nik: string): string {
  const known = nik.length === 16 && digitsOnly.test(nik);
  const open = known ? 4 : Math.min(4, Math.floor(nik.length / 2));
  const first = known ? 4 : 0;
  const dots = DOT.repeat(nik.length - first - open);
  return group(nik.slice(0, first) + dots + nik.slice(nik.length - open), [4, 4, 4, 4]);
}

/** A text somebody else wrote, with every run of 16 digits in it masked like a NIK. */
export function maskNiksIn(text: string): string {
  return replaceNiksIn(text, maskNik);
}

/** A NIP as cards print it, birth, appointment, sex, serial: "19850115 201001 1 001". */
export function groupNip(nip: string): string {
  return digitsOnly.test(nip) ? group(nip, [8, 6, 1, 3]) : nip;
}

/** Long serials and hashes in fours, from the left. */
export function groupSerial(serial: string): string {
  return serial.match(/.{1,4}/g)?.join(' ') ?? serial;
}

/** What goes to the clipboard: without the spaces of the grouped form. */
export function ungroup(grouped: string): string {
  return grouped.replaceAll(/\s/g, '');
}

const intlLocales: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

/** "12.345" (Indonesian) or "12,345". */
export function formatCount(count: number, locale: Locale = 'id'): string {
  return new Intl.NumberFormat(intlLocales[locale]).format(count);
}

/** Bytes as people read them: "640 B", "812 kB", "1,4 MB" (1 kB = 1,000 bytes). */
export function formatBytes(bytes: number, locale: Locale = 'id'): string {
  if (bytes < 1000) {
    return `${formatCount(bytes, locale)} B`;
  }
  const [unit, size] =
    bytes >= 999_950_000
      ? (['GB', 1_000_000_000] as const)
      : bytes >= 999_500
        ? (['MB', 1_000_000] as const)
        : (['kB', 1000] as const);
  const number = new Intl.NumberFormat(intlLocales[locale], {
    maximumFractionDigits: unit === 'kB' ? 0 : 1,
  }).format(bytes / size);
  return `${number} ${unit}`;
}
