import type { LetterKop, LetterText } from '../../domain/letters/letter-content';
import { millimetres } from '../letter-options';
import type { FlowElement } from './flow';
import { ruled, type Mark } from './marks';
import type { LogoSize, PageFrame } from './page-frame';
import { newTag, tagged, taggedLines, type Tag } from './tags';
import { emboldened, lineHeight, setLines, stacked, type TextStyle } from './text-lines';

const LOGO_BOX = { width: millimetres(22), height: millimetres(25) };
const LOGO_GAP = millimetres(4);
/** Government to office about 3:4 (letters.md 4.2). */
const GOVERNMENT_SIZE = 13;
const NAME_SIZE = 17;
/** A long name is set smaller, down to this, before it takes a third line. */
const SMALLEST_NAME_SIZE = 12.5;
const UNIT_SIZE = 13;
const CONTACT_SIZE = 9;
/** What the picture is, for who cannot see it; papers are always Indonesian. */
const LOGO_ALT = 'Lambang pada kop surat';

/**
 * The head of the letter: logo at the left, two or three names centred, a thick and a thin
 * rule below.
 */
export function kopLayout(kop: LetterKop, frame: PageFrame, logo: LogoSize | null): FlowElement {
  const fitted = logo ? fitLogo(logo) : null;
  const side = fitted ? LOGO_BOX.width + LOGO_GAP : 0;
  const room = { x: frame.left + side, width: frame.width - side };
  const nameSize = sizeForTwoLines(kop.name, frame, room.width);
  const parts: readonly (readonly [LetterText, TextStyle])[] = [
    [kop.government, { ...frame.body, size: Math.min(GOVERNMENT_SIZE, nameSize), spacing: 1.2 }],
    [emboldened(kop.name), { ...frame.body, size: nameSize, spacing: 1.15 }],
    ...(kop.unit ? [unitLine(kop.unit, frame, nameSize)] : []),
    ...kop.contact.map(
      (line) => [line, { ...frame.body, size: CONTACT_SIZE, spacing: 1.25 }] as const,
    ),
  ];
  const marks: Mark[] = [];
  let y = 0;
  for (const [text, style] of parts) {
    const lines = setLines(text, style, { ...room, alignment: 'centre' });
    marks.push(...stacked(taggedLines(lines, newTag('P')), style, y));
    y += lines.length * lineHeight(style);
  }
  const height = Math.max(y, fitted?.height ?? 0);
  const drop = (height - y) / 2;
  const centred = marks.map((mark) =>
    mark.kind === 'text' ? { ...mark, y: mark.y + drop } : mark,
  );
  const logoMarks = fitted ? tagged([logoMark(fitted, frame.left, height)], logoTag()) : [];
  return {
    height: height + 18,
    marks: [...logoMarks, ...centred, ...rules(frame, height + 6)],
    keepWithNext: true,
    spaceBefore: 0,
  };
}

function unitLine(
  unit: LetterText,
  frame: PageFrame,
  nameSize: number,
): readonly [LetterText, TextStyle] {
  const style = { ...frame.body, size: Math.min(UNIT_SIZE, nameSize), spacing: 1.2 };
  return [emboldened(unit), style];
}

function logoTag(): Tag {
  return newTag('Figure', null, { alt: LOGO_ALT });
}

function rules({ left, right }: PageFrame, y: number): readonly Mark[] {
  return [ruled([left, y], [right, y], 2.25), ruled([left, y + 2.6], [right, y + 2.6], 0.75)];
}

function logoMark(size: LogoSize, left: number, height: number): Mark {
  const x = left + (LOGO_BOX.width - size.width) / 2;
  return { kind: 'picture', of: 'logo', x, y: (height - size.height) / 2, ...size };
}

function fitLogo({ width, height }: LogoSize): LogoSize {
  const scale = Math.min(LOGO_BOX.width / width, LOGO_BOX.height / height);
  return { width: width * scale, height: height * scale };
}

function sizeForTwoLines(name: LetterText, frame: PageFrame, width: number): number {
  for (let size = NAME_SIZE; size > SMALLEST_NAME_SIZE; size -= 0.5) {
    const style = { ...frame.body, size };
    if (setLines(emboldened(name), style, { x: 0, width }).length <= 2) return size;
  }
  return SMALLEST_NAME_SIZE;
}
