import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { sopSchema } from '../../src/domain/sop/sop';
import { expectUsable } from '../helpers/usable-screen';
import { civilServant } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const OWN = 'dinas-contoh-sop';
const OWN_NUMBER = '000.6/9/Contoh/2026';

/** A file as another office would send it: a preset under an id and a number of its own. */
function fileOfOwn(change: (text: string) => string = (text) => text): Buffer {
  const text = readFileSync('resources/sop/tapin-2025-revocation.json', 'utf8')
    .replace('"id": "tapin-2025-revocation"', `"id": "${OWN}"`)
    .replace(/"number": "[^"]*"/, `"number": "${OWN_NUMBER}"`);
  return Buffer.from(change(text));
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'sop-contoh.json', mimeType: 'application/json', buffer };
  await page.locator('input[type="file"]').setInputFiles(file);
}

async function publish(page: Page, version: number): Promise<void> {
  await page.locator('[data-action="publish"]').click();
  await page.locator('dialog [data-action="confirm"]').click();
  await expect(page).toHaveURL(new RegExp(`/sop/${OWN}/${version}$`));
}

/** Takes the SOP in from a file and publishes it as version 1. */
async function takeIn({ page, clerk }: TestDesk): Promise<void> {
  await clerk.go('/sop');
  await choose(page, fileOfOwn());
  await expect(page).toHaveURL(/\/sop\/sunting\//);
  await publish(page, 1);
}

/** The SOPs the intake offers, whether as a list or as buttons. */
const choices = (page: Page) =>
  page.locator('select[name="sop"] option:not([value=""]), input[name="sop"]');
const row = (page: Page, id = OWN) => page.locator(`[data-sop="${id}"]`);

test('a file that is no SOP says where it is wrong; nothing of it is taken', async ({ desk }) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/sop');
  await choose(
    page,
    fileOfOwn((text) => text.replace('"version": 1,', '"version": 1')),
  );
  await expect(page.getByText('baris 5 tidak terbaca')).toBeVisible();
  await choose(
    page,
    fileOfOwn((text) => text.replace('"kind": "prepare"', '"kind": "dance"')),
  );
  await expect(page.getByText('Langkah 1, Jenis langkah (steps.0.kind)')).toBeVisible();
  await choose(page, Buffer.from('[]'));
  await expect(page.getByText('bukan SOP')).toBeVisible();
  await clerk.go('/');
  await clerk.go('/sop');
  await expect(page.locator('[data-sop]').first()).toBeVisible();
  await expect(page.locator('[data-sop-draft]')).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});

test('what is exported is what is imported: a file of an own SOP becomes its next version', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await takeIn(desk);

  await clerk.go('/sop');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row(page).locator('[data-action="export-sop"]').click(),
  ]);
  expect(download.suggestedFilename()).toBe(`sop-${OWN}-v1.json`);
  const exported = readFileSync(await download.path(), 'utf8');
  // What the file left out for its usual value is written out.
  expect(JSON.parse(exported)).toEqual(sopSchema.parse(JSON.parse(fileOfOwn().toString())));

  await choose(page, Buffer.from(exported.replace(OWN_NUMBER, '000.6/10/Contoh/2026')));
  await expect(page).toHaveURL(/\/sop\/sunting\//);
  await publish(page, 2);

  const reason = { key: 'retired', note: '' };
  const visit = { sopId: OWN, arrivedAt: null, papers: [] };
  const intake = await clerk.record({ ...visit, data: { ...civilServant(1), reason } });
  expect(intake.outcome).toBe('recorded');
  await clerk.go(`/sop/${OWN}/1`);
  await expect(page.getByText('Versi lama')).toBeVisible();
  const versions = page.locator('[data-version]');
  await expect(versions.nth(0)).toContainText('1 permohonan berjalan');
  await expect(versions.nth(1)).toContainText('0 permohonan berjalan');

  await versions.nth(0).getByRole('link', { name: 'Bandingkan' }).click();
  const changed = page.locator('[data-field="number"]');
  await expect(page.locator('[data-changes]')).toHaveAttribute('data-changes', '1');
  await expect(changed.locator('del')).toHaveText(OWN_NUMBER);
  await expect(changed.locator('ins')).toHaveText('000.6/10/Contoh/2026');
  await expect(changed).toContainText('Diubah');
  await page.getByRole('button', { name: 'Tukar sisi' }).click();
  await expect(changed.locator('ins')).toHaveText(OWN_NUMBER);
  await page.locator('select[name="dari"]').selectOption('tapin-2025-revocation:1');
  await expect(page).toHaveURL(/dari=tapin-2025-revocation/);
  expect(desk.consoleErrors).toEqual([]);
});

test('the counter offers what is ticked, at least one, and still does after a restart', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/permohonan/baru');
  await expect(choices(page)).toHaveCount(5);
  await clerk.go('/sop');
  const boxes = page.locator('[data-action="offer-sop"]');
  const kept = row(page, 'ciamis-2025-renewal').locator('[data-action="offer-sop"]');
  await expect(boxes).toHaveCount(5);
  // One after another without looking: none of them may undo the one before.
  const others = page.locator('[data-sop]:not([data-sop="ciamis-2025-renewal"])');
  await others.locator('[data-action="offer-sop"]').evaluateAll((inputs) => {
    for (const input of inputs) (input as HTMLInputElement).click();
  });
  await expect(page.locator('[data-action="offer-sop"]:checked')).toHaveCount(1);
  await expect(kept).toBeChecked();
  await expect(kept).toBeDisabled();
  await desk.reopen();
  await desk.clerk.signIn();
  await desk.clerk.go('/permohonan/baru');
  await expect(choices(desk.page)).toHaveCount(1);
  expect(desk.consoleErrors).toEqual([]);
});

test('a draft waits on the list and not at the counter; thrown away, it can be taken back', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/sop');
  await row(page, 'tapin-2025-revocation').locator('[data-action="copy-sop"]').click();
  await expect(page).toHaveURL(/\/sop\/sunting\//);
  await clerk.go('/');
  await expect(page.getByText('draf belum dicatat')).toHaveCount(0);
  await clerk.go('/sop');
  const draft = page.locator('[data-sop-draft]');
  await draft.getByRole('button', { name: 'Buang' }).click();
  await expect(draft).toHaveCount(0);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await draft.getByRole('button', { name: 'Lanjutkan' }).click();
  await expect(page).toHaveURL(/\/sop\/sunting\//);
  expect(desk.consoleErrors).toEqual([]);
});

test('every page of SOPs can be used by everybody, wide and at 200 %', async ({ desk }) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await takeIn(desk);
  const paths = [
    '/sop',
    `/sop/${OWN}/1`,
    '/sop/ciamis-2025-renewal/1',
    '/sop/ciamis-2025-renewal/7',
    `/sop/${OWN}/beda`,
    '/sop/sumbar-2019-revocation/beda?dari=tapin-2025-revocation:1&ke=1',
  ];
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    for (const path of paths) {
      const where = `${path} at ${size.width}`;
      await clerk.go(path);
      await expectUsable(page, where);
    }
  }
  expect(desk.consoleErrors).toEqual([]);
});
