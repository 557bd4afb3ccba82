import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  numberBookPaper,
  registerPaper,
  transmittalPaper,
  type TransmittalLine,
} from '../../src/documents/batch-papers';
import { renderLabels, type FolderLabel } from '../../src/documents/label-sheet';
import type { LetterResult } from '../../src/documents/letter-result';
import { renderReport } from '../../src/documents/render-report';
import { prepareBlankLetter } from '../../src/domain/letters/prepare-letter';
import { bookLines } from '../../src/features/letter-desk/book-lines';
import { readFonts, sampleSources, templateOf } from '../helpers/letters';
import { profile } from '../helpers/memory-fixtures';

const folder = mkdtempSync(join(tmpdir(), 'loket-batch-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fonts = readFonts();
const madeAt = '2026-03-02T02:14:00.000Z';
const basis = {
  id: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  profile,
  madeAt,
  madeBy: 'Petugas Contoh',
};

const line = (number: number, more: Partial<TransmittalLine> = {}): TransmittalLine => ({
  registerNumber: `A-2026-${String(number).padStart(4, '0')}`,
  receivedOn: '2026-03-02',
  name: 'Contoh Satu, S.E.',
  unit: 'Badan Contoh Daerah',
  service: 'Pencabutan',
  state: 'Berjalan',
  papers: 3,
  ...more,
});

function pagesOf(made: LetterResult): readonly string[] {
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, made.value);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

const rendered = async (content: Parameters<typeof renderReport>[0]) =>
  pagesOf(await renderReport(content, { fonts }, { createdAt: madeAt, logo: null }));

describe('papers over several requests', () => {
  test('a page of the register names period, requests and who made it, over as many pages as it takes', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => line(index + 1));
    const pages = await rendered(
      registerPaper({ ...basis, from: '2026-03-01', until: '2026-03-31', lines }),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toContain('1 Maret 2026 sampai 31 Maret 2026');
    expect(pages.join()).toContain('A-2026-0120');
    expect(pages[0]).toContain('02-03-2026');
    expect(pages.at(-1)).toContain('2 Maret 2026 pukul 09.14 WIB');
    for (const page of pages.filter((one) => one.includes('A-2026-'))) {
      expect(page).toContain('Nomor register');
    }
    expect(pages.join()).not.toMatch(/\d{16}/);
  });

  test('an empty period says so', async () => {
    const [page] = await rendered(
      registerPaper({ ...basis, from: '2026-03-02', until: '2026-03-02', lines: [] }),
    );
    expect(page).toContain('Tidak ada permohonan pada masa ini.');
    expect(page).not.toContain('sampai');
  });

  test('a list to go along has its number, whom it goes to, and room for who receives it', async () => {
    const number = '000.6.5.2/7/Diskominfo/2026';
    const lines = [
      line(1),
      line(2, { name: "Dr. Contoh Nu'man Al-Ma'arif ".repeat(3), papers: 0 }),
    ];
    const [page] = await rendered(
      transmittalPaper({ ...basis, number, to: 'Kepala Balai Contoh', lines }),
    );
    expect(page).toContain(`NOMOR ${number}`);
    expect(page).toContain('kepada Kepala Balai Contoh berkas permohonan');
    expect(page).toContain('Penerima');
    expect(page).toContain('3 berkas');
  });

  test('the book of numbers tells what became of each', async () => {
    const [page] = await rendered(
      numberBookPaper({
        ...basis,
        year: 2026,
        lines: [
          { place: '1', number: '1/Diskominfo', date: '2026-03-02', what: 'Surat A', state: 'A-1' },
          { place: '1.a', number: '1.a/Diskominfo', date: '2026-03-02', what: 'B', state: 'A-2' },
          {
            place: '2',
            number: '2/Diskominfo',
            date: '2026-03-02',
            what: 'C · batal',
            state: 'Dikembalikan',
          },
        ],
      }),
    );
    expect(page).toContain('3 nomor');
    expect(page).toContain('1.a/Diskominfo');
    expect(page).toContain('Dikembalikan');
  });
});

describe('labels', () => {
  const label = (number: number, more: Partial<FolderLabel> = {}): FolderLabel => ({
    requestId: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    registerNumber: `A-2026-${String(number).padStart(4, '0')}`,
    service: 'Pencabutan',
    received: 'Diterima 2 Maret 2026',
    name: 'Contoh Satu, S.E.',
    unit: 'Badan Contoh Daerah '.repeat(12),
    ...more,
  });

  test('stand eight on a sheet, and the same labels give the same bytes', async () => {
    const content = { id: basis.id, labels: Array.from({ length: 9 }, (_, at) => label(at + 1)) };
    const made = await renderLabels(content, { fonts }, madeAt);
    expect(await renderLabels(content, { fonts }, madeAt)).toEqual(made);
    const pages = pagesOf(made);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('A-2026-0008');
    expect(pages[1]).toContain('A-2026-0009');
  });

  test('show a long name whole, and say where a unit is cut', async () => {
    const name =
      'Dr. dr. Hj. Contoh Nur’aini Désirée Ñunuk-Ma‘rufatullah Tanpa Batas, Sp.A(K)., M.Kes., Ph.D.';
    const content = {
      id: basis.id,
      labels: [label(1, { name, unit: 'Badan Contoh '.repeat(40) })],
    };
    const [page = ''] = pagesOf(await renderLabels(content, { fonts }, madeAt));
    expect(page.replaceAll(/\s+/g, ' ')).toContain('M.Kes., Ph.D.');
    expect(page).toContain('…');
  });

  test('refuse a character no font has, by name', async () => {
    const content = { id: basis.id, labels: [label(1, { name: 'Contoh ꦲ' })] };
    expect(await renderLabels(content, { fonts }, madeAt)).toMatchObject({
      ok: false,
      error: { code: 'glyph-missing', character: 'ꦲ' },
    });
  });
});

test('an empty disposition sheet holds the office and nothing of a request', () => {
  const made = prepareBlankLetter(templateOf('disposition-sheet'), { ...sampleSources, sheet: [] });
  if (!made.ok) throw new Error(made.error.code);
  const text = JSON.stringify(made.value);
  expect(text).toContain('DINAS KOMUNIKASI DAN INFORMATIKA');
  expect(text).toContain('……………………');
  for (const value of [sampleSources.data.applicant.name, sampleSources.registerNumber]) {
    expect(text).not.toContain(value);
  }
});

test('every number of the book has a line, also one whose letter is gone', () => {
  const lines = bookLines({ given: 3, letters: [], reservations: [], isFree: () => true }, 3, 1);
  expect(lines.map(({ place, kind }) => `${place} ${kind}`)).toEqual([
    '3 gone',
    '2 gone',
    '1 gone',
  ]);
});
