import regions from '../../../resources/regions/provinces.json';

const names = new Map<string, string>(Object.entries(regions.provinces));

/** Name of the province with this Kemendagri code ("32"); undefined for an unknown code. */
export function findProvinceName(code: string): string | undefined {
  return names.get(code);
}
