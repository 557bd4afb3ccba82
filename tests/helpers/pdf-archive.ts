import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { operationsOf } from './pdf-content';

/** Keys whose presence anywhere in the file a PDF/A-2 forbids or restricts (ISO 19005-2, 6). */
const FORBIDDEN = [
  ...['JavaScript', 'JS', 'AA', 'OpenAction', 'EmbeddedFiles', 'EmbeddedFile', 'AcroForm', 'XFA'],
  ...['Annots', 'Encrypt', 'SMask', 'OPI', 'Alternates', 'PS', 'TR', 'HTP', 'Ref', 'OCProperties'],
  ...['FFilter', 'ExtGState'],
] as const;
/** Of ISO 32000-1, annex A, those that need nothing a letter does not have. */
const OPERATORS = new Set(
  'q Q cm w J d g G m l c re h S f B n BT ET Tf Tm Tj TJ Do BDC BMC EMC'.split(' '),
);

/**
 * What of PDF/A-2b a file breaks, as sentences for a developer; none where every point that is
 * looked at holds. It is no validator: docs/letters.md names the points.
 */
export async function archiveProblems(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return [
    ...fileProblems(bytes, document),
    ...keyProblems(document),
    ...colourProblems(document),
    ...metadataProblems(document),
    ...document.getPages().flatMap((_page, index) => pageProblems(document, index)),
  ];
}

function fileProblems(bytes: Uint8Array, { context }: PDFDocument): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const comment = Array.from(bytes.subarray(10, 14));
  return [
    ...when(!/^%PDF-1\.7\n%/.test(text), 'the file does not begin with its version'),
    ...when(!comment.every((byte) => byte > 127), 'the second line has no four high bytes'),
    ...when(!/%%EOF\r?\n?$/.test(text), 'something stands after the end'),
    ...when(!(context.trailerInfo.ID instanceof PDFArray), 'the file has no identity'),
  ];
}

function keyProblems({ context }: PDFDocument): readonly string[] {
  return context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      dictionariesIn(object).flatMap((dictionary) => [
        ...FORBIDDEN.flatMap((key) =>
          when(isFilled(dictionary.lookup(PDFName.of(key))), `${ref.toString()} has ${key}`),
        ),
        ...when(
          object instanceof PDFStream && dictionary.has(PDFName.of('F')),
          `${ref.toString()} keeps its bytes elsewhere`,
        ),
        ...when(
          ['LZWDecode', 'Crypt'].includes(nameOf(dictionary.get(PDFName.of('Filter'))) ?? ''),
          `${ref.toString()} has a filter that is not allowed`,
        ),
      ]),
    );
}

/** An empty list or dictionary is as good as none. */
function isFilled(object: PDFObject | undefined): boolean {
  if (object instanceof PDFArray) return object.size() > 0;
  return object instanceof PDFDict ? object.keys().length > 0 : object !== undefined;
}

function dictionariesIn(object: PDFObject): readonly PDFDict[] {
  if (object instanceof PDFStream) return dictionariesIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn);
  if (!(object instanceof PDFDict)) return [];
  return [object, ...object.values().flatMap(dictionariesIn)];
}

function colourProblems({ catalog, context }: PDFDocument): readonly string[] {
  const intents = catalog.lookup(PDFName.of('OutputIntents'));
  const intent = intents instanceof PDFArray ? context.lookup(intents.get(0)) : undefined;
  if (!(intent instanceof PDFDict)) return ['nothing says what the colours mean'];
  const profile = intent.lookup(PDFName.of('DestOutputProfile'));
  if (!(profile instanceof PDFRawStream)) return ['the colour profile is missing'];
  const icc = Buffer.from(decodePDFRawStream(profile).decode());
  const pictures = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFStream ? [object.dict] : []))
    .filter((dict) => nameOf(dict.get(PDFName.of('Subtype'))) === 'Image');
  return [
    ...when(nameOf(intent.get(PDFName.of('S'))) !== 'GTS_PDFA1', 'the intent is no PDF/A'),
    ...when(profile.dict.lookup(PDFName.of('N'))?.toString() !== '3', 'N is not 3'),
    ...when(icc.readUInt32BE(0) !== icc.length, 'the profile is not as long as it says'),
    ...when(icc.toString('latin1', 12, 24) !== 'mntrRGB XYZ ', 'the profile is no monitor’s'),
    ...when(icc.toString('latin1', 36, 40) !== 'acsp', 'the profile is none'),
    ...pictures.flatMap((dict) => [
      ...when(
        !['DeviceRGB', 'DeviceGray'].includes(nameOf(dict.get(PDFName.of('ColorSpace'))) ?? ''),
        'a picture has colours the profile is not for',
      ),
      ...when(dict.has(PDFName.of('Interpolate')), 'a picture is smoothed'),
    ]),
  ];
}

