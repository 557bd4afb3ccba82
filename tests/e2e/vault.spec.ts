import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PASSPHRASE } from '../helpers/clerk';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** Every file of a folder as text, by its path: Latin-1, and UTF-16 as LevelDB keeps strings. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(
    paths.map((path) => {
      const bytes = readFileSync(path);
      const odd = bytes.subarray(1);
      return [path, [bytes.toString('latin1'), ...[bytes, odd].map(utf16)].join('\n')];
    }),
  );
}

function utf16(bytes: Buffer): string {
  return bytes.subarray(0, bytes.length - (bytes.length % 2)).toString('utf16le');
}

test('after a day of work neither the data folder nor the browser profile holds a name, number or letter', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await clerk.setGateway(desk.cable.url, desk.token);
  const visit = visitOf(0);
  const intake = await clerk.record(visit);
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.attach('police-report', POLICE_REPORT);
  expect(await clerk.workThrough()).toBe('wait-for-submission');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Contoh Satu');
  await page.keyboard.press('Enter');
  await expect(page.locator('main tbody tr')).toHaveCount(1);
  await clerk.go('/permohonan/baru');
  await page.locator('[name="applicant.name"]').fill('Contoh Draf Sembilan');
  await page.getByText(/^Draf tersimpan/).waitFor();
  desk.cable.plug();
  await clerk.go('/antrean');
  await clerk.checkLine();
  await expect(page.locator('[data-job-state="done"]')).toHaveCount(1);
  await desk.reopen();
  await desk.clerk.signIn();
  await desk.close();

  const { applicant, superior, certificate, reason } = visit.data;
  const words = [
    applicant.name,
    'Contoh Draf Sembilan',
    'contoh satu',
    applicant.nik,
    applicant.nip ?? '',
    applicant.email,
    applicant.phone,
    applicant.unit,
    superior?.name ?? '',
    superior?.nip ?? '',
    certificate.serialNumber ?? '',
    reason.note ?? '',
    'Petugas Contoh',
    'PEMERINTAH KABUPATEN CONTOH',
    desk.token,
    PASSPHRASE,
  ];
  expect(words.every((word) => word.length > 3)).toBe(true);
  const found = [...filesIn(desk.dataFolder)].flatMap(([path, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${word} in ${path}`),
  );
  expect(found).toEqual([]);
});

test('locked by hand: the same page comes back for the same passphrase, and a wrong one waits', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await clerk.go('/permohonan/baru');
  await page.locator('[name="applicant.name"]').fill('Contoh Ketik');
  await page.getByText(/^Draf tersimpan/).waitFor();
  await page.keyboard.press('Alt+l');
  const passphrase = page.locator('[name="passphrase"]');
  await passphrase.waitFor();
  await expect(page.getByText('Contoh Ketik')).toHaveCount(0);
  await passphrase.fill('bukan yang ini');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Frasa sandi tidak cocok.')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Tunggu \d+ detik/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectUsable(page, 'a refused passphrase');
  await expect(async () => {
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation')).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(page).toHaveURL(/permohonan\/baru/);
  await expect(page.getByText(/Contoh Ketik/).first()).toBeVisible();
  await clerk.go('/jejak');
  const rows = page.locator('main tbody tr');
  await expect(rows.filter({ hasText: /Keluar/ })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Gagal masuk' })).not.toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});

test('nobody remembers a passphrase: the printed key opens the records and gives a new one', async ({
  desk,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  const intake = await clerk.record(visitOf(0));
  expect(intake.outcome).toBe('recorded');
  await clerk.go('/pengaturan?bagian=security');
  await page.locator('[data-action="renew-recovery"]').click();
  const groups = page.locator('[data-recovery-group]');
  await groups.first().waitFor();
  const key = (await groups.allInnerTexts()).join(' ');
  await expectUsable(page, 'the recovery key in the settings');
  await page.getByRole('button', { name: 'Nanti saja' }).click();
  await page.locator('[data-action="rotate-key"]').click();
  await expect(page.getByText(/^Kunci data diganti/)).toBeVisible();

  await desk.reopen();
  const { page: later } = desk;
  await later.locator('[name="passphrase"]').waitFor();
  await expectUsable(later, 'the door');
  await later.getByRole('button', { name: /Lupa frasa sandi/ }).click();
  await later.locator('[name="recovery.key"]').fill(key.replace(/^\s*\S/, '*'));
  await later.getByRole('radio').check({ force: true });
  await later.locator('[name="access.passphrase"]').fill(PASSPHRASE);
  await later.locator('[name="access.repeated"]').fill(PASSPHRASE);
  await later.keyboard.press('Enter');
  await expect(later.getByText('Kelompok 1 salah ketik.')).toBeVisible();
  await expectUsable(later, 'a slip in the recovery key');
  await later.locator('[name="recovery.key"]').fill(key);
  await later.locator('main form button[type="submit"]').click();
  await later.getByRole('navigation').waitFor();
  await expect(later.getByText('Contoh Satu, S.E.')).toBeVisible();
  await desk.clerk.go('/jejak');
  const rows = later.locator('main tbody tr');
  await expect(rows.filter({ hasText: 'Membuat kunci pemulihan baru' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Masuk dengan kunci pemulihan' })).toHaveCount(1);
  expect(desk.consoleErrors).toEqual([]);
});
