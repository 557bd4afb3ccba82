import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { localDate } from '../../src/domain/numbering/local-date';
import { expect, test, type TestDesk } from './fixtures';

/** Records a walk-in and cancels it: its retention begins. */
async function ended({ clerk, page }: TestDesk, number: number): Promise<string> {
  const intake = await clerk.record(visitOf(number));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.go(`/permohonan/${intake.id}?bagian=data`);
  await page.locator('[data-action="cancel-request"]').click();
  await page.locator('#reason-dialog-reason').fill('Pemohon mencabut permohonannya');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-action="cancel-request"]')).toHaveCount(0);
  return intake.id;
}

/** The JRA of revocations, as an office would enter its own. */
async function setSchedule({ clerk, page }: TestDesk): Promise<void> {
  await clerk.go('/pengaturan?bagian=retention');
  await page.locator('[name="retention.basis"]').fill('Peraturan Contoh Nomor 1 Tahun 2024');
  for (const service of ['revocation', 'renewal'] as const) {
    await page.locator(`[name="retention.${service}.fate"]`).selectOption('destroy');
    await page.locator(`[name="retention.${service}.activeYears"]`).fill('1');
    await page.locator(`[name="retention.${service}.inactiveYears"]`).fill('2');
  }
  await shoot(page, 'settings');
  await page.locator('[data-action="save-retention"]').click();
  await page.locator('[data-action="open-retention"]').click();
  await page.getByRole('heading', { level: 1, name: 'Retensi dan pemusnahan' }).waitFor();
}

/** A picture for whoever looks at the screens; none in ordinary runs. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['LOKET_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('from the JRA over the signed berita acara to a destruction that leaves number and dates only', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  const gone = await ended(desk, 0);
  await clerk.go(`/permohonan/${gone}`);
  const number = await clerk.registerNumber();
  const kept = await ended(desk, 1);
  await clerk.go('/retensi');
  await expect(page.getByRole('heading', { name: 'JRA belum ditetapkan' })).toBeVisible();
  await shoot(page, 'unset');

  // Four years later, on the page's clock alone; nobody sat at the desk meanwhile.
  const later = new Date();
  later.setFullYear(later.getFullYear() + 4);
  await page.keyboard.press('Alt+l');
  await clerk.waitForSignIn(20_000);
  await page.clock.setFixedTime(later);
  await clerk.signIn();
  await setSchedule(desk);

  await page.getByRole('tab', { name: 'Ditahan' }).click();
  await page.locator('[name="hold.number"]').fill(number.replace(/1$/, '2'));
  await page.locator('[name="hold.reason"]').fill('Sengketa di pengadilan');
  await page.locator('[data-action="hold-records"]').click();
  await expect(page.getByRole('button', { name: 'Lepaskan' })).toBeVisible();
  await shoot(page, 'holds');

  await page.getByRole('tab', { name: 'Masa simpan habis' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await page.getByRole('button', { name: 'Pilih semua yang tampil' }).click();
  await shoot(page, 'overdue');
  await expectUsable(page, 'the list of what may be destroyed');
  await page.locator('[data-action="propose-destruction"]').click();

  const destroy = page.locator('[data-action="destroy-records"]');
  await expect(destroy).toHaveAttribute('aria-disabled', 'true');
  const download = page.waitForEvent('download');
  await page.locator('[data-action="save-destruction-report"]').click();
  expect((await download).suggestedFilename()).toMatch(
    /^berita-acara-pemusnahan-A-[0-9a-f]+\.pdf$/,
  );
  await expect(destroy).not.toHaveAttribute('aria-disabled', 'true');
  await page.locator('[data-action="view-destruction-report"]').click();
  await page.locator('main canvas').first().waitFor();
  await shoot(page, 'report');
  await destroy.click();
  const today = localDate(later.toISOString(), 'Asia/Jakarta').isoDate;
  await page.locator('[name="destruction.number"]').fill('000.5.6/1/2030');
  await page.locator('[name="destruction.date"]').fill(today);
  await page.locator('[data-action="confirm-destruction"]').click();
  await expect(page.getByText('Ketik MUSNAHKAN persis seperti itu.')).toBeVisible();
  await shoot(page, 'dialog');
  await page.locator('[name="destruction.word"]').fill('MUSNAHKAN');
  await page.locator('[data-action="confirm-destruction"]').click();
  await expect(page.getByText('1 permohonan dimusnahkan.')).toBeVisible();
  await shoot(page, 'done');

  const keys = readFileSync(join(desk.dataFolder, 'vault', 'subject-keys.jsonl'), 'utf8');
  const lines = keys.split('\n');
  expect(lines.filter((line) => line.includes(gone))).toEqual([
    expect.stringContaining('"destroyed":true'),
  ]);
  expect(lines.filter((line) => line.includes(kept))).toEqual([expect.stringContaining('wrap')]);
  await page.getByRole('tab', { name: 'Sudah dimusnahkan' }).click();
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('000.5.6/1/2030');
  await shoot(page, 'destroyed');

  await page.keyboard.press('Control+k');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${number} sudah dimusnahkan`)).toBeVisible();
  await shoot(page, 'register');
  await clerk.go(`/permohonan/${gone}`);
  await expect(page.getByText(`${number} sudah dimusnahkan`)).toBeVisible();
  await clerk.go('/jejak');
  await expect(
    page.locator('main tbody tr').filter({ hasText: '1 permohonan dimusnahkan' }),
  ).toHaveCount(1);
  expect(desk.consoleErrors).toEqual([]);
});
