import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALIKE, difference, likenessOf } from '../../src/domain/scanning/likeness';
import { findingsOf } from '../../src/domain/scanning/page-findings';
import type { Raster } from '../../src/domain/scanning/raster';
import { paperPdf, type PaperLook } from '../helpers/scanned-page';

/** A page as a raster of A4 at 95 dots per inch, the size findings are made on. */
async function rasterOf(look: PaperLook = {}): Promise<Raster> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-raster-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), await paperPdf(look));
    const ran = spawnSync('pdftoppm', ['-r', '95', '-gray', '-singlefile', 'page.pdf', 'page'], {
      cwd: folder,
    });
    if (ran.status !== 0) throw new Error(ran.stderr.toString());
    const file = readFileSync(join(folder, 'page.pgm'));
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
    if (head === null) throw new Error('no PGM');
    const [whole, width, height] = head;
    const grey = new Uint8Array(file.subarray(whole.length));
    return { width: Number(width), height: Number(height), grey };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same page through a worse scanner: shades moved and scattered, always the same way. */
function through(raster: Raster, by: (shade: number) => number, noise = 0): Raster {
  let seed = 7;
  return {
    ...raster,
    grey: raster.grey.map((shade) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.min(255, Math.max(0, by(shade) + ((seed / 2147483648) * 2 - 1) * noise));
    }),
  };
}

describe('what is wrong with a page', () => {
  test('nothing, where it is as it should be', async () => {
    const raster = await rasterOf();
    expect(findingsOf(raster, 300).warnings).toEqual([]);
    expect(
      findingsOf(
        through(raster, (shade) => shade * 0.9 + 10, 12),
        300,
      ).warnings,
    ).toEqual([]);
  });

  test.each([-5, -2.5, -1, 0.5, 1.7, 3, 6])('it lies askew by %d degrees', async (skew) => {
    const found = findingsOf(await rasterOf({ skew }), 300);
    expect(found.skew).toBeCloseTo(skew, 0);
    expect(Math.abs(found.skew - skew)).toBeLessThanOrEqual(0.2);
    expect(found.warnings).toEqual(['skewed']);
  });

  test('it stands on its head', async () => {
    const raster = await rasterOf({ upsideDown: true });
    expect(findingsOf(raster, 300).warnings).toEqual(['upside-down']);
  });

  test('it is blank, dust and shine-through included', async () => {
    const raster = await rasterOf({ lines: [] });
    expect(findingsOf(raster, 300).warnings).toEqual(['blank']);
    const dusty = through(raster, () => 235, 12);
    for (let at = 5000; at < 5040; at += 1) dusty.grey[at] = 60;
    expect(findingsOf(dusty, 300).warnings).toEqual(['blank']);
    expect(
      findingsOf(await rasterOf({ lines: ['Contoh Satu, tanda tangan'] }), 300).warnings,
    ).toEqual([]);
  });

  test('too dark, too pale, too coarse, written over the edge', async () => {
    const raster = await rasterOf();
    expect(
      findingsOf(
        through(raster, (shade) => shade * 0.38),
        300,
      ).warnings,
    ).toContain('too-dark');
    const pale = through(raster, (shade) => 205 + shade * 0.2);
    expect(findingsOf(pale, 300).warnings).toContain('too-pale');
    expect(findingsOf(raster, 150).warnings).toEqual(['too-coarse']);
    expect(findingsOf(await rasterOf({ left: -20 }), 300).warnings).toEqual(['cut-edge']);
  });
});

describe('likeness', () => {
  test('the same paper scanned twice, and other papers', async () => {
    const raster = await rasterOf();
    const likeness = likenessOf(raster);
    expect(likeness).toMatch(/^[0-9a-f]{64}$/);
    const again = likenessOf(through(raster, (shade) => shade * 0.9 + 12, 10));
    expect(difference(likeness, again)).toBeLessThanOrEqual(ALIKE);
    const askew = likenessOf(await rasterOf({ skew: 1, left: 76 }));
    expect(difference(likeness, askew)).toBeLessThanOrEqual(ALIKE);
    const other = likenessOf(await rasterOf({ lines: ['Surat lain', 'dengan dua baris saja'] }));
    expect(difference(likeness, other)).toBeGreaterThan(ALIKE);
    expect(difference(likeness, likeness)).toBe(0);
  });
});
