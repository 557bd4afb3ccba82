import Papa from 'papaparse';
import { fail, succeed, type Result } from '../../contract/result';

/** Why a table cannot be read at all; `line` counts from 1. */
export interface CsvFailure {
  readonly code: 'csv-quote-open' | 'csv-no-header';
  readonly line: number;
}

/** Cells of a table: the names in its first line, and one list of cells for each row. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Splits CSV after RFC 4180: quoted cells may hold delimiters, line ends and doubled
 * quotes. The delimiter is the one of comma, semicolon and tab that occurs most in the
 * first line, since spreadsheets in Indonesian write semicolons. A byte-order mark, CRLF,
 * and rows without any content (spreadsheets add them) are passed over.
 */
export function splitCsv(text: string): Result<CsvTable, CsvFailure> {
  const source = text.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse(source, {
    delimiter: delimiterOf(source),
    skipEmptyLines: 'greedy',
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) return fail({ code: 'csv-quote-open', line: (open.row ?? 0) + 1 });
  const [columns, ...rows] = data;
  if (columns === undefined) return fail({ code: 'csv-no-header', line: 1 });
  return succeed({ columns: columns.map((name) => name.trim()), rows });
}

function delimiterOf(source: string): string {
  const header = /[^\r\n]+/.exec(source)?.[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
