/** Degrees and forms of address that stand before a name on papers and not on a card. */
const BEFORE =
  /^(?:(?:prof|dr|dra|drs|ir|hj?|apt|ns|sdri?|bpk|ibu|bapak)(?:\.\s*|\s+))+(?=\p{L})/iu;

/**
 * Whether a name as a card bears it and one as an office writes it are the same: capitals,
 * degrees ("Contoh Satu, S.E.") and dots make no difference; every other letter does.
 */
export function isSameName(card: string, recorded: string): boolean {
  return plain(card) === plain(recorded);
}

function plain(name: string): string {
  const [own = ''] = name.split(',');
  return own
    .trim()
    .replace(BEFORE, '')
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
