/**
 * A key out of words: lower case, accents dropped, everything else joined by hyphens;
 * "Kepala Bidang Persandian" gives "kepala-bidang-persandian". Empty where nothing is left.
 */
export function keyOf(words: string): string {
  return words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** Longest key that is proposed: it goes into file names and addresses. */
const LONGEST = 40;

function shortened(key: string): string {
  if (key.length <= LONGEST) return key;
  const cut = key.slice(0, LONGEST + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : key.slice(0, LONGEST);
}

/** The key, or the first of "key-2", "key-3" … that nothing has yet. */
export function freeKey(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/** A key made of a label that nothing has yet; `fallback` where the label gives none. */
export function proposeKey(label: string, fallback: string, taken: readonly string[]): string {
  return freeKey(shortened(keyOf(label)) || fallback, taken);
}

/**
 * An id for an SOP of the office's own: its short name, the year, the service, such as
 * "diskominfo-2026-revocation"; with a number where an SOP has that one already.
 */
export function proposeSopId(
  { shortName, year, service }: { shortName: string; year: number; service: string },
  taken: readonly string[],
): string {
  const office = shortened(keyOf(shortName)) || 'sop';
  return freeKey(`${office}-${year}-${service}`, taken);
}
