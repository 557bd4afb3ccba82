import {
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames as Op,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';
import type { Mark } from '../layout/marks';
import type { Tag } from '../layout/tags';

/** Writes what a paper's marks are parts of, for screen readers (ISO 32000-1, 14.7 and 14.8). */
export interface Structure {
  /**
   * The operators of a page's marks in the order they are read in, each element between its
   * signs; decoration comes first and is named as such, so that nothing reads it out.
   */
  readonly pageOperators: (
    page: PDFPage,
    marks: readonly Mark[],
    paint: (mark: Mark) => readonly PDFOperator[],
  ) => readonly PDFOperator[];
  /** Writes the elements of all pages; to be called once, at the end. */
  readonly finish: () => void;
}

/** A piece of a page that belongs to an element. */
interface Piece {
  readonly page: PDFRef;
  readonly id: number;
}

interface Element {
  readonly tag: Tag;
  readonly ref: PDFRef;
  readonly children: (Element | Piece)[];
  /** Of a picture: its place on the page, from the lower left corner. */
  box: readonly number[] | null;
}

const END = PDFOperator.of(Op.EndMarkedContent);
const DRAWN = beginning('Artifact', '<</Type/Layout>>');
const WRITTEN = beginning('Artifact', '<</Type/Pagination>>');

/** The structure of a document that has no pages yet. */
export function createStructure(document: PDFDocument): Structure {
  const { context } = document;
  const elements = new Map<Tag, Element>();
  const roots: Element[] = [];
  /** The elements of each page's pieces, by their number. */
  const pages: PDFRef[][] = [];

  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag);
    if (known) return known;
    const siblings = tag.parent === null ? roots : elementOf(tag.parent).children;
    const element: Element = { tag, ref: context.nextRef(), children: [], box: null };
    elements.set(tag, element);
    siblings.push(element);
    return element;
  };

  return {
    pageOperators: (page, marks, paint) => {
      const pieces: PDFRef[] = [];
      page.node.set(PDFName.of('StructParents'), context.obj(pages.length));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
      pages.push(pieces);
      const { drawn, written, groups } = sorted(marks);
      const operators: PDFOperator[] = [];
      const add = (begin: PDFOperator, of: readonly PDFOperator[]): void => {
        if (of.length > 0) operators.push(begin, ...of, END);
      };
      add(DRAWN, drawn.flatMap(paint));
      for (const [tag, group] of groups) {
        const element = elementOf(tag);
        const painted = group.flatMap(paint);
        if (painted.length === 0) continue;
        const id = pieces.push(element.ref) - 1;
        element.children.push({ page: page.ref, id });
        if (tag.role === 'Figure') element.box = boxOf(group, page.getHeight());
        add(beginning(tag.role, `<</MCID ${String(id)}>>`), painted);
      }
      add(WRITTEN, written.flatMap(paint));
      return operators;
    },
    finish: () => {
      writeTree(document, roots, pages);
    },
  };
}

/** Operators that draw decoration outside of `pageOperators`, such as a watermark. */
export function decoration(operators: readonly PDFOperator[]): readonly PDFOperator[] {
  return operators.length === 0 ? [] : [DRAWN, ...operators, END];
}

function beginning(name: string, properties: string): PDFOperator {
  return PDFOperator.of(Op.BeginMarkedContentSequence, [PDFName.of(name), properties]);
}

/** Decoration that is drawn, decoration in letters, and the marks of each element. */
function sorted(marks: readonly Mark[]) {
  const drawn: Mark[] = [];
  const written: Mark[] = [];
  const groups = new Map<Tag, Mark[]>();
  for (const mark of marks) {
    if (mark.tag === undefined) (mark.kind === 'text' ? written : drawn).push(mark);
    else {
      const group = groups.get(mark.tag);
      if (group) group.push(mark);
      else groups.set(mark.tag, [mark]);
    }
  }
  return { drawn, written, groups };
}

function boxOf(marks: readonly Mark[], pageHeight: number): readonly number[] | null {
  const [mark] = marks;
  if (mark?.kind !== 'picture' && mark?.kind !== 'qr') return null;
  const { width, height } = mark.kind === 'qr' ? { width: mark.side, height: mark.side } : mark;
  return [mark.x, pageHeight - mark.y - height, mark.x + width, pageHeight - mark.y];
}

function writeTree(
  { context, catalog }: PDFDocument,
  roots: readonly Element[],
  pages: readonly (readonly PDFRef[])[],
): void {
  const [root, paper] = [context.nextRef(), context.nextRef()];
  const write = (element: Element, parent: PDFRef): void => {
    context.assign(element.ref, elementDictionary(element, parent));
    for (const child of element.children) if ('tag' in child) write(child, element.ref);
  };
  const elementDictionary = ({ tag, children, box }: Element, parent: PDFRef) => {
    const first = children.find((child) => !('tag' in child));
    const page = first && !('tag' in first) ? first.page : undefined;
    return context.obj({
      S: tag.role,
      P: parent,
      Pg: page,
      K: children.map((child) => {
        if ('tag' in child) return child.ref;
        if (child.page === page) return child.id;
        return { Type: 'MCR', Pg: child.page, MCID: child.id };
      }),
      Alt: tag.alt === undefined ? undefined : PDFHexString.fromText(tag.alt),
      ActualText: tag.actualText === undefined ? undefined : PDFHexString.fromText(tag.actualText),
      A: attributesOf(tag, box),
    });
  };
  for (const element of roots) write(element, paper);
  context.assign(paper, context.obj({ S: 'Document', P: root, K: roots.map(({ ref }) => ref) }));
  const numbers = pages.flatMap((pieces, page) => [page, [...pieces]]);
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [paper],
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: pages.length,
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

function attributesOf({ scope }: Tag, box: readonly number[] | null) {
  if (scope !== undefined) return { O: 'Table', Scope: scope };
  return box === null ? undefined : { O: 'Layout', Placement: 'Block', BBox: [...box] };
}
