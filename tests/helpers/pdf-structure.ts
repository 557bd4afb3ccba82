import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFObject,
} from 'pdf-lib';
import { textOf } from './pdf-archive';
import { operationsOf } from './pdf-content';

/** An element of a file's structure as a reader finds it. */
export interface ReadElement {
  readonly role: string;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly attributes: string;
  readonly children: readonly ReadElement[];
  /** Pieces of pages: "page/number". */
  readonly pieces: readonly string[];
}

/** The element of the whole paper. */
export function readStructure(document: PDFDocument): ReadElement {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const [first] = kidsOf(root);
  const paper = document.context.lookup(first);
  if (!(paper instanceof PDFDict)) throw new Error('no structure');
  return readElement(document, paper, first);
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.lookup(PDFName.of('K'));
  return kids instanceof PDFArray ? kids.asArray() : [];
}

function readElement(
  document: PDFDocument,
  element: PDFDict,
  self: PDFObject | undefined,
): ReadElement {
  const children: ReadElement[] = [];
  const pieces: string[] = [];
  const own = element.get(PDFName.of('Pg'));
  for (const kid of kidsOf(element)) {
    if (kid instanceof PDFNumber) pieces.push(`${pageOf(document, own)}/${kid.asNumber()}`);
    else {
      const inner = document.context.lookup(kid);
      if (!(inner instanceof PDFDict)) throw new Error('a child that is none');
      const id = inner.lookup(PDFName.of('MCID'));
      if (id instanceof PDFNumber) {
        pieces.push(`${pageOf(document, inner.get(PDFName.of('Pg')))}/${id.asNumber()}`);
      } else {
        if (inner.get(PDFName.of('P')) !== self) throw new Error('a child of somebody else');
        children.push(readElement(document, inner, kid));
      }
    }
  }
  return {
    role: element.lookup(PDFName.of('S'), PDFName).decodeText(),
    alt: textOf(element.lookup(PDFName.of('Alt'))),
    actualText: textOf(element.lookup(PDFName.of('ActualText'))),
    attributes: element.get(PDFName.of('A'))?.toString() ?? '',
    children,
    pieces,
  };
}

function pageOf(document: PDFDocument, ref: PDFObject | undefined): number {
  return document.getPages().findIndex((page) => page.ref === ref);
}

/** The element and all below it, in the order they are read in. */
export function allElements(element: ReadElement): readonly ReadElement[] {
  return [element, ...element.children.flatMap(allElements)];
}

/**
 * What of the structure does not hold together: pieces no element has or two have, marks
 * outside of any, pictures without words, a table's rows of different lengths.
 */
export function structureProblems(document: PDFDocument): readonly string[] {
  const elements = allElements(readStructure(document));
  const claimed = elements.flatMap(({ pieces }) => pieces);
  const parents = parentTree(document);
  const problems: string[] = [];
  document.getPages().forEach((page, index) => {
    const own = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber();
    const found: string[] = [];
    let depth = 0;
    for (const { operator, operands } of operationsOf(document, page)) {
      if (operator === 'BDC' || operator === 'BMC') {
        if (depth > 0) problems.push('marks within marks');
        depth += 1;
        const id = /\/MCID (\d+)/.exec(operands[1] ?? '')?.[1];
        if (id !== undefined) found.push(`${index}/${id}`);
        else if (operands[0] !== '/Artifact')
          problems.push(`${String(operands[0])} without number`);
      } else if (operator === 'EMC') depth -= 1;
      else if (/^(Tj|TJ|f|S|B|Do)$/.test(operator) && depth === 0) {
        problems.push(`page ${index + 1}: ${operator} outside of everything`);
      }
    }
    if (depth !== 0) problems.push('an open mark');
    if (new Set(found).size !== found.length) problems.push('a number twice');
    for (const piece of found) {
      if (claimed.filter((one) => one === piece).length !== 1) problems.push(`${piece} unclaimed`);
    }
    if (parents.get(own) !== found.length) problems.push(`page ${index + 1}: the parent tree`);
  });
  for (const { role, alt, children, attributes } of elements) {
    if (role === 'Figure' && (!alt || !attributes.includes('BBox')))
      problems.push('a bare picture');
    if (role === 'TH' && !attributes.includes('Scope')) problems.push('a head of nothing');
    if (role === 'Table') {
      const lengths = new Set(children.map((row) => row.children.length));
      if (lengths.size > 1) problems.push('rows of different lengths');
    }
  }
  return problems;
}

/** How many pieces the parent tree has for each page. */
function parentTree(document: PDFDocument): ReadonlyMap<number, number> {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const tree = root.lookup(PDFName.of('ParentTree'), PDFDict);
  const numbers = tree.lookup(PDFName.of('Nums'), PDFArray).asArray();
  const counts = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += 2) {
    const key = numbers[at];
    const list = document.context.lookup(numbers[at + 1]);
    if (!(key instanceof PDFNumber) || !(list instanceof PDFArray)) continue;
    if (list.asArray().every((ref) => ref instanceof PDFRef))
      counts.set(key.asNumber(), list.size());
  }
  return counts;
}
