import Papa from 'papaparse';

/**
 * A table as CSV text that a spreadsheet set to Indonesian opens by double click: byte-order
 * mark (UTF-8), semicolons (its list separator, since the comma is the decimal sign), CRLF.
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function trailCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    [columns, ...rows].map((row) => [...row]),
    {
      delimiter: ';',
      newline: '\r\n',
      escapeFormulae: true,
    },
  );
  return `\uFEFF${text}\r\n`;
}
