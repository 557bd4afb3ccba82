import Papa from 'papaparse';

/**
 * What begins a formula in a spreadsheet: the four signs of OWASP's "CSV Injection", their
 * full-width forms, which Excel set to an East Asian language takes as well, and the minus sign.
 */
const FORMULA_SIGNS = '=+\\-@＝＋－＠−';

/** What a spreadsheet may pass over before it looks at a cell: blanks, quotes, unseen signs. */
const PASSED_OVER = '\\s"\'`\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF';

const FORMULA_FIRST = new RegExp(`^(?:[${PASSED_OVER}]*[${FORMULA_SIGNS}]|[\\t\\r\\n])`);

/** The same behind a sign that separates cells where the file is opened with another separator. */
const FORMULA_INSIDE = new RegExp(`([,;|\\t\\r\\n])(?=[${PASSED_OVER}]*[${FORMULA_SIGNS}])`, 'g');

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin
 * one, at the start of the cell and behind every sign that could separate cells. All other text
 * stays as it is.
 */
export function neutralCell(text: string): string {
  const inside = text.replace(FORMULA_INSIDE, "$1'");
  return FORMULA_FIRST.test(text) ? `'${inside}` : inside;
}

/**
 * A table as CSV text that a spreadsheet set to Indonesian opens by double click: byte-order
 * mark (UTF-8), semicolons (its list separator, since the comma is the decimal sign), CRLF.
 * Every way out to a spreadsheet goes through here: each cell is neutral (`neutralCell`).
 */
export function spreadsheetCsv(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const text = Papa.unparse(
    [columns, ...rows].map((row) => row.map(neutralCell)),
    { delimiter: ';', newline: '\r\n' },
  );
  return `\uFEFF${text}\r\n`;
}
