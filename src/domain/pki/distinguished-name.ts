import { childrenOf, hexOf, oidOf, sequenceOf, textOf, type Der } from '../der/read-der';

/** A name as it stands in a certificate. */
export interface DistinguishedName {
  /** The bytes; two names are the same when these are. */
  readonly raw: Uint8Array;
  /** `CN=…, O=…, C=ID`, the most particular first, as certificates of BSrE are quoted. */
  readonly text: string;
  readonly parts: readonly NamePart[];
}

export interface NamePart {
  /** `CN`, `O`, …; an OID where there is no short name. */
  readonly label: string;
  readonly value: string;
}

const labels: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '1.2.840.113549.1.9.1': 'E',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/** Signs that would end a value where it does not end (RFC 4514, 2.4). */
function escaped(value: string): string {
  return value.replaceAll(/[,+"\\<>;]/g, (sign) => `\\${sign}`).replaceAll(/[\0\r\n]/g, ' ');
}

function partOf(attribute: Der): NamePart {
  const [type, value] = sequenceOf(attribute);
  const id = oidOf(type);
  const text = value === undefined ? '' : textOf(value) || `#${hexOf(value.whole)}`;
  return { label: labels[id] ?? id, value: text.slice(0, 1000) };
}

/** Reads a Name (RFC 5280, 4.1.2.4). Throws `DerFault`. */
export function readName(der: Der): DistinguishedName {
  const parts = sequenceOf(der).flatMap((set) => childrenOf(set).map(partOf));
  const text = [...parts]
    .reverse()
    .map(({ label, value }) => `${label}=${escaped(value)}`)
    .join(', ');
  return { raw: der.whole, text, parts };
}

/** The last value of a label, the most particular one; null where there is none. */
export function partNamed(name: DistinguishedName, label: string): string | null {
  return name.parts.findLast((part) => part.label === label)?.value ?? null;
}
