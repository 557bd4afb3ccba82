import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { destructionReport } from '../../src/documents/destruction-report';
import { renderReport } from '../../src/documents/render-report';
import type { DestructionItem } from '../../src/domain/retention/retention-event';
import { readFonts } from '../helpers/letters';
import { profile } from '../helpers/memory-fixtures';

const folder = mkdtempSync(join(tmpdir(), 'loket-destruction-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function item(number: number): DestructionItem {
  return {
    requestId: '01930000-0000-7000-8000-0000000000b1',
    registerNumber: `A-2022-${String(number).padStart(4, '0')}`,
    service: 'revocation',
    sop: { id: 'contoh', version: 1 },
    arrivedAt: '2022-02-01T02:00:00.000Z',
    endedAt: '2022-02-10T20:00:00.000Z',
    until: '2025-02-11',
  };
}

async function pagesOf(count: number): Promise<readonly string[]> {
  const content = destructionReport({
    id: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    destructionId: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c',
    profile,
    basis: 'Peraturan Contoh Nomor 1 Tahun 2024',
    items: Array.from({ length: count }, (_, index) => item(index + 1)),
    serviceName: () => 'Pencabutan',
    head: { sequence: 1234, hash: '0123456789abcdef'.repeat(4) },
    madeAt: '2026-03-02T02:14:00.000Z',
    madeBy: 'Petugas Contoh',
  });
  const options = { createdAt: '2026-03-02T02:14:00.000Z', logo: null };
  const made = await renderReport(content, { fonts: readFonts() }, options);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const path = process.env['KEEP_PDF'] ?? join(folder, 'report.pdf');
  writeFileSync(path, made.value);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

test('lists numbers and dates on the office’s calendar, with room for everybody who signs', async () => {
  const [page = '', ...more] = await pagesOf(3);
  expect(more).toEqual([]);
  expect(page).toMatch(/A-2022-0003\s+Pencabutan\s+2022-02-01\s+2022-02-11\s+2025-02-11/);
  expect(page).toContain('BERITA ACARA PEMUSNAHAN ARSIP');
  expect(page).toContain('Peraturan Contoh Nomor 1 Tahun 2024');
  expect(page.match(/Saksi/g)).toHaveLength(2);
  expect(page).toContain('0123 4567 89AB CDEF');
});

test('a long list repeats its head on every page and leaves out no line', async () => {
  const pages = await pagesOf(150);
  const lines = pages.flatMap((page) => page.match(/A-2022-\d{4}/g) ?? []);
  expect(new Set(lines).size).toBe(150);
  for (const page of pages.filter((one) => one.includes('A-2022-'))) {
    expect(page).toContain('Nomor register');
  }
  const last = pages.at(-1) ?? '';
  expect(last).toContain('Tanda tangan');
  expect(last.match(/Panitia penilai arsip/g)).toHaveLength(3);
});
