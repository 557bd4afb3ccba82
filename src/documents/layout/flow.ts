import { lowered, type Mark } from './marks';
import { untagged } from './tags';

/** A strip of the page as wide as the paper: the smallest thing a page break does not cut. */
export interface FlowElement {
  readonly height: number;
  /** Measured from the top of the strip. */
  readonly marks: readonly Mark[];
  /** No page break may come between this strip and the next. */
  readonly keepWithNext: boolean;
  /** White space above; left out at the top of a page. */
  readonly spaceBefore: number;
  /** Stands again above the strip where a later page begins with it: a table's head. */
  readonly repeatedHead?: FlowElement;
}

/** Keeps every strip of the list with the one after it, the last with what follows the list. */
export function keptTogether(elements: readonly FlowElement[]): readonly FlowElement[] {
  return elements.map((element) => ({ ...element, keepWithNext: true }));
}

/** The first strip with white space above it. */
export function spaced(elements: readonly FlowElement[], space: number): readonly FlowElement[] {
  return elements.map((element, index) =>
    index === 0 ? { ...element, spaceBefore: element.spaceBefore + space } : element,
  );
}

/** Ties the last `count` strips to what follows: a signature never stands alone on a page. */
export function tiedToNext(
  elements: readonly FlowElement[],
  count: number,
): readonly FlowElement[] {
  return elements.map((element, index) =>
    index >= elements.length - count ? { ...element, keepWithNext: true } : element,
  );
}

/** Where text may stand, points from the top of the page. */
export interface PageRoom {
  readonly top: number;
  /** Of the second page and those after it, below their page number. */
  readonly laterTop: number;
  readonly bottom: number;
}

/**
 * Sets strips one under another and starts a new page when a group that is to be kept
 * together does not fit. A group taller than a page is cut between its strips.
 */
export function paginate(
  elements: readonly FlowElement[],
  { top: firstTop, laterTop, bottom }: PageRoom,
): readonly (readonly Mark[])[] {
  const pages: Mark[][] = [[]];
  let top = firstTop;
  let y = top;
  const newPage = (): void => {
    pages.push([]);
    top = laterTop;
    y = top;
  };
  const place = ({ marks, height }: FlowElement): void => {
    const start = y;
    pages.at(-1)?.push(...marks.map((mark) => lowered(mark, start)));
    y += height;
  };
  for (const group of groupsOf(elements)) {
    const fits = y + heightOf(group, y === top) <= bottom + 0.01;
    if (!fits && y > top) newPage();
    for (const element of group) {
      if (y > top && y + element.spaceBefore + element.height > bottom + 0.01) newPage();
      if (y === top && pages.length > 1 && element.repeatedHead) {
        place({ ...element.repeatedHead, marks: untagged(element.repeatedHead.marks) });
      }
      if (y > top) y += element.spaceBefore;
      place(element);
    }
  }
  return pages;
}

function groupsOf(elements: readonly FlowElement[]): readonly (readonly FlowElement[])[] {
  const groups: FlowElement[][] = [];
  let open = false;
  for (const element of elements) {
    if (open) groups.at(-1)?.push(element);
    else groups.push([element]);
    open = element.keepWithNext;
  }
  return groups;
}

/** Height of strips set under one another, points. */
export function flowHeight(elements: readonly FlowElement[]): number {
  return heightOf(elements, true);
}

function heightOf(group: readonly FlowElement[], atTop: boolean): number {
  return group.reduce(
    (height, element, index) =>
      height + element.height + (atTop && index === 0 ? 0 : element.spaceBefore),
    0,
  );
}
