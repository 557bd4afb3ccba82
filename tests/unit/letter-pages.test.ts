import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/documents/layout/text-lines';
import { renderLetter } from '../../src/documents/render-letter';
import { installedCases, specialCases, type LetterCase } from '../helpers/letter-cases';
import { readFonts } from '../helpers/letters';
import { differenceOf, inSixteenShades, pageImages } from '../helpers/page-images';
import { greyPngOf, readGreyPng, type GreyPicture } from '../helpers/png';

/** Renewed by `npm run golden-pages`; look at what changed before it is committed. */
const GOLDEN = resolve(import.meta.dirname, '../golden/letters');
const RENEW = process.env['LOKET_RENEW_GOLDEN'] === '1';
const DPI = 60;
/** Another version of poppler draws the edges of letters a little differently. */
const MOST = { mean: 2.5, changed: 0.002 };

const fonts = readFonts();
const cases = [...installedCases, ...specialCases];
const fileOf = (name: string, page: number) => `${name}-${String(page + 1)}.png`;

async function pagesOf({ content, options }: LetterCase): Promise<readonly GreyPicture[]> {
  const made = await renderLetter(content, { fonts }, options);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return pageImages(made.value, DPI).map(inSixteenShades);
}

if (RENEW) {
  rmSync(GOLDEN, { recursive: true, force: true });
  mkdirSync(GOLDEN, { recursive: true });
}

describe('papers look as they did when somebody looked at them last', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const pages = await pagesOf(one);
    if (RENEW) {
      for (const [page, picture] of pages.entries()) {
        writeFileSync(join(GOLDEN, fileOf(name, page)), greyPngOf(picture));
      }
    }
    expect(existsSync(join(GOLDEN, fileOf(name, pages.length)))).toBe(false);
    for (const [page, picture] of pages.entries()) {
      const golden = readGreyPng(readFileSync(join(GOLDEN, fileOf(name, page))));
      const { mean, changed } = differenceOf(golden, picture);
      expect(mean, `page ${String(page + 1)}`).toBeLessThan(MOST.mean);
      expect(changed, `page ${String(page + 1)}`).toBeLessThan(MOST.changed);
    }
  });

  test('no picture is left of a paper that is made no more', () => {
    const names = cases.map(({ name }) => name);
    for (const file of readdirSync(GOLDEN)) {
      expect(names).toContain(file.replace(/-\d+\.png$/, ''));
    }
  });
});

describe('the comparison sees what matters', () => {
  const width = 400;
  const blank: GreyPicture = { width, height: 560, dots: new Uint8Array(width * 560).fill(255) };
  /** A line of text as a band of grey. */
  const lineAt = (y: number): GreyPicture => {
    const dots = blank.dots.slice();
    for (let row = y; row < y + 6; row += 1) dots.fill(120, row * width + 60, row * width + 300);
    return { ...blank, dots };
  };

  test('a line that has moved by a millimetre, and one that is missing', () => {
    const [there, lower] = [lineAt(200), lineAt(203)];
    expect(differenceOf(there, lower).changed).toBeGreaterThan(MOST.changed);
    expect(differenceOf(there, blank).changed).toBeGreaterThan(MOST.changed);
    expect(differenceOf(there, there)).toEqual({ mean: 0, changed: 0 });
  });

  test('a real line with other words', async () => {
    const [one] = installedCases;
    if (!one || one.content.shape !== 'korespondensi') throw new Error('no case');
    const addressee = { ...one.content.addressee, lines: [plain('Yang lain sama sekali di sini')] };
    const [before] = await pagesOf(one);
    const [after] = await pagesOf({ ...one, content: { ...one.content, addressee } });
    if (!before || !after) throw new Error('no page');
    expect(differenceOf(before, after).changed).toBeGreaterThan(MOST.changed);
  });

  test('a page of another size', () => {
    expect(differenceOf(blank, { ...blank, width: 280, height: 800 }).changed).toBe(1);
  });

  test('but not edges drawn a shade lighter', () => {
    const line = lineAt(200);
    const lighter = { ...line, dots: line.dots.map((dot) => Math.min(255, dot + 17)) };
    expect(differenceOf(line, lighter).changed).toBe(0);
  });
});
