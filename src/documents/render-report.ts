import type { LetterRow, LetterSignature, LetterText } from '../domain/letters/letter-content';
import type { FontSet } from './font-set';
import type { Mark } from './layout/marks';
import { pageFrame, type PageFrame } from './layout/page-frame';
import { reportLayout } from './layout/report-layout';
import { atBaseline, plain, setLines } from './layout/text-lines';
import { DEFAULT_PAPER } from '../domain/letters/letter-paper';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import { readPictures, writePaper, type PaperAssets } from './pdf-parts';
import {
  REPORT_WORDS,
  type ReportContent,
  type ReportOptions,
  type ReportTable,
} from './report-content';

/** A4 with narrow margins and small type: reports are read as tables. */
const PAPER = {
  ...DEFAULT_PAPER,
  margins: { top: 15, right: 15, bottom: 20, left: 20 },
  fontSize: 10,
  justified: false,
};
/** Baseline of the line at the foot, points from the lower edge. */
const FOOT = 30;

/**
 * A report as PDF; pure: the same content, fonts and options give the same bytes. A character
 * no font has is written as its code point: what was recorded must not keep a report from
 * being made.
 */
export async function renderReport(
  asked: ReportContent,
  assets: PaperAssets,
  options: ReportOptions,
): Promise<LetterResult> {
  const glyphs = assets.fonts;
  const frame = pageFrame(PAPER, glyphs);
  if (!frame) return refusedLetter({ code: 'page-too-small' });
  const created = new Date(options.createdAt);
  if (Number.isNaN(created.getTime()))
    return refusedLetter({ code: 'renderer-failed', detail: 'createdAt' });

  const pictures = await readPictures(assets, { logo: options.logo });
  if (!pictures) return refusedLetter({ code: 'logo-unreadable' });

  const content = writable(asked, glyphs);
  const laid = reportLayout(content, frame, pictures.logo ?? null);
  const pages = laid.map((marks, index) => [
    ...marks,
    ...footMarks(content, frame, index + 1, laid.length),
  ]);
  const bytes = await writePaper(assets, {
    pages,
    frame,
    pictures,
    isTagged: true,
    title: content.title,
    id: content.id,
    created,
    shapes: { content, options: { ...options, logo: options.logo?.bytes.length ?? 0 } },
  });
  return madeLetter(bytes);
}

function footMarks(
  { title, id }: ReportContent,
  frame: PageFrame,
  page: number,
  pages: number,
): readonly Mark[] {
  const style = { ...frame.body, size: 7.5 };
  const place = { x: frame.left, width: frame.width, grey: 0.25 };
  const words = [
    setLines(plain(`${title} · ${id}`), style, place),
    setLines(plain(REPORT_WORDS.page(page, pages)), style, { ...place, alignment: 'right' }),
  ];
  return words.flatMap(([first = []]) => atBaseline([first], style, frame.pageHeight - FOOT));
}

/** The content in characters the fonts have. */
function writable(content: ReportContent, glyphs: FontSet): ReportContent {
  const bare = (text: string) => withGlyphs(text, glyphs);
  const runs = (text: LetterText): LetterText =>
    text.map((run) => ({ ...run, text: bare(run.text) }));
  const rows = (list: readonly LetterRow[]) =>
    list.map(({ label, text }) => ({ label: runs(label), text: runs(text) }));
  const signature = (of: LetterSignature): LetterSignature => ({
    ...of,
    dateline: of.dateline && runs(of.dateline),
    position: runs(of.position),
    name: runs(of.name),
    details: of.details.map(runs),
  });
  const written = (table: ReportTable): ReportTable => ({
    ...table,
    ...(table.title !== undefined && { title: bare(table.title) }),
    rows: table.rows.map((row) => row.map(bare)),
  });
  const { kop, heading, opening, facts, table, more = [], closing, signers } = content;
  return {
    ...content,
    kop: {
      government: runs(kop.government),
      name: runs(kop.name),
      ...(kop.unit && { unit: runs(kop.unit) }),
      contact: kop.contact.map(runs),
    },
    heading: heading.map(runs),
    facts: rows(facts),
    ...(opening !== undefined && { opening: bare(opening) }),
    ...(signers && { signers: written(signers) }),
    table: written(table),
    more: more.map(written),
    closing: { text: bare(closing.text), facts: rows(closing.facts) },
    signature: signature(content.signature),
  };
}

function withGlyphs(text: string, glyphs: FontSet): string {
  return Array.from(text, (character) => {
    if (character === '\n' || glyphs.hasGlyph(character, 'regular')) return character;
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${hex}]`;
  }).join('');
}
