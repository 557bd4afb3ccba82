/** Ids of the SOPs the file format knows; one not installed is named as such (walk-ins.md). */
export const knownSopIds: readonly string[] = [
  'ciamis-2025-revocation',
  'meranti-2022-revocation',
  'tapin-2025-revocation',
  'ciamis-2025-renewal',
  'sumbar-2019-revocation',
];
