import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { neutralCell, spreadsheetCsv } from '../../src/domain/spreadsheet/spreadsheet-csv';
import { splitCsv } from '../../src/domain/walk-ins/csv';

/** What LibreOffice or Excel would run: a sign first, blanks, quotes and unseen signs passed over. */
const FORMULA = /^[\s"'`\u200B-\u200F\uFEFF]*[=+\-@＝＋－＠]/;

/** The cells a program sees that takes another sign for the separator, quotes or not. */
function cellsBy(text: string, separator: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => line.split(separator))
    .map((cell) => cell.replace(/^"/, ''));
}

describe('a cell for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+62812',
    '-2+3',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '−1',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tteks',
    '  =1',
    '"=1',
    '\'"  =1',
    '\u200B=1',
    '\uFEFF=1',
    '\u202E=1',
    '\u00A0=1',
    '=HYPERLINK("http://contoh.example";"klik")\nbaris dua',
    "=cmd|'/c calc'!A0",
  ])('%j begins with an apostrophe', (text) => {
    expect(neutralCell(text).startsWith("'")).toBe(true);
  });

  it.each(['x,=1', 'x;=1', 'x\t=1', 'x\r\n=1', 'x|+1', 'x, "=1', 'x,＝1'])(
    '%j is neutral too where another separator splits it',
    (text) => {
      expect(neutralCell(text)).toMatch(/^x[^=+＝]*'[\s"]*[=+＝]|^x[^=+＝]*"'=/);
    },
  );

  it.each(['Contoh Satu', '000.6.5.2/1/2026', '1,5', 'a-b', 'a@contoh.go.id', 'baris\nbaru', ''])(
    '%j stays as it is',
    (text) => expect(neutralCell(text)).toBe(text),
  );

  it('a formula in several lines is neutral: a pattern that stops at a line end lets it through', () => {
    const text = spreadsheetCsv(['a'], [['=1\n+2']]);
    expect(text).toContain(`"'=1`);
  });
});

describe('the table', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '＝', ',', ';', '\t', '\r', '\n', '"', "'", ' ', '|'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 8 },
  );

  it('begins every cell with the apostrophe, also where the comma is taken for the separator', () => {
    expect(spreadsheetCsv(['x'], [[', =,']])).toContain(",' =,");
  });

  it('read back holds no formula in any cell, head included', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (cells) => {
        const row = cells.map((parts) => parts.join(''));
        const read = splitCsv(spreadsheetCsv(['x', ...row], [['x', ...row]]));
        if (!read.ok) return;
        const all = [read.value.columns, ...read.value.rows].flat();
        for (const cell of all) expect(cell.replace(/^'/, '\u0000')).not.toMatch(FORMULA);
      }),
    );
  });

  it.each([',', '\t', '|', ';'])(
    'holds none either where %j is taken for the separator',
    (sign) => {
      fc.assert(
        fc.property(hostile, (parts) => {
          const text = spreadsheetCsv(['a'], [[`x${parts.join('')}`]]);
          for (const cell of cellsBy(text, sign)) {
            expect(cell.replace(/^[\s"]*'/, '\u0000')).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
          }
        }),
      );
    },
  );
});

it('there is no other way out to a spreadsheet: every exporter uses this one', () => {
  const sources = ['src', 'electron'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(room, name).replaceAll('\\', '/')),
  );
  const having = (words: RegExp) =>
    sources.filter((path) => words.test(readFileSync(path, 'utf8'))).sort();
  expect(having(/\bunparse\b/)).toEqual([
    'src/domain/spreadsheet/spreadsheet-csv.ts',
    'src/domain/walk-ins/papaparse-module.d.ts',
  ]);
  expect(having(/text\/csv|spreadsheetml|\.xlsx?['"`]/).length).toBeGreaterThan(0);
  const makers = having(/spreadsheetCsv\(/);
  // A file that names the type of a table without making one has it made by a neighbour.
  for (const path of having(/text\/csv|spreadsheetml|\.xlsx?['"`]/)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    expect(makers.some((maker) => maker.startsWith(folder))).toBe(true);
  }
});
