import type { LetterTemplate } from './letter-template';
import { letterTexts } from './letter-texts';

/** One line of two texts side by side. */
export interface LetterTextChange {
  readonly change: 'same' | 'added' | 'removed';
  /** Where it stands in the text that has it: dotted. */
  readonly path: string;
  readonly text: string;
}

/**
 * What a paper's text says other than another: lines that both have in one longest common order
 * are the same, all else was removed or added. Conditions and layout are not compared. Pure.
 */
export function diffLetterTexts(
  before: LetterTemplate,
  after: LetterTemplate,
): readonly LetterTextChange[] {
  const one = letterTexts(before);
  const other = letterTexts(after);
  const lengths = commonLengths(
    one.map(({ text }) => text),
    other.map(({ text }) => text),
  );
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const changes: LetterTextChange[] = [];
  let row = 0;
  let column = 0;
  while (row < one.length || column < other.length) {
    const left = one[row];
    const right = other[column];
    if (left !== undefined && right !== undefined && left.text === right.text) {
      changes.push({ change: 'same', ...right });
      row += 1;
      column += 1;
    } else if (left !== undefined && at(row + 1, column) >= at(row, column + 1)) {
      changes.push({ change: 'removed', ...left });
      row += 1;
    } else if (right !== undefined) {
      changes.push({ change: 'added', ...right });
      column += 1;
    } else break;
  }
  return changes;
}

/** How many lines the rests of two lists have in common, from each pair of places on. */
function commonLengths(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly number[])[] {
  const table = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: other.length + 1 }, () => 0),
  );
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const cells = table[row];
      if (cells === undefined) continue;
      const below = table[row + 1];
      cells[column] =
        one[row] === other[column]
          ? (below?.[column + 1] ?? 0) + 1
          : Math.max(below?.[column] ?? 0, cells[column + 1] ?? 0);
    }
  }
  return table;
}
