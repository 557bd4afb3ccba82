import type { Page } from '@playwright/test';
import type { Clerk } from '../helpers/clerk';
import { civilServant } from '../helpers/visits';
import { expect, test } from './fixtures';

const OWN = /^diskominfo-\d{4}-revocation$/;
/** No rule of an SOP: the words the test writes. */
const ADDED = 'Mengarsipkan berkas permohonan';

async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

async function showStep(page: Page, index: number): Promise<void> {
  await page.locator(`[data-step="${index}"]`).click();
}

function field(page: Page, path: string) {
  return page.locator(`[id="${path}"]`);
}

const panel = (page: Page) => page.locator('[data-errors]');

/** Begins a copy of a preset, names it, and gives back its id. */
async function beginCopy(page: Page, clerk: Clerk): Promise<string> {
  await clerk.go('/sop');
  await page.locator('[data-sop="tapin-2025-revocation"] [data-action="copy-sop"]').click();
  await expect(panel(page)).toHaveAttribute('data-errors', '1');
  await page.locator('[data-path="identity.number"]').click();
  await expect(field(page, 'identity.number')).toBeFocused();
  await page.keyboard.type('000.6/1/Contoh/2026');
  await expect(panel(page)).toHaveAttribute('data-errors', '0');
  return field(page, 'id').inputValue();
}

async function publish(page: Page): Promise<void> {
  await page.locator('[data-action="publish"]').click();
  await page.locator('dialog [data-action="confirm"]').click();
  await expect(page.locator('dialog')).toHaveCount(0);
}

async function recordWith(clerk: Clerk, sopId: string, number: number): Promise<string> {
  const reason = { key: 'retired', note: '' };
  const intake = await clerk.record({
    sopId,
    arrivedAt: null,
    data: { ...civilServant(number), reason },
    papers: [],
  });
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  return intake.id;
}

test('an office makes a preset its own, and old requests keep the version they began with', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  const id = await beginCopy(page, clerk);
  expect(id).toMatch(OWN);

  await section(page, 'Langkah');
  await field(page, 'steps.0.standardTime').fill('0,5');
  await showStep(page, 7);
  await page.locator('[data-action="add-step"]').click();
  await expect(field(page, 'steps.8.activity')).toBeFocused();
  await page.keyboard.type(ADDED);
  await field(page, 'steps.8.kind').selectOption('archive');
  await expect(panel(page)).toHaveAttribute('data-errors', '0');
  await publish(page);
  await expect(page).toHaveURL(new RegExp(`/sop/${id}/1$`));

  const first = await recordWith(clerk, id, 1);
  await clerk.go(`/permohonan/${first}?bagian=steps`);
  await expect(page.getByText(ADDED).first()).toBeVisible();
  await expect(page.getByText('0,5 menit').first()).toBeVisible();

  await clerk.go('/sop');
  await page.locator(`[data-sop="${id}"] [data-action="change-sop"]`).click();
  await expect(page.locator('[data-action="publish"]')).toHaveAttribute('aria-disabled', 'true');
  await section(page, 'Langkah');
  await showStep(page, 8);
  await page.locator('[data-action="remove-step"]').click();
  await publish(page);
  await expect(page).toHaveURL(new RegExp(`/sop/${id}/2$`));

  const second = await recordWith(clerk, id, 2);
  await clerk.go(`/permohonan/${second}?bagian=steps`);
  await expect(page.getByText('0,5 menit').first()).toBeVisible();
  await expect(page.getByText(ADDED)).toHaveCount(0);
  await clerk.go(`/permohonan/${first}?bagian=steps`);
  await expect(page.getByText(ADDED).first()).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('what cannot be followed cannot be published: it is said, led to and taken back', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await beginCopy(page, clerk);

  await section(page, 'Pelaksana');
  await page.locator('[data-row="bsre-op"]').getByRole('button', { name: 'Hapus' }).click();
  await expect(panel(page)).toHaveAttribute('data-errors', '3');
  await page.locator('[data-action="publish"]').press('Enter');
  await expect(page.locator('dialog')).toHaveCount(0);
  // The refused press leads to the first fault.
  await expect(field(page, 'steps.4.actor')).toBeFocused();
  await page.locator('[data-code="actor-unknown"]').last().press('Enter');
  await expect(field(page, 'steps.6.actor')).toBeFocused();

  await page.locator('[data-action="undo"]').click();
  await expect(panel(page)).toHaveAttribute('data-errors', '0');
  await page.keyboard.press('Control+Shift+Z');
  await expect(panel(page)).toHaveAttribute('data-errors', '3');
  await page.keyboard.press('Control+z');
  await expect(panel(page)).toHaveAttribute('data-errors', '0');
  expect(desk.consoleErrors).toEqual([]);
});

test('typing is kept: words typed a moment before the program ends are there again', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await beginCopy(page, clerk);
  await section(page, 'Langkah');
  await showStep(page, 1);
  await field(page, 'steps.1.note').fill('Catatan contoh');
  await field(page, 'steps.1.standardTime').fill('setengah');
  // The promise: each change is kept within a second, also without leaving the field.
  await page.waitForTimeout(1_000);
  await desk.reopen('kill');
  await desk.clerk.signIn();
  await desk.clerk.go('/sop');
  await desk.page.locator('[data-sop-draft] a, [data-sop-draft] button').first().click();
  await section(desk.page, 'Langkah');
  await showStep(desk.page, 1);
  await expect(field(desk.page, 'steps.1.note')).toHaveValue('Catatan contoh');
  // An amount that is none is kept as typed, and said.
  await expect(field(desk.page, 'steps.1.standardTime')).toHaveValue('setengah');
  await expect(panel(desk.page)).toHaveAttribute('data-errors', '1');
});
