import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { papersToPrint, type PaperToPrint } from '../../src/documents/print-copy';
import { renderLetter } from '../../src/documents/render-letter';
import { finalOptions, readFonts, sampleSources, wordedLetter } from '../helpers/letters';

const fonts = readFonts();
const folder = mkdtempSync(join(tmpdir(), 'loket-copies-'));
const path = join(folder, 'paper.pdf');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let letter: Uint8Array;
let sheet: Uint8Array;

beforeAll(async () => {
  [letter, sheet] = await Promise.all([made('revocation-application'), made('disposition-sheet')]);
});

async function made(key: string): Promise<Uint8Array> {
  const result = await renderLetter(wordedLetter(key, sampleSources), { fonts }, finalOptions);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function printed(...papers: readonly PaperToPrint[]): Promise<Uint8Array> {
  const result = await papersToPrint(papers, fonts);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Text of each page, the white space gone. */
function pagesOf(bytes: Uint8Array): readonly string[] {
  writeFileSync(path, bytes);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

/** Grey values of the first page at 50 dots per inch, left to right, top to bottom. */
function dotsOf(bytes: Uint8Array): Buffer {
  writeFileSync(path, bytes);
  execFileSync('pdftoppm', ['-r', '50', '-gray', '-singlefile', path, join(folder, 'dots')]);
  return readFileSync(join(folder, 'dots.pgm')).subarray(-413 * 585);
}

test('a copy says SALINAN on each page and everything else as before', async () => {
  const before = pagesOf(letter);
  const copy = pagesOf(await printed({ bytes: letter, isCopy: true }));
  expect(copy).toHaveLength(before.length);
  for (const [index, page] of copy.entries()) {
    expect(page.match(/SALINAN/g)).toHaveLength(1);
    expect(page.replace(/ ?SALINAN ?/, '').replaceAll(' ', '')).toBe(
      before[index]?.replaceAll(' ', ''),
    );
  }
});

test('the word across the page lies behind the text: no dark dot gets lighter', async () => {
  const before = dotsOf(letter);
  const copy = dotsOf(await printed({ bytes: letter, isCopy: true }));
  expect(copy.length).toBe(before.length);
  let lighter = 0;
  let darker = 0;
  for (const [index, dot] of before.entries()) {
    const change = (copy[index] ?? 0) - dot;
    if (change > 8) lighter += 1;
    if (change < -8) darker += 1;
  }
  expect(lighter).toBe(0);
  expect(darker / before.length).toBeGreaterThan(0.01);
});

test('the stored bytes are not touched, and the same papers give the same bytes', async () => {
  const stored = letter.slice();
  const one = await printed({ bytes: letter, isCopy: true });
  const two = await printed({ bytes: letter, isCopy: true });
  expect(Buffer.from(letter).equals(stored)).toBe(true);
  expect(Buffer.from(one).equals(two)).toBe(true);
});

test('several papers become one file in their order; only copies say so', async () => {
  const together = pagesOf(
    await printed({ bytes: letter, isCopy: false }, { bytes: sheet, isCopy: true }),
  );
  const [letters, sheets] = [pagesOf(letter), pagesOf(sheet)];
  expect(together).toHaveLength(letters.length + sheets.length);
  expect(together.slice(0, letters.length)).toEqual(letters);
  for (const page of together.slice(letters.length)) expect(page).toContain('SALINAN');
});

test('bytes that are no PDF are refused without naming anything of them', async () => {
  await expect(
    papersToPrint([{ bytes: new TextEncoder().encode('Contoh'), isCopy: true }], fonts),
  ).rejects.toThrow();
  expect(await papersToPrint([], fonts)).toMatchObject({ ok: false });
});
