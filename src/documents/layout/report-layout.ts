import type { LetterText } from '../../domain/letters/letter-content';
import type { ReportContent, ReportTable } from '../report-content';
import { rowsLayout } from './block-layout';
import { keptTogether, paginate, spaced, tiedToNext, type FlowElement } from './flow';
import { millimetres } from '../letter-options';
import { kopLayout } from './kop-layout';
import { band, HEAD_GREY, lowered, ruled, type Mark } from './marks';
import type { LogoSize, PageFrame } from './page-frame';
import { signaturesLayout } from './signature-layout';
import { cellLines, newTag, taggedLines, type Tag } from './tags';
import { emboldened, lineHeight, linesAsFlow, plain, setLines, stacked } from './text-lines';

/** White space between a cell's edge and its text. */
const PADDING = 3;
const CELL_SIZE = 8;
const HAIRLINE = 0.5;
/** Height of a row somebody signs in by hand. */
const SIGNING_HEIGHT = millimetres(11);

/** The report as pages of marks; pure. The foot of each page comes with painting. */
export function reportLayout(
  content: ReportContent,
  frame: PageFrame,
  logo: LogoSize | null,
): readonly (readonly Mark[])[] {
  const space = frame.body.size;
  const place = { x: frame.left, width: frame.width };
  const closing = linesAsFlow(
    taggedLines(setLines(plain(content.closing.text), frame.body, place), newTag('P')),
    frame.body,
  );
  return paginate(
    [
      kopLayout(content.kop, frame, logo),
      ...headingLayout(content.heading, frame),
      ...openingLayout(content.opening, frame),
      ...keptTogether(rowsLayout(content.facts, frame.body, place)),
      ...[content.table, ...(content.more ?? [])].flatMap((table) =>
        spaced(titledTable(table, frame), space * 0.8),
      ),
      ...spaced(keptTogether(closing), space),
      ...tiedToNext(spaced(rowsLayout(content.closing.facts, frame.body, place), 3), 3),
      ...signersLayout(content.signers, frame),
      signaturesLayout([content.signature], frame, { qrText: content.id, logo: null }),
    ],
    frame,
  );
}

function headingLayout(lines: readonly LetterText[], frame: PageFrame): readonly FlowElement[] {
  const centre = { x: frame.left, width: frame.width, alignment: 'centre' as const };
  const style = { ...frame.body, size: frame.body.size + 1.5 };
  const head = newTag('H1');
  const set = lines.flatMap((line) =>
    linesAsFlow(taggedLines(setLines(emboldened(line), style, centre), head, true), style),
  );
  const gap = { height: frame.body.size * 0.6, marks: [], keepWithNext: true, spaceBefore: 0 };
  return keptTogether([...set, gap]);
}

function openingLayout(text: string | undefined, frame: PageFrame): readonly FlowElement[] {
  if (text === undefined) return [];
  const place = { x: frame.left, width: frame.width };
  const set = taggedLines(setLines(plain(text), frame.body, place), newTag('P'));
  const lines = linesAsFlow(set, frame.body);
  const gap = { height: frame.body.size * 0.6, marks: [], keepWithNext: true, spaceBefore: 0 };
  return keptTogether([...lines, gap]);
}

/** Who signs by hand: one strip a person, the whole table on one page where it fits. */
function signersLayout(table: ReportTable | undefined, frame: PageFrame): readonly FlowElement[] {
  if (table === undefined) return [];
  return keptTogether(spaced(tableLayout(table, frame, SIGNING_HEIGHT), frame.body.size));
}

/** A table below its title, which never stands alone at the foot of a page. */
function titledTable(table: ReportTable, frame: PageFrame): readonly FlowElement[] {
  const rows = tableLayout(table, frame);
  if (table.title === undefined) return rows;
  const place = { x: frame.left, width: frame.width };
  const set = taggedLines(setLines(plain(table.title, true), frame.body, place), newTag('P'));
  const title = linesAsFlow(set, frame.body);
  return [...title.map((line) => ({ ...line, keepWithNext: true })), ...spaced(rows, 2)];
}

/** Rows with rules around their cells; the head stands again on every page. */
function tableLayout(
  table: ReportTable,
  frame: PageFrame,
  leastHeight = 0,
): readonly FlowElement[] {
  const titles = table.columns.map(({ title }) => plain(title, true));
  const whole = newTag('Table');
  const row = (texts: readonly LetterText[]) =>
    rowStrip(texts, table, frame, cellsOf(whole, 'TD'), leastHeight);
  const drawn = rowStrip(titles, table, frame, cellsOf(whole, 'TH'));
  const head: FlowElement = {
    ...drawn,
    marks: [
      band(frame, drawn.height, HEAD_GREY),
      ...drawn.marks,
      ruled([frame.left, 0], [frame.right, 0], HAIRLINE),
    ],
    keepWithNext: true,
  };
  if (table.rows.length === 0) return [head, emptyStrip(table.empty, frame, whole)];
  return [
    head,
    ...table.rows.map((texts) => ({
      ...row(texts.map((text) => plain(text))),
      repeatedHead: head,
    })),
  ];
}

/** Gives the cells of one row of the table. */
function cellsOf(table: Tag, role: 'TH' | 'TD'): () => Tag {
  const row = newTag('TR', table);
  return () => newTag(role, row, role === 'TH' ? { scope: 'Column' } : {});
}

function rowStrip(
  texts: readonly LetterText[],
  { columns }: Pick<ReportTable, 'columns'>,
  frame: PageFrame,
  nextCell: () => Tag,
  leastHeight = 0,
): FlowElement {
  const style = { ...frame.body, size: CELL_SIZE, spacing: 1.2 };
  const edges = edgesOf(
    columns.map(({ share }) => share),
    frame,
  );
  const cells = texts.map((text, index) => {
    const x = (edges[index] ?? frame.left) + PADDING;
    const width = (edges[index + 1] ?? frame.right) - PADDING - x;
    return cellLines(setLines(text, style, { x, width }), nextCell());
  });
  const lines = Math.max(...cells.map((cell) => cell.length));
  const height = Math.max(leastHeight, lines * lineHeight(style) + PADDING * 2);
  return {
    height,
    marks: [
      ...cells.flatMap((cell) => stacked(cell, style)).map((mark) => lowered(mark, PADDING)),
      ...boxRules(edges, height, frame),
    ],
    keepWithNext: false,
    spaceBefore: 0,
  };
}

function emptyStrip(text: string, frame: PageFrame, table: Tag): FlowElement {
  const one = { columns: [{ title: '', share: 1 }] };
  return rowStrip([plain(text)], one, frame, cellsOf(table, 'TD'));
}

function boxRules(
  edges: readonly number[],
  height: number,
  { left, right }: PageFrame,
): readonly Mark[] {
  return [
    ...edges.map((x) => ruled([x, 0], [x, height], HAIRLINE)),
    ruled([left, height], [right, height], HAIRLINE),
  ];
}

/** Left edge of each column, and the right edge of the last. */
function edgesOf(shares: readonly number[], { left, right, width }: PageFrame): readonly number[] {
  const edges = [left];
  for (const share of shares.slice(0, -1)) edges.push((edges.at(-1) ?? left) + share * width);
  return [...edges, right];
}
