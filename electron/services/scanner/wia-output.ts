import { z } from 'zod';
import type { Scanner, ScannerSource, ScanRefusal } from '../../../src/contract/scanner';
import { parsedJson } from '../parsed-json';

const devicesSchema = z.array(
  z.object({
    Id: z.string().min(1),
    Name: z.string(),
    /** Bits: 1 feeder, 2 flatbed, 4 both sides. */
    Capabilities: z.number().nullish(),
    /** Thousandths of an inch. */
    Width: z.number().nullish(),
    Height: z.number().nullish(),
  }),
);

const FEEDER = 1;
const FLATBED = 2;
const DUPLEX = 4;
const MM_PER_UNIT = 0.0254;

/** Handling of WIA (property 3088) for each paper source. */
export const handlingOf = { flatbed: FLATBED, feeder: FEEDER, 'feeder-duplex': DUPLEX } as const;

/** The scanners in the JSON of the script `list`; null for anything else. */
export function readWiaScanners(text: string, prefix: string): readonly Scanner[] | null {
  const devices = parsedJson(text, devicesSchema);
  if (devices === null) return null;
  return devices.map(({ Id, Name, Capabilities, Width, Height }) => ({
    id: prefix + Id,
    name: Name === '' ? Id : Name,
    kind: 'wia',
    sources: sourcesOf(Capabilities ?? FLATBED).map((source) => ({
      source,
      // WIA tells what a scanner takes only once it is asked for a page.
      resolutions: [75, 100, 150, 200, 300, 600],
      colours: ['color', 'gray', 'lineart'],
      width: Width ? Width * MM_PER_UNIT : 210,
      height: Height ? Height * MM_PER_UNIT : 297,
    })),
  }));
}

function sourcesOf(capabilities: number): ScannerSource['source'][] {
  const sources: ScannerSource['source'][] = [
    ...((capabilities & FLATBED) === 0 ? [] : (['flatbed'] as const)),
    ...((capabilities & FEEDER) === 0 ? [] : (['feeder'] as const)),
    ...((capabilities & DUPLEX) === 0 ? [] : (['feeder-duplex'] as const)),
  ];
  return sources.length === 0 ? ['flatbed'] : sources;
}

/**
 * What the script `scan` ended with: 21 where the scanner is gone, else the HRESULT in its words
 * (wiadef.h, "WIA error codes"). An empty feeder after a page is the usual end of a pile.
 */
export function readWiaEnd(code: number, words: string, pages: number): ScanRefusal | null {
  if (code === 0) return null;
  if (code === 21) return 'device-gone';
  switch (/WIA ([0-9A-F]{8})/.exec(words)?.[1]) {
    case '80210002':
    case '80210004':
    case '80210020':
      return 'paper-jam';
    case '80210003':
      return pages > 0 ? null : 'no-paper';
    case '80210005':
    case '8021000A':
    case '80210015':
      return 'device-gone';
    case '80210006':
    case '80210007':
    case '8021000D':
      return 'device-busy';
    case '8021000C':
    case '8021000B':
    case '80070057':
      return 'profile-refused';
    case '80210016':
      return 'cover-open';
    case '80070005':
      return 'no-access';
    default:
      return 'failed';
  }
}
