import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

test('the notice is published, given with one key and kept with the request; a NIK opens on asking', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  const { nik } = visitOf(0).data.applicant;
  await clerk.signIn();
  await clerk.go('/permohonan/baru');
  await page.getByText('Pemberitahuan data pribadi belum diterbitkan').waitFor();

  await clerk.go('/pengaturan?bagian=privacy');
  const publish = page.locator('[data-action="publish-notice"]');
  await publish.click();
  await expect(page.getByText('Bagian “Narahubung')).toBeVisible();
  await page.locator('[name="notice.parts.contact"]').fill('Pejabat PDP, pdp@contoh.go.id');
  await publish.click();
  await expect(publish).toContainText('Terbitkan versi 2');

  await clerk.go('/permohonan/baru');
  await page.locator('[name="applicant.nik"]').waitFor();
  await clerk.fillVisit(visitOf(0));
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[role="alert"] [data-field="privacy.way"]')).toBeVisible();
  await page.locator('[name="applicant.nik"]').focus();
  await page.keyboard.press('Control+i');
  await expect(page.locator('[name="privacy.way"][value="shown"]')).toBeChecked();
  await page.locator('[data-action="read-notice"]').click();
  await expect(page.locator('[data-notice-version="1"]')).toContainText('pdp@contoh.go.id');
  await page.locator('[name="privacy.basis"]').selectOption('consent');
  await page.locator('[name="privacy.consentForm"][value="written"]').check({ force: true });
  await expectUsable(page, 'an intake with its notice');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-register-number]').waitFor();
  const id = (await page.locator('[data-request-id]').getAttribute('data-request-id')) ?? '';

  const whole = page.locator('[data-nik="revealed"]');
  await expect(page.locator('[data-nik="masked"]')).toContainText('3299 •••• •••• 0001');
  await page.locator('[data-action="reveal-nik"]').press('Enter');
  await expect(whole).toHaveText('3299 9901 0185 0001');
  await clerk.go(`/permohonan/${id}?bagian=data`);
  await page.getByText('Persetujuan, Pasal 20 ayat (2) huruf a').waitFor();
  await expect(page.getByText(/^Diperlihatkan .*, versi 1$/)).toBeVisible();
  await expect(whole).toHaveCount(0);

  await clerk.go(`/permohonan/${id}/koreksi`);
  const field = page.locator('[name="applicant.nik"]');
  await page.locator('[data-action="edit-nik"]').click();
  await expect(field).toHaveValue(nik);
  await expect(field).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field).toHaveCount(0);

  await clerk.go('/register');
  await expect(page.locator('main tbody tr')).toContainText('3299 •••• •••• 0001');
  await clerk.go('/jejak');
  const reveals = page.locator('main tbody tr').filter({ hasText: 'Menampilkan NIK lengkap' });
  await expect(reveals).toHaveCount(2);
  await expect(reveals.filter({ hasText: 'A-2026-0001' })).toHaveCount(2);
  expect(desk.consoleErrors).toEqual([]);
});
