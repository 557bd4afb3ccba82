import type { LetterRun, LetterText } from '../../domain/letters/letter-content';
import type { Mark, TextSpan } from './marks';
import type { PageFrame } from './page-frame';
import { atBaseline, setLines } from './text-lines';

/** Of the baseline: below the text, and above what stands at the foot; in sizes of the text. */
const DROP = 0.95;
const ABOVE_FOOT = 0.25;
const ENDING = '…';

/**
 * The pages with the first word of the next one at the right foot of each (kata penyambung,
 * letters.md 4.2), in the type it has there. Nothing stands at the foot of the last page.
 */
export function withCatchwords(
  pages: readonly (readonly Mark[])[],
  frame: PageFrame,
): readonly (readonly Mark[])[] {
  const place = { x: frame.left, width: frame.width, alignment: 'right' as const };
  const { size } = frame.body;
  const baseline = Math.min(frame.bottom + size * DROP, frame.footTop - size * ABOVE_FOOT);
  return pages.map((marks, index) => {
    const word = firstWord(pages[index + 1] ?? []);
    if (word.length === 0) return marks;
    const lines = setLines(word, frame.body, place);
    return [...marks, ...atBaseline(lines, frame.body, baseline)];
  });
}

/** Of the highest line, and there of its leftmost text. */
function firstWord(marks: readonly Mark[]): LetterText {
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
  const top = Math.min(...texts.map(({ y }) => y));
  const [first] = texts
    .filter(({ y }) => y - top < 1)
    .toSorted((one, other) => startOf(one.spans) - startOf(other.spans));
  if (first === undefined) return [];
  const word = wordOf(first.spans);
  return word.length === 0 ? [] : [...word, { text: ENDING, bold: false, italic: false }];
}

function startOf(spans: readonly TextSpan[]): number {
  return spans[0]?.x ?? 0;
}

/** What stands before the first space; a word may change its type in the middle. */
function wordOf(spans: readonly TextSpan[]): readonly LetterRun[] {
  const runs: LetterRun[] = [];
  for (const { text, style } of spans) {
    const [part = '', ...rest] = text.split(' ');
    const type = { bold: style.startsWith('bold'), italic: style.endsWith('italic') };
    if (part !== '') runs.push({ text: part, ...type });
    if (rest.length > 0) break;
  }
  return runs;
}
