import type { PDFOperator } from 'pdf-lib';
import type { LetterContent, LetterText } from '../domain/letters/letter-content';
import type { FontSet } from './font-set';
import { withCatchwords } from './layout/catchword';
import { letterLayout } from './layout/letter-layout';
import type { Mark } from './layout/marks';
import { pageFrame, QR_SIDE, widened, type PageFrame } from './layout/page-frame';
import { newTag, tagged, taggedLines, type Tag } from './layout/tags';
import { atBaseline, plain, setLines } from './layout/text-lines';
import type { LetterOptions } from './letter-options';
import { letterQrText } from './letter-qr';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import { decoration } from './paint/structure';
import { watermarkOperators } from './paint/watermark';
import {
  missingGlyph,
  readPictures,
  writePaper,
  type PaperAssets,
  type PaperPictures,
} from './pdf-parts';
import { signaturePlaces } from './signature-places';

/** Words every letter carries whatever its template; letters are always Indonesian. */
const WORDS = {
  watermark: 'DRAF',
  draft: 'DRAF – belum final',
  qr: 'Kode QR berisi nomor pengenal surat ini',
} as const;

/** Type at the foot of each page, points. */
const FOOT_SIZES = { signed: 7.5, draft: 9, id: 6.5 } as const;

/**
 * The letter as PDF; pure: the same content, assets and options give the same bytes. Every
 * character is checked against the fonts before anything is drawn (`glyph-missing` names the
 * first that is absent). Text is selectable and told apart for screen readers, fonts are
 * embedded with the glyphs used. Beside the bytes it says where electronic signatures stand.
 */
export async function renderLetter(
  content: LetterContent,
  assets: PaperAssets,
  options: LetterOptions,
): Promise<LetterResult> {
  const paper = pageFrame(options.paper, assets.fonts);
  if (!paper) return refusedLetter({ code: 'page-too-small' });
  const frame = content.shape === 'disposition' ? widened(paper) : paper;
  const created = new Date(options.createdAt);
  if (Number.isNaN(created.getTime()))
    return refusedLetter({ code: 'renderer-failed', detail: 'createdAt' });
  const { logo, signatureLogo = null } = options;
  const pictures = await readPictures(assets, { logo, 'signature-logo': signatureLogo });
  if (!pictures) return refusedLetter({ code: 'logo-unreadable' });

  const pages = letterPages(content, frame, pictures, options);
  const missing = missingGlyph(pages.flat(), assets.fonts);
  if (missing) return refusedLetter(missing);

  const places = signaturePlaces(pages);
  const bytes = await writePaper(assets, {
    pages,
    frame,
    pictures,
    isTagged: true,
    under: options.final ? [] : decoration(watermarkOf(frame, assets.fonts)),
    signaturePlaces: places,
    title: content.title,
    id: content.letterId,
    created,
    shapes: { content, options: withoutPictures(options) },
  });
  return madeLetter(bytes, places);
}

/** The pages with all that stands on them besides the letter's own words. */
function letterPages(
  content: LetterContent,
  frame: PageFrame,
  pictures: PaperPictures,
  { paper, final }: LetterOptions,
): readonly (readonly Mark[])[] {
  const { logo = null, 'signature-logo': signatureLogo = null } = pictures;
  const laid = letterLayout(content, frame, logo, signatureLogo);
  const pages = paper.catchword ? withCatchwords(laid, frame) : laid;
  return pages.map((marks, index) => [
    ...pageNumber(index, frame),
    ...marks,
    ...footMarks(content, { final, isFirst: index === 0 }, frame),
  ]);
}

function watermarkOf(frame: PageFrame, fonts: FontSet): readonly PDFOperator[] {
  const size = { width: frame.pageWidth, height: frame.pageHeight, size: 170, angle: 52 };
  return watermarkOperators(WORDS.watermark, fonts, size);
}

/** What shapes a letter, its pictures by their lengths. */
function withoutPictures({ logo, signatureLogo, ...options }: LetterOptions) {
  return {
    ...options,
    logo: logo?.bytes.length ?? 0,
    ...(signatureLogo && { signatureLogo: signatureLogo.bytes.length }),
  };
}

/** "- 2 -" at the top centre from the second page on (letters.md 4.2). */
function pageNumber(index: number, frame: PageFrame): readonly Mark[] {
  if (index === 0) return [];
  const place = { x: frame.left, width: frame.width, alignment: 'centre' as const };
  const lines = setLines(plain(`- ${String(index + 1)} -`), frame.body, place);
  return atBaseline(lines, frame.body, frame.top + frame.body.size);
}

/**
 * At the foot of each page: the QR code, beside it what the law wants said of an electronic
 * signature, that it is a draft, and the id in letters for when the code is torn. It is read
 * out once, on the first page.
 */
function footMarks(
  { letterId, footer }: LetterContent,
  { final, isFirst }: { readonly final: boolean; readonly isFirst: boolean },
  frame: PageFrame,
): readonly Mark[] {
  const top = frame.footTop;
  const x = frame.left + QR_SIDE + 4;
  const low = top + QR_SIDE * 0.87;
  const place = { x, width: frame.right - x };
  const at = (text: LetterText, size: number, baseline: number, tag: Tag | null, grey = 0) => {
    const style = { ...frame.body, size, spacing: 1.2 };
    const lines = setLines(text, style, { ...place, grey });
    const isRead = isFirst && tag !== null;
    return atBaseline(isRead ? taggedLines(lines, tag) : lines, style, baseline);
  };
  const qr: Mark = {
    kind: 'qr',
    text: letterQrText(letterId),
    x: frame.left,
    y: top,
    side: QR_SIDE,
  };
  const figure = newTag('Figure', null, { alt: WORDS.qr });
  const { signed, draft, id } = FOOT_SIZES;
  return [
    ...(isFirst ? tagged([qr], figure) : [qr]),
    ...(footer ? at(footer, signed, top + signed, newTag('P')) : []),
    ...(final ? [] : at(plain(WORDS.draft, true), draft, low - 11, newTag('P'))),
    ...at(plain(letterQrText(letterId)), id, low, null, 0.35),
  ];
}
