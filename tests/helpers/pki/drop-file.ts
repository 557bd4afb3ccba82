import type { Page } from '@playwright/test';

/** Drops a file onto the middle of the page, as from a file manager. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const content = Buffer.from(bytes).toString('base64');
  await page.evaluate(
    ([fileName, base64]) => {
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([raw], fileName, { type: 'application/pdf' }));
      const where = document.querySelector('main') ?? document.body;
      for (const kind of ['dragover', 'drop']) {
        where.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    [name, content] as const,
  );
}
