import { strToU8 } from 'fflate';
import { at, listAt, readObjectAt, type PdfRevision } from './pdf-file';
import {
  entriesOf,
  itemsOf,
  nameOf,
  numberOf,
  PdfFault,
  textStringOf,
  type PdfValue,
} from './pdf-value';

/** A signature as the PDF itself describes it; nothing of it is believed yet. */
export interface PdfSignature {
  readonly fieldName: string;
  /** Numbers of the objects of the field and of the signature; null where one is inside another. */
  readonly fieldObject: number | null;
  readonly signatureObject: number | null;
  readonly kind: 'signature' | 'document-timestamp';
  readonly subFilter: string;
  /** Start and length, twice. */
  readonly byteRange: readonly number[];
  /** Place of `/Contents` in the file, its angle brackets included; null where it is elsewhere. */
  readonly contentsAt: { readonly from: number; readonly to: number } | null;
  readonly contents: Uint8Array;
  readonly signerName: string;
  readonly reason: string;
  readonly location: string;
  /** `/M` as milliseconds since 1970: what the signer's clock said. */
  readonly claimedAt: number | null;
  /** Changes a certification allows, 1 to 3; null where the signature certifies nothing. */
  readonly certificationLevel: 1 | 2 | 3 | null;
}

const MOST_SIGNATURES = 100;
const MOST_FIELDS = 20_000;

/** `D:20260302021400+07'00'` as milliseconds since 1970 (ISO 32000-1, 7.9.4); null if unreadable. */
export function pdfDateOf(text: string): number | null {
  const match =
    /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(text);
  if (match === null) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match;
  const moment = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const minutes = Number(match[8] ?? '0') * 60 + Number(match[9] ?? '0');
  return moment - (match[7] === '-' ? -minutes : minutes) * 60_000;
}

/** A field of the form without fields below it. */
export interface Field {
  readonly value: PdfValue;
  readonly number: number | null;
  readonly name: string;
  readonly type: string | null;
  readonly isSigned: boolean;
  /** Objects of the field and of what shows it on a page. */
  readonly objects: readonly number[];
}

function numberOfReference(value: PdfValue): number | null {
  return value.kind === 'reference' ? value.number : null;
}

/** Every field of the form that has no fields below it, with what it inherits. */
export function terminalFields(revision: PdfRevision): readonly Field[] {
  const root = revision.resolve(revision.trailer.get('Root'));
  const form = at(revision, root, 'AcroForm');
  const found: Field[] = [];
  const seen = new Set<number>();
  let visited = 0;
  function visit(
    value: PdfValue,
    above: { name: string; type: string | null },
    depth: number,
  ): void {
    visited += 1;
    if (visited > MOST_FIELDS || depth > 50) throw new PdfFault('too-many-fields');
    if (value.kind === 'reference') {
      if (seen.has(value.number)) return;
      seen.add(value.number);
    }
    const entries = entriesOf(revision.resolve(value));
    const part = textStringOf(revision.resolve(entries.get('T')));
    const name = part === '' || above.name === '' ? part || above.name : `${above.name}.${part}`;
    const type = nameOf(revision.resolve(entries.get('FT'))) ?? above.type;
    const kids = listAt(revision, entries.get('Kids'));
    const areFields = kids.some((kid) => entriesOf(revision.resolve(kid)).has('T'));
    if (areFields) for (const kid of kids) visit(kid, { name, type }, depth + 1);
    else {
      const own = numberOfReference(value);
      const objects = [value, ...kids].map(numberOfReference).filter((number) => number !== null);
      const isSigned = type === 'Sig' && entriesOf(revision.resolve(entries.get('V'))).size > 0;
      found.push({ value, number: own, name, type, isSigned, objects });
    }
  }
  for (const field of listAt(revision, entriesOf(form).get('Fields'))) {
    visit(field, { name: '', type: null }, 0);
  }
  return found;
}

