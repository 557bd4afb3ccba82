import type { JournalHead } from '../../contract/journal';

/** Hex digits of a head that are printed: enough that nobody makes another chain with them. */
const PRINTED_DIGITS = 16;

/** The first 16 hex digits in groups of four, as paper carries them: "1A2B 3C4D 5E6F 7A8B". */
export function printedDigits({ hash }: Pick<JournalHead, 'hash'>): string {
  const digits = hash.slice(0, PRINTED_DIGITS).toUpperCase();
  return digits.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** A head as typed from paper; null for what cannot be one. Blanks and dashes are passed over. */
export function readPrintedHead(
  sequence: string,
  digits: string,
): { readonly sequence: number; readonly digits: string } | null {
  const number = sequence.replaceAll(/[\s.]/g, '');
  const hex = digits.replaceAll(/[\s-]/g, '').toLowerCase();
  if (!/^[1-9]\d{0,14}$/.test(number) || !/^[0-9a-f]{16}$/.test(hex)) return null;
  return { sequence: Number(number), digits: hex };
}

/** Whether a record's hash is the one that was printed. */
export function isPrintedHead(hash: string, digits: string): boolean {
  return hash.slice(0, PRINTED_DIGITS) === digits;
}
