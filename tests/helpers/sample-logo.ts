import type { LetterLogo } from '../../src/documents/letter-options';
import { colourPngOf } from './png';

const WIDTH = 200;
const HEIGHT = 240;
/** Share of the height at which a shield begins to narrow. */
const SHOULDER = 0.45;

/** A made-up coat of arms, a blue shield with a gold border on nothing, drawn by hand as PNG. */
export function sampleLogo(): LetterLogo {
  const dots = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) dots.set(dotAt(x, y), (y * WIDTH + x) * 4);
  }
  return { bytes: colourPngOf(WIDTH, HEIGHT, dots), mediaType: 'image/png' };
}

function dotAt(x: number, y: number): readonly number[] {
  const inside = halfWidth(y) - Math.abs(x - WIDTH / 2);
  if (inside < 0) return [0, 0, 0, 0];
  const isBorder = inside < 12 || y < 12;
  if (isBorder) return [214, 166, 32, 255];
  const [left, top] = [x - WIDTH / 2, y - HEIGHT * 0.42];
  return Math.hypot(left, top) < 42 ? [245, 240, 220, 255] : [22, 74, 152, 255];
}

/** Half of the shield's width at that height. */
function halfWidth(y: number): number {
  const full = WIDTH / 2 - 4;
  const below = (y - HEIGHT * SHOULDER) / (HEIGHT * (1 - SHOULDER));
  return below <= 0 ? full : full * Math.sqrt(Math.max(0, 1 - below ** 2)) - 4 * below;
}
