import { resolve } from 'node:path';
import { expectUsable } from '../helpers/usable-screen';
import { civilServant, visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const PAPER = resolve('resources/examples/scans/0009-letter.pdf');
const OFFICIAL = 'Contoh Kepala, M.Si.';

/** A renewal that waits for its first disposition, recorded by who does everything. */
async function waitingForHead(desk: TestDesk): Promise<string> {
  const data = civilServant(1);
  const intake = await desk.clerk.record({
    sopId: 'ciamis-2025-renewal',
    arrivedAt: null,
    data: { ...data, reason: { key: null, note: null } },
    papers: [],
  });
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.attach('application-letter', PAPER);
  for (const action of ['make-letters', 'print-letters', 'complete-step'] as const) {
    await desk.clerk.nextByKeyboard(action);
  }
  await expect(desk.page.locator('[data-next-action="give-disposition"]')).toHaveCount(1);
  return intake.id;
}

test('an official is kept from the counter with words, loses nothing typed, and writes his disposition', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  const id = await waitingForHead(desk);
  await clerk.addStaff(OFFICIAL, ['official']);
  await expect(page.locator(`[data-staff="${OFFICIAL}"]`)).toContainText('pejabat');
  await expectUsable(page, 'staff and roles');
  await clerk.switchTo(OFFICIAL);

  // The button says who may, and leads nowhere.
  await clerk.go('/');
  const record = page.getByRole('main').getByRole('link', { name: 'Permohonan baru' });
  await expect(record).toHaveAttribute('title', 'Hanya petugas loket yang boleh melakukan ini.');
  await expect(record).toHaveAttribute('aria-disabled', 'true');

  // The address works, the form says so at once, and refuses with what was typed still there.
  await clerk.go('/permohonan/baru');
  await expect(page.getByText('Peran Anda tidak mencakup pekerjaan ini.')).toBeVisible();
  await expectUsable(page, 'a form that will be refused');
  await clerk.fillVisit(visitOf(2));
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText('Belum dicatat: peran Anda tidak mencakup pekerjaan ini.'),
  ).toBeVisible();
  await expect(page.getByText('Yang boleh: petugas loket.')).toBeVisible();
  await expect(page.locator('[name="applicant.name"]')).toHaveValue(visitOf(2).data.applicant.name);

  // Steps of others name their role; the settings can be looked at.
  await clerk.go('/pengaturan');
  await expect(page.getByText('Pengaturan hanya dapat dilihat.')).toBeVisible();
  await expect(page.locator('[name="office.name"]')).toBeDisabled();
  await expect(page.locator('[data-action="change-roles"]').first()).toHaveAttribute(
    'title',
    'Hanya administrator yang boleh melakukan ini.',
  );

  // His own work he does: written on screen, by himself.
  await clerk.go(`/permohonan/${id}/disposisi`);
  await page.locator('[name="disposition.fromName"]').fill(OFFICIAL);
  await expect(page.getByText(/dicatat oleh/)).toHaveCount(0);
  await page.locator('[data-action="confirm"]').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[name="disposition.fromName"]')).toHaveCount(0);
  await clerk.go(`/permohonan/${id}`);
  await expect(page.getByText('Langkah 3 dari 7:')).toBeVisible();
  await expect(page.locator('[data-sheet-entry]')).toHaveCount(1);
  await page.locator('[data-action="pause-step"]').hover();
  await expect(page.locator('[data-action="pause-step"]')).toHaveAttribute(
    'title',
    'Hanya petugas loket atau verifikator yang boleh melakukan ini.',
  );
  expect(desk.consoleErrors).toEqual([]);
});

test('the administrator sees that a draft waits, never what is in it, and gives the role that was missing', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.addStaff(OFFICIAL, ['official']);
  await clerk.switchTo(OFFICIAL);
  await clerk.go('/permohonan/baru');
  await page.locator('[name="applicant.name"]').fill('Umpama Tujuh');
  await expect(page.getByText(/^Draf tersimpan/)).toBeVisible();
  await clerk.go('/');

  await clerk.switchTo('Petugas Contoh');
  await clerk.go('/pengaturan?bagian=staff');
  const pending = page.locator('[data-drafts]');
  await expect(pending).toHaveCount(1);
  await expect(pending).toContainText(OFFICIAL);
  await expect(pending).toContainText('1 draf');
  await expect(page.getByText('Umpama Tujuh')).toHaveCount(0);

  const row = page.locator(`[data-staff="${OFFICIAL}"]`);
  await row.locator('[data-action="change-roles"]').click();
  await row.locator('[name="staff.role"][value="front-desk"]').check({ force: true });
  await row.locator('[data-action="save-roles"]').click();
  await expect(row).toContainText('petugas loket, pejabat');
  // The only administrator stays: said on the button itself.
  await expect(
    page.locator('[data-staff="Petugas Contoh"] [data-action="disable-staff"]'),
  ).toHaveAttribute('title', /sekurangnya satu administrator/);

  await clerk.switchTo(OFFICIAL);
  await clerk.go('/permohonan/baru');
  await expect(page.getByText('Peran Anda tidak mencakup pekerjaan ini.')).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});
