import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expectUsable } from '../helpers/usable-screen';
import { civilServant, visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

test('all that is held on a person is found, looked at and saved with a reason that is noted', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.record(visitOf(0));
  const number = await clerk.registerNumber();
  await clerk.workThrough();
  await clerk.record(visitOf(1));
  const { applicant } = civilServant(0);

  await clerk.go('/hak-subjek?bagian=copy');
  await page.locator('[name="rights.person"]').fill(applicant.nik);
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: applicant.name }).click();
  await page.locator('[data-action="save-person"]').waitFor();
  await expectUsable(page, 'what is held on a person');
  await page.locator('[data-action="save-person"]').click();
  await page.keyboard.type('Permintaan salinan oleh pemilik data');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^salinan-data-[0-9a-f-]{36}\.zip$/);

  const entries = unzipSync(new Uint8Array(readFileSync(await saved.path())));
  const data = new TextDecoder().decode(entries['data.json']);
  expect(data).toContain(applicant.nik);
  expect(data).not.toContain(civilServant(1).applicant.nik);
  expect(data).not.toContain('Petugas Contoh');
  expect(Object.keys(entries).filter((name) => name.startsWith(`surat/${number}/`))).not.toEqual(
    [],
  );
  const paper = entries['ringkasan.pdf'] ?? new Uint8Array();
  expect(new TextDecoder().decode(paper.subarray(0, 5))).toBe('%PDF-');

  await clerk.go('/jejak');
  const row = page.locator('main tbody tr').filter({ hasText: 'salinan data orangnya' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Permintaan salinan oleh pemilik data');
  expect(desk.consoleErrors).toEqual([]);
});
