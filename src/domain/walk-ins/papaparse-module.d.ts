/**
 * The two calls used of papaparse. Its published types bring in Node's globals, which the
 * domain must not know.
 */
declare module 'papaparse' {
  interface ParseError {
    readonly code: string;
    /** Index of the row, from 0; absent for an error of the whole text. */
    readonly row?: number;
  }
  interface Papa {
    parse(
      text: string,
      options: { readonly delimiter: string; readonly skipEmptyLines: 'greedy' },
    ): { readonly data: string[][]; readonly errors: readonly ParseError[] };
    unparse(
      rows: string[][],
      options: { readonly delimiter: string; readonly newline: string },
    ): string;
  }
  const papa: Papa;
  export default papa;
}
