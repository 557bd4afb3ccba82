import type { Box, ReadLine, ReadWord } from '../../contract/reading';

/** What was found on a paper, and where. */
export interface Found {
  readonly value: string;
  /** The row it was read from, on the picture. */
  readonly box: Box;
  /** From 0 to 1: the least sure word it was read from. */
  readonly confidence: number;
}

/** Writing at one height of the paper, from the left. */
export interface Row {
  readonly words: readonly ReadWord[];
  readonly text: string;
  readonly box: Box;
  /** See `ReadLine`. */
  readonly digits: readonly string[];
}

/**
 * Lines put together that stand at one height: a reader takes labels and what stands behind
 * them for columns of their own. Two lines are one row when the lower half of neither begins
 * below the other.
 */
export function rowsOf(lines: readonly ReadLine[]): readonly Row[] {
  const groups: ReadLine[][] = [];
  for (const line of lines.toSorted((one, other) => middle(one.box) - middle(other.box))) {
    const group = groups.at(-1);
    if (group?.some(({ box }) => isBeside(box, line.box)) === true) group.push(line);
    else groups.push([line]);
  }
  return groups.map(rowOf);
}

function rowOf(lines: readonly ReadLine[]): Row {
  const words = lines
    .flatMap((line) => line.words)
    .toSorted((one, other) => one.box.left - other.box.left);
  return {
    words,
    text: textOf(words),
    box: around(lines.map(({ box }) => box)),
    digits: lines.flatMap(({ digits }) => (digits === null ? [] : [digits])),
  };
}

export function textOf(words: readonly ReadWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

const middle = ({ top, height }: Box): number => top + height / 2;

function isBeside(one: Box, other: Box): boolean {
  const overlap =
    Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const isApart = one.left + one.width <= other.left || other.left + other.width <= one.left;
  return isApart && overlap > 0.5 * Math.min(one.height, other.height);
}

/** The smallest box that holds all; `boxes` has at least one. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}
