import type { Page } from '@playwright/test';
import { Clerk } from '../helpers/clerk';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const ELSEWHERE = /dipakai di jendela lain/u;

/** Takes the records over in a window that stands aside, and signs in there. */
async function useHere(page: Page): Promise<Clerk> {
  await page.getByRole('button', { name: 'Gunakan di sini' }).click();
  const clerk = new Clerk(page);
  await clerk.signIn();
  return clerk;
}

async function recordIn(page: Page, person: number): Promise<string> {
  const clerk = new Clerk(page);
  expect(await clerk.record(visitOf(person))).toMatchObject({ outcome: 'recorded' });
  return clerk.registerNumber();
}

async function registerOf(desk: TestDesk, page: Page): Promise<readonly string[]> {
  await new Clerk(page).go('/register');
  const rows = page.getByRole('grid', { name: 'Register' }).locator('tbody tr');
  await rows.first().waitFor();
  expect(desk.consoleErrors).toEqual([]);
  return rows.locator('td:first-child').allInnerTexts();
}

test('two windows: one records at a time, both ways, and nothing is recorded twice or lost', async ({
  desk,
}, info) => {
  test.skip(info.project.name === 'electron', 'not run: Electron has one window by design');
  await desk.clerk.signIn();
  const first = desk.page;
  const numbers = [await recordIn(first, 0)];
  await desk.clerk.go('/permohonan/baru');
  await first.locator('[name="applicant.name"]').fill('Contoh Setengah');
  await first.getByText(/^Draf tersimpan/).waitFor();

  const second = await first.context().newPage();
  await second.goto(first.url());
  await expect(second.getByText(ELSEWHERE)).toBeVisible();
  await expect(first.getByText(ELSEWHERE)).toHaveCount(0);
  await useHere(second);
  await expect(first.getByText(ELSEWHERE)).toBeVisible();
  // The window that lost the records has nothing left to record with.
  await first.keyboard.press('Control+Enter');
  await expect(first.locator('form')).toHaveCount(0);
  numbers.push(await recordIn(second, 1));

  await useHere(first);
  await expect(second.getByText(ELSEWHERE)).toBeVisible();
  numbers.push(await recordIn(first, 2));
  expect(numbers.map((number) => number.slice(-4))).toEqual(['0001', '0002', '0003']);
  expect(await registerOf(desk, first)).toEqual(['Draf', ...numbers.toReversed()]);

  // A window that is closed leaves the records free: the next one has them without asking.
  await useHere(second);
  await second.close();
  await first.reload();
  await desk.clerk.signIn();
  expect(await registerOf(desk, first)).toEqual(['Draf', ...numbers.toReversed()]);
});
