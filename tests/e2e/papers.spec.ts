import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

const PAPER = resolve('resources/examples/scans/0001-police.pdf');
const POINTS_PER_MILLIMETRE = 72 / 25.4;

test('papers no step asks for: a receipt on the office’s paper, and a shortage only where one is', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await clerk.go('/pengaturan');
  const size = page.getByLabel('Ukuran kertas');
  await size.selectOption('f4');
  await page.getByLabel('Batas kiri (mm)').fill('dua');
  await page.getByLabel('Batas kiri (mm)').press('Control+Enter');
  await expect(page.getByText('Tulis milimeter sebagai angka, dari 5 sampai 60.')).toBeVisible();
  await expect(size).toHaveValue('f4');
  await page.getByLabel('Batas kiri (mm)').fill('25');
  await page.getByLabel('Batas kiri (mm)').press('Control+Enter');
  await expect(page.getByText(/Kertas surat.*tersimpan|tersimpan.*Kertas surat/i)).toBeVisible();

  const intake = await clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const number = await clerk.registerNumber();
  await clerk.go(`/permohonan/${intake.id}?bagian=letters`);
  await expect(page.getByText('Surat dan lembar lain')).toBeVisible();
  await page.locator('[data-draft="receipt"]').click();
  await expect(page.getByText(/Belum ada berkas pada permohonan ini/)).toBeVisible();
  await clerk.attach('police-report', PAPER);

  await clerk.go(`/permohonan/${intake.id}?bagian=letters`);
  await page.locator('[data-issue="receipt"]').click();
  await page.locator('dialog [data-action="confirm"]').click();
  await page.locator('[data-version="receipt"]').waitFor();
  await expect(page.locator('[data-version="receipt"]')).toContainText(number);
  await expectUsable(page, 'letters with others beside them');
  expect(await clerk.saveLetters(desk.dataFolder, number)).toBe(1);
  const saved = readFileSync(join(desk.dataFolder, `${number}-receipt.pdf`));
  const [sheet] = (await PDFDocument.load(saved)).getPages();
  expect(sheet?.getWidth()).toBeCloseTo(215 * POINTS_PER_MILLIMETRE, 0);
  expect(sheet?.getHeight()).toBeCloseTo(330 * POINTS_PER_MILLIMETRE, 0);
  expect(desk.consoleErrors).toEqual([]);
});
