import { viewOf, type TrueType } from './true-type';

/** One step of an outline, in units of the font; curves have one control point. */
export type OutlineStep =
  | { readonly kind: 'move' | 'line'; readonly to: Point }
  | { readonly kind: 'curve'; readonly control: Point; readonly to: Point }
  | { readonly kind: 'close' };

/** Rightward and up. */
export type Point = readonly [x: number, y: number];

interface ContourPoint {
  readonly at: Point;
  readonly isOnCurve: boolean;
}

/** Flags of a point of a simple outline ("glyf"). */
const ON_CURVE = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEATED = 0x08;
const SAME_OR_POSITIVE_X = 0x10;
const SAME_OR_POSITIVE_Y = 0x20;

/**
 * The outline of a glyph; none for a space. Throws for one composed of others, such as a letter
 * with an accent: what is drawn this way are the plain capitals of a watermark.
 */
export function outlineOf(font: TrueType, glyph: number): readonly OutlineStep[] {
  const bytes = font.outlineBytes(glyph);
  if (bytes.length === 0) return [];
  const view = viewOf(bytes);
  const contours = view.getInt16(0);
  if (contours < 0) throw new Error('A composed outline is not drawn');
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + index * 2));
  const points = readPoints(view, 10 + contours * 2, (ends.at(-1) ?? -1) + 1);
  return ends.flatMap((end, index) =>
    contourSteps(points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1)),
  );
}

function readPoints(view: DataView, instructions: number, count: number): readonly ContourPoint[] {
  let at = instructions + 2 + view.getUint16(instructions);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at);
    at += 1;
    let times = 1;
    if (flag & REPEATED) {
      times += view.getUint8(at);
      at += 1;
    }
    for (; times > 0; times -= 1) flags.push(flag);
  }
  const coordinates = (short: number, sameOrPositive: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      const isPositive = (flag & sameOrPositive) !== 0;
      if (flag & short) {
        value += isPositive ? view.getUint8(at) : -view.getUint8(at);
        at += 1;
      } else if (!isPositive) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(SHORT_X, SAME_OR_POSITIVE_X);
  const ys = coordinates(SHORT_Y, SAME_OR_POSITIVE_Y);
  return flags.map((flag, index) => ({
    at: [xs[index] ?? 0, ys[index] ?? 0],
    isOnCurve: (flag & ON_CURVE) !== 0,
  }));
}

/** Between two points off the curve lies one on it, in their middle. */
function contourSteps(points: readonly ContourPoint[]): readonly OutlineStep[] {
  const begins = points.findIndex(({ isOnCurve }) => isOnCurve);
  const ordered = [...points.slice(begins), ...points.slice(0, begins)];
  const [first] = ordered;
  if (begins < 0 || first === undefined) return [];
  const steps: OutlineStep[] = [{ kind: 'move', to: first.at }];
  let control: Point | null = null;
  for (const { at, isOnCurve } of [...ordered.slice(1), first]) {
    if (control !== null) {
      steps.push({ kind: 'curve', control, to: isOnCurve ? at : middle(control, at) });
    } else if (isOnCurve) steps.push({ kind: 'line', to: at });
    control = isOnCurve ? null : at;
  }
  return [...steps, { kind: 'close' }];
}

function middle(one: Point, other: Point): Point {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}
