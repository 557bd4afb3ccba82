import {
  PDFDocument,
  PDFHexString,
  type PDFImage,
  type PDFName,
  type PDFOperator,
  type PDFPage,
} from 'pdf-lib';
import type { LetterError } from '../domain/letters/letter-error';
import { FONT_STYLES, type FontSet, type FontStyle } from './font-set';
import type { Mark } from './layout/marks';
import type { LetterLogo } from './letter-options';
import { markOperators, type Brush, type PageFont } from './paint/page-operators';

/** Who makes the PDFs; stands in their metadata. */
const PRODUCER = 'Loket SE';

/** The logo in the document; null for bytes that are no picture. */
export async function embedLogo(document: PDFDocument, logo: LetterLogo): Promise<PDFImage | null> {
  try {
    const image =
      logo.mediaType === 'image/png'
        ? await document.embedPng(logo.bytes)
        : await document.embedJpg(logo.bytes);
    await image.embed();
    return image;
  } catch {
    return null;
  }
}

/** The fonts in the document, with the glyphs used; the id of the paper names the subsets. */
export async function embedFonts(
  document: PDFDocument,
  fonts: FontSet,
  styles: readonly FontStyle[],
  id: string,
): Promise<ReadonlyMap<FontStyle, PageFont['font']>> {
  document.registerFontkit(fonts.fontkit);
  const embedded = new Map<FontStyle, PageFont['font']>();
  for (const style of styles) {
    const customName = `${subsetTag(id)}+${fonts.nameOf(style)}`;
    embedded.set(style, await document.embedFont(fonts.files[style], { subset: true, customName }));
  }
  return embedded;
}

/** Six capitals before the font's name say that it is a subset; drawn from the paper's id. */
function subsetTag(id: string): string {
  const digits = id.replaceAll('-', '').slice(-6).padStart(6, '0');
  return Array.from(digits, (digit) => String.fromCharCode(65 + (parseInt(digit, 16) || 0))).join(
    '',
  );
}

/** What every page of a paper is painted with. */
export interface PaperRoom {
  readonly document: PDFDocument;
  readonly frame: { readonly pageWidth: number; readonly pageHeight: number };
  readonly fonts: ReadonlyMap<FontStyle, PageFont['font']>;
  readonly logo: PDFImage | null;
}

/** A new page and the operators of its marks, ready to be pushed among others. */
export function openPage(
  { document, frame, fonts, logo }: PaperRoom,
  marks: readonly Mark[],
): { readonly page: PDFPage; readonly operators: readonly PDFOperator[] } {
  const page = document.addPage([frame.pageWidth, frame.pageHeight]);
  const brush: Brush = {
    context: document.context,
    pageHeight: frame.pageHeight,
    fontOf: pageFonts(fonts, page),
    logoKey: logo && marks.some(({ kind }) => kind === 'logo') ? logoKey(page, logo) : null,
  };
  return { page, operators: marks.flatMap((mark) => markOperators(mark, brush)) };
}

function logoKey(page: PDFPage, logo: PDFImage): PDFName {
  return page.node.newXObject('Logo', logo.ref);
}

/** The embedded fonts as a page knows them, each from its first use on. */
function pageFonts(
  fonts: ReadonlyMap<FontStyle, PageFont['font']>,
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

/** The styles the marks use, in the order of the fonts. */
export function stylesOf(marks: readonly Mark[]): readonly FontStyle[] {
  const used = new Set(
    marks.flatMap((mark) => (mark.kind === 'text' ? mark.spans.map(({ style }) => style) : [])),
  );
  return FONT_STYLES.filter((style) => used.has(style));
}

/** Title (names no person), dates and maker; the same paper always gives the same bytes. */
export async function describe(
  document: PDFDocument,
  paper: {
    readonly title: string;
    /** UUID of the paper: first half of the file id. */
    readonly id: string;
    readonly created: Date;
    /** Everything that shapes it: the second half. */
    readonly shapes: unknown;
  },
): Promise<void> {
  const { title, id, created, shapes } = paper;
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
}

/** 32 hex digits over everything that shapes a paper. */
async function fingerprint(shapes: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shapes));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
