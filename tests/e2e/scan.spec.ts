import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Page } from '@playwright/test';
import { removeFolder } from '../helpers/remove-folder';
import { writeSaneTestConfig } from '../helpers/sane-test-device';
import { scannedPage, type PaperLook } from '../helpers/scanned-page';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const DOCUMENT = 'police-report';
let sane: string;
const before = process.env['SANE_CONFIG_DIR'];

test.beforeAll(() => {
  sane = mkdtempSync(join(tmpdir(), 'loket-sane-'));
  writeSaneTestConfig(sane, { 'test-picture': '"Grid"' });
  // The program that a test starts inherits it.
  process.env['SANE_CONFIG_DIR'] = sane;
});
test.afterAll(async () => {
  if (before === undefined) delete process.env['SANE_CONFIG_DIR'];
  else process.env['SANE_CONFIG_DIR'] = before;
  await removeFolder(sane);
});

async function openScan(desk: TestDesk): Promise<string> {
  const { clerk, page } = desk;
  await clerk.signIn();
  const intake = await clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.go(`/permohonan/${intake.id}?bagian=papers`);
  await page.locator(`[data-scan="${DOCUMENT}"]`).click();
  await page.getByRole('heading', { level: 1, name: 'Pindai: Surat Kehilangan' }).waitFor();
  return intake.id;
}

