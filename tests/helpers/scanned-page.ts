import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { colourPngOf } from './png';

/** What a page looks like before it is scanned. */
export interface PaperLook {
  /** Degrees by which its lines fall to the right. */
  readonly skew?: number;
  readonly upsideDown?: boolean;
  /** Written lines; none make a blank page. */
  readonly lines?: readonly string[];
  /** Points from the left edge; negative runs out of the paper. */
  readonly left?: number;
  /** Shades by which the paper is uneven, as real paper is; none where it is left out. */
  readonly grain?: number;
}

/** Words of a plainly fictitious letter. */
export const LETTER_LINES = [
  'PEMERINTAH KABUPATEN CONTOH',
  'Surat Keterangan Kehilangan Nomor 12/SKK/2026',
  'Yang bertanda tangan di bawah ini menerangkan bahwa pada hari Senin',
  'telah datang melapor seorang pegawai bernama Contoh Satu, pekerjaan',
  'aparatur sipil negara pada Dinas Komunikasi dan Informatika Kabupaten',
  'Contoh, yang menyatakan kehilangan perangkat tempat sertifikat',
  'elektroniknya tersimpan di sekitar kantor pada pagi hari.',
  'Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana',
  'mestinya, dan kepada yang berkepentingan agar maklum adanya.',
];

/** Uneven, slightly yellow paper of 150 dots per inch, always the same. */
function grainedPaper(grain: number): Uint8Array {
  const [width, height] = [1240, 1754];
  let seed = 11;
  const dots = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const shade = 244 - Math.round((seed / 2147483648) * grain);
    dots.set([shade, shade - 2, shade - 8, 255], at * 4);
  }
  return colourPngOf(width, height, dots);
}

/** The paper itself: one page of A4 as PDF. */
export async function paperPdf(look: PaperLook): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  if (look.grain !== undefined) {
    const paper = await pdf.embedPng(grainedPaper(look.grain));
    page.drawImage(paper, { x: 0, y: 0, width: 595, height: 842 });
  }
  const turn = -(look.skew ?? 0) + (look.upsideDown === true ? 180 : 0);
  const angle = (turn * Math.PI) / 180;
  const left = look.left ?? 70;
  for (const [index, line] of (look.lines ?? LETTER_LINES).entries()) {
    // Around the middle of the page, as paper is laid askew.
    const [x, y] = [left - 297, 300 - index * 26];
    page.drawText(line, {
      x: 297 + x * Math.cos(angle) - y * Math.sin(angle),
      y: 421 + x * Math.sin(angle) + y * Math.cos(angle),
      size: 14,
      font,
      rotate: degrees(turn),
    });
  }
  return pdf.save();
}

/** A page of A4 as a scanner would give it: JPEG, by pdf-lib and poppler's pdftoppm. */
export async function scannedPage(look: PaperLook = {}, dpi = 150): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-page-'));
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, await paperPdf(look));
    const args = ['-r', String(dpi), '-jpeg', '-singlefile', path, join(folder, 'page')];
    const ran = spawnSync('pdftoppm', args);
    if (ran.status !== 0) throw new Error(ran.stderr.toString());
    return readFileSync(join(folder, 'page.jpg'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
