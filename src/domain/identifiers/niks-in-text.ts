const nikInText = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g;

/**
 * A text somebody else wrote, with every run of 16 digits in it (also grouped by blanks, dots or
 * dashes) replaced by what `mask` makes of its digits.
 */
export function replaceNiksIn(text: string, mask: (nik: string) => string): string {
  return text.replaceAll(nikInText, (found) => mask(found.replaceAll(/\D/g, '')));
}

/** The same with each NIK as its first and last four digits: `3207••••••••0001`. */
export function hideNiksIn(text: string): string {
  return replaceNiksIn(text, (nik) => `${nik.slice(0, 4)}${'•'.repeat(8)}${nik.slice(-4)}`);
}
