import { PDFDocument, PDFHexString, type PDFImage, type PDFName, type PDFPage } from 'pdf-lib';
import type { LetterContent } from '../domain/letters/letter-content';
import type { LetterError } from '../domain/letters/letter-error';
import { FONT_STYLES, type FontSet, type FontStyle } from './font-set';
import { letterLayout } from './layout/letter-layout';
import type { Mark } from './layout/marks';
import { pageFrame, QR_FROM_EDGE, QR_SIDE, widened, type PageFrame } from './layout/page-frame';
import { plain, setLines } from './layout/text-lines';
import type { LetterLogo, LetterOptions } from './letter-options';
import { markOperators, qrOperators, type Brush, type PageFont } from './paint/page-operators';
import { watermarkOperators } from './paint/watermark';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';

export interface LetterAssets {
  readonly fonts: FontSet;
}

/** Words every letter carries whatever its template; letters are always Indonesian. */
const WORDS = {
  watermark: 'DRAF',
  draft: 'DRAF – belum final',
  producer: 'Loket SE',
} as const;

/** What the QR code of a letter says: an opaque id, nothing about a person. */
export function letterQrText(letterId: string): string {
  return `loket-se:${letterId}`;
}

/**
 * The letter as PDF; pure: the same content, assets and options give the same bytes. Every
 * character is checked against the fonts before anything is drawn (`glyph-missing` names the
 * first that is absent). Text is selectable, fonts are embedded with the glyphs used.
 */
export async function renderLetter(
  content: LetterContent,
  assets: LetterAssets,
  options: LetterOptions,
): Promise<LetterResult> {
  const paper = pageFrame(options.paper, assets.fonts);
  if (!paper) return refusedLetter({ code: 'page-too-small' });
  const frame = content.shape === 'disposition' ? widened(paper) : paper;
  const created = new Date(options.createdAt);
  if (Number.isNaN(created.getTime()))
    return refusedLetter({ code: 'renderer-failed', detail: 'createdAt' });

  const document = await PDFDocument.create({ updateMetadata: false });
  const logo = options.logo ? await embedLogo(document, options.logo) : null;
  if (options.logo && !logo) return refusedLetter({ code: 'logo-unreadable' });

  const pages = letterLayout(content, frame, logo).map((marks, index) => [
    ...pageNumber(index, frame),
    ...marks,
    ...footMarks(content.letterId, options.final, frame),
  ]);
  const missing = missingGlyph(pages.flat(), assets.fonts);
  if (missing) return refusedLetter(missing);

  const fonts = await embedFonts(document, assets.fonts, stylesOf(pages.flat()), content);
  for (const marks of pages) {
    paintPage(
      { document, frame, glyphs: assets.fonts, fonts, logo, final: options.final },
      marks,
      content.letterId,
    );
  }
  describe(document, content, created);
  document.context.trailerInfo.ID = document.context.obj([
    PDFHexString.of(content.letterId.replaceAll('-', '')),
    PDFHexString.of(
      await fingerprint({
        content,
        options: { ...options, logo: options.logo?.bytes.length ?? 0 },
      }),
    ),
  ]);
  return madeLetter(await document.save({ updateFieldAppearances: false }));
}

