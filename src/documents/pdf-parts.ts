import {
  PDFDocument,
  PDFHexString,
  PDFStreamWriter,
  type PDFName,
  type PDFOperator,
  type PDFPage,
} from 'pdf-lib';
import type { LetterError } from '../domain/letters/letter-error';
import { FONT_STYLES, type FontSet, type FontStyle } from './font-set';
import { embedFont, type EmbeddedFont } from './fonts/embedded-font';
import { PICTURE_NAMES, type Mark, type PictureName } from './layout/marks';
import type { LetterLogo } from './letter-options';
import { markOperators, type Brush, type PageFont } from './paint/page-operators';
import { createStructure, type Structure } from './paint/structure';
import { declareArchive } from './pdf-a';
import { createPictureShelf, embedPicture, type Picture, type PictureShelf } from './pictures';
import { writeSignaturePlaces, type SignaturePlace } from './signature-places';

/** What papers are made with; opened once for all of them. */
export interface PaperAssets {
  readonly fonts: FontSet;
  /** Pictures read before; without it each paper reads its own. */
  readonly pictures?: PictureShelf;
}

/** The pictures of a paper, by their names; null stands for one it goes without. */
export type PaperPictures = Readonly<Partial<Record<PictureName, Picture | null>>>;

/** A paper laid out, ready to be written. */
export interface LaidPaper {
  readonly pages: readonly (readonly Mark[])[];
  readonly frame: { readonly pageWidth: number; readonly pageHeight: number };
  readonly pictures: PaperPictures;
  /** Whether its marks say what they are parts of; drawings do not. */
  readonly isTagged: boolean;
  /** Drawn on each page before everything else. */
  readonly under?: readonly PDFOperator[];
  readonly signaturePlaces?: readonly SignaturePlace[];
  /** Title of the file; names no person. */
  readonly title: string;
  /** UUID of the paper: first half of the file id. */
  readonly id: string;
  readonly created: Date;
  /** Everything that shapes it: the second half. */
  readonly shapes: unknown;
}

/** Who makes the PDFs; stands in their metadata. */
const PRODUCER = 'Loket SE';
/** More than any paper has. */
const OBJECTS_A_PACK = 100_000;

/** The pictures ready to be painted; null where the bytes of one are no picture. */
export async function readPictures(
  { pictures = createPictureShelf() }: PaperAssets,
  logos: Readonly<Partial<Record<PictureName, LetterLogo | null>>>,
): Promise<PaperPictures | null> {
  const read: Partial<Record<PictureName, Picture | null>> = {};
  for (const name of PICTURE_NAMES) {
    const logo = logos[name] ?? null;
    const picture = logo === null ? null : await pictures.read(logo);
    if (logo !== null && picture === null) return null;
    read[name] = picture;
  }
  return read;
}

/** The first character no font has, as the refusal that names it; null when all are there. */
export function missingGlyph(marks: readonly Mark[], fonts: FontSet): LetterError | null {
  for (const mark of marks) {
    if (mark.kind !== 'text') continue;
    for (const { text, style } of mark.spans) {
      for (const character of text) {
        if (!fonts.hasGlyph(character, style)) return glyphError(character);
      }
    }
  }
  return null;
}

function glyphError(character: string): LetterError {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'glyph-missing', character, codePoint: `U+${hex}` };
}

/** The bytes of the paper; the same paper always gives the same bytes. */
export async function writePaper({ fonts }: PaperAssets, paper: LaidPaper): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const embedded = embedFonts(document, fonts, stylesOf(paper.pages.flat()), paper.id);
  const structure = paper.isTagged ? createStructure(document) : null;
  const paint = createPainter(document, paper, embedded, structure);
  for (const marks of paper.pages) paint(marks);
  for (const font of embedded.values()) font.finish();
  structure?.finish();
  writeSignaturePlaces(document, paper.signaturePlaces ?? [], paper.created);
  await describe(document, paper);
  return savedDocument(document);
}

/**
 * The bytes of a finished document, its small objects packed together. The worker that makes
 * papers has nobody to give way to, so nothing rests on the way.
 */
