/** The endings of official addresses as typed, one per line or with commas; each once. */
export function parseSuffixes(typed: string): readonly string[] {
  const parts = typed.split(/[\s,;]+/u).map((part) => part.toLowerCase());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** The first entry that is no ending ("go.id" and "@dinas.go.id" are); undefined when all are. */
export function findOddSuffix(suffixes: readonly string[]): string | undefined {
  const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
  const ending = new RegExp(`^[.@]?${label}(?:\\.${label})+$`);
  // ".id" alone would let every Indonesian address through.
  return suffixes.find((suffix) => !ending.test(suffix));
}
