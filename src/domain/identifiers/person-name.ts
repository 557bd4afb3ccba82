import { errorOf, warningOf, type IdentifierProblem } from './problem';

/** Forms of address that are no part of a name; academic and religious titles are. */
const ADDRESS =
  /^(?:yth|sdr\/i|sdri|sdr|saudari|saudara|bpk|bapak|pak|ibu|bu)(?:\.\s*|\s+)(?=\S)/iu;

/**
 * A name without what is not part of it: "Sdr.", "Bpk.", "Ibu " before it, doubled blanks,
 * a dot or comma that ends the sentence. Degrees keep their dots ("S.Kom.", "M.Si."), and
 * the spelling stays as it is on the identity card.
 */
export function cleanPersonName(typed: string): string {
  return withoutLastStop(withoutAddress(cleanText(typed)));
}

/** Text on one line: blanks made single, none around it, no invisible characters. */
export function cleanText(typed: string): string {
  return (
    typed
      .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
      // What an invisible character stood between composes now.
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  );
}

/** Error: no letter at all. Warning: a digit in the name. Whether it is required is not asked here. */
export function checkPersonName(name: string): readonly IdentifierProblem[] {
  if (!/\p{L}/u.test(name)) return [errorOf('name-letters')];
  const digit = /\d/.exec(name)?.[0];
  return digit === undefined ? [] : [warningOf('name-digits', { found: digit })];
}

function withoutAddress(name: string): string {
  const rest = name.replace(ADDRESS, '');
  return rest === name ? name : withoutAddress(rest);
}

function withoutLastStop(name: string): string {
  const ended = name.replace(/[\s,;]+$/u, '').replace(/\.{2,}$/u, '.');
  if (!ended.endsWith('.')) return ended;
  const bare = ended.slice(0, -1);
  const lastWord = bare.split(/[\s,]+/u).at(-1) ?? '';
  // "S.Kom." has a dot inside, "SH." and "B." are short, ", Apt." follows a comma.
  const isDegreeOrInitial =
    lastWord.includes('.') || lastWord.length <= 2 || /,\s*\S+$/u.test(bare);
  return isDegreeOrInitial ? ended : withoutLastStop(bare);
}
