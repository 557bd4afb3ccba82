import { XMLParser } from 'fast-xml-parser';
import type {
  ColourMode,
  ScannerSource,
  ScanProfile,
  ScanRefusal,
} from '../../../src/contract/scanner';
import { offered, usualWithin } from './usual-resolutions';

/** Names of the Mopria eSCL specification 2.97, whose namespaces stand in every message. */
const SCAN = 'http://schemas.hp.com/imaging/escl/2011/05/03';
const PWG = 'http://www.pwg.org/schemas/2010/12/sm';

/** Lengths in eSCL are three hundredths of an inch. */
const UNITS_PER_MM = 300 / 25.4;

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  // No entity of the file's own is ever unfolded.
  processEntities: false,
  isArray: (name) => LISTS.has(name),
});
const LISTS = new Set(['SettingProfile', 'ColorMode', 'DiscreteResolution', 'DocumentFormat']);

type Node = Readonly<Record<string, unknown>>;

function child(node: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Node)[name] : undefined),
    node,
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
}

function numberOf(value: unknown): number {
  return typeof value === 'string' ? Number(value) : Number.NaN;
}

/** null for bytes that are no XML. */
function parse(body: Uint8Array): unknown {
  try {
    return parser.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/** What a scanner says of itself (`ScannerCapabilities`); null where nothing of it is usable. */
export function readCapabilities(
  body: Uint8Array,
): { readonly name: string; readonly sources: readonly ScannerSource[] } | null {
  const root = child(parse(body), 'ScannerCapabilities');
  const name = child(root, 'MakeAndModel');
  const places = [
    ['flatbed', child(root, 'Platen', 'PlatenInputCaps')],
    ['feeder', child(root, 'Adf', 'AdfSimplexInputCaps')],
    ['feeder-duplex', child(root, 'Adf', 'AdfDuplexInputCaps')],
  ] as const;
  const sources = places.flatMap(([source, capabilities]) => {
    const read = capabilities === undefined ? null : readSource(source, capabilities);
    return read === null ? [] : [read];
  });
  if (sources.length === 0) return null;
  return { name: typeof name === 'string' ? name : '', sources };
}

function readSource(source: ScannerSource['source'], capabilities: unknown): ScannerSource | null {
  const profile = listOf(child(capabilities, 'SettingProfiles', 'SettingProfile'))[0];
  const modes = listOf(child(profile, 'ColorModes', 'ColorMode'));
  const supported = child(profile, 'SupportedResolutions');
  const discrete = listOf(child(supported, 'DiscreteResolutions', 'DiscreteResolution')).map(
    (one) => numberOf(child(one, 'XResolution')),
  );
  const resolutions = offered([...discrete, ...rangeOf(supported)]);
  const colours = (['color', 'gray', 'lineart'] as const).filter((colour) =>
    modes.includes(colourNames[colour]),
  );
  if (resolutions.length === 0 || colours.length === 0) return null;
  const reach = (side: 'MaxWidth' | 'MaxHeight', otherwise: number): number => {
    const units = numberOf(child(capabilities, side));
    return units > 0 ? units / UNITS_PER_MM : otherwise;
  };
  return {
    source,
    resolutions,
    colours,
    width: reach('MaxWidth', 210),
    height: reach('MaxHeight', 297),
  };
}

/** The usual ones within a range that is given by its ends. */
function rangeOf(supported: unknown): readonly number[] {
  const range = child(supported, 'ResolutionRange', 'XResolutionRange');
  const [least, most] = [numberOf(child(range, 'Min')), numberOf(child(range, 'Max'))];
  return usualWithin(least, most);
}

const colourNames: Readonly<Record<ColourMode, string>> = {
  color: 'RGB24',
  gray: 'Grayscale8',
  lineart: 'BlackAndWhite1',
};

/** The order of a scan (`ScanSettings`); every value in it is a number or a name of the list above. */
export function scanSettings(profile: ScanProfile): string {
  const { source, dpi, colour, width, height } = profile;
  const isFeeder = source !== 'flatbed';
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="${SCAN}" xmlns:pwg="${PWG}">
  <pwg:Version>2.6</pwg:Version>
  <scan:Intent>Document</scan:Intent>
  <pwg:ScanRegions>
    <pwg:ScanRegion>
      <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
      <pwg:XOffset>0</pwg:XOffset>
      <pwg:YOffset>0</pwg:YOffset>
      <pwg:Width>${Math.round(width * UNITS_PER_MM)}</pwg:Width>
      <pwg:Height>${Math.round(height * UNITS_PER_MM)}</pwg:Height>
    </pwg:ScanRegion>
  </pwg:ScanRegions>
  <pwg:InputSource>${isFeeder ? 'Feeder' : 'Platen'}</pwg:InputSource>
  <scan:ColorMode>${colourNames[colour]}</scan:ColorMode>
  <scan:XResolution>${dpi}</scan:XResolution>
  <scan:YResolution>${dpi}</scan:YResolution>
  <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
  <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
${
  isFeeder
    ? `  <scan:Duplex>${source === 'feeder-duplex'}</scan:Duplex>
`
    : ''
}</scan:ScanSettings>
`;
}

/** What `ScannerStatus` says is wrong; null where it says nothing. */
export function readScannerStatus(body: Uint8Array): ScanRefusal | null {
  const root = child(parse(body), 'ScannerStatus');
  switch (child(root, 'AdfState')) {
    case 'ScannerAdfJam':
    case 'ScannerAdfMispick':
    case 'ScannerAdfMultipickDetected':
      return 'paper-jam';
    case 'ScannerAdfHatchOpen':
      return 'cover-open';
    case 'ScannerAdfEmpty':
      return 'no-paper';
    default:
      return child(root, 'State') === 'Processing' ? 'device-busy' : null;
  }
}
