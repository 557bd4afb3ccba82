import { visitOf } from '../helpers/visits';
import { expectUsable } from '../helpers/usable-screen';
import { expect, test } from './fixtures';

test('a letter counts as printed once somebody says so; the next print asks why', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  const intake = await clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await page.locator('main [data-action="make-letters"]').first().click();
  await page.locator('dialog [data-action="confirm"]').click();
  await page.locator('main [data-action="make-letters"]').waitFor({ state: 'detached' });
  await clerk.go(`/permohonan/${intake.id}?bagian=letters`);
  await page.locator('[data-version]').first().click();
  await page.keyboard.press('p');
  await page.locator('dialog[open]').waitFor();
  const printer = page.getByLabel('Printer');
  await printer.waitFor();
  await expectUsable(page, 'the dialog of printing');
  await printer.selectOption({ label: 'Kotak dialog cetak sistem' });
  await page.getByLabel('Rangkap').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tulis angka 1 sampai 20.')).toBeVisible();
  await page.getByLabel('Rangkap').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sudah tercetak dengan benar?')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Dicetak 1×, terakhir/)).toBeVisible();

  await page.keyboard.press('p');
  await printer.waitFor();
  await expect(page.getByText(/Setiap halaman cetakan ini diberi tulisan SALINAN/)).toBeVisible();
  await printer.selectOption({ label: 'Kotak dialog cetak sistem' });
  await page.locator('[data-action="send-print"]').click();
  await expect(page.getByText('Tulis alasannya, paling sedikit 5 huruf.')).toBeVisible();
  await page.getByLabel('Alasan mencetak lagi').fill('Arsip bidang');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Sudah tercetak dengan benar?')).toBeVisible();
  await page.locator('[data-action="printed"]').click();
  await expect(page.getByText(/^Dicetak 2×, terakhir/)).toBeVisible();
  await clerk.go(`/permohonan/${intake.id}?bagian=history`);
  await expect(page.getByText('Arsip bidang')).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});
