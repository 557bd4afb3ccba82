import { arrowHead, type Crossing, type FlowPlace } from './chart-flow';
import { ruled, type Mark } from './marks';
import { plain, setLines, type TextStyle } from './text-lines';

/** Height of the strip with the connectors, points. */
export const CONNECTOR_HEIGHT = 30;
const PENTAGON = { width: 13, shoulder: 9, height: 14 };
/** Between the middles of two pentagons. */
const APART = 15;
const LINE = 0.9;

/** A line that goes on at another page, with the letter both ends bear. */
export interface Connector extends Crossing {
  readonly letter: string;
}

/** A, B, … Z, AA, AB, …: the letter of the connector with this number, from 0. */
export function connectorLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : connectorLetter(Math.floor(index / 26) - 1) + last;
}

/**
 * The off-page connectors (segi lima) of one side of a page break: `page-end` hangs them
 * below the last row, `page-start` sets them above the first. Lines closer to each other than
 * two pentagons spread slantwise, in their order, so that none crosses another.
 */
export function connectorMarks(
  connectors: readonly Connector[],
  side: 'page-end' | 'page-start',
  place: FlowPlace,
): readonly Mark[] {
  const lines = connectors.map(({ x }) => place.left + x * place.actor);
  const places = spreadOut(lines, place);
  const top = side === 'page-end' ? CONNECTOR_HEIGHT - PENTAGON.height - 4 : 4;
  return connectors.flatMap(({ letter, towards }, index): readonly Mark[] => {
    const line = lines[index] ?? 0;
    const x = places[index] ?? line;
    const outer = side === 'page-end' ? 0 : CONNECTOR_HEIGHT;
    const inner = side === 'page-end' ? top : top + PENTAGON.height;
    const intoPentagon = (side === 'page-end') === (towards === 'down');
    return [
      ruled([line, outer], [x, inner], LINE),
      pentagon(x, top),
      ...(intoPentagon ? [arrowHead([x, inner], side === 'page-end' ? 'down' : 'up')] : []),
      ...letterMarks(letter, x, top, place.words),
    ];
  });
}

function pentagon(x: number, top: number): Mark {
  const half = PENTAGON.width / 2;
  return {
    kind: 'shape',
    points: [
      [x - half, top],
      [x + half, top],
      [x + half, top + PENTAGON.shoulder],
      [x, top + PENTAGON.height],
      [x - half, top + PENTAGON.shoulder],
    ],
    fill: 1,
    lineWidth: 0.9,
  };
}

function letterMarks(letter: string, x: number, top: number, style: TextStyle): readonly Mark[] {
  const size = letter.length > 1 ? style.size - 1 : style.size + 0.5;
  const room = { x: x - PENTAGON.width, width: PENTAGON.width * 2, alignment: 'centre' as const };
  return setLines(plain(letter, true), { ...style, size }, room)
    .flat()
    .map((mark) => (mark.kind === 'text' ? { ...mark, y: top + 8.5 } : mark));
}

/**
 * Middles as near to their lines as their distance allows, all within the actors' columns; the
 * cells beside those are empty in this strip.
 */
function spreadOut(
  lines: readonly number[],
  { left, actor, columns }: FlowPlace,
): readonly number[] {
  const [first, last] = [left, left + actor * columns];
  const apart = Math.min(APART, (last - first) / Math.max(1, lines.length - 1));
  const placed: number[] = [];
  lines.forEach((line, index) => {
    placed.push(Math.max(line, first, (placed[index - 1] ?? -Infinity) + apart));
  });
  let limit = last;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    placed[index] = Math.min(placed[index] ?? limit, limit);
    limit = (placed[index] ?? limit) - apart;
  }
  return placed;
}
