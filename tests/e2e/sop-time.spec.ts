import type { Page } from '@playwright/test';
import type { Clerk } from '../helpers/clerk';
import { civilServant } from '../helpers/visits';
import { expect, test } from './fixtures';

/**
 * Sets the clock of the page alone; timers go on. Before the sign-in: timers of the page that
 * are older than its first set clock cannot be ended any more.
 */
async function setClock(page: Page, wib: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${wib.replace(' ', 'T')}:00+07:00`));
}

/** Leaves the desk locked and comes back to it at that time. */
async function comeBack(clerk: Clerk, wib: string): Promise<void> {
  await clerk.page.keyboard.press('Alt+l');
  await clerk.waitForSignIn(20_000);
  await setClock(clerk.page, wib);
  await clerk.signIn();
}

test('a pause stops the clock of a step, is told with its reason, and is counted apart', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await setClock(page, '2026-03-02 09:00');
  await clerk.signIn();
  const visit = { sopId: 'ciamis-2025-renewal', arrivedAt: null, papers: [] };
  const data = { ...civilServant(1), reason: { key: null, note: '' } };
  const intake = await clerk.record({ ...visit, data });
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const timer = page.getByRole('timer', { name: 'Waktu langkah ini' });

  await setClock(page, '2026-03-02 09:04');
  await page.locator('[data-action="pause-step"]').click();
  await page.getByRole('button', { name: 'Menunggu pemohon melengkapi berkas' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(timer).toContainText('dijeda sejak 09.04');

  await comeBack(clerk, '2026-03-02 11:04');
  await page.locator('[data-action="resume-step"]').click();
  await expect(page.locator('[data-action="pause-step"]')).toBeVisible();
  await clerk.go('/');
  await clerk.go(`/permohonan/${intake.id}`);
  await expect(timer).toContainText('4 menit dari baku 10 menit');
  await expect(timer).toContainText('6 menit lagi');
  await expect(page.locator('[data-side="paused"]')).toContainText('2 jam');

  await clerk.go(`/permohonan/${intake.id}?bagian=history`);
  await expect(page.getByText('Menunggu pemohon melengkapi berkas')).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('the board counts what the office is late with, and lists that alone', async ({ desk }) => {
  const { page, clerk } = desk;
  await setClock(page, '2026-03-02 09:00');
  await clerk.signIn();
  const visits = ['ciamis-2025-renewal', 'sumbar-2019-revocation', 'ciamis-2025-renewal'];
  for (const [index, sopId] of visits.entries()) {
    const reason = { key: sopId.startsWith('sumbar') ? 'data-changed' : null, note: '' };
    if (index === 2) await comeBack(clerk, '2026-03-02 11:35');
    const intake = await clerk.record({
      sopId,
      arrivedAt: null,
      data: { ...civilServant(index + 1), reason },
      papers: [],
    });
    expect(intake.outcome).toBe('recorded');
  }
  await comeBack(clerk, '2026-03-02 11:40');
  await clerk.go('/');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('terlambat 2 jam kerja');
  // The applicant's own time: said of the applicant, and not in the office's count.
  await expect(rows.nth(1)).toContainText('pemohon lewat 2 jam kerja');
  await expect(rows.nth(2)).toContainText('5 menit lagi');
  const head = page.locator('main header').first();
  await expect(head).toContainText('1 terlambat');
  await expect(head).toContainText('1 lewat waktu baku di BSrE atau pemohon');

  await page.locator('[data-action="filter-late"]').click();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('terlambat 2 jam kerja');
  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(rows).toHaveCount(3);
  expect(desk.consoleErrors).toEqual([]);
});

test('hours that cannot be read stay as typed; a local holiday moves what is due', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await setClock(page, '2026-03-02 15:55');
  await clerk.signIn();
  const data = { ...civilServant(1), reason: { key: null, note: '' } };
  const visit = { sopId: 'ciamis-2025-renewal', arrivedAt: null, data, papers: [] };
  const intake = await clerk.record(visit);
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const timer = page.getByRole('timer', { name: 'Waktu langkah ini' });
  await expect(timer).toContainText('tenggat 3 Mar 07.35');

  await clerk.go('/pengaturan');
  const monday = page.getByRole('textbox', { name: 'Senin' });
  await monday.fill('7.30 pagi');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('“7.30 pagi” bukan jam kerja.')).toBeVisible();
  await expect(monday).toHaveValue('7.30 pagi');
  await monday.fill('08.00-12.00, 13.00-16.00');

  await page.locator('[data-action="add-calendar-date"]').click();
  await page.keyboard.type('3 Maret 2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Hari Jadi Kabupaten Contoh');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Jam kerja dan hari libur tersimpan')).toBeVisible();
  await expect(page.getByText('Hari libur nasional 2027 belum lengkap')).toBeVisible();

  await clerk.go(`/permohonan/${intake.id}`);
  await expect(timer).toContainText('tenggat 4 Mar 07.35');
  expect(desk.consoleErrors).toEqual([]);
});
