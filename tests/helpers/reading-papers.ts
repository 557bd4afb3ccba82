import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';

/** What a made-up identity card says. */
export interface PaperCard {
  readonly nik: string;
  readonly name: string;
  /** dd-mm-yyyy. */
  readonly born: string;
}

/** What a made-up letter says. */
export interface PaperLetter {
  readonly number: string;
  /** As it is written: "2 Maret 2026". */
  readonly date: string;
  /** `head`: number left and date right above; `body`: number under the title, date at the end. */
  readonly shape: 'head' | 'body';
  readonly font: 'sans' | 'serif';
}

/** Points of a card of 85.6 × 54 mm. */
const CARD = { width: 242.6, height: 153 } as const;
const INK = rgb(0.05, 0.05, 0.08);

/** A card laid out like an Indonesian identity card; plainly made up, and it bears no seal. */
export async function cardPdf({ nik, name, born }: PaperCard): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const page = pdf.addPage([CARD.width, CARD.height]);
  page.drawRectangle({ x: 0, y: 0, ...CARD, color: rgb(0.72, 0.85, 0.93) });
  // The pattern under the writing.
  for (let at = 0; at < 24; at += 1) {
    page.drawLine({
      start: { x: at * 14 - 60, y: 0 },
      end: { x: at * 14 + 40, y: CARD.height },
      thickness: 0.7,
      color: rgb(0.64, 0.79, 0.9),
    });
  }
  centred(page, 'PROVINSI CONTOH', 139, 8.5, bold);
  centred(page, 'KABUPATEN CONTOH', 129, 8.5, bold);
  page.drawText('NIK', { x: 8, y: 114, size: 10, font: bold, color: INK });
  page.drawText(`: ${nik}`, { x: 50, y: 114, size: 11.5, font: bold, color: INK });
  const rows: readonly (readonly [string, string])[] = [
    ['Nama', name],
    ['Tempat/Tgl Lahir', `CONTOH, ${born}`],
    ['Jenis Kelamin', 'LAKI-LAKI'],
    ['Alamat', 'JL. CONTOH NO. 1'],
    ['   RT/RW', '001/002'],
    ['   Kel/Desa', 'CONTOH'],
    ['   Kecamatan', 'CONTOH'],
    ['Agama', '-'],
    ['Status Perkawinan', 'KAWIN'],
    ['Pekerjaan', 'PEGAWAI NEGERI SIPIL'],
    ['Kewarganegaraan', 'WNI'],
    ['Berlaku Hingga', 'SEUMUR HIDUP'],
  ];
  for (const [index, [label, value]] of rows.entries()) {
    const y = 103 - index * 8.4;
    page.drawText(label, { x: 8, y, size: 6.4, font: plain, color: INK });
    page.drawText(`: ${value}`, { x: 66, y, size: 6.4, font: plain, color: INK });
  }
  page.drawRectangle({ x: 180, y: 36, width: 54, height: 70, color: rgb(0.75, 0.2, 0.2) });
  page.drawEllipse({ x: 207, y: 76, xScale: 15, yScale: 19, color: rgb(0.83, 0.68, 0.56) });
  page.drawRectangle({ x: 188, y: 36, width: 38, height: 22, color: rgb(0.25, 0.25, 0.3) });
  page.drawText('CONTOH', { x: 194, y: 26, size: 5.5, font: plain, color: INK });
  page.drawText(born, { x: 190, y: 19, size: 5.5, font: plain, color: INK });
  return pdf.save();
}

function centred(page: PDFPage, text: string, y: number, size: number, font: PDFFont): void {
  const width = font.widthOfTextAtSize(text, size);
  page.drawText(text, { x: (page.getWidth() - width) / 2, y, size, font, color: INK });
}

/** A letter of one page of A4 that also names another letter and another day. */
export async function letterPdf(letter: PaperLetter): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const isSerif = letter.font === 'serif';
  const plain = await pdf.embedFont(isSerif ? StandardFonts.TimesRoman : StandardFonts.Helvetica);
  const bold = await pdf.embedFont(
    isSerif ? StandardFonts.TimesRomanBold : StandardFonts.HelveticaBold,
  );
  const page = pdf.addPage([595, 842]);
  const write = (text: string, x: number, y: number): void => {
    page.drawText(text, { x, y, size: 11.5, font: plain, color: INK });
  };
  centred(page, 'PEMERINTAH KABUPATEN CONTOH', 780, 14, bold);
  centred(page, 'DINAS CONTOH', 762, 16, bold);
  centred(page, 'Jalan Contoh Nomor 1, Contoh 00000', 748, 9, plain);
  page.drawLine({ start: { x: 60, y: 740 }, end: { x: 535, y: 740 }, thickness: 1.5 });
  if (letter.shape === 'head') {
    write(`Contoh, ${letter.date}`, 380, 715);
    for (const [index, [label, value]] of [
      ['Nomor', letter.number],
      ['Sifat', 'Biasa'],
      ['Lampiran', '1 (satu) berkas'],
      ['Hal', 'Permohonan sertifikat elektronik'],
    ].entries()) {
      write(label ?? '', 65, 692 - index * 16);
      write(`: ${value ?? ''}`, 125, 692 - index * 16);
    }
  } else {
    centred(page, 'SURAT KETERANGAN', 712, 13, bold);
    centred(page, `Nomor: ${letter.number}`, 696, 11.5, plain);
  }
  for (const [index, line] of BODY.entries()) write(line, 65, 600 - index * 18);
  if (letter.shape === 'body') write(`Contoh, ${letter.date}`, 350, 410);
  write('Kepala Dinas Contoh,', 350, 392);
  write('Contoh Atasan, M.Si.', 350, 320);
  return pdf.save();
}

const BODY = [
  'Yang bertanda tangan di bawah ini menerangkan bahwa pegawai yang bernama',
  'Contoh Satu, lahir di Contoh tanggal 15 Januari 1985, adalah pegawai pada',
  'Dinas Contoh. Menunjuk surat Nomor 045/99/CONTOH/2025 tanggal 3 Februari 2025,',
  'bersama ini disampaikan permohonan penerbitan sertifikat elektronik bagi yang',
  'bersangkutan untuk dipergunakan dalam pelaksanaan tugas.',
  '',
  'Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.',
] as const;

/** The first page of a PDF as a picture, by poppler's pdftoppm. */
export function pictureOf(pdf: Uint8Array, dpi: number, as: 'jpeg' | 'png' = 'jpeg'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'loket-paper-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, pdf);
    const to = join(folder, 'paper');
    const ran = spawnSync('pdftoppm', ['-r', String(dpi), `-${as}`, '-singlefile', path, to]);
    if (ran.status !== 0) throw new Error(ran.stderr.toString());
    return readFileSync(`${to}.${as === 'jpeg' ? 'jpg' : 'png'}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
