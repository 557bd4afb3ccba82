/**
 * A number as people type or paste it, without what groups its digits: spaces of every
 * kind, dots, dashes, and the apostrophe by which a spreadsheet marks text. Anything else
 * stays, so that a check can name it.
 */
export function withoutSeparators(typed: string): string {
  return (
    typed
      .normalize('NFKC')
      .replace(/[\s\u200B-\u200D\u2060\uFEFF.\-\u2010-\u2015\u2212]/gu, '')
      // What a separator stood between may compose now.
      .normalize('NFKC')
      .replace(/^['’`]+/u, '')
  );
}

/** The first character that is not a digit 0–9; undefined when all are. */
export function firstNonDigit(value: string): string | undefined {
  return /[^0-9]/u.exec(value)?.[0];
}