async function giveFiles(page: Page, looks: readonly PaperLook[]): Promise<void> {
  const files = [];
  for (const [index, look] of looks.entries()) {
    const buffer = await scannedPage(look, 200);
    files.push({ name: `halaman-${index}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  await page.locator('[data-scan-files]').setInputFiles(files);
}

const cards = (page: Page) => page.locator('[data-scan-page]');
const hasPages = (page: Page, count: number) =>
  page.locator(`[data-scan-pages="${count}"]`).waitFor();

test('from the glass and from files to a document within the limit, killed in between', async ({
  desk,
}) => {
  const id = await openScan(desk);
  await expect(desk.page.getByText('Noname frontend-tester').first()).toBeAttached();
  await desk.page.keyboard.press('s');
  await hasPages(desk.page, 1);
  await giveFiles(desk.page, [
    { skew: 2.5 },
    { upsideDown: true },
    { lines: [] },
    {},
    { left: 74 },
  ]);
  await hasPages(desk.page, 6);
  await expect(cards(desk.page).nth(1)).toContainText('Miring 2,5°');
  await expect(cards(desk.page).nth(2)).toContainText('Terbalik?');
  await expect(cards(desk.page).nth(3)).toContainText('Kosong');
  await expect(cards(desk.page).nth(5)).toContainText('Mirip halaman 2');
  await expectUsable(desk.page, 'scanned pages with warnings');

  await desk.page.getByRole('button', { name: 'Hapus 1 halaman kosong' }).click();
  await hasPages(desk.page, 5);
  await desk.page.keyboard.press('Control+z');
  await hasPages(desk.page, 6);
  await desk.page.getByRole('button', { name: 'Hapus 1 halaman kosong' }).click();
  await desk.page.getByRole('button', { name: 'Luruskan semua' }).click();
  await expect(cards(desk.page).nth(1)).not.toContainText('Miring');
  await desk.page.getByRole('button', { name: 'Pilih halaman 3' }).click();
  await desk.page.keyboard.press('u');
  await expect(cards(desk.page).nth(2)).not.toContainText('Terbalik');
  await desk.page.keyboard.press('[');
  // A number that cannot be is told and cuts nothing; one that can is one step.
  const left = desk.page.getByLabel('Kiri', { exact: true });
  await left.fill('999');
  await left.press('Enter');
  await expect(desk.page.getByText('Tulis 0–45.')).toBeVisible();
  await expect(left).toHaveValue('999');
  await left.fill('12');
  await left.press('Enter');
  await expect(desk.page.getByText('Tulis 0–45.')).toHaveCount(0);
  await expect(left).toBeFocused();
  await left.press('Escape');
  await desk.page.keyboard.press('Control+z');
  await expect(left).toHaveValue('0');
  await expect(desk.page.getByText(/^Draf tersimpan/)).toBeVisible();
  // What was done is kept within a second; the words above may still be those of the step before.
  await desk.page.waitForTimeout(3000);

  await desk.reopen('kill');
  await desk.clerk.signIn();
  await desk.clerk.go(`/permohonan/${id}/pindai/${DOCUMENT}`);
  await hasPages(desk.page, 5);
  await expect(cards(desk.page).nth(1)).not.toContainText('Terbalik');
  await desk.page.locator('[data-scan-size="bound"]').waitFor();
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.getByText(/5 halaman tersimpan/).waitFor();

  const row = desk.page.locator(`[data-document-row="${DOCUMENT}"]`);
  await expect(row).toContainText('pindaian-police-report.pdf');
  const download = desk.page.waitForEvent('download');
  await desk.page
    .getByRole('button', { name: /Simpan/ })
    .first()
    .click();
  const saved = readFileSync(await (await download).path());
  expect(saved.length).toBeLessThanOrEqual(1_000_000);
  const pdf = await PDFDocument.load(saved);
  expect(pdf.getPageCount()).toBe(5);
  await desk.clerk.go(`/permohonan/${id}/pindai/${DOCUMENT}`);
  await hasPages(desk.page, 0);
  expect(desk.consoleErrors).toEqual([]);
});

test('a jam, a signed file and a camera: said in words, and what was read is kept', async ({
  desk,
}) => {
  const id = await openScan(desk);
  const { page } = desk;
  writeSaneTestConfig(sane, { 'read-status-code': '"SANE_STATUS_JAMMED"' });
  try {
    await page.locator('[data-action="scan"]').click();
    await page.locator('[data-scan-ended="paper-jam"]').waitFor();
    await expect(page.getByText('Kertas tersangkut')).toBeVisible();
    await expectUsable(page, 'a jam');
  } finally {
    writeSaneTestConfig(sane, { 'test-picture': '"Grid"' });
  }

  const signed = Buffer.from((await (await PDFDocument.create()).save()).slice());
  const claimed = Buffer.concat([signed, Buffer.from('\n% /ByteRange [0 1 2 3]\n%%EOF\n')]);
  await page
    .locator('[data-scan-files]')
    .setInputFiles([{ name: 'bertanda.pdf', mimeType: 'application/pdf', buffer: claimed }]);
  await page.locator('[data-untaken="signed"]').waitFor();
  await page.getByRole('button', { name: 'Tutup', exact: true }).click();

  const form = await PDFDocument.create();
  form.addPage([300, 400]);
  form.addPage([300, 400]);
  const buffer = Buffer.from(await form.save());
  await page
    .locator('[data-scan-files]')
    .setInputFiles([{ name: 'formulir.pdf', mimeType: 'application/pdf', buffer }]);
  await hasPages(page, 2);

  await page.getByRole('button', { name: 'Kamera', exact: true }).click();
  const take = page.getByRole('button', { name: 'Ambil gambar' });
  await page.locator('video:not([hidden])').waitFor();
  await expectUsable(page, 'the camera');
  await take.click();
  await expect(page.getByText('1 gambar diambil.')).toBeVisible();
  await page.keyboard.press('Escape');
  await hasPages(page, 3);
  await takeFromFolder(desk);
  await page.locator('[data-scan-size="bound"]').waitFor();
  expect(desk.consoleErrors).toEqual([]);
  await emptyTable(desk, id);
});

/** A table emptied page by page is empty again after a kill, as it was left. */
async function emptyTable(desk: TestDesk, id: string): Promise<void> {
  for (let left = await cards(desk.page).count(); left > 0; left -= 1) {
    await desk.page.keyboard.press('Delete');
    await hasPages(desk.page, left - 1);
  }
  // Kept within a second, as the first walk says.
  await desk.page.waitForTimeout(3000);
  await desk.reopen('kill');
  await desk.clerk.signIn();
  await desk.clerk.go(`/permohonan/${id}/pindai/${DOCUMENT}`);
  await desk.page.locator('[data-action="scan"]').waitFor();
  await hasPages(desk.page, 0);
}

/** A copier's folder: what lay there waits for a hand, what arrives becomes a page by itself. */
async function takeFromFolder({ page, dataFolder }: TestDesk): Promise<void> {
  const folder = join(dataFolder, '..', 'mesin-fotokopi');
  mkdirSync(folder);
  const paper = await scannedPage({ left: 90 }, 200);
  writeFileSync(join(folder, 'lama.jpg'), paper);
  await page.getByText('Folder hasil pindai', { exact: true }).click();
  await page.locator('[name="arrivals.folder"]').fill(folder);
  await page.keyboard.press('Enter');
  await page.locator('[data-watched-scans="watching"]').waitFor();
  await expect(page.getByText('lama.jpg')).toBeVisible();
  writeFileSync(join(folder, 'baru.jpg'), paper.subarray(0, paper.length / 2));
  await expect(page.getByText('1 berkas masih ditulis.')).toBeVisible();
  writeFileSync(join(folder, 'baru.jpg'), await scannedPage({ lines: ['Contoh Dua'] }, 200));
  await hasPages(page, 4);
  await page.getByRole('button', { name: 'Ambil', exact: true }).click();
  await hasPages(page, 5);
  expect(readdirSync(folder)).toEqual(['baru.jpg', 'lama.jpg']);
}
