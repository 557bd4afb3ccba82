import type { LetterChoice } from '../../domain/letters/letter-content';
import { ruled, type Mark } from './marks';
import { newTag, tagged, taggedLines, type Tag } from './tags';
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

/** What stands for a drawn box where letters are read out or copied. */
const BOX_WORDS = { ticked: '\u2612', empty: '\u2610' } as const;

/** Lines with a box to tick before each, one under another: items of `list`. */
export function ticks(
  choices: readonly LetterChoice[],
  style: TextStyle,
  place: Place,
  list: Tag = newTag('L'),
): Cell {
  const side = style.size * 0.78;
  const marks: Mark[] = [];
  let y = 0;
  for (const choice of choices) {
    const top = y + (lineHeight(style) - side) / 2;
    const item = newTag('LI', list);
    const words = { actualText: choice.ticked ? BOX_WORDS.ticked : BOX_WORDS.empty };
    const square = { x: place.x, y: top, width: side, height: side };
    const box: readonly Mark[] = [
      { kind: 'box', ...square, lineWidth: 0.8 },
      ...(choice.ticked ? crossed(place.x, top, side) : []),
    ];
    const shift = side + 6;
    const lines = setLines(choice.text, style, { x: place.x + shift, width: place.width - shift });
    marks.push(...tagged(box, newTag('Lbl', item, words)));
    marks.push(...stacked(taggedLines(lines, newTag('LBody', item)), style, y));
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
