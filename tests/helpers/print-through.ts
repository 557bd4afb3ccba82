import type { Page } from '@playwright/test';

/** Sends the letters of the open dialog to the system's one, and says that they came out right. */
export async function printThrough(page: Page): Promise<void> {
  await page.getByLabel('Printer').selectOption('');
  await page.locator('dialog [data-action="send-print"]').click();
  await page.locator('dialog [data-action="printed"]').click();
}