function savedDocument({ context }: PDFDocument): Promise<Uint8Array> {
  return PDFStreamWriter.forContext(context, Infinity, true, OBJECTS_A_PACK).serializeToBuffer();
}

/** The fonts in a document, to be finished when all is painted; the id of the paper names the subsets. */
export function embedFonts(
  { context }: PDFDocument,
  fonts: FontSet,
  styles: readonly FontStyle[],
  id: string,
): ReadonlyMap<FontStyle, EmbeddedFont> {
  return new Map(styles.map((style) => [style, embedFont(context, fonts, style, subsetTag(id))]));
}

/** Six capitals before the font's name say that it is a subset; drawn from the paper's id. */
function subsetTag(id: string): string {
  const digits = id.replaceAll('-', '').slice(-6).padStart(6, '0');
  return Array.from(digits, (digit) => String.fromCharCode(65 + (parseInt(digit, 16) || 0))).join(
    '',
  );
}

/** The styles the marks use, in the order of the fonts. */
function stylesOf(marks: readonly Mark[]): readonly FontStyle[] {
  const used = new Set(
    marks.flatMap((mark) => (mark.kind === 'text' ? mark.spans.map(({ style }) => style) : [])),
  );
  return FONT_STYLES.filter((style) => used.has(style));
}

/** Adds pages with marks to a document; a picture is written once, with its first page. */
function createPainter(
  document: PDFDocument,
  { frame, pictures, under = [] }: LaidPaper,
  fonts: ReadonlyMap<FontStyle, EmbeddedFont>,
  structure: Structure | null,
): (marks: readonly Mark[]) => void {
  const refs = new Map<Picture, ReturnType<typeof embedPicture>>();
  const refOf = (picture: Picture) => {
    const ref = refs.get(picture) ?? embedPicture(document.context, picture);
    refs.set(picture, ref);
    return ref;
  };
  return (marks) => {
    const page = document.addPage([frame.pageWidth, frame.pageHeight]);
    const keys = new Map<PictureName, PDFName>();
    const brush: Brush = {
      context: document.context,
      pageHeight: frame.pageHeight,
      fontOf: pageFonts(fonts, page),
      pictureOf: (name) => {
        const picture = pictures[name];
        if (!picture) return null;
        const key = keys.get(name) ?? page.node.newXObject('Gambar', refOf(picture));
        keys.set(name, key);
        return key;
      },
    };
    const paint = (mark: Mark) => markOperators(mark, brush);
    const drawn = structure?.pageOperators(page, marks, paint) ?? marks.flatMap(paint);
    page.pushOperators(...under, ...drawn);
  };
}

/** The embedded fonts as a page knows them, each from its first use on. */
export function pageFonts(
  fonts: ReadonlyMap<FontStyle, EmbeddedFont>,
  page: PDFPage,
): Brush['fontOf'] {
  const keys = new Map<FontStyle, PageFont>();
  return (style) => {
    const known = keys.get(style);
    if (known) return known;
    const font = fonts.get(style);
    if (!font) throw new Error(`The style ${style} was not embedded`);
    const opened = { font, key: page.node.newFontDictionary('Huruf', font.ref) };
    keys.set(style, opened);
    return opened;
  };
}

/**
 * Title, dates and maker, and that it is a file for archives, which a picture in inks would
 * make untrue.
 */
async function describe(
  document: PDFDocument,
  { title, id, created, shapes, pictures }: LaidPaper,
): Promise<void> {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage('id-ID');
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setCreationDate(created);
  document.setModificationDate(created);
  document.context.trailerInfo.ID = document.context.obj([
    PDFHexString.of(id.replaceAll('-', '')),
    PDFHexString.of(await fingerprint(shapes)),
  ]);
  const isArchive = Object.values(pictures).every((picture) => !picture?.isCmyk);
  if (isArchive) declareArchive(document, { title, producer: PRODUCER, created });
}

/** 32 hex digits over everything that shapes a paper. */
async function fingerprint(shapes: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shapes));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
