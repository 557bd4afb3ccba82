import { resolve } from 'node:path';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const LONG_NAME = "Dr. Ir. H. Contoh Nu'man Al-Ma'arif Kusumawardhana, S.Kom., M.T.";
const PAGES = [
  '/',
  '/permohonan/baru',
  '/register',
  '/register/impor',
  '/disposisi',
  '/antrean',
  '/surat',
  '/surat?bagian=nomor',
  '/surat?bagian=lembar',
  '/periksa',
  '/pengaturan',
  '/naskah-surat',
  '/naskah-surat/receipt',
  '/tidak-ada',
];
const TABS = ['steps', 'chart', 'papers', 'letters', 'queue', 'certificate', 'data', 'history'];

/** Signs in; before that the first screens a person sees are looked at too. */
async function signInChecked(desk: TestDesk, where: string): Promise<void> {
  await desk.clerk.waitForSignIn(60_000);
  await expectUsable(desk.page, where);
  await desk.clerk.signIn();
}

const SIZES = [
  { where: 'wide', width: 1366, height: 768 },
  { where: 'at 200 %', width: 683, height: 384 },
];
for (const { where, ...size } of SIZES) {
  test(`every screen, empty, ${where}, can be used by everybody`, async ({ desk }) => {
    test.slow(true, 'A walk over all screens, each looked at by every rule');
    await desk.clerk.waitForSignIn(60_000);
    await desk.page.setViewportSize(size);
    await signInChecked(desk, 'setting up an office');
    for (const path of PAGES) {
      await desk.clerk.go(path);
      await expectUsable(desk.page, `${path}, empty`);
    }
    await checkRefusedForm(desk, 'a refused form');
    expect(desk.consoleErrors).toEqual([]);
  });

  test(`every screen, filled, ${where}, can be used by everybody`, async ({ desk }) => {
    test.slow(true, 'A walk over all screens, each looked at by every rule');
    await desk.clerk.signIn();
    const intake = await desk.clerk.record(visitOf(0, { name: LONG_NAME }));
    if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
    await desk.clerk.attach('police-report', resolve('resources/examples/scans/0001-police.pdf'));
    await desk.clerk.workThrough();
    await desk.page.setViewportSize(size);
    await desk.page.reload();
    await signInChecked(desk, 'choosing a name');
    for (const path of PAGES) {
      await desk.clerk.go(path);
      await expectUsable(desk.page, `${path}, filled`);
    }
    for (const tab of TABS) {
      await desk.clerk.go(`/permohonan/${intake.id}?bagian=${tab}`);
      await expectUsable(desk.page, tab);
    }
    expect(desk.consoleErrors).toEqual([]);
  });
}

/** The intake with every message it has. */
async function checkRefusedForm(desk: TestDesk, where: string): Promise<void> {
  await desk.clerk.go('/permohonan/baru');
  await desk.page.locator('[name="applicant.nik"]').fill('123');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.getByRole('alert').first().waitFor();
  await expectUsable(desk.page, where);
  await desk.clerk.putAway();
}

test('dialogs and corrections can be used by everybody', async ({ desk }) => {
  await desk.clerk.signIn();
  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const { page } = desk;
  await page.locator('main [data-action="make-letters"]').first().click();
  await page.locator('dialog[open]').waitFor();
  await expectUsable(page, 'the question before letters are issued');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await expectUsable(page, 'the list of shortcuts');
  await page.keyboard.press('Escape');
  await desk.clerk.go(`/permohonan/${intake.id}/koreksi`);
  await page.locator('[name="correctionReason"]').waitFor();
  await expectUsable(page, 'a correction');
  expect(desk.consoleErrors).toEqual([]);
});

test('an SOP being written, with its faults and its last question, can be used by everybody', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/sop');
  await page.locator('[data-sop="ciamis-2025-revocation"] [data-action="copy-sop"]').click();
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expectUsable(page, `${await tab.innerText()} of an SOP at ${size.width}`);
    }
    await page.getByRole('tab', { name: 'Dokumen' }).click();
    await page.getByRole('button', { name: 'Hapus Surat Permohonan Pencabutan SE' }).click();
    await expectUsable(page, `an SOP with a fault at ${size.width}`);
    await page.locator('[data-action="undo"]').click();
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('tab', { name: 'Identitas' }).click();
  await page.locator('[id="identity.number"]').fill('000.6/1/Contoh/2026');
  await page.locator('[data-errors="0"]').waitFor();
  await page.locator('[data-action="publish"]').click();
  await page.locator('dialog[open]').waitFor();
  await expectUsable(page, 'the question before an SOP is published');
  expect(desk.consoleErrors).toEqual([]);
});

test('nothing moves while a visit is typed, right or wrong', async ({ desk }) => {
  await desk.clerk.signIn();
  const other = await desk.clerk.record(visitOf(0));
  expect(other).toMatchObject({ outcome: 'recorded' });
  await desk.clerk.go('/permohonan/baru');
  const nik = desk.page.locator('[name="applicant.nik"]');
  await nik.waitFor();
  // A duplicate is one of the same service: the SOP says which.
  await desk.page.locator('[name="sop"]').selectOption('ciamis-2025-revocation');
  await desk.page.locator('[name="reason.key"][value="private-key-lost"]').waitFor();
  await desk.page.evaluate(watchShifts);
  const { applicant, superior } = visitOf(0).data;
  const typed = [
    ['applicant.nik', '32999901018500'],
    ['applicant.nik', applicant.nik],
    ['applicant.name', '12345'],
    ['applicant.nip', '1985'],
    ['applicant.email', 'contoh@gmail.com'],
    ['applicant.phone', '021'],
    ['superior.name', superior?.name ?? ''],
    ['superior.nip', '1970'],
    ['certificate.notAfter', '31-02-2027'],
    ['reason.note', 'Laptop hilang di perjalanan'],
  ] as const;
  for (const [name, text] of typed) {
    const entry = desk.page.locator(`[name="${name}"]`);
    await entry.fill('');
    await entry.pressSequentially(text);
    await entry.press('Tab');
  }
  await desk.page.getByText(/masih terbuka$/).waitFor();
  await desk.page.getByText(/^Draf tersimpan/).waitFor();
  expect(await desk.page.evaluate(readShifts)).toEqual([]);
});

/** Shifts of the layout since `watchShifts`, also those just after a key: a clerk looks then. */
function watchShifts(): void {
  const seen: string[] = [];
  Object.assign(window, { layoutShifts: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources = [] } = entry as PerformanceEntry & {
        readonly sources?: readonly { readonly node: Node | null; readonly currentRect: DOMRect }[];
      };
      for (const { node, currentRect } of sources) {
        const known = node instanceof Element ? node : node?.parentElement;
        // Words already replaced are known by where they stood.
        const element = known ?? document.elementFromPoint(currentRect.x + 1, currentRect.y + 1);
        // The words under a field take each other's place in the line kept free for them.
        if (element?.closest('[aria-live]') == null) seen.push(element?.outerHTML ?? 'unknown');
      }
    }
  }).observe({ type: 'layout-shift', buffered: false });
}

function readShifts(): readonly string[] {
  return (window as Window & { readonly layoutShifts?: readonly string[] }).layoutShifts ?? [];
}
