import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

test('a person asks for a correction and gets it; an incident goes from report to its notices', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  const intake = await clerk.record(visitOf(0));
  const id = intake.outcome === 'recorded' ? intake.id : '';
  const number = await clerk.registerNumber();

  await clerk.go(`/permohonan/${id}/permintaan-koreksi`);
  await page.locator('[name="ask.wrong"]').fill('Jabatan tertulis Analis, seharusnya Penyusun');
  await expectUsable(page, 'a request for correction');
  // Left half typed, it comes back.
  await clerk.go('/');
  await page.locator('[name="ask.wrong"]').waitFor({ state: 'detached' });
  await clerk.go(`/permohonan/${id}/permintaan-koreksi`);
  await expect(page.locator('[name="ask.wrong"]')).toHaveValue(/seharusnya Penyusun/);
  await page.locator('[name="ask.evidence"]').fill('SK jabatan');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-ticket][data-ending="open"]').waitFor();
  await expect(page.locator('[data-legal-clock="running"]').first()).toBeVisible();
  await expectUsable(page, 'the data with a ticket');

  await clerk.go('/');
  await page.locator('[data-corrections="1"]').click();
  await page.getByRole('row').filter({ hasText: number }).click();
  await page.locator('[data-action="answer-correction"]').click();
  await page.locator('[name="applicant.position"]').fill('Penyusun Contoh');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-register-number]').waitFor();
  await clerk.go(`/permohonan/${id}?bagian=data`);
  await page.locator('[data-ticket][data-ending="corrected"]').waitFor();

  await clerk.go('/insiden/baru');
  await page.locator('[name="incident.title"]').fill('Berkas salah kirim');
  await page.locator('[name="incident.occurred"]').fill('pagi ini');
  await page.locator('[name="incident.how"]').fill('Terkirim ke alamat surel yang salah');
  await page.locator('[name="incident.kind.identity"]').check({ force: true });
  await page.locator('[name="incident.affected"][value="requests"]').check({ force: true });
  await page.locator('[name="incident.search"]').fill(number);
  await page.locator('[data-action="find-affected"]').click();
  await page.locator('[data-action="add-affected"]').click();
  await page.locator('[name="incident.measures"]').fill('Ditarik, alamat diperbaiki');
  await expectUsable(page, 'the form of an incident');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-standing="open"]').waitFor();

  await page.locator('[name="letter.to"]').selectOption(id);
  await page.locator('[data-action="make-letter"]').click();
  await page.locator('[data-letter][data-to="persons"]').waitFor();
  await page.locator('[data-save^="pemberitahuan-insiden-"]').waitFor();
  for (const to of ['agency', 'persons']) {
    await page.locator(`[data-action="notify-${to}"]`).click();
    await page.locator(`[name="notice.${to}.how"]`).fill('Surat diantar');
    await page.locator(`[data-action="save-notice-${to}"]`).click();
    await page.locator(`[data-notice="${to}"][data-given="true"]`).waitFor();
  }
  await page.locator('[data-standing="notified"]').waitFor();
  await expectUsable(page, 'an incident');
  await page.locator('[name="close.conclusion"]').fill('Selesai');
  await page.locator('[data-action="close-incident"]').click();
  await page.locator('[data-standing="closed"]').waitFor();
  await clerk.go('/insiden');
  await expect(page.getByRole('row').filter({ hasText: 'Berkas salah kirim' })).toBeVisible();
  await expectUsable(page, 'the list of incidents');
  expect(desk.consoleErrors).toEqual([]);
});
