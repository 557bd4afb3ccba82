import type { LetterChoice } from '../../domain/letters/letter-content';
import { ruled, type Mark } from './marks';
import { lineHeight, setLines, stacked, type TextStyle } from './text-lines';

/** Marks below one another from the top of their place, and how much of it they take, points. */
export interface Cell {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** From the left of the page, points. */
export interface Place {
  readonly x: number;
  readonly width: number;
}

/** Lines with a box to tick before each, one under another. */
export function ticks(choices: readonly LetterChoice[], style: TextStyle, place: Place): Cell {
  const side = style.size * 0.78;
  const marks: Mark[] = [];
  let y = 0;
  for (const choice of choices) {
    const top = y + (lineHeight(style) - side) / 2;
    marks.push({ kind: 'box', x: place.x, y: top, width: side, height: side, lineWidth: 0.8 });
    if (choice.ticked) marks.push(...crossed(place.x, top, side));
    const shift = side + 6;
    const lines = setLines(choice.text, style, { x: place.x + shift, width: place.width - shift });
    marks.push(...stacked(lines, style, y));
    y += lines.length * lineHeight(style) + 2;
  }
  return { height: y, marks };
}

/** The two strokes of a ticked box. */
function crossed(x: number, y: number, side: number): readonly Mark[] {
  const [near, far] = [side * 0.18, side * 0.82];
  return [
    ruled([x + near, y + near], [x + far, y + far], 1.2),
    ruled([x + near, y + far], [x + far, y + near], 1.2),
  ];
}
