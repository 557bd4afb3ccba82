import type { LetterText } from '../../domain/letters/letter-content';
import { styleOf, type FontSet, type FontStyle } from '../font-set';

interface Piece {
  readonly text: string;
  readonly style: FontStyle;
  readonly width: number;
}

interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** The space before it, with its style; null at the start of a line typed as such. */
  readonly space: Piece | null;
  readonly startsLine: boolean;
}

export interface BrokenLine {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly spaces: number;
  /** The line ends here because the text does, not because the room did. */
  readonly ends: boolean;
}

/**
 * Breaks a text at spaces into lines no wider than the room (points); `firstRoom` is that of
 * the first line, where it is indented. A word wider than a whole line (an e-mail address, a
 * unit typed without spaces) is cut, at `-`, `/`, `@`, `.`, `_` where it has one.
 */
export function breakLines(
  text: LetterText,
  measure: { readonly fonts: FontSet; readonly size: number },
  room: number,
  firstRoom = room,
): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let open: { pieces: Piece[]; width: number; spaces: number } | null = null;
  const close = (ends: boolean): void => {
    lines.push({ ...(open ?? { pieces: [], width: 0, spaces: 0 }), ends });
    open = null;
  };
  for (const word of wordsOf(text, measure)) {
    if (word.startsLine) close(true);
    for (const part of cutToRoom(word, measure, Math.min(room, firstRoom))) {
      const available = lines.length === 0 ? firstRoom : room;
      const gap: number = open ? (part.space?.width ?? 0) : 0;
      if (open && open.width + gap + part.width > available + 0.01) close(false);
      if (open) {
        if (part.space) open.pieces.push(part.space);
        open.pieces.push(...part.pieces);
        open.width += gap + part.width;
        open.spaces += part.space ? 1 : 0;
      } else {
        open = { pieces: [...part.pieces], width: part.width, spaces: 0 };
      }
    }
  }
  close(true);
  return lines;
}

function wordsOf(
  text: LetterText,
  { fonts, size }: { readonly fonts: FontSet; readonly size: number },
): readonly Word[] {
  const words: Word[] = [];
  let pieces: Piece[] = [];
  let space: Piece | null = null;
  let startsLine = false;
  const pieceOf = (part: string, style: FontStyle): Piece => ({
    text: part,
    style,
    width: fonts.widthOf(part, style) * size,
  });
  const end = (): void => {
    if (pieces.length === 0 && !startsLine) return;
    words.push({ pieces, width: sum(pieces), space, startsLine });
    pieces = [];
    startsLine = false;
  };
  for (const run of text) {
    const style = styleOf(run);
    for (const part of run.text.split(/([ \n])/)) {
      if (part === '') continue;
      if (part !== ' ' && part !== '\n') {
        pieces.push(pieceOf(part, style));
        continue;
      }
      end();
      startsLine = part === '\n';
      space = startsLine ? null : pieceOf(' ', style);
    }
  }
  end();
  return words;
}

/** The word itself, or its parts where it is wider than the room; only the first has a space. */
function cutToRoom(
  word: Word,
  { fonts, size }: { readonly fonts: FontSet; readonly size: number },
  room: number,
): readonly Word[] {
  if (word.width <= room) return [word];
  const letters = word.pieces.flatMap(({ text, style }) =>
    Array.from(text, (letter) => ({
      text: letter,
      style,
      width: fonts.widthOf(letter, style) * size,
    })),
  );
  const parts: Word[] = [];
  let rest = letters;
  while (rest.length > 0) {
    const count = countThatFits(rest, room);
    const pieces = mergeStyles(rest.slice(0, count));
    const first = parts.length === 0;
    parts.push({ pieces, width: sum(pieces), space: first ? word.space : null, startsLine: false });
    rest = rest.slice(count);
  }
  return parts;
}

function countThatFits(letters: readonly Piece[], room: number): number {
  let width = 0;
  let count = 0;
  let afterMark = 0;
  for (const { width: letterWidth, text } of letters) {
    width += letterWidth;
    if (width > room && count > 0) break;
    count += 1;
    if ('-/@._,'.includes(text)) afterMark = count;
  }
  if (count === letters.length) return count;
  return afterMark > count / 2 ? afterMark : count;
}

function mergeStyles(letters: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  for (const letter of letters) {
    const last = merged.at(-1);
    if (last?.style !== letter.style) merged.push(letter);
    else {
      const text = last.text + letter.text;
      merged[merged.length - 1] = { ...last, text, width: last.width + letter.width };
    }
  }
  return merged;
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((width, piece) => width + piece.width, 0);
}
