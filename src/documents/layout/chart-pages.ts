import { CHART_WORDS, type ChartContent } from '../chart-content';
import {
  connectorLetter,
  connectorMarks,
  CONNECTOR_HEIGHT,
  type Connector,
} from './chart-connectors';
import type { ChartFrame } from './chart-frame';
import { chartIdentityPages } from './chart-identity-layout';
import { chartTable, setStrip, type ChartTable, type TableStrip } from './chart-table';
import type { Mark } from './marks';
import type { LogoSize } from './page-frame';
import { plain, setLines, type TextStyle } from './text-lines';

/** What stands above the table: the SOP's name, and the request's number. */
const TITLE_HEIGHT = 14;
/** A head that leaves less to the rows leaves no room to write. */
const LEAST_ROOM = 120;

/**
 * Every page of the chart: the header block, then the table, its head on each page, with
 * connectors where lines go on at another page. null when the paper has no room for a row
 * below the head.
 */
export function chartPages(
  content: ChartContent,
  frame: ChartFrame,
  logo: LogoSize | null,
): readonly (readonly Mark[])[] | null {
  const top = frame.top + TITLE_HEIGHT;
  const roomOf = (head: number) => frame.bottom - top - head - CONNECTOR_HEIGHT * 2;
  const table = chartTable(content, frame, roomOf);
  if (roomOf(table.head.height) < LEAST_ROOM) return null;
  const title = titleMarks(content, frame);
  const tables = tablePages(table, frame, top).map((marks) => [...title, ...marks]);
  const pages = [...chartIdentityPages(content, frame, logo), ...tables];
  return pages.map((marks, index) => [
    ...marks,
    ...footMarks(content, frame, index + 1, pages.length),
  ]);
}

function tablePages(
  table: ChartTable,
  frame: ChartFrame,
  top: number,
): readonly (readonly Mark[])[] {
  const room = frame.bottom - top - table.head.height;
  let letters = 0;
  let open: readonly Connector[] = [];
  return rowsOfPages(table.strips, room).map((strips, page, all) => {
    const marks: Mark[] = [];
    let y = top;
    const put = (strip: Pick<TableStrip, 'height' | 'marks'>): void => {
      marks.push(...setStrip(strip, y, frame));
      y += strip.height;
    };
    put(table.head);
    if (open.length > 0) put(connectorStrip(table, open, 'page-start'));
    strips.forEach(put);
    const below = page === all.length - 1 ? [] : (strips.at(-1)?.below ?? []);
    open = below.map((crossing, index) => ({
      ...crossing,
      letter: connectorLetter(letters + index),
    }));
    letters += open.length;
    if (open.length > 0) put(connectorStrip(table, open, 'page-end'));
    return marks;
  });
}

function connectorStrip(
  table: ChartTable,
  connectors: readonly Connector[],
  side: 'page-end' | 'page-start',
): Pick<TableStrip, 'height' | 'marks'> {
  const height = CONNECTOR_HEIGHT;
  const drawn = connectorMarks(connectors, side, { ...table.place, height });
  return { height, marks: [...table.rules(height), ...drawn] };
}

/** The rows page by page: as few pages as can be, evenly filled. */
function rowsOfPages(
  strips: readonly TableStrip[],
  room: number,
): readonly (readonly TableStrip[])[] {
  const fewest = filled(strips, room).length;
  let [low, high] = [0, room];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (filled(strips, middle).length <= fewest) high = middle;
    else low = middle;
  }
  return filled(strips, high);
}

/** Fills page after page; a strip taller than the room has a page of its own. */
function filled(strips: readonly TableStrip[], room: number): readonly (readonly TableStrip[])[] {
  const pages: TableStrip[][] = [[]];
  let used = 0;
  strips.forEach((strip, index) => {
    const isLast = index === strips.length - 1;
    const end = isLast || strip.below.length === 0 ? 0 : CONNECTOR_HEIGHT;
    const page = pages.at(-1);
    if (page === undefined || page.length === 0 || used + strip.height + end <= room) {
      page?.push(strip);
      used += strip.height;
      return;
    }
    const start = (page.at(-1)?.below.length ?? 0) === 0 ? 0 : CONNECTOR_HEIGHT;
    pages.push([strip]);
    used = start + strip.height;
  });
  return pages;
}

function titleMarks({ sop, progress }: ChartContent, frame: ChartFrame): readonly Mark[] {
  const { left, width } = frame;
  const style = { ...frame.text, size: 8 };
  const request = progress === null ? '' : CHART_WORDS.request(progress.registerNumber);
  const name = setLines(plain(sop.identity.title, true), style, { x: left, width: width * 0.7 });
  const right = setLines(plain(request, true), style, { x: left, width, alignment: 'right' });
  return [...(name[0] ?? []), ...(request === '' ? [] : (right[0] ?? []))].map((mark) =>
    baseline(mark, frame.top + 8),
  );
}

function footMarks(
  { sop }: ChartContent,
  frame: ChartFrame,
  page: number,
  pages: number,
): readonly Mark[] {
  const { left, width } = frame;
  const style: TextStyle = { ...frame.text, size: 7.5 };
  const words = `${CHART_WORDS.version(sop.identity.number, sop.version)} · ${CHART_WORDS.page(page, pages)}`;
  const lines = setLines(plain(words), style, { x: left, width, alignment: 'right' });
  return (lines[0] ?? []).map((mark) => baseline(mark, frame.bottom + 14));
}

function baseline(mark: Mark, y: number): Mark {
  return mark.kind === 'text' ? { ...mark, y } : mark;
}
