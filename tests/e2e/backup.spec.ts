import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeFolder } from '../helpers/remove-folder';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

/** A folder beside the data, as a drive that is plugged in. */
function plugDrive(desk: TestDesk): string {
  const drive = join(dirname(desk.dataFolder), 'drive');
  mkdirSync(drive, { recursive: true });
  return drive;
}

/** Deletes what lies in the data folder. */
async function lose({ dataFolder }: TestDesk, names: readonly string[]): Promise<void> {
  for (const name of names) await removeFolder(join(dataFolder, name));
}

async function openSection(desk: TestDesk): Promise<void> {
  await desk.clerk.go('/');
  await desk.clerk.go('/pengaturan?bagian=backup');
  await desk.page.locator('[name="backup-folder"]').waitFor();
}

async function chooseDrive(desk: TestDesk, drive: string): Promise<void> {
  await openSection(desk);
  await desk.page.locator('[name="backup-folder"]').fill(drive);
  await desk.page.locator('[data-action="take-backup-folder"]').click();
  await desk.page.locator('[data-backup="good"]').waitFor();
}

test('backed up, rehearsed, the journal lost, restored and opened again: the request is there', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.clerk.signIn();
  await desk.clerk.go('/');
  await expect(page.getByText('Catatan belum dicadangkan')).toBeVisible();
  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.attach('police-report', 'resources/examples/scans/0001-police.pdf');

  await openSection(desk);
  await page.locator('[name="backup-folder"]').fill('cadangan');
  await page.locator('[data-action="take-backup-folder"]').click();
  await expect(page.getByText(/Alamat folder belum lengkap/)).toBeVisible();
  const drive = plugDrive(desk);
  await chooseDrive(desk, drive);
  await expectUsable(page, 'settings with backups');

  const second = await desk.clerk.record(visitOf(1));
  if (second.outcome !== 'recorded') throw new Error(JSON.stringify(second));
  await openSection(desk);
  const [first] = snapshotsOn(drive);
  await page.locator('[data-action="back-up-now"]').click();
  // Of one day the newest backup is kept.
  await expect
    .poll(() => snapshotsOn(drive).map((name) => (name === first ? 'first' : 'second')))
    .toEqual(['second']);
  await page.locator('[data-action="rehearse"]').click();
  await expect(page.locator('[data-rehearsal="good"]')).toContainText(/\d+ catatan, 1 berkas/);
  await desk.clerk.go('/');
  await expect(page.getByText('Catatan belum dicadangkan')).toHaveCount(0);

  await openSection(desk);
  await page.locator('[data-action="take-restore-folder"]').click();
  await expect(page.locator('[data-snapshot]')).toHaveCount(1);
  await page.locator('[data-snapshot] [data-action="restore"]').first().click();
  await page.locator('dialog [data-action="confirm"]').click();
  await page.locator('[data-restore="ordered"]').waitFor();
  await expect(page.getByText(/tutup Loket SE, lalu buka lagi/)).toBeVisible();

  // The computer loses everything but what was copied.
  await desk.reopen('kill', async () => {
    await lose(desk, ['journal', 'files', 'browser', 'electron']);
  });
  await desk.clerk.signIn();
  await desk.clerk.go(`/permohonan/${second.id}`);
  await desk.page.locator('[data-register-number$="-0002"]').waitFor();
  await desk.clerk.go(`/permohonan/${intake.id}?bagian=papers`);
  await desk.page.locator('[data-register-number$="-0001"]').waitFor();
  await expect(desk.page.getByText('0001-police.pdf')).toBeVisible();
  await openSection(desk);
  await expect(desk.page.locator('[data-restore="done"]')).toContainText('replaced-');
  expect(desk.consoleErrors).toEqual([]);
});

test('a backup of another office takes the place of a fresh one, with none of its records', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const drive = plugDrive(desk);
  await chooseDrive(desk, drive);
  await desk.reopen('close', async () => {
    await lose(desk, readdirSync(desk.dataFolder));
  });
  await desk.clerk.signIn();
  const other = await desk.clerk.record(visitOf(1));
  if (other.outcome !== 'recorded') throw new Error(JSON.stringify(other));
  const refused = desk.page.getByText(/Folder itu berisi cadangan catatan lain/);
  await openSection(desk);
  await desk.page.locator('[name="backup-folder"]').fill(drive);
  await desk.page.locator('[data-action="take-backup-folder"]').click();
  await refused.waitFor();

  const own = join(drive, 'kantor-ini');
  mkdirSync(own);
  await chooseDrive(desk, own);
  await desk.page.locator('[name="restore-folder"]').fill(drive);
  await desk.page.locator('[data-action="take-restore-folder"]').click();
  await desk.page.locator('[data-snapshot] [data-action="restore"]').first().click();
  await desk.page.locator('dialog [data-action="confirm"]').click();
  await desk.page.locator('[data-restore="ordered"]').waitFor();
  await desk.reopen('close');
  await desk.clerk.signIn();
  await desk.clerk.go(`/permohonan/${intake.id}`);
  await desk.page.locator('[data-register-number$="-0001"]').waitFor();
  await desk.clerk.go('/register');
  await expect(desk.page.getByText(/A-\d{4}-\d{4}/)).toHaveCount(1);
});

function snapshotsOn(drive: string): readonly string[] {
  return readdirSync(join(drive, 'loket-se-backup', 'snapshots'));
}
