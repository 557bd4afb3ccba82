import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

/** Records a request, makes its letters and saves one of them. */
async function work(desk: TestDesk): Promise<{ id: string; number: string }> {
  await desk.clerk.signIn();
  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const number = await desk.clerk.registerNumber();
  await desk.clerk.workThrough();
  expect(await desk.clerk.saveLetters(desk.dataFolder, number)).toBeGreaterThan(0);
  return { id: intake.id, number };
}

async function search(desk: TestDesk, text: string): Promise<void> {
  await desk.page.keyboard.press('Control+k');
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('grid', { name: 'Register' }).locator('tbody tr').first().waitFor();
}

async function openTrail(desk: TestDesk, part = ''): Promise<Locator> {
  await desk.clerk.go(`/jejak${part}`);
  await desk.page.getByRole('heading', { level: 1, name: 'Jejak Audit' }).waitFor();
  return desk.page.locator('main tbody tr');
}

async function checkNow(desk: TestDesk): Promise<void> {
  await openTrail(desk, '?bagian=check');
  await desk.page.locator('[data-action="check-trail"]').click();
  await desk.page.locator('[data-trail-state="whole"]').waitFor();
}

/** Changes one digit of the hash of a record in the closed program's journal. */
function tamper(desk: TestDesk, line: number): void {
  const folder = join(desk.dataFolder, 'journal');
  const [month = ''] = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const lines = readFileSync(join(folder, month), 'utf8').split('\n');
  lines[line - 1] = (lines[line - 1] ?? '').replace(
    /"hash":"(.)/,
    (_, digit: string) => `"hash":"${digit === '0' ? '1' : '0'}`,
  );
  writeFileSync(join(folder, month), lines.join('\n'));
}

test('looks, savings and searches stand in the trail with the person who did them', async ({
  desk,
}) => {
  const { number } = await work(desk);
  await search(desk, 'satu');
  const rows = await openTrail(desk);
  const of = (text: string) => rows.filter({ hasText: text });
  await expect(of('kata yang dicari: “satu”')).toHaveCount(1);
  await expect(of('Membuka permohonan').filter({ hasText: number })).toHaveCount(1);
  await expect(of('Menyimpan ke berkas').filter({ hasText: number }).first()).toBeVisible();
  await expect(of('Membuka berkas').first()).toBeVisible();
  await expect(of('Petugas Contoh').first()).toBeVisible();
  await expectUsable(desk.page, 'the list of the trail');

  await desk.page.locator('[name="trail.kind"]').selectOption('search');
  await expect(rows).toHaveCount(1);
  await desk.page.locator('[name="trail.number"]').fill(number);
  await expect(desk.page.getByText('Tidak ada catatan yang cocok')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(of('Mencari di register')).toHaveCount(1);
  expect(desk.consoleErrors).toEqual([]);
});

test('the trail is saved with a reason that stands in it; the printed head is found again', async ({
  desk,
}) => {
  const { number } = await work(desk);
  await checkNow(desk);
  await expect(desk.page.getByText(/Rantai utuh sampai catatan/).first()).toBeVisible();
  await expectUsable(desk.page, 'the check of the trail');

  await desk.clerk.go('/jejak/harian');
  const head = desk.page.locator('[data-head-sequence]');
  const sequence = (await head.getAttribute('data-head-sequence')) ?? '';
  const digits = /[0-9A-F]{4}( [0-9A-F]{4}){3}/.exec(await head.innerText())?.[0] ?? '';
  await expect(desk.page.getByText(number, { exact: true })).toBeVisible();
  await expectUsable(desk.page, 'the daily report');
  const report = desk.page.waitForEvent('download');
  await desk.page.locator('[data-action="save-report"]').click();
  expect((await report).suggestedFilename()).toMatch(/^laporan-harian-A-\d{4}-\d{2}-\d{2}\.pdf$/);

  await openTrail(desk, '?bagian=check');
  await desk.page.locator('[name="head.sequence"]').fill(sequence);
  await desk.page.locator('[name="head.digits"]').fill(digits);
  await desk.page.locator('[data-action="compare-head"]').click();
  await desk.page.locator('[data-head="fits"]').waitFor();
  await desk.page.locator('[name="head.sequence"]').fill(String(Number(sequence) - 1));
  await desk.page.locator('[data-action="compare-head"]').click();
  await desk.page.locator('[data-head="differs"]').waitFor();

  const rows = await openTrail(desk);
  for (const format of ['csv', 'pdf'] as const) {
    await desk.page.locator(`[data-action="export-${format}"]`).click();
    await desk.page.keyboard.type(`Uji simpan ${format}`);
    const download = desk.page.waitForEvent('download');
    await desk.page.keyboard.press('Control+Enter');
    const bytes = readFileSync(await (await download).path());
    if (format === 'csv') expect(bytes.toString('utf8')).toContain(number);
    else expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  }
  await desk.page.locator('[data-action="refresh-trail"]').click();
  await expect(rows.filter({ hasText: 'alasan: Uji simpan csv' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'alasan: Uji simpan pdf' })).toHaveCount(1);
  expect(desk.consoleErrors).toEqual([]);
});

test('a changed byte in the journal of a closed program is told at the next start, with its record', async ({
  desk,
}) => {
  await work(desk);
  await checkNow(desk);
  await desk.reopen('close', () => {
    tamper(desk, 2);
  });
  await desk.clerk.signIn();
  await expect(desk.page.getByText(/Jejak catatan tidak utuh/)).toBeVisible();
  await desk.page.getByRole('link', { name: 'Lihat temuan' }).click();
  await expect(desk.page.getByText('Catatan 2 berubah')).toBeVisible();
  await expect(desk.page.locator('[data-finding="chain"]')).toHaveCount(1);
  await expectUsable(desk.page, 'the findings of a check');
  const rows = await openTrail(desk);
  await expect(rows.filter({ hasText: 'Pemeriksaan menemukan jejak' })).toHaveCount(1);
});
