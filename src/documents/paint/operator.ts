import { PDFNumber, PDFOperator, type PDFOperatorNames as Op } from 'pdf-lib';

/** A PDF operator with its numbers. */
export function op(name: Op, ...numbers: readonly number[]): PDFOperator {
  return PDFOperator.of(
    name,
    numbers.map((number) => PDFNumber.of(rounded(number))),
  );
}

/** A thousandth of a point is finer than any printer; more digits only make files longer. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
