import { PDFDocument } from 'pdf-lib';
import type { LetterContent } from '../domain/letters/letter-content';
import type { FontSet } from './font-set';
import { letterLayout } from './layout/letter-layout';
import type { Mark } from './layout/marks';
import { pageFrame, QR_FROM_EDGE, QR_SIDE, widened, type PageFrame } from './layout/page-frame';
import { plain, setLines } from './layout/text-lines';
import type { LetterOptions } from './letter-options';
import { qrOperators } from './paint/page-operators';
import { watermarkOperators } from './paint/watermark';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import {
  describe,
  embedFonts,
  embedLogo,
  missingGlyph,
  openPage,
  stylesOf,
  type PaperRoom,
} from './pdf-parts';

export interface LetterAssets {
  readonly fonts: FontSet;
}

/** Words every letter carries whatever its template; letters are always Indonesian. */
const WORDS = {
  watermark: 'DRAF',
  draft: 'DRAF – belum final',
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

  const fonts = await embedFonts(document, assets.fonts, stylesOf(pages.flat()), content.letterId);
  for (const marks of pages) {
    paintPage(
      { document, frame, glyphs: assets.fonts, fonts, logo, final: options.final },
      marks,
      content.letterId,
    );
  }
  await describe(document, {
    title: content.title,
    id: content.letterId,
    created,
    shapes: { content, options: { ...options, logo: options.logo?.bytes.length ?? 0 } },
  });
  return madeLetter(await document.save({ updateFieldAppearances: false }));
}

interface LetterRoom extends PaperRoom {
  readonly frame: PageFrame;
  readonly glyphs: FontSet;
  readonly final: boolean;
}

function paintPage(room: LetterRoom, marks: readonly Mark[], letterId: string): void {
  const { frame } = room;
  const { page, operators } = openPage(room, marks);
  const size = { width: frame.pageWidth, height: frame.pageHeight, size: 170, angle: 52 };
  const watermark = room.final ? [] : watermarkOperators(WORDS.watermark, room.glyphs, size);
  const qr = { x: frame.left, y: frame.pageHeight - QR_FROM_EDGE - QR_SIDE, side: QR_SIDE };
  page.pushOperators(
    ...watermark,
    ...operators,
    ...qrOperators(letterQrText(letterId), qr, frame.pageHeight),
  );
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