function metadataProblems(document: PDFDocument): readonly string[] {
  const metadata = document.catalog.lookup(PDFName.of('Metadata'));
  if (!(metadata instanceof PDFRawStream)) return ['the file has no metadata'];
  const xml = Buffer.from(metadata.contents).toString('utf8');
  const says = (name: string) =>
    new RegExp(`<${name}>(?:<rdf:Alt><rdf:li[^>]*>)?([^<]*)<`).exec(xml)?.[1];
  const second = (date: Date | undefined) => `${date?.toISOString().slice(0, 19) ?? ''}Z`;
  return [
    ...when(metadata.dict.has(PDFName.of('Filter')), 'the metadata are compressed'),
    ...when(says('pdfaid:part') !== '2', 'the metadata name no part'),
    ...when(says('pdfaid:conformance') !== 'B', 'the metadata name no level'),
    ...when(says('dc:title') !== document.getTitle(), 'the titles differ'),
    ...when(says('xmp:CreatorTool') !== document.getCreator(), 'the creators differ'),
    ...when(says('pdf:Producer') !== document.getProducer(), 'the producers differ'),
    ...when(says('xmp:CreateDate') !== second(document.getCreationDate()), 'the dates differ'),
    ...when(says('xmp:ModifyDate') !== second(document.getModificationDate()), 'the dates differ'),
  ];
}

function pageProblems(document: PDFDocument, index: number): readonly string[] {
  const page = document.getPage(index);
  const problems: string[] = [];
  const fonts = new Map<string, FontFacts>();
  const facts = (key: string) => {
    const known = fonts.get(key) ?? fontFacts(document, index, key);
    fonts.set(key, known);
    return known;
  };
  let font: FontFacts | null = null;
  let depth = 0;
  for (const { operator, operands } of operationsOf(document, page)) {
    if (!OPERATORS.has(operator)) problems.push(`page ${index + 1} has the operator ${operator}`);
    if (operator === 'q') depth += 1;
    if (operator === 'Q') depth -= 1;
    if (depth < 0 || depth > 28) problems.push(`page ${index + 1} nests its states wrongly`);
    if (operator === 'Tf') font = facts(operands[0]?.slice(1) ?? '');
    if (operator === 'Tj' || operator === 'TJ') {
      for (const code of codesIn(operands.join(' '))) {
        if (font === null || code === 0 || code >= font.glyphs) problems.push('a glyph is missing');
        else if (!font.words.has(code)) problems.push(`code ${code} has no letter`);
      }
    }
  }
  return [...problems, ...[...fonts.values()].flatMap((one) => one.problems)];
}

function codesIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/<([0-9A-Fa-f]*)>/g), ([, digits = '']) => digits)
    .flatMap((digits) => digits.match(/.{4}/g) ?? [])
    .map((digits) => parseInt(digits, 16));
}

interface FontFacts {
  readonly problems: readonly string[];
  readonly glyphs: number;
  /** Codes that say what they read as. */
  readonly words: ReadonlySet<number>;
}

function fontFacts(document: PDFDocument, index: number, key: string): FontFacts {
  const resources = document.getPage(index).node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  const font = resources?.lookup(PDFName.of(key));
  if (!(font instanceof PDFDict))
    return { problems: [`no font ${key}`], glyphs: 0, words: new Set() };
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
  const names = [
    nameOf(font.get(PDFName.of('BaseFont'))),
    nameOf(descendant.get(PDFName.of('BaseFont'))),
    nameOf(descriptor.get(PDFName.of('FontName'))),
  ];
  const file = bytesOf(descriptor.lookup(PDFName.of('FontFile2')));
  const cmap = bytesOf(font.lookup(PDFName.of('ToUnicode')));
  const widths = descendant.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray).asArray();
  const program = readSubset(file);
  const blocks = cmap.toString('latin1').matchAll(/(\d+) beginbfchar\n([^]*?)\nendbfchar/g);
  const lines = Array.from(blocks, ([, count, body = '']) => ({ count, body: body.split('\n') }));
  return {
    glyphs: program.glyphCount,
    words: new Set(lines.flatMap(({ body }) => body.map((line) => parseInt(line.slice(1, 5), 16)))),
    problems: [
      ...when(new Set(names).size !== 1, `${key}: the names of the font differ`),
      ...when(!/^[A-Z]{6}\+/.test(names[0] ?? ''), `${key}: no sign of a subset`),
      ...when(nameOf(font.get(PDFName.of('Encoding'))) !== 'Identity-H', `${key}: encoding`),
      ...when(nameOf(descendant.get(PDFName.of('CIDToGIDMap'))) !== 'Identity', `${key}: map`),
      ...lines.flatMap(({ count, body }) => [
        ...when(Number(count) !== body.length || body.length > 100, `${key}: a block of the CMap`),
      ]),
      ...widths.flatMap((width, glyph) => {
        const advance = (program.advanceOf(glyph) * 1000) / program.unitsPerEm;
        const isSame = width instanceof PDFNumber && Math.abs(width.asNumber() - advance) < 1;
        return when(!isSame, `${key}: the width of glyph ${glyph}`);
      }),
    ],
  };
}

/** What the embedded font itself says of its glyphs. */
function readSubset(file: Buffer) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    tables.set(file.toString('latin1', entry, entry + 4), view.getUint32(entry + 8));
  }
  const start = (name: string) => tables.get(name) ?? 0;
  return {
    unitsPerEm: view.getUint16(start('head') + 18),
    glyphCount: view.getUint16(start('maxp') + 4),
    advanceOf: (glyph: number) => view.getUint16(start('hmtx') + glyph * 4),
  };
}

function bytesOf(stream: PDFObject | undefined): Buffer {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  return Buffer.from(decodePDFRawStream(stream).decode());
}

function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

function when(isWrong: boolean, sentence: string): readonly string[] {
  return isWrong ? [sentence] : [];
}

/** The text of a string object. */
export function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFHexString || object instanceof PDFString
    ? object.decodeText()
    : undefined;
}
