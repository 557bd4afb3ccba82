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
  const lines = splitLines(source, delimiterOf(source));
  if (!lines.ok) return lines;
  const [columns, ...rows] = lines.value.filter((cells) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  if (columns === undefined) return fail({ code: 'csv-no-header', line: 1 });
  return succeed({ columns: columns.map((name) => name.trim()), rows });
}

function delimiterOf(source: string): string {
  const header = /[^\r\n]+/.exec(source)?.[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function splitLines(source: string, delimiter: string): Result<string[][], CsvFailure> {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at) : bareCell(source, at, delimiter);
    if (cell === null) return fail({ code: 'csv-quote-open', line: lineOf(source, at) });
    // What stands behind a closing quote belongs to the cell, as spreadsheets read it.
    const rest =
      source[at] === '"' ? bareCell(source, cell.end, delimiter) : { text: '', end: cell.end };
    rows.at(-1)?.push(cell.text + rest.text);
    at = rest.end;
    if (source[at] === delimiter) {
      at += 1;
      continue;
    }
    if (at >= source.length) break;
    at += source.startsWith('\r\n', at) ? 2 : 1;
    rows.push([]);
  }
  return succeed(rows);
}

interface Cell {
  readonly text: string;
  /** Index of the first character behind the cell. */
  readonly end: number;
}

function bareCell(source: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < source.length) {
    const character = source[end];
    if (character === delimiter || character === '\r' || character === '\n') break;
    end += 1;
  }
  return { text: source.slice(start, end), end };
}

function quotedCell(source: string, start: number): Cell | null {
  let end = source.indexOf('"', start + 1);
  while (end >= 0 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
  if (end < 0) return null;
  return { text: source.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}