async function embedLogo(document: PDFDocument, logo: LetterLogo): Promise<PDFImage | null> {
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

async function embedFonts(
  document: PDFDocument,
  fonts: FontSet,
  styles: readonly FontStyle[],
  { letterId }: LetterContent,
): Promise<ReadonlyMap<FontStyle, PageFont['font']>> {
  document.registerFontkit(fonts.fontkit);
  const embedded = new Map<FontStyle, PageFont['font']>();
  for (const style of styles) {
    const customName = `${subsetTag(letterId)}+${fonts.nameOf(style)}`;
    embedded.set(style, await document.embedFont(fonts.files[style], { subset: true, customName }));
  }
  return embedded;
}

/** Six capitals before the font's name say that it is a subset; drawn from the letter's id. */
function subsetTag(letterId: string): string {
  const digits = letterId.replaceAll('-', '').slice(-6).padStart(6, '0');
  return Array.from(digits, (digit) => String.fromCharCode(65 + (parseInt(digit, 16) || 0))).join(
    '',
  );
}

interface PaintRoom {
  readonly document: PDFDocument;
  readonly frame: PageFrame;
  readonly glyphs: FontSet;
  readonly fonts: ReadonlyMap<FontStyle, PageFont['font']>;
  readonly logo: PDFImage | null;
  readonly final: boolean;
}

function paintPage(room: PaintRoom, marks: readonly Mark[], letterId: string): void {
  const { document, frame, logo } = room;
  const page = document.addPage([frame.pageWidth, frame.pageHeight]);
  const brush: Brush = {
    context: document.context,
    pageHeight: frame.pageHeight,
    fontOf: pageFonts(room, page),
    logoKey: logo && marks.some(({ kind }) => kind === 'logo') ? logoKey(page, logo) : null,
  };
  const size = { width: frame.pageWidth, height: frame.pageHeight, size: 170, angle: 52 };
  const watermark = room.final ? [] : watermarkOperators(WORDS.watermark, room.glyphs, size);
  const qr = { x: frame.left, y: frame.pageHeight - QR_FROM_EDGE - QR_SIDE, side: QR_SIDE };
  page.pushOperators(
    ...watermark,
    ...marks.flatMap((mark) => markOperators(mark, brush)),
    ...qrOperators(letterQrText(letterId), qr, frame.pageHeight),
  );
}

function logoKey(page: PDFPage, logo: PDFImage): PDFName {
  return page.node.newXObject('Logo', logo.ref);
}

function pageFonts(room: PaintRoom, page: PDFPage): Brush['fontOf'] {
  const keys = new Map<FontStyle, PageFont>();
  return (style) => {
    const known = keys.get(style);
    if (known) return known;
    const font = room.fonts.get(style);
    if (!font) throw new Error(`The style ${style} was not embedded`);
    const opened = { font, key: page.node.newFontDictionary('Huruf', font.ref) };
    keys.set(style, opened);
    return opened;
  };
}

/** "- 2 -" at the top centre from the second page on (letters.md 4.2). */
function pageNumber(index: number, frame: PageFrame): readonly Mark[] {
  if (index === 0) return [];
  const lines = setLines(plain(`- ${String(index + 1)} -`), frame.body, {
    x: frame.left,
    width: frame.width,
    alignment: 'centre',
  });
  const y = frame.top + frame.body.size;
  return lines.flat().map((mark) => (mark.kind === 'text' ? { ...mark, y } : mark));
}

/** Beside the QR code: that it is a draft, and the id in letters for when the code is torn. */
function footMarks(letterId: string, final: boolean, frame: PageFrame): readonly Mark[] {
  const x = frame.left + QR_SIDE + 4;
  const bottom = frame.pageHeight - QR_FROM_EDGE - QR_SIDE * 0.13;
  const place = { x, width: frame.right - x };
  const at = (text: string, bold: boolean, size: number, grey: number, y: number) =>
    setLines(plain(text, bold), { ...frame.body, size }, { ...place, grey })
      .flat()
      .map((mark) => (mark.kind === 'text' ? { ...mark, y } : mark));
  const id = at(letterQrText(letterId), false, 6.5, 0.35, bottom);
  return final ? id : [...at(WORDS.draft, true, 9, 0, bottom - 11), ...id];
}

function missingGlyph(marks: readonly Mark[], fonts: FontSet): LetterError | null {
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

function stylesOf(marks: readonly Mark[]): readonly FontStyle[] {
  const used = new Set(
    marks.flatMap((mark) => (mark.kind === 'text' ? mark.spans.map(({ style }) => style) : [])),
  );
  return FONT_STYLES.filter((style) => used.has(style));
}

function describe(document: PDFDocument, content: LetterContent, created: Date): void {
  document.setTitle(content.title, { showInWindowTitleBar: true });
  document.setLanguage('id-ID');
  document.setCreator(WORDS.producer);
  document.setProducer(WORDS.producer);
  document.setCreationDate(created);
  document.setModificationDate(created);
}

/** 32 hex digits over everything that shapes the letter: the second half of the file id. */
async function fingerprint(shapes: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shapes));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
