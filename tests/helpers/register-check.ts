import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clerk } from './clerk';
import { journalBodies } from './opened-folder';

interface JournalBody {
  readonly events: readonly { readonly type: string; readonly registerNumber?: string }[];
}

/** The month of the journal that is being written. */
export function newestJournal(dataFolder: string): string {
  const journal = join(dataFolder, 'journal');
  const names = readdirSync(journal).filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name));
  return join(journal, names.sort().at(-1) ?? '');
}

/**
 * Register numbers given by the journal's records, sorted; a number given twice stands twice.
 * Opened with the clerk's passphrase, as somebody with the folder and the passphrase would.
 */
export async function journalNumbers(dataFolder: string): Promise<readonly string[]> {
  const bodies = await journalBodies(dataFolder, newestJournal(dataFolder));
  return bodies
    .flatMap((body) => (body as JournalBody).events)
    .flatMap((event) => (event.type === 'request-recorded' ? [event.registerNumber ?? ''] : []))
    .sort();
}

/** Register numbers as the register shows them, sorted. */
export async function shownNumbers(clerk: Clerk): Promise<readonly string[]> {
  await clerk.go('/register');
  // The page before has rows of its own.
  await clerk.page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
  await clerk.page.locator('tbody tr').first().waitFor();
  await clerk.showWholeList();
  const cells = await clerk.page.locator('tbody tr td:first-child').allInnerTexts();
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => /^[A-Z0-9]+-\d{4}-\d+$/.test(cell))
    .sort();
}
