import type { FontStyle } from '../font-set';
import type { Tag } from './tags';

/**
 * What is drawn, in points from the top left corner: of the page, or of the flow element the
 * mark belongs to. Layout makes marks, `paint/` turns them into PDF.
 */
export interface TextSpan {
  readonly text: string;
  readonly style: FontStyle;
  /** From the left of the page. */
  readonly x: number;
  readonly width: number;
}

export type Mark = MarkShape & {
  /** What the mark is part of; decoration where it is left out. */
  readonly tag?: Tag;
};

type MarkShape =
  | {
      readonly kind: 'text';
      readonly spans: readonly TextSpan[];
      /** Of the baseline. */
      readonly y: number;
      readonly size: number;
      /** Added to every space, for justified lines. */
      readonly gap: number;
      readonly underlined: boolean;
      /** 0 black to 1 white. */
      readonly grey: number;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly width: number;
      readonly dotted: boolean;
      /** 0 black to 1 white; black where it is left out. */
      readonly grey?: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly lineWidth: number;
    }
  | {
      /** A closed shape: outlined, filled, or both. */
      readonly kind: 'shape';
      readonly points: readonly (readonly [x: number, y: number])[];
      /** 0 black to 1 white; null leaves it open. */
      readonly fill: number | null;
      /** 0 draws no outline. */
      readonly lineWidth: number;
    }
  | {
      /** A box with half circles for its short sides. */
      readonly kind: 'capsule';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: number | null;
      readonly lineWidth: number;
    }
  | {
      /** A picture of the office. */
      readonly kind: 'picture';
      readonly of: PictureName;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      /** A square with a QR code. */
      readonly kind: 'qr';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly side: number;
    }
  | {
      /** Draws nothing: keeps the place of an element without marks. */
      readonly kind: 'blank';
      readonly y: number;
    }
  | {
      /** Draws nothing: says where an electronic signature stands, and what of it is free. */
      readonly kind: 'signing-place';
      readonly part: 'block' | 'room';
      /** Actor key of the SOP. */
      readonly actor: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

/** The logo of the letterhead, and the one beside an electronic signature. */
export const PICTURE_NAMES = ['logo', 'signature-logo'] as const;
export type PictureName = (typeof PICTURE_NAMES)[number];

/** A mark lower by so many points. */
export function lowered(mark: Mark, by: number): Mark {
  if (mark.kind === 'line') return { ...mark, y1: mark.y1 + by, y2: mark.y2 + by };
  if (mark.kind === 'shape') {
    return { ...mark, points: mark.points.map(([x, y]) => [x, y + by] as const) };
  }
  return { ...mark, y: mark.y + by };
}

export function ruled(
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  width = 0.75,
): Mark {
  return { kind: 'line', x1: from[0], y1: from[1], x2: to[0], y2: to[1], width, dotted: false };
}

/** The outline of a box. */
export function boxedIn(
  place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
  lineWidth = 0.75,
): Mark {
  return { kind: 'box', ...place, lineWidth };
}

/** A line of dots to write on by hand. */
export function dotted(x1: number, x2: number, y: number): Mark {
  return { kind: 'line', x1, y1: y, x2, y2: y, width: 0.8, dotted: true };
}

/** The ground of a table's head. */
export const HEAD_GREY = 0.9;

/** A filled band across the page from the top of its strip, so high; outlined where a width is given. */
export function band(
  { left, right }: { readonly left: number; readonly right: number },
  height: number,
  fill: number,
  lineWidth = 0,
): Mark {
  const points = [
    [left, 0],
    [right, 0],
    [right, height],
    [left, height],
  ] as const;
  return { kind: 'shape', points, fill, lineWidth };
}
