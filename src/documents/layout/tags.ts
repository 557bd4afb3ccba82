import type { Mark } from './marks';

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that papers use. */
export type TagRole =
  'H1' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD' | 'L' | 'LI' | 'Lbl' | 'LBody';

/**
 * An element of a paper's structure: what a screen reader tells apart. Marks that bear the
 * same tag are one element, on however many pages they stand; elements follow one another as
 * their first marks do. A mark without a tag is decoration, which is not read out.
 */
export interface Tag {
  readonly role: TagRole;
  /** null for an element of the paper itself. */
  readonly parent: Tag | null;
  /** What a picture shows, in Indonesian. */
  readonly alt?: string;
  /** What is read where the marks are no letters. */
  readonly actualText?: string;
  /** Of a head cell: what it heads. */
  readonly scope?: 'Row' | 'Column';
}

/** A new element: every call is another one, whatever its words. */
export function newTag(
  role: TagRole,
  parent: Tag | null = null,
  words: Pick<Tag, 'alt' | 'actualText' | 'scope'> = {},
): Tag {
  return { role, parent, ...words };
}

/** The marks as parts of the element; a mark that belongs to another one stays there. */
export function tagged(marks: readonly Mark[], tag: Tag): readonly Mark[] {
  return marks.map((mark) => (mark.tag === undefined ? { ...mark, tag } : mark));
}

/**
 * The marks of each line as parts of the element. All but the last end with a space, which is
 * not seen: without it the words at both sides of a line's end are read as one. With
 * `isFollowed` more of the element comes behind.
 */
export function taggedLines(
  lines: readonly (readonly Mark[])[],
  tag: Tag,
  isFollowed = false,
): readonly (readonly Mark[])[] {
  const last = isFollowed ? undefined : lines.findLast((marks) => marks.length > 0)?.at(-1);
  return lines.map((marks) =>
    tagged(
      marks.map((mark) => (mark === last ? mark : spacedOut(mark))),
      tag,
    ),
  );
}

function spacedOut(mark: Mark): Mark {
  if (mark.kind !== 'text') return mark;
  const spans = mark.spans.map((span, index) =>
    index === mark.spans.length - 1 ? { ...span, text: `${span.text} ` } : span,
  );
  return { ...mark, spans };
}

/** The lines of a cell; an empty cell keeps its place in the row all the same. */
export function cellLines(
  lines: readonly (readonly Mark[])[],
  tag: Tag,
): readonly (readonly Mark[])[] {
  if (lines.some((marks) => marks.length > 0)) return taggedLines(lines, tag);
  return [[{ kind: 'blank', y: 0, tag }], ...lines.slice(1)];
}

/** The marks without their elements, for what was read out before: a table's head on a later page. */
export function untagged(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => {
    const { tag: _tag, ...bare } = mark;
    return mark.kind === 'blank' ? [] : [bare];
  });
}
