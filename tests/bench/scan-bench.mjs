/**
 * Scanned pages into a document: the product's worker beside the bare library that puts the same
 * JPEGs into a PDF, for 1, 10 and 50 pages of 300 dots per inch in colours; the pauses of the page
 * and the browser's memory meanwhile; and one page brought under a million bytes beside
 * Ghostscript's settings for the screen (72 dots per inch) and for e-books (150), by size and by likeness to the
 * page (SSIM of grey at 150 dots per inch). Writes out/bench/scan.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../../.scripts/bundle.mjs';
import { median } from './median.mjs';
import { openBenchPage } from './open-page.mjs';

const LIMIT = 1_000_000;
const rounds = 3;
const out = resolve('out/bench');
const rounded = (value) => Math.round(value);

function run(program, ...args) {
  const ran = spawnSync(program, args, { encoding: 'buffer', maxBuffer: 100_000_000 });
  if (ran.status !== 0) throw new Error(`${program}: ${ran.stderr}`);
  return ran.stdout;
}

/** Grey of the first page at 150 dots per inch. */
function greyOf(pdf) {
  const file = run('pdftoppm', '-r', '150', '-gray', '-singlefile', pdf);
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(
    file.subarray(0, 40).toString('latin1'),
  );
  return { width: Number(width), height: Number(height), grey: file.subarray(head.length) };
}

/** Structural similarity in windows of 8 × 8 points (Wang et al. 2004); 1 is the same. */
function similarity(one, other) {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  let [sum, windows] = [0, 0];
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + 8; y += 1) {
        for (let x = left; x < left + 8; x += 1) {
          const first = one.grey[y * one.width + x];
          const second = other.grey[y * other.width + x];
          a += first;
          b += second;
          aa += first * first;
          bb += second * second;
          ab += first * second;
        }
      }
      const [ma, mb] = [a / 64, b / 64];
      const [va, vb, cov] = [aa / 64 - ma * ma, bb / 64 - mb * mb, ab / 64 - ma * mb];
      sum +=
        ((2 * ma * mb + 6.5025) * (2 * cov + 58.5225)) /
        ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225));
      windows += 1;
    }
  }
  return Number((sum / windows).toFixed(4));
}

/** Megabytes in use by this program's children that are browsers (resident, Linux only). */
function browserMemory() {
  let pages = 0;
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, 'latin1').includes('--type=renderer')) continue;
      pages += Number(readFileSync(`/proc/${name}/statm`, 'latin1').split(' ')[1]);
    } catch {
      // It ended meanwhile.
    }
  }
  return Math.round((pages * 4096) / 1_000_000);
}

async function peakDuring(work) {
  const before = browserMemory();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, browserMemory())), 100);
  const value = await work();
  clearInterval(timer);
  return { value, megabytes: peak - before };
}

async function measure(page, count) {
  const times = { ours: [], bare: [] };
  let ours;
  let megabytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const peak = await peakDuring(() =>
      page.evaluate((pages) => window.scanBench.ours(pages, null), count),
    );
    ours = peak.value;
    megabytes = Math.max(megabytes, peak.megabytes);
    times.ours.push(ours.milliseconds);
    const bare = await page.evaluate((pages) => window.scanBench.bare(pages), count);
    times.bare.push(bare.milliseconds);
  }
  return {
    oursMs: rounded(median(times.ours)),
    bareMs: rounded(median(times.bare)),
    ratio: Number((median(times.ours) / median(times.bare)).toFixed(2)),
    megabytes,
    longestPauseMs: rounded(ours.longestPauseMs),
    longTasks: ours.longTasks,
  };
}

/** One page under the limit: what comes out, beside Ghostscript's usual settings. */
async function measureSize(page, jpeg) {
  const scanned = join(out, 'scan-as-scanned.pdf');
  const save = async (path) =>
    writeFileSync(path, Buffer.from(await page.evaluate(() => window.scanBench.last()), 'base64'));
  await page.evaluate(() => window.scanBench.ours(1, null));
  await save(scanned);
  const reference = greyOf(scanned);
  const rows = { 'as scanned': { bytes: jpeg.length, ssim: 1 } };
  for (const limit of [LIMIT, 200_000, 100_000]) {
    const made = await page.evaluate((most) => window.scanBench.ours(1, most), limit);
    const path = join(out, `scan-${limit}.pdf`);
    await save(path);
    rows[`ours under ${limit}`] = {
      bytes: made.bytes,
      ssim: similarity(reference, greyOf(path)),
      ms: rounded(made.milliseconds),
    };
  }
  for (const setting of ['ebook', 'screen']) {
    const path = join(out, `scan-gs-${setting}.pdf`);
    const begun = performance.now();
    run('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', `-dPDFSETTINGS=/${setting}`,
      `-sOutputFile=${path}`, scanned); // prettier-ignore
    const ms = rounded(performance.now() - begun);
    const bytes = readFileSync(path).length;
    rows[`gs /${setting}`] = { bytes, ssim: similarity(reference, greyOf(path)), ms };
  }
  return rows;
}

/** Measures, prints, writes out/bench/scan.json. */
export async function benchScan() {
  mkdirSync(out, { recursive: true });
  const entry = await bundleForNode('tests/helpers/scanned-page.ts');
  const { scannedPage } = await import(pathToFileURL(entry).href);
  const jpeg = await scannedPage({ skew: 0.7, grain: 14 }, 300);
  const { page, close } = await openBenchPage('scan');
  try {
    await page.waitForFunction(() => 'scanBench' in window);
    await page.evaluate((text) => window.scanBench.prepare(text), jpeg.toString('base64'));
    const speed = {};
    for (const count of [1, 10, 50]) speed[count] = await measure(page, count);
    const size = await measureSize(page, jpeg);
    console.table(speed);
    console.table(size);
    const found = { name: 'scan', pageBytes: jpeg.length, rounds, speed, size };
    writeFileSync(join(out, 'scan.json'), `${JSON.stringify(found, null, 2)}\n`);
  } finally {
    await close();
  }
}

await benchScan();
