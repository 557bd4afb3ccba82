import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

test('two windows: one records at a time, and the records move with the decision', async ({
  desk,
}, info) => {
  test.skip(info.project.name === 'electron', 'not run: Electron has one window by design');
  await desk.clerk.signIn();
  const first = desk.page;
  const second = await first.context().newPage();
  await second.goto(first.url());
  const elsewhere = /dipakai di jendela lain/u;
  await expect(second.getByText(elsewhere)).toBeVisible();
  await second.getByRole('button', { name: 'Gunakan di sini' }).click();
  await expect(first.getByText(elsewhere)).toBeVisible();
  await expect(second.locator('main form button[type="submit"]')).toBeVisible();
  await second.close();
  await first.getByRole('button', { name: 'Gunakan di sini' }).click();
  await desk.clerk.signIn();
  const recorded = await desk.clerk.record(visitOf(1));
  expect(recorded).toMatchObject({ outcome: 'recorded' });
  expect(await desk.clerk.registerNumber()).toMatch(/-0001$/u);
});
