import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { noticePaper, NOTICE_PAPER } from '../../src/documents/notice-paper';
import { renderLetter } from '../../src/documents/render-letter';
import { finalOptions, readFonts } from '../helpers/letters';
import { profile } from '../helpers/memory-fixtures';
import { publishedNotice } from '../helpers/notices';

const fonts = readFonts();
const folder = mkdtempSync(join(tmpdir(), 'loket-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(consentOn: string | null): Promise<{ text: string; pages: number }> {
  const id = '01930000-0000-7000-8000-0000000000f1';
  const content = noticePaper({ id, profile, notice: publishedNotice(2), consentOn });
  const result = await renderLetter(content, { fonts }, { ...finalOptions, paper: NOTICE_PAPER });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const path = join(folder, `${consentOn === null ? 'notice' : 'consent'}.pdf`);
  writeFileSync(path, result.value);
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  return { text, pages: (await PDFDocument.load(result.value)).getPageCount() };
}

test('the notice is one page with its version, its date and every part; nobody signs it', async () => {
  const { text, pages } = await made(null);
  expect(pages).toBe(1);
  expect(text).toContain('Versi 2, terbit 1 Maret 2026');
  for (const { heading } of publishedNotice().sections) expect(text).toContain(heading);
  expect(text).toContain('Pejabat PDP Contoh');
  expect(text).not.toContain('Pemohon,');
});

test('a sheet for consent says to what, and has a place to sign', async () => {
  const { text, pages } = await made('2026-03-02T02:14:00Z');
  expect(pages).toBe(1);
  expect(text).toContain('pemberitahuan versi 2 di atas');
  expect(text).toContain('menyetujui pemrosesan data pribadi saya');
  expect(text).toContain('Contoh, 2 Maret 2026 Pemohon,');
});
