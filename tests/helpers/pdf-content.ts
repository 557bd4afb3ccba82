import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFPage,
} from 'pdf-lib';

/** One operator of a page with what stands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
}

/** Strings, hex strings, dictionaries and arrays as they stand, names, numbers, operators. */
const TOKENS =
  /<<(?:[^<>]|<[^<>]*>)*>>|<[0-9A-Fa-f\s]*>|\[[^\]]*\]|\((?:\\.|[^\\()])*\)|[^\s<>[\]()]+/g;
const OPERAND = /^[<[(/+\-.\d]|^(true|false|null)$/;

/** Everything a page draws, in its order. */
export function operationsOf(document: PDFDocument, page: PDFPage): readonly Operation[] {
  const { context } = document;
  const contents = page.node.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((ref) => context.lookup(ref))
      : [contents];
  const text = streams
    .map((stream) => {
      if (!(stream instanceof PDFRawStream)) throw new Error('a page without contents');
      return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    })
    .join('\n');
  const operations: Operation[] = [];
  let operands: string[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    if (OPERAND.test(token)) operands.push(token);
    else {
      operations.push({ operator: token, operands });
      operands = [];
    }
  }
  return operations;
}
