import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { expectUsable } from '../helpers/usable-screen';
import { civilServant } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const PAPER = resolve('resources/examples/scans/0009-letter.pdf');
const LONG_NAME = "Dr. Ir. H. Contoh Nu'man Al-Ma'arif Kusumawardhana, S.Kom., M.T.";
const LONG_TITLE =
  'Kepala Bidang Pengelolaan Persandian, Keamanan Informasi, Statistik Sektoral, dan Kearsipan Daerah Contoh';

function field(desk: TestDesk, name: string): Locator {
  return desk.page.locator(`[name="disposition.${name}"]`);
}

/** A renewal whose first disposition is due, recorded with the cable pulled out. */
async function waitingForHead(desk: TestDesk): Promise<string> {
  await desk.clerk.signIn();
  const data = civilServant(1);
  const applicant = { ...data.applicant, name: LONG_NAME };
  const visit = { ...data, applicant, reason: { key: null, note: null } };
  const intake = await desk.clerk.record({
    sopId: 'ciamis-2025-renewal',
    arrivedAt: null,
    data: visit,
    papers: [],
  });
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.attach('application-letter', PAPER);
  for (const action of ['make-letters', 'print-letters', 'complete-step'] as const) {
    await desk.clerk.nextByKeyboard(action);
  }
  await expect(desk.page.locator('[data-next-action="give-disposition"]')).toHaveCount(1);
  return intake.id;
}

/** The request's page, once its open step is that one. */
async function openStep(desk: TestDesk, id: string, number: number): Promise<void> {
  await expect(field(desk, 'action')).toHaveCount(0);
  await desk.clerk.go(`/permohonan/${id}`);
  await expect(desk.page.getByText(`Langkah ${number} dari 7:`)).toBeVisible();
}

/** Records what the form says, by keyboard. */
async function save(desk: TestDesk): Promise<void> {
  await desk.page.locator('[data-action="confirm"]').waitFor();
  await desk.page.keyboard.press('Control+Enter');
}

test('from the inbox by keyboard: a wrong date is said, nothing typed is lost, and it is recorded offline', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  const id = await waitingForHead(desk);
  await clerk.go('/disposisi?pejabat=office-head');
  const record = page.locator('[data-action="record-disposition"]');
  await record.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/dicatat oleh Petugas Contoh atas nama/)).toBeVisible();
  await expectUsable(page, 'recording a disposition');
  await field(desk, 'fromName').fill('Contoh Kepala, M.Si.');
  await field(desk, 'note').fill('Mohon diperiksa sebelum masa berlakunya habis');
  await page.locator('[name="disposition.urgency"][value="very-urgent"]').press('Space');
  await field(desk, 'deadline').fill('31-02-2027');
  await save(desk);
  await expect(page.getByText('Bukan tanggal yang ada.')).toBeVisible();
  await expect(field(desk, 'note')).toHaveValue('Mohon diperiksa sebelum masa berlakunya habis');

  // Left and opened again: what was typed is still there, with its time.
  await clerk.go('/');
  await expect(field(desk, 'note')).toHaveCount(0);
  await clerk.go(`/permohonan/${id}/disposisi`);
  await expect(page.getByText(/^Isian yang belum dicatat dari/)).toBeVisible();
  await expect(field(desk, 'deadline')).toHaveValue('31-02-2027');
  await field(desk, 'deadline').fill('28-02-2027');
  await save(desk);
  await openStep(desk, id, 3);

  await clerk.go('/disposisi?pejabat=division-head');
  const row = page.locator('tbody tr');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Sangat segera');
  await expect(row).toContainText('28 Feb 2027');
  await clerk.go('/disposisi?pejabat=office-head');
  await expect(page.locator('[data-action="record-disposition"]')).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});

test('forwarded, returned with a reason, given again: every line is on the sheet, and the request ends', async ({
  desk,
}, info) => {
  const { page, clerk } = desk;
  const id = await waitingForHead(desk);
  await clerk.go(`/permohonan/${id}/disposisi`);
  await save(desk);
  await openStep(desk, id, 3);

  await page.locator('a[href$="disposisi?aksi=forward"]').press('Enter');
  await field(desk, 'to').selectOption('other');
  await save(desk);
  await expect(page.getByText('Penerimanya belum ditulis.')).toBeVisible();
  await field(desk, 'toTitle').fill(LONG_TITLE);
  await save(desk);
  await openStep(desk, id, 3);
  await clerk.go('/disposisi?pejabat=other');
  await expect(page.locator('tbody tr')).toHaveCount(1);

  await clerk.go(`/permohonan/${id}`);
  await page.locator('a[href$="disposisi?aksi=return"]').press('Enter');
  await expect(field(desk, 'fromTitle')).toHaveValue(LONG_TITLE);
  await save(desk);
  await expect(page.getByText('Alasannya belum ditulis.')).toBeVisible();
  await field(desk, 'reason').fill('Surat permohonan belum ditandatangani');
  await save(desk);
  await openStep(desk, id, 2);
  await expect(page.locator('[data-sheet-entry]')).toHaveCount(3);

  await page.locator('[data-action="running-sheet"]').click();
  await expect(page.locator('[data-version="disposition-sheet"]')).toHaveCount(2);
  const number = await clerk.registerNumber();
  const stored = page.locator(`[data-save="${number}-disposition-sheet.pdf"]`);
  await stored.waitFor();
  const download = page.waitForEvent('download');
  await stored.click();
  const path = info.outputPath('running-sheet.pdf');
  await (await download).saveAs(path);
  const text = execFileSync('pdftotext', ['-raw', path, '-'])
    .toString('utf8')
    .replaceAll(/\s+/gu, ' ');
  expect(text).toContain('Dikembalikan: Surat permohonan belum ditandatangani');
  expect(text).toContain('dicatat oleh Petugas Contoh');
  expect(text).toContain('Permohonan Pembaharuan Sertifikat Elektronik');

  await clerk.go(`/permohonan/${id}`);
  await clerk.attach('report', PAPER);
  expect(await clerk.workThrough()).toBeNull();
  await clerk.go(`/permohonan/${id}?bagian=history`);
  const history = page.getByRole('list', { name: 'Riwayat' });
  await expect(history.getByText(/^Disposisi (?!diteruskan).+ kepada /)).toHaveCount(4);
  await expect(history.getByText(/^Disposisi diteruskan dari /)).toHaveCount(1);
  await expect(history.getByText(/^Disposisi dikembalikan oleh /)).toHaveCount(1);
  await expect(history.getByText('Ditulis di atas kertas, dicatat petugas').first()).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});
