import { CHART_WORDS, type ChartContent, type ChartPaper } from './chart-content';
import { chartFrame } from './layout/chart-frame';
import { chartPages } from './layout/chart-pages';
import type { LetterLogo } from './letter-options';
import { refusedLetter, madeLetter, type LetterResult } from './letter-result';
import { missingGlyph, readPictures, writePaper, type PaperAssets } from './pdf-parts';

export interface ChartOptions {
  readonly paper: ChartPaper;
  /** RFC 3339; becomes the creation date of the PDF. */
  readonly createdAt: string;
  /** Stands in the header block; null for an office without one. */
  readonly logo: LetterLogo | null;
}

/**
 * The chart of an SOP as PDF in the form of PermenPAN-RB 35/2012; pure: the same content,
 * fonts and options give the same bytes. Every character is checked against the fonts before
 * anything is drawn (`glyph-missing` names the first that is absent).
 */
export async function renderChart(
  content: ChartContent,
  assets: PaperAssets,
  options: ChartOptions,
): Promise<LetterResult> {
  const glyphs = assets.fonts;
  const frame = chartFrame(options.paper, glyphs);
  if (!frame) return refusedLetter({ code: 'page-too-small' });
  const created = new Date(options.createdAt);
  if (Number.isNaN(created.getTime()))
    return refusedLetter({ code: 'renderer-failed', detail: 'createdAt' });
  const pictures = await readPictures(assets, { logo: options.logo });
  if (!pictures) return refusedLetter({ code: 'logo-unreadable' });

  const pages = chartPages(content, frame, pictures.logo ?? null);
  if (!pages) return refusedLetter({ code: 'page-too-small' });
  const missing = missingGlyph(pages.flat(), glyphs);
  if (missing) return refusedLetter(missing);

  const bytes = await writePaper(assets, {
    pages,
    frame,
    pictures,
    isTagged: false,
    title: `${CHART_WORDS.title}: ${content.sop.identity.title}`,
    id: content.id,
    created,
    shapes: { content, options: { ...options, logo: options.logo?.bytes.length ?? 0 } },
  });
  return madeLetter(bytes);
}
