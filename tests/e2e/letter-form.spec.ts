import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSignaturePlaces } from '../../src/documents/signature-places';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

const SHIELD =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120"><path d="M5 5h90v60q0 40-45 50q-45-10-45-50z" fill="#164a98" stroke="#d6a620" stroke-width="8"/></svg>';

/** Hands a file to the field with that label. */
async function choose(page: Page, label: string, name: string, text: string): Promise<void> {
  await page
    .locator(`input[type="file"][aria-label="${label}"]`)
    .setInputFiles({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) });
}

/** Fills a field and records its section, as with Ctrl+Enter. */
async function keep(page: Page, path: string): Promise<void> {
  await page.locator(`[name="${path}"]`).press('Control+Enter');
}

test('the office’s form of its letters: drawn logo, third line, acting official, electronic signature', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await clerk.go('/pengaturan');

  await test.step('a drawing that could do more than be seen is refused with words', async () => {
    await choose(page, 'Logo kop', 'logo.svg', SHIELD.replace('<path', '<script>1</script><path'));
    await expect(page.getByText(/Gambar SVG ini memuat program/)).toBeVisible();
    await choose(
      page,
      'Logo kop',
      'logo.svg',
      SHIELD.replace('#164a98', 'url(https://contoh.example/)'),
    );
    await expect(page.getByText(/menunjuk berkas atau alamat di luar dirinya/)).toBeVisible();
    await expect(page.getByAltText('Logo pada kop surat')).toHaveCount(0);
  });

  await test.step('a plain one is drawn and kept as points', async () => {
    await choose(page, 'Logo kop', 'logo.svg', SHIELD);
    const logo = page.getByAltText('Logo pada kop surat');
    await expect(logo).toBeVisible();
    const size = await logo.evaluate((image: HTMLImageElement) => [
      image.naturalWidth,
      image.naturalHeight,
    ]);
    expect(size).toEqual([833, 1000]);
  });

  await test.step('the third line of the kop', async () => {
    await page.locator('[name="office.unit"]').fill('UPT Layanan Contoh');
    await keep(page, 'office.unit');
    await expect(page.getByText('Kantor dan kop surat tersimpan')).toBeVisible();
  });

  await test.step('somebody signs for the head', async () => {
    const head = 'officials.office-head';
    await page.locator(`[name="${head}.name"]`).fill('Contoh Kepala, M.Si.');
    await page.locator(`[name="${head}.position"]`).fill('Kepala Dinas Contoh');
    await page.locator(`[name="${head}.acting.kind"]`).selectOption('ub');
    await keep(page, `${head}.position`);
    await expect(page.getByText('Nama yang mewakili belum diisi.')).toBeVisible();
    await page.locator(`[name="${head}.acting.through"]`).fill('Sekretaris');
    await page.locator(`[name="${head}.acting.name"]`).fill('Contoh Wakil, S.Kom.');
    await page.locator(`[name="${head}.acting.position"]`).fill('Kepala Bidang Contoh');
    await page.locator(`[name="${head}.acting.rank"]`).fill('Penata, III/c');
    await page.locator(`[name="${head}.acting.until"]`).fill('2 Maret 2099');
    await expect(
      page.getByText('a.n. Kepala Dinas Contoh · Sekretaris, · u.b. · Kepala Bidang Contoh'),
    ).toBeVisible();
    await expectUsable(page, 'officials with somebody who acts');
    await keep(page, `${head}.acting.rank`);
    await expect(page.getByText('Pejabat tersimpan')).toBeVisible();
  });

  await test.step('one letter is signed electronically', async () => {
    await page.getByRole('checkbox', { name: 'Surat Pemberitahuan Kekurangan Berkas' }).check();
    await choose(page, 'Logo di samping tanda tangan elektronik', 'bsre.svg', SHIELD);
    await expect(page.getByAltText('Logo di samping tanda tangan elektronik')).toBeVisible();
    await page.locator('[name="signing.footer"]').first().press('Control+Enter');
    await expect(page.getByText('Tanda tangan elektronik tersimpan')).toBeVisible();
  });

  await test.step('the letter has it all', async () => {
    const intake = await clerk.record(visitOf(0));
    if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
    const number = await clerk.registerNumber();
    await clerk.go(`/permohonan/${intake.id}?bagian=letters`);
    await page.locator('[data-issue="shortage-notice"]').click();
    await page.locator('dialog [data-action="confirm"]').click();
    await page.locator('[data-version="shortage-notice"]').waitFor();
    expect(await clerk.saveLetters(desk.dataFolder, number)).toBe(1);
    const path = join(desk.dataFolder, `${number}-shortage-notice.pdf`);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    for (const part of [
      'UPT LAYANAN CONTOH',
      'Ditandatangani Secara Elektronik Oleh :',
      'a.n. Kepala Dinas Contoh',
      'Sekretaris,',
      'u.b.',
      'Kepala Bidang Contoh,',
      'Contoh Wakil, S.Kom.',
      'Balai Sertifikasi Elektronik (BSrE)',
    ]) {
      expect(text.replace(/\s+/g, ' ').replace(/ ,/g, ',')).toContain(part);
    }
    expect(await readSignaturePlaces(readFileSync(path))).toHaveLength(1);
    const pictures = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' });
    expect(pictures.trim().split('\n')).toHaveLength(4);
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged: +yes/);
  });
  expect(desk.consoleErrors).toEqual([]);
});
