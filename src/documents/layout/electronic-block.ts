import type { LetterSignature, LetterText } from '../../domain/letters/letter-content';
import { millimetres } from '../letter-options';
import { boxedIn, type Mark } from './marks';
import type { LogoSize } from './page-frame';
import { newTag, tagged, taggedLines } from './tags';
import { emboldened, lineHeight, setLines, stacked, textWidth, type TextStyle } from './text-lines';

/** What stands at the left of every electronic signature of a paper. */
export interface Seal {
  /** What the QR code says. */
  readonly qrText: string;
  /** Size of the office's picture in place of the QR code; null for the code. */
  readonly logo: LogoSize | null;
}

/** Side of the QR code or of the picture. */
const SEAL_SIDE = millimetres(18);
const PADDING = 6;
const GAP = 7;
/** Room for what the signing program draws, as a share of the room to sign by hand. */
const ROOM_SHARE = 14 / 22;
/** Smaller than the letter's own, so that positions and names stay within the box. */
const SMALLER = 2.5;
const LEAST_SIZE = 8;
/** The heading is set on one line where it can be, down to this size. */
const LEAST_HEADING = 7;
const BELOW_HEADING = 2;
const WORDS = {
  qr: 'Kode QR berisi nomor pengenal surat ini',
  logo: 'Logo penyelenggara sertifikat elektronik',
} as const;

/**
 * The box of an electronic signature (letters.md 4.4): QR code or picture at the left, then
 * who signed: position, room for the visible signature, name, rank and NIP. Measured from the
 * top of the box; it says with two marks where it stands and what of it is free.
 */
export function electronicBlock(
  { actor, position, name, details }: LetterSignature,
  heading: LetterText,
  { size: letterSize, fonts }: TextStyle,
  place: { readonly x: number; readonly width: number },
  { seal, signingRoom }: { readonly seal: Seal; readonly signingRoom: number },
): { readonly height: number; readonly marks: readonly Mark[] } {
  const style = { fonts, size: Math.max(LEAST_SIZE, letterSize - SMALLER), spacing: 1.15 };
  const x = place.x + PADDING + SEAL_SIDE + GAP;
  const text = { x, width: place.x + place.width - PADDING - x };
  const marks: Mark[] = [];
  let y = PADDING;
  const add = (lines: readonly (readonly Mark[])[], of = style): void => {
    marks.push(...stacked(taggedLines(lines, newTag('P')), of, y));
    y += lines.length * lineHeight(of);
  };
  const headStyle = onOneLine(heading, style, text.width);
  add(setLines(heading, headStyle, text), headStyle);
  y += BELOW_HEADING;
  add(setLines(position, style, text));
  const room = { ...text, y, height: signingRoom * ROOM_SHARE };
  y += room.height;
  add(setLines(emboldened(name), style, { ...text, underlined: true }));
  for (const detail of details) add(setLines(detail, style, text));
  const height = Math.max(y, PADDING + SEAL_SIDE) + PADDING;
  const block = { ...place, y: 0, height };
  const corner = { x: place.x + PADDING, y: (height - SEAL_SIDE) / 2 };
  return {
    height,
    marks: [
      boxedIn(block),
      ...sealMarks(seal, corner),
      ...marks,
      { kind: 'signing-place', part: 'block', actor, ...block },
      { kind: 'signing-place', part: 'room', actor, ...room },
    ],
  };
}

function onOneLine(text: LetterText, style: TextStyle, width: number): TextStyle {
  const size = style.size * Math.min(1, width / textWidth(text, style));
  return { ...style, size: Math.max(LEAST_HEADING, Math.floor(size * 10) / 10) };
}

function sealMarks(
  { qrText, logo }: Seal,
  { x, y }: { readonly x: number; readonly y: number },
): readonly Mark[] {
  if (logo === null) {
    const code: Mark = { kind: 'qr', text: qrText, x, y, side: SEAL_SIDE };
    return tagged([code], newTag('Figure', null, { alt: WORDS.qr }));
  }
  const scale = Math.min(SEAL_SIDE / logo.width, SEAL_SIDE / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  const left = x + (SEAL_SIDE - width) / 2;
  const top = y + (SEAL_SIDE - height) / 2;
  const picture: Mark = { kind: 'picture', of: 'signature-logo', x: left, y: top, width, height };
  return tagged([picture], newTag('Figure', null, { alt: WORDS.logo }));
}