/** Level of a DocMDP transform among a signature's references (ISO 32000-1, 12.8.2.2). */
function certificationOf(revision: PdfRevision, signature: PdfValue): 1 | 2 | 3 | null {
  for (const reference of listAt(revision, entriesOf(signature).get('Reference'))) {
    const method = nameOf(at(revision, reference, 'TransformMethod'));
    if (method !== 'DocMDP') continue;
    const level = numberOf(at(revision, at(revision, reference, 'TransformParams'), 'P')) ?? 2;
    return level === 1 || level === 3 ? level : 2;
  }
  return null;
}

function signatureOf(text: string, revision: PdfRevision, field: Field): PdfSignature | null {
  const given = entriesOf(revision.resolve(field.value)).get('V');
  const value = revision.resolve(given);
  const entries = entriesOf(value);
  const contents = revision.resolve(entries.get('Contents'));
  if (entries.size === 0) return null;
  const number = given?.kind === 'reference' ? given.number : null;
  const entry = number === null ? undefined : revision.entries.get(number);
  // Only what stands uncompressed in an object of its own has a place that can be compared.
  const isInPlace = entry?.kind === 'at' && readObjectAt(text, entry.at).number === number;
  const inPlace = isInPlace && entries.get('Contents')?.kind === 'string';
  return {
    fieldName: field.name.slice(0, 200),
    fieldObject: field.number,
    signatureObject: number,
    kind: nameOf(entries.get('Type')) === 'DocTimeStamp' ? 'document-timestamp' : 'signature',
    subFilter: nameOf(revision.resolve(entries.get('SubFilter'))) ?? '',
    byteRange: itemsOf(revision.resolve(entries.get('ByteRange'))).map(
      (item) => numberOf(item) ?? -1,
    ),
    contentsAt:
      inPlace && contents.kind === 'string' ? { from: contents.from, to: contents.to } : null,
    contents: contents.kind === 'string' ? strToU8(contents.value, true) : new Uint8Array(),
    signerName: textStringOf(revision.resolve(entries.get('Name'))).slice(0, 200),
    reason: textStringOf(revision.resolve(entries.get('Reason'))).slice(0, 500),
    location: textStringOf(revision.resolve(entries.get('Location'))).slice(0, 500),
    claimedAt: pdfDateOf(textStringOf(revision.resolve(entries.get('M')))),
    certificationLevel: certificationOf(revision, value),
  };
}

/** The signatures of a revision, in the order of their fields. Throws `PdfFault`. */
export function signaturesOf(text: string, revision: PdfRevision): readonly PdfSignature[] {
  const fields = terminalFields(revision).filter(({ type }) => type === 'Sig');
  if (fields.length > MOST_SIGNATURES) throw new PdfFault('too-many-signatures');
  return fields.flatMap((field) => {
    const signature = signatureOf(text, revision, field);
    return signature === null ? [] : [signature];
  });
}

/** Why a signature's range does not cover what it should. */
export type RangeFault =
  | 'range-missing'
  | 'range-malformed'
  | 'range-not-from-start'
  | 'range-beyond-file'
  /** What is left out is not exactly the signature itself (signature wrapping). */
  | 'gap-not-the-signature';

/**
 * Whether a signature covers a whole beginning of the file but for its own contents: it starts at
 * the first byte, and what it leaves out is exactly its own hex string, brackets included.
 */
export function checkRange(
  text: string,
  { byteRange, contentsAt }: Pick<PdfSignature, 'byteRange' | 'contentsAt'>,
): RangeFault | null {
  const [start = -1, first = -1, second = -1, length = -1] = byteRange;
  if (byteRange.length === 0) return 'range-missing';
  const areRight = byteRange.every((number) => Number.isSafeInteger(number) && number >= 0);
  if (byteRange.length !== 4 || !areRight || second < start + first) return 'range-malformed';
  if (start !== 0) return 'range-not-from-start';
  if (second + length > text.length) return 'range-beyond-file';
  const isOwn = contentsAt?.from === first && contentsAt.to === second;
  return isOwn && text[first] === '<' && text[second - 1] === '>' ? null : 'gap-not-the-signature';
}
