import { z } from 'zod';
import { scanProfileSchema, type Scanner, type ScanProfile } from '../../contract/scanner';

/** What a desk scanned a kind of paper with the last time. It is a habit of this computer. */
const keptSchema = z.object({ scanner: z.string(), profile: scanProfileSchema });
export type KeptProfile = z.infer<typeof keptSchema>;

const keyOf = (document: string) => `loket.scan.${document}`;
/** For papers that were never scanned here. */
const LATEST = keyOf('latest');

/** How this paper, or else the last one, was scanned; null at the first time. */
export function readKeptProfile(document: string): KeptProfile | null {
  return readKept(keyOf(document), keptSchema) ?? readKept(LATEST, keptSchema);
}

/** What this computer keeps under a name; null for what is not there, or not ours any more. */
function readKept<Value>(key: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function keepProfile(document: string, kept: KeptProfile): void {
  const text = JSON.stringify(kept);
  localStorage.setItem(keyOf(document), text);
  localStorage.setItem(LATEST, text);
}

const ADDRESSES = 'loket.scan.addresses';
const addressesSchema = z.array(z.string().max(300)).max(20);

/** Scanners of the network that were named by their address on this computer. */
export function readAddresses(): readonly string[] {
  return readKept(ADDRESSES, addressesSchema) ?? [];
}

export function keepAddresses(addresses: readonly string[]): void {
  localStorage.setItem(ADDRESSES, JSON.stringify(addresses));
}

/** Sizes of paper in millimetres; F4 as offices in Indonesia use it (domain/letters.md, 4.2). */
export const paperSizes = {
  a4: { width: 210, height: 297 },
  f4: { width: 215, height: 330 },
  card: { width: 86, height: 54 },
} as const;
export type PaperSize = keyof typeof paperSizes | 'whole';

/** The name of a size in millimetres, by the paper or by the scanner's whole area. */
export function sizeName({ width, height }: ScanProfile): PaperSize {
  const found = (['a4', 'f4', 'card'] as const).find(
    (name) => paperSizes[name].width === width && paperSizes[name].height === height,
  );
  return found ?? 'whole';
}

/** A profile the scanner can do, as near as possible to the wanted one. */
export function fittingProfile(scanner: Scanner, wanted: ScanProfile): ScanProfile {
  const source = scanner.sources.find((one) => one.source === wanted.source) ?? scanner.sources[0];
  if (source === undefined) return wanted;
  const dpi = source.resolutions.toSorted(
    (one, other) => Math.abs(one - wanted.dpi) - Math.abs(other - wanted.dpi),
  )[0];
  const colour = source.colours.includes(wanted.colour) ? wanted.colour : source.colours[0];
  return {
    ...wanted,
    source: source.source,
    dpi: dpi ?? wanted.dpi,
    colour: colour ?? wanted.colour,
    width: Math.min(wanted.width, source.width),
    height: Math.min(wanted.height, source.height),
  };
}

/** What is tried first: good enough to read small print, small enough to send. */
export const FIRST_PROFILE: ScanProfile = {
  source: 'flatbed',
  dpi: 300,
  colour: 'color',
  ...paperSizes.a4,
};
