import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import type { ReportContent } from '../../src/documents/report-content';
import { renderReport } from '../../src/documents/render-report';
import { readFonts } from '../helpers/letters';

const folder = mkdtempSync(join(tmpdir(), 'loket-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fonts = readFonts();
const options = { createdAt: '2026-03-02T02:14:00.000Z', logo: null };
const plain = (text: string) => [{ text, bold: false, italic: false }];

function report(rows: readonly (readonly string[])[]): ReportContent {
  return {
    id: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    title: 'Laporan contoh',
    kop: {
      government: plain('PEMERINTAH KABUPATEN CONTOH'),
      name: plain('DINAS KOMUNIKASI DAN INFORMATIKA'),
      contact: [plain('Jalan Contoh 1')],
    },
    heading: [plain('LAPORAN CONTOH')],
    facts: [{ label: plain('Masa'), text: plain('2 Maret 2026') }],
    table: {
      columns: [
        { title: 'Nomor', share: 0.2 },
        { title: 'Uraian', share: 0.8 },
      ],
      rows,
      empty: 'Tidak ada catatan.',
    },
    closing: {
      text: 'Kepala rantai catatan.',
      facts: [{ label: plain('Kepala rantai'), text: plain('0123 4567 89AB CDEF') }],
    },
    signature: {
      actor: 'office-head',
      column: 'right',
      dateline: plain('Contoh, 2 Maret 2026'),
      position: plain('Kepala Dinas,'),
      name: plain('Contoh Kepala'),
      details: [],
    },
  };
}

async function made(content: ReportContent): Promise<Uint8Array> {
  const result = await renderReport(content, { fonts }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function pagesOf(bytes: Uint8Array): readonly string[] {
  const path = join(folder, 'report.pdf');
  writeFileSync(path, bytes);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

test('the same report gives the same bytes, on one page with its place to sign', async () => {
  const content = report([['1', 'Contoh']]);
  const bytes = await made(content);
  expect(await made(content)).toEqual(bytes);
  const [page = '', ...more] = pagesOf(bytes);
  expect(more).toEqual([]);
  for (const words of [
    'DINAS KOMUNIKASI',
    'Masa',
    '0123 4567',
    'Contoh Kepala',
    'Halaman 1 dari 1',
  ]) {
    expect(page).toContain(words);
  }
  expect((await PDFDocument.load(bytes)).getTitle()).toBe('Laporan contoh');
});

test('a long table repeats its head on every page, numbers the pages and drops no row', async () => {
  const rows = Array.from({ length: 180 }, (_, index) => [
    `baris-${String(index)}`,
    'Uraian panjang yang menempati lebih dari satu baris pada lembar supaya tinggi baris berbeda-beda. '.repeat(
      1 + (index % 3),
    ),
  ]);
  const pages = pagesOf(await made(report(rows)));
  expect(pages.length).toBeGreaterThan(3);
  pages.slice(0, -1).forEach((page) => expect(page).toMatch(/Nomor\s+Uraian/));
  pages.forEach((page, index) => {
    expect(page).toContain(`Halaman ${String(index + 1)} dari ${String(pages.length)}`);
  });
  const numbers = Array.from(pages.join('').matchAll(/baris-(\d+)/g), ([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(rows.map((_, index) => index));
});

test('a character no font has is written as its code point instead of losing the report', async () => {
  const [page = ''] = pagesOf(await made(report([['1', 'cari \u{1F600} \u0e01']])));
  expect(page).toContain('[U+1F600]');
});

test('a report without rows says so', async () => {
  expect(pagesOf(await made(report([])))[0]).toContain('Tidak ada catatan.');
});
