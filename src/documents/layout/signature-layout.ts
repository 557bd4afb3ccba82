import type { LetterSignature } from '../../domain/letters/letter-content';
import { millimetres } from '../letter-options';
import { electronicBlock, type Seal } from './electronic-block';
import type { FlowElement } from './flow';
import { lowered, type Mark } from './marks';
import type { PageFrame } from './page-frame';
import { newTag, taggedLines } from './tags';
import { emboldened, lineHeight, setLines, stacked, type TextStyle } from './text-lines';

/** Room to sign by hand and for the stamp. */
export const SIGNING_ROOM = millimetres(22);
/** Where the right-hand column begins, as a share of the width. */
const RIGHT_COLUMN = 0.52;
const LEFT_COLUMN_END = 0.46;

/** The signature blocks side by side as one strip, which no page break cuts. */
export function signaturesLayout(
  signatures: readonly LetterSignature[],
  frame: PageFrame,
  seal: Seal,
): FlowElement {
  const set = signatures.map((signature) =>
    signatureBlock(signature, frame.body, placeOf(signature, frame), seal),
  );
  // Beside one another the positions end on the same line, so that the names do as well.
  const deepest = Math.max(...set.map(({ headHeight }) => headHeight));
  const blocks = set.map(({ height, headHeight, marks }) => {
    const shift = deepest - headHeight;
    return { height: height + shift, marks: marks.map((mark) => lowered(mark, shift)) };
  });
  return {
    height: Math.max(...blocks.map(({ height }) => height)),
    marks: blocks.flatMap(({ marks }) => marks),
    keepWithNext: false,
    spaceBefore: frame.body.size * 1.5,
  };
}

function placeOf({ column }: LetterSignature, frame: PageFrame) {
  const right = column === 'right';
  const x = right ? frame.left + frame.width * RIGHT_COLUMN : frame.left;
  return { x, width: frame.width * (right ? 1 - RIGHT_COLUMN : LEFT_COLUMN_END) };
}

/** A signature from the top of its place; `headHeight` is that of what stands above the room to sign. */
export interface SignatureBlock {
  readonly height: number;
  readonly headHeight: number;
  readonly marks: readonly Mark[];
}

/**
 * Place and date, position, room to sign, name underlined, rank and NIP; or, below place and
 * date, the box of an electronic signature.
 */
export function signatureBlock(
  signature: LetterSignature,
  style: TextStyle,
  place: { readonly x: number; readonly width: number },
  seal: Seal,
  signingRoom = SIGNING_ROOM,
): SignatureBlock {
  const { dateline, position, name, details } = signature;
  const marks: Mark[] = [];
  let y = 0;
  const add = (lines: readonly (readonly Mark[])[]): void => {
    marks.push(...stacked(taggedLines(lines, newTag('P')), style, y));
    y += lines.length * lineHeight(style);
  };
  if (dateline) add(setLines(dateline, style, place));
  if (signature.electronic) {
    const headHeight = y;
    const gap = dateline ? style.size * 0.3 : 0;
    const block = electronicBlock(signature, signature.electronic, style, place, {
      seal,
      signingRoom,
    });
    marks.push(...block.marks.map((mark) => lowered(mark, headHeight + gap)));
    return { height: headHeight + gap + block.height, headHeight, marks };
  }
  add(setLines(position, style, place));
  const headHeight = y;
  y += signingRoom;
  add(setLines(emboldened(name), style, { ...place, underlined: true }));
  for (const detail of details) add(setLines(detail, style, place));
  return { height: y, headHeight, marks };
}
