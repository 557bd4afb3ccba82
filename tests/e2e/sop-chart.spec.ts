import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { presetOf } from '../helpers/all-sops';
import { civilServant } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

/** Opens a new request of the SOP on its chart. */
async function openChart(desk: TestDesk, sopId: string, reason: string, person: number) {
  const data = { ...civilServant(person), reason: { key: reason, note: 'Contoh alasan' } };
  const intake = await desk.clerk.record({ sopId, arrivedAt: null, data, papers: [] });
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.go(`/permohonan/${intake.id}?bagian=chart`);
  await desk.page.locator('[data-chart-step]').first().waitFor();
}

/** The greatest distance of a symbol's middle from the middle of its actor's column, in pixels. */
async function worstOffset(page: Page, actors: readonly string[]): Promise<number> {
  return page.evaluate((labels) => {
    const middle = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return (left + right) / 2;
    };
    const heads = Array.from(document.querySelectorAll('thead tr:nth-child(2) th'));
    const columns = labels.map((label, index) => {
      const head = heads[index];
      if (head?.textContent !== label) throw new Error(`Column ${String(index)} is not ${label}`);
      return middle(head);
    });
    const offsets = Array.from(document.querySelectorAll('[data-chart-symbol]')).map((symbol) =>
      Math.abs(middle(symbol) - (columns[Number(symbol.getAttribute('data-chart-symbol'))] ?? NaN)),
    );
    return Math.max(...offsets);
  }, actors);
}

test('every symbol stands in the middle of its actor, in a wide window and a narrow one', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  const cases = [
    ['ciamis-2025-revocation', 'other'],
    ['meranti-2022-revocation', 'transferred'],
  ] as const;
  for (const [person, [sopId, reason]] of cases.entries()) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await openChart(desk, sopId, reason, person);
    const sop = presetOf(sopId);
    const labels = sop.actors.map(({ label }) => label);
    const box = page.getByRole('region', { name: 'Bagan alir SOP' });
    const hidden = () => box.evaluate((element) => element.scrollWidth - element.clientWidth);
    for (const [width, height] of [
      [2560, 1440],
      [683, 384],
      [1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await worstOffset(page, labels), `${sopId} at ${String(width)}`).toBeLessThan(1.5);
    }
    expect(await hidden(), `${sopId}: all columns in view`).toBe(0);
    const empty = await page
      .locator('main')
      .evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(empty, `${sopId}: the window ends with the chart`).toBe(0);
    for (const { activity } of sop.steps) await expect(box).toContainText(activity);
    expect(desk.consoleErrors).toEqual([]);
  }
});

test('the chart says in words where the request is, who acts and where a refusal leads', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await openChart(desk, 'ciamis-2025-revocation', 'other', 2);
  const open = desk.page.locator('tr[aria-current="step"]');
  await expect(open).toHaveCount(1);
  await expect(open).toHaveAttribute(
    'data-chart-step',
    presetOf('ciamis-2025-revocation').steps[0]?.key ?? '',
  );
  await expect(open).toContainText('Di sini');
  const decision = desk.page.locator('[data-chart-step]').nth(4);
  await expect(decision).toContainText('Bila tidak, kembali ke langkah 1.');
  await expect(decision.getByText('Ya', { exact: true })).toBeVisible();
  await expect(decision.getByText('Tidak', { exact: true })).toBeVisible();
});

test('the chart is saved as PDF: of a request with its position, of an SOP without', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  const saved = async () => {
    const waiting = page.waitForEvent('download');
    await page.locator('[data-action="save-chart"]').click();
    const file = await waiting;
    const path = await file.path();
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    return { name: file.suggestedFilename(), text: text.replace(/\s+/g, ' ') };
  };
  await clerk.signIn();
  await openChart(desk, 'ciamis-2025-revocation', 'other', 3);
  const ofRequest = await saved();
  expect(ofRequest.name).toMatch(/^A-\d{4}-\d+-bagan\.pdf$/);
  expect(ofRequest.text).toContain(`Permohonan ${ofRequest.name.replace('-bagan.pdf', '')}`);
  expect(ofRequest.text).toContain('Di sini');
  expect(ofRequest.text).not.toContain(civilServant(3).applicant.name);

  await clerk.go('/sop/tapin-2025-revocation/1');
  await page.locator('[data-register-number]').waitFor({ state: 'detached' });
  const ofSop = await saved();
  expect(ofSop.name).toBe('sop-tapin-2025-revocation-v1.pdf');
  expect(ofSop.text).toContain('Mutu Baku');
  expect(ofSop.text).not.toContain('Realisasi');
  expect(desk.consoleErrors).toEqual([]);
});
