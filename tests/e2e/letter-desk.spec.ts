import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

test('letters of two requests are printed as one job, and leave the list once they came out right', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  for (const visit of [visitOf(0), visitOf(1)]) {
    const intake = await clerk.record(visit);
    if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
    await page.locator('main [data-action="make-letters"]').first().click();
    await page.locator('dialog [data-action="confirm"]').click();
    await page.locator('main [data-action="make-letters"]').waitFor({ state: 'detached' });
  }
  await clerk.go('/surat');
  const together = page.locator('[data-action="print-together"]');
  await expect(together).toContainText(/Cetak [2-9] surat/);
  await expectUsable(page, 'letters to print');
  await together.click();
  await page.getByLabel('Printer').selectOption({ label: 'Kotak dialog cetak sistem' });
  await page.locator('[data-action="send-print"]').click();
  await page.locator('[data-action="printed"]').click();
  await expect(page.getByText('Tidak ada surat yang menunggu dicetak')).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('a number is set aside, given back with a reason, and used; the book explains every number', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await clerk.go('/surat?bagian=nomor');
  await expect(page.getByText('Belum ada nomor pada tahun ini')).toBeVisible();
  await page.locator('[data-action="reserve-number"]').click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tulis untuk surat apa nomor ini dipesan.')).toBeVisible();
  await page.keyboard.type('Surat pengantar contoh');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dipesan', { exact: true })).toBeVisible();
  await page.getByText('Surat pengantar contoh').click();
  await page.locator('[data-action="return-number"]').click();
  await page.keyboard.type('Rapat dibatalkan');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Dikembalikan', { exact: true })).toBeVisible();
  await expectUsable(page, 'the book of numbers');

  const intake = await clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.go(`/permohonan/${intake.id}?bagian=letters`);
  await page.locator('[data-issue="revocation-application"]').click();
  await page.locator('dialog[open]').waitFor();
  await page.getByRole('radio', { name: 'Nomor yang dipesan' }).check({ force: true });
  await page.locator('dialog [data-action="confirm"]').click();
  await expect(page.getByText('Pilih nomor yang dipesan.')).toBeVisible();
  await page.getByLabel('Nomor yang dipakai').selectOption({ index: 1 });
  await page.locator('dialog [data-action="confirm"]').click();
  await expect(page.locator('[data-version]').first()).toContainText('/1/');
  await clerk.go('/surat?bagian=nomor');
  await expect(page.getByText('Surat Permohonan Pencabutan Sertifikat Elektronik')).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('register page, list to go along, labels and the empty sheet are made and shown', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  const intake = await clerk.record({ ...visitOf(0), arrivedAt: null });
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.go('/surat?bagian=lembar');
  for (const [action, sheet] of [
    ['make-register', 'register'],
    ['make-labels', 'labels'],
    ['make-blank', 'blank-disposition'],
  ] as const) {
    await page.locator(`[data-action="${action}"]`).click();
    await expect(page.locator(`[data-sheet="${sheet}"] canvas`).first()).toBeVisible();
  }
  await page.locator('[data-action="make-transmittal"]').click();
  await expect(page.getByText('Tulis kepada siapa berkas dikirim.')).toBeVisible();
  await page.getByLabel('Daftar pengantar kepada').fill('Kepala Balai Contoh');
  await page.locator('[data-action="make-transmittal"]').click();
  await expect(page.locator('[data-sheet="transmittal"] canvas').first()).toBeVisible();
  await expectUsable(page, 'lists and forms');
  // A list that was put away unprinted keeps its number, and is made again with it.
  await clerk.go('/surat?bagian=nomor');
  await expect(page.getByText('Dipesan', { exact: true })).toBeVisible();
  await clerk.go('/surat?bagian=lembar');
  await page.getByLabel('Daftar pengantar kepada').fill('Kepala Balai Contoh');
  await page.locator('#transmittal-number').selectOption({ index: 1 });
  await page.locator('[data-action="make-transmittal"]').click();
  await expect(page.locator('[data-sheet="transmittal"]')).toContainText('masih dipesan');
  const saved = page.waitForEvent('download');
  await page.locator('[data-action="save-sheet"]').click();
  await saved;
  await expect(page.locator('[data-sheet="transmittal"]')).not.toContainText('masih dipesan');
  await clerk.go('/surat?bagian=nomor');
  await expect(page.getByText('Dipakai di luar permohonan')).toHaveCount(1);
  await expect(page.getByText('Dipesan', { exact: true })).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});
