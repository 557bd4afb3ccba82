import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { resolve } from 'node:path';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

const LONG_NAME = "Dr. Ir. H. Contoh Nu'man Al-Ma'arif Kusumawardhana, S.Kom., M.T.";
const PAGES = [
  '/',
  '/permohonan/baru',
  '/register',
  '/register/impor',
  '/disposisi',
  '/antrean',
  '/pengaturan',
];
const TABS = ['steps', 'papers', 'letters', 'queue', 'data', 'history'];

async function check(page: Page, where: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    where,
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${where}: wider than the window`).toBeLessThanOrEqual(0);
}

test('every screen, empty and filled, wide and at 200 %, can be used by everybody', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  for (const path of PAGES) {
    await desk.clerk.go(path);
    await check(desk.page, `${path}, empty`);
  }
  const intake = await desk.clerk.record(visitOf(0, { name: LONG_NAME }));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.attach('police-report', resolve('resources/examples/scans/0001-police.pdf'));
  await desk.clerk.workThrough();
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await desk.page.setViewportSize(size);
    for (const path of PAGES) {
      await desk.clerk.go(path);
      await check(desk.page, `${path} at ${size.width}`);
    }
    for (const tab of TABS) {
      await desk.clerk.go(`/permohonan/${intake.id}?bagian=${tab}`);
      await check(desk.page, `${tab} at ${size.width}`);
    }
  }
  expect(desk.consoleErrors).toEqual([]);
});
