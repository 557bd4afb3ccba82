import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clerk } from '../helpers/clerk';
import { ensureBuilt } from '../helpers/ensure-built';
import { freePort } from '../helpers/launch-shell';
import { startInBrowser } from '../helpers/running-program';
import { seedJournal } from '../helpers/seed-journal';

let folder: string;
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'loket-upgrade-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('records of a version without passphrases are locked at the first start, and all are there', async () => {
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  await seedJournal(dataFolder, 12);
  const running = await startInBrowser(dataFolder, await freePort());
  try {
    const { page } = running;
    const clerk = new Clerk(page);
    await page.getByRole('heading', { name: 'Lindungi data kantor' }).waitFor();
    await clerk.protectRecords(60_000);
    await clerk.go('/register');
    const rows = page.getByRole('grid', { name: 'Register' }).locator('tbody tr');
    await rows.nth(11).waitFor();
    expect(await rows.count()).toBe(12);
  } finally {
    await running.close();
  }
  const journal = join(dataFolder, 'journal');
  const texts = readdirSync(journal).map((name) => readFileSync(join(journal, name), 'latin1'));
  expect(texts.join()).not.toContain('Contoh');
  expect(readdirSync(dataFolder)).not.toContain('journal-plain');
});
