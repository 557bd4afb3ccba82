import type {
  ColourMode,
  ScannerSource,
  ScanProfile,
  ScanRefusal,
} from '../../../src/contract/scanner';
import { offered, usualWithin } from './usual-resolutions';

/** Between the fields of a device in `scanimage -f`; no field of it has this sign. */
export const FIELD_SIGN = '\t';

/** A line of `scanimage -f '%d<tab>%v<tab>%m%n'`. */
export interface SaneDevice {
  readonly device: string;
  readonly name: string;
}

/** Devices in their order; a backend's other words are passed over. */
export function readDevices(out: string): readonly SaneDevice[] {
  return out.split('\n').flatMap((line) => {
    const [device, vendor, model] = line.split(FIELD_SIGN);
    if (!device || vendor === undefined || model === undefined) return [];
    return [{ device, name: `${vendor} ${model}`.trim() }];
  });
}

/** The words of one option as `scanimage -A` lists it; null where it is absent or inactive. */
function optionOf(listing: string, name: string): string | null {
  const line = listing.split('\n').find((one) => one.trim().startsWith(`${name} `));
  if (line === undefined || /\[inactive\]/.test(line)) return null;
  return line.trim().slice(name.length + 1);
}

/** Words a device allows for an option, in its own spelling. */
function choicesOf(listing: string, name: string): readonly string[] {
  const option = optionOf(listing, name)?.replace(/\s*\[[^\]]*\]\s*(?:\[[^\]]*\])?\s*$/, '');
  return option === undefined || option === '' ? [] : option.split('|').map((one) => one.trim());
}

function resolutionsOf(listing: string): number[] {
  const option = optionOf(listing, '--resolution') ?? '';
  const range = /^(\d+)(?:\.\d+)?\.\.(\d+)/.exec(option);
  const [least, most] = range === null ? [0, 0] : [Number(range[1]), Number(range[2])];
  const all =
    range === null
      ? (option.split(/dpi|\[/)[0] ?? '').split('|').map(Number)
      : usualWithin(least, most);
  return offered(all);
}

/** Millimetres a device's area reaches on one axis; A4 where it does not say. */
function reachOf(listing: string, axis: '-x' | '-y'): number {
  const most = /\.\.(\d+(?:\.\d+)?)mm/.exec(optionOf(listing, axis) ?? '')?.[1];
  return most === undefined ? (axis === '-x' ? 210 : 297) : Number(most);
}

const colourWords: Readonly<Record<ColourMode, RegExp>> = {
  color: /colou?r/i,
  gray: /gr[ae]y/i,
  lineart: /line\s*art|binary|black\s*(?:&|and)\s*white|monochrome/i,
};

const isDuplex = (word: string): boolean => /duplex|both/i.test(word);
const isFeeder = (word: string): boolean => /adf|feeder/i.test(word) && !isDuplex(word);
const isGlass = (word: string): boolean => /flatbed|glass|normal/i.test(word);

type SourceArguments = Readonly<Partial<Record<ScannerSource['source'], readonly string[]>>>;

/** Options that choose each paper source, in the device's own words. */
function sourceArguments(listing: string): SourceArguments {
  const words = choicesOf(listing, '--source');
  if (words.length === 0) return { flatbed: [] };
  const [glass, feeder, duplex] = [isGlass, isFeeder, isDuplex].map((is) => words.find(is));
  const both = choicesOf(listing, '--adf-mode').find(isDuplex);
  return {
    ...(glass !== undefined && { flatbed: ['--source', glass] }),
    ...(feeder !== undefined && { feeder: ['--source', feeder] }),
    ...(duplex !== undefined && { 'feeder-duplex': ['--source', duplex] }),
    ...(duplex === undefined &&
      feeder !== undefined &&
      both !== undefined && { 'feeder-duplex': ['--source', feeder, '--adf-mode', both] }),
  };
}

/** What a device can do, from `scanimage -A`; empty when it has no way this program knows. */
export function readSources(listing: string): readonly ScannerSource[] {
  const modes = choicesOf(listing, '--mode');
  const colours = (['color', 'gray', 'lineart'] as const).filter((colour) =>
    modes.some((mode) => colourWords[colour].test(mode)),
  );
  const resolutions = resolutionsOf(listing);
  if (resolutions.length === 0) return [];
  return (['flatbed', 'feeder', 'feeder-duplex'] as const)
    .filter((source) => sourceArguments(listing)[source] !== undefined)
    .map((source) => ({
      source,
      resolutions,
      // A device without a choice gives what it gives.
      colours: colours.length === 0 ? ['color'] : [...colours],
      width: reachOf(listing, '-x'),
      height: reachOf(listing, '-y'),
    }));
}

/** Options of `scanimage` for a profile in the device's own words; null where it cannot do it. */
export function profileArguments(listing: string, profile: ScanProfile): readonly string[] | null {
  const source = sourceArguments(listing)[profile.source];
  if (source === undefined) return null;
  const modes = choicesOf(listing, '--mode');
  const mode = modes.find((word) => colourWords[profile.colour].test(word));
  if (modes.length > 0 && mode === undefined) return null;
  const { width, height, dpi } = profile;
  const area = (axis: '-x' | '-y', wanted: number) => [
    axis,
    String(Math.min(wanted, reachOf(listing, axis))),
  ];
  return [
    ...source,
    ...(mode === undefined ? [] : ['--mode', mode]),
    '--resolution',
    String(dpi),
    ...['-l', '0', '-t', '0'],
    ...area('-x', width),
    ...area('-y', height),
  ];
}

/**
 * What the end of `scanimage` means: it ends with the number of the SANE status that stopped it
 * (SANE Standard 1.06, 4.2.7). An empty feeder after a page is the usual end of a pile.
 */
export function readStatus(code: number, pages: number): ScanRefusal | null {
  switch (code) {
    case 0:
      return null;
    case 3:
      return 'device-busy';
    case 1:
    case 4:
      return 'profile-refused';
    case 6:
      return 'paper-jam';
    case 7:
      return pages > 0 ? null : 'no-paper';
    case 8:
      return 'cover-open';
    case 11:
      return 'no-access';
    default:
      return 'failed';
  }
}

/** Pages and shares told by `--progress`, the last one of a piece of words; null where none is. */
export function readProgress(words: string): number | null {
  const last = [...words.matchAll(/Progress: (\d+(?:\.\d+)?)%/g)].at(-1)?.[1];
  return last === undefined ? null : Math.min(Number(last) / 100, 1);
}
