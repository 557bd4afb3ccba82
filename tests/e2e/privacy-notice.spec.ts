import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

const SHOTS = process.env['SHOTS'] ?? '';

test('the notice is published, given with one key, and kept with the request; a NIK opens on asking', async ({
  desk,
}) => {
  const shot = async (name: string) => {
    if (SHOTS !== '') await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  const { page, clerk } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  const { nik } = visitOf(0).data.applicant;
  await clerk.signIn();
  await clerk.go('/permohonan/baru');
  await page.getByText('Pemberitahuan data pribadi belum diterbitkan').waitFor();
  await shot('1-none');

  await clerk.go('/pengaturan?bagian=privacy');
  const publish = page.locator('[data-action="publish-notice"]');
  await publish.click();
  await expect(page.getByText('Bagian “Narahubung')).toBeVisible();
  await shot('2-settings');
  await page
    .locator('[name="notice.parts.contact"]')
    .fill('Pejabat Pelindungan Data Pribadi, telepon 0265000000, pdp@contoh.go.id');
  await publish.click();
  await expect(publish).toContainText('Terbitkan versi 2');
  await page.getByText('Sumber teks bawaan').scrollIntoViewIfNeeded();
  await shot('3-published');

  await clerk.go('/permohonan/baru');
  await page.locator('[name="applicant.nik"]').waitFor();
  await clerk.fillVisit(visitOf(0));
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[role="alert"] [data-field="privacy.way"]')).toBeVisible();
  await shot('4-undecided');
  await page.locator('[name="applicant.nik"]').focus();
  await page.keyboard.press('Control+i');
  await expect(page.locator('[name="privacy.way"][value="shown"]')).toBeChecked();
  await shot('5-given');
  await page.locator('[data-action="read-notice"]').click();
  await shot('6-read');
  await page.locator('[data-action="read-notice"]').click();
  await page.locator('[name="privacy.basis"]').selectOption('consent');
  await shot('7-consent');
  await page.locator('[name="privacy.consentForm"][value="written"]').check({ force: true });
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-register-number]').waitFor();
  await shot('8-request');

  await expect(page.locator('main')).not.toContainText(nik);
  await page.locator('[data-action="reveal-nik"]').click();
  await expect(page.locator('[data-nik="revealed"]')).toHaveText('3299 9901 0185 0001');
  await shot('9-revealed');
  const id = (await page.locator('[data-request-id]').getAttribute('data-request-id')) ?? '';
  await clerk.go(`/permohonan/${id}?bagian=data`);
  await page.getByText('Persetujuan, Pasal 20 ayat (2) huruf a').waitFor();
  await shot('10-data');
  await clerk.go(`/permohonan/${id}?bagian=history`);
  await page.getByText('Dasar pemrosesan data').waitFor();
  await shot('11-history');
  await clerk.go(`/permohonan/${id}/koreksi`);
  await page.locator('[data-action="edit-nik"]').waitFor();
  await shot('12-correction');
  await page.locator('[data-action="edit-nik"]').click();
  await expect(page.locator('[name="applicant.nik"]')).toHaveValue(nik);
  await expect(page.locator('[name="applicant.nik"]')).toBeFocused();
  await shot('13-correction-open');
  await page.keyboard.press('Tab');
  await expect(page.locator('[name="applicant.nik"]')).toHaveCount(0);
  await clerk.go('/register');
  await page.locator('main tbody tr').first().waitFor();
  await shot('14-register');
  await clerk.go('/jejak');
  await expect(
    page.locator('main tbody tr').filter({ hasText: 'Menampilkan NIK lengkap' }),
  ).toHaveCount(2);
  await shot('15-trail');
  expect(desk.consoleErrors).toEqual([]);
});
