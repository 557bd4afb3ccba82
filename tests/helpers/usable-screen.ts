import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A screen everybody can use: no serious fault of accessibility, nothing wider than the window. */
export async function expectUsable(page: Page, where: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // All rules; details only of what is broken, and no second page to sum up frames of other origins.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
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
