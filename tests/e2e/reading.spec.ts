import type { Page } from '@playwright/test';
import { cardPdf, letterPdf, pictureOf } from '../helpers/reading-papers';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

/** What the first made-up visitor has on the card, and another person's. */
const CARD = { nik: '3299990101850001', name: 'CONTOH SATU', born: '01-01-1985' };
const OTHER = { nik: '3299990101850002', name: 'CONTOH DUA', born: '01-01-1985' };

const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
const field = (page: Page, name: string) => page.locator(`[name="applicant.${name}"]`);
const row = (page: Page, name: string) => page.locator(`[data-read="${name}"]`);

test('a card is offered to the form and compared with the request, a letter tells its number', async ({
  desk,
}) => {
  const card = jpeg('kartu.jpg', pictureOf(await cardPdf(CARD), 300));
  const other = jpeg('lain.jpg', pictureOf(await cardPdf(OTHER), 200));
  const number = '12/SKK/2026';
  const paper = { number, date: '2 Maret 2026', shape: 'body', font: 'serif' } as const;
  const letter = jpeg('surat.jpg', pictureOf(await letterPdf(paper), 200));
  await desk.clerk.signIn();
  const { page } = desk;

  await desk.clerk.go('/permohonan/baru');
  await field(page, 'name').fill('Contoh Diketik');
  await page.locator('[data-card-picture]').setInputFiles([card]);
  await page.locator('[data-card-reading="read"]').waitFor();
  await expect(field(page, 'nik')).toHaveValue('');
  await expect(row(page, 'nik')).toContainText('3299 9901 0185 0001');
  await expect(row(page, 'nik').getByRole('img', { name: 'Potongan gambar: NIK' })).toBeVisible();
  await expect(row(page, 'name')).toContainText('Kolom Nama sudah berisi');
  await expectUsable(page, 'a card that was read');
  await expect(page.getByRole('button', { name: 'Pakai NIK' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'nik')).toHaveValue(CARD.nik);
  await page.getByRole('button', { name: 'Pakai Nama' }).press('Enter');
  await expect(field(page, 'name')).toHaveValue('Contoh Diketik');
  await field(page, 'name').fill('');
  await page.getByRole('button', { name: 'Pakai Nama' }).click();
  await expect(field(page, 'name')).toHaveValue(CARD.name);
  await page.getByRole('button', { name: 'Tutup', exact: true }).click();
  await expect(page.locator('[data-card-reading]')).toHaveCount(0);

  await page
    .locator('[data-card-picture]')
    .setInputFiles([
      jpeg('rusak.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(99)])),
    ]);
  await page.locator('[data-read-failed="no-picture"]').waitFor();
  await page.getByRole('button', { name: 'Tutup', exact: true }).click();

  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.go(`/permohonan/${intake.id}/pindai/police-report`);
  await page.locator('[data-scan-files]').setInputFiles([letter, card, other]);
  await page.locator('[data-scan-pages="3"]').waitFor();
  await page.keyboard.press('b');
  await page.locator('[data-reading="read"]').waitFor();
  await expect(row(page, 'number')).toContainText(number);
  await expect(row(page, 'date')).toContainText('Senin, 2 Maret 2026');

  await page.getByRole('button', { name: 'Pilih halaman 2' }).click();
  await expect(row(page, 'number')).toHaveCount(0);
  await page.getByRole('radio', { name: 'KTP' }).check();
  await page.getByRole('button', { name: 'Baca halaman ini' }).click();
  await expect(page.getByText('NIK pada KTP sama dengan permohonan')).toBeVisible();
  await expect(page.getByText('Nama pada KTP sama dengan permohonan')).toBeVisible();
  await page.getByRole('button', { name: 'Pilih halaman 3' }).click();
  await page.getByRole('button', { name: 'Baca halaman ini' }).click();
  await expect(page.getByText('NIK pada KTP berbeda dengan permohonan')).toBeVisible();
  await expect(row(page, 'nik')).toContainText('3299 •••• •••• 0002');
  await expect(row(page, 'name')).toContainText('berbeda');
  await expectUsable(page, 'a card that differs');
  expect(desk.consoleErrors).toEqual([]);
});
