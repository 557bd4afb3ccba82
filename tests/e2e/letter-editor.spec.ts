import type { Page } from '@playwright/test';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test } from './fixtures';

const KEY = 'revocation-application';
/** No rule of an office: the words the test writes. */
const OWN = 'Kalimat kantor contoh untuk';

const row = (page: Page, key = KEY) => page.locator(`[data-template="${key}"]`);
const text = (page: Page, path: string) => page.locator(`[id="${path}"]`);
const faults = (page: Page) => page.locator('[data-errors]');
/** What the paper in the preview says, as a screen reader hears it. */
const paper = (page: Page) => page.locator('[data-preview] [role="region"]');

/** How far two lines stand apart, wherever they are scrolled to, and where the paper is. */
async function layout(page: Page) {
  const [one, other, sheet] = await Promise.all(
    [text(page, 'dateline'), text(page, 'head.2.text'), paper(page)].map((place) =>
      place.boundingBox(),
    ),
  );
  return { apart: (other?.y ?? 0) - (one?.y ?? 0), sheet };
}

/** Until a change that is made next is kept. */
function nextKept(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let isKeeping = false;
        new MutationObserver(() => {
          const state = document.querySelector('[data-draft]')?.getAttribute('data-draft');
          if (state === 'keeping') isKeeping = true;
          else if (isKeeping && state === 'kept') resolve();
        }).observe(document.body, {
          subtree: true,
          attributes: true,
          attributeFilter: ['data-draft'],
        });
      }),
  );
}

async function openEditor(page: Page, key = KEY): Promise<void> {
  await row(page, key).locator('[data-action="change-template"]').click();
  await expect(page).toHaveURL(/\/naskah-surat\/sunting\//);
  await page.locator('[data-preview="current"]').waitFor();
}

async function publish(page: Page, note: string): Promise<void> {
  await expect(page.locator('[data-action="publish"]')).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog [name="template-note"]').fill(note);
  await page.locator('dialog [data-action="confirm"]').click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/naskah-surat/${KEY}$`));
}

/** Makes the letter as a draft; answers what its pages say. */
async function draftLetter(page: Page, id: string) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/permohonan/${id}?bagian=letters`);
  await page.locator(`[data-draft="${KEY}"]`).click();
  return page.locator('main [role="region"]');
}

test('an office words a letter its own way, sees it as it writes, makes it, and goes back', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  const intake = await clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await clerk.go('/pengaturan?bagian=templates');
  await page.locator('[data-action="open-templates"]').click();
  await expect(row(page)).toContainText('Asli');
  await expect(row(page)).toContainText('000.6.5/1024/Diskominfo.05: langkah 1');
  await openEditor(page);
  await expect(paper(page)).toContainText('Contoh Satu');
  await expect(page.locator('[data-action="publish"]')).toHaveAttribute('aria-disabled', 'true');

  // The paper follows the words.
  await text(page, 'blocks.0.text').fill(`${OWN} `);
  await page.keyboard.press('Alt+i');
  await page.keyboard.type('nama pemohon');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(text(page, 'blocks.0.text')).toBeFocused();
  await expect(text(page, 'blocks.0.text')).toHaveValue(`${OWN} {applicant.name}`);
  await expect(paper(page)).toContainText(`${OWN} Contoh Satu`);

  // A row of its own, and a tembusan.
  await page.locator('[data-add="copies"]').click();
  await expect(text(page, 'copies.0.text')).toBeFocused();
  await page.keyboard.type('Bupati Contoh');
  await expect(paper(page)).toContainText('Bupati Contoh');
  await publish(page, 'Sesuai tata naskah dinas');
  await expect(page.locator('[data-version="1"]')).toContainText('Sesuai tata naskah dinas');
  await expect(page.locator('[data-changes]')).toHaveAttribute('data-changes', '3');

  // The next letter has it, and its history says which text it was made from.
  await expect(await draftLetter(page, intake.id)).toContainText(OWN);
  await clerk.go(`/permohonan/${intake.id}?bagian=history`);
  await expect(page.getByText('Naskah kantor versi 1')).toBeVisible();
  await clerk.go('/jejak');
  await expect(page.getByText(/^Menerbitkan naskah Surat Permohonan/)).toBeVisible();

  // Back to the original, by a question; the office's text stays readable and can come back.
  await clerk.go(`/naskah-surat/${KEY}`);
  await page.locator('[data-action="reset-template"]').click();
  await page.locator('dialog [data-action="confirm"]').click();
  await expect(page.locator('[data-version="asli"]')).toContainText('sedang dipakai');
  const original = await draftLetter(page, intake.id);
  await expect(original).toContainText('Sehubungan dengan hilangnya kunci privat');
  await expect(original).not.toContainText(OWN);
  await clerk.go(`/naskah-surat/${KEY}?versi=1`);
  await page.locator('[data-action="change-template"]').click();
  await expect(text(page, 'blocks.0.text')).toHaveValue(new RegExp(OWN));
  await publish(page, '');
  await expect(page.locator('[data-version="3"]')).toContainText('sedang dipakai');
  expect(desk.consoleErrors).toEqual([]);
});

test('what is wrong is told at its line, led to, and cannot be published', async ({ desk }) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/naskah-surat');
  await openEditor(page);
  const before = await layout(page);
  await text(page, 'head.1.text').fill('{applicant.nickname}');
  await text(page, 'blocks.4.text').fill('Harga 漢');
  await text(page, 'dateline').fill('');
  await expect(faults(page)).toHaveAttribute('data-errors', '2');
  await expect(page.locator('[data-code="blank"]')).toContainText('Tempat dan tanggal');
  // A fault that is told moves nothing: neither the words nor the paper.
  expect(await layout(page)).toEqual(before);
  await page.locator('[data-code="placeholder-unknown"]').press('Enter');
  await expect(text(page, 'head.1.text')).toBeFocused();
  await expect(text(page, 'head.1.text')).toHaveAttribute('aria-invalid', 'true');
  await text(page, 'head.1.text').fill('Biasa');
  // A refused press leads to the first fault.
  await expect(faults(page)).toHaveAttribute('data-errors', '1');
  await page.locator('[data-action="publish"]').press('Enter');
  await expect(text(page, 'dateline')).toBeFocused();
  await page.keyboard.type('Contoh, ');
  await expect(page.locator('[data-code="glyph-missing"]')).toContainText('漢');
  await page.locator('[data-code="glyph-missing"]').press('Enter');
  await expect(text(page, 'blocks.4.text')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Harga pas.');
  await expect(faults(page)).toHaveAttribute('data-errors', '0');
  await page.locator('[data-preview="current"]').waitFor();
  await expect(page.locator('dialog')).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});

test('words typed a moment before the program ends are there again, and only for their author', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/naskah-surat');
  await openEditor(page, 'receipt');
  // Kept without leaving the field.
  const kept = nextKept(page);
  await text(page, 'heading.0').fill('BUKTI TERIMA');
  await kept;
  await desk.reopen('kill');
  await desk.clerk.signIn();
  await desk.clerk.go('/naskah-surat');
  await row(desk.page, 'receipt').locator('[data-action="continue-template"]').click();
  await expect(text(desk.page, 'heading.0')).toHaveValue('BUKTI TERIMA');

  // Whoever does not look after the office reads.
  await desk.clerk.addStaff('Petugas Dua', ['front-desk']);
  await desk.clerk.switchTo('Petugas Dua');
  await desk.clerk.go('/naskah-surat');
  const change = row(desk.page, 'receipt').locator('[data-action="change-template"]');
  await expect(change).toHaveAttribute('aria-disabled', 'true');
  await desk.clerk.go('/naskah-surat/receipt');
  await desk.page.locator('[data-preview="current"]').waitFor();
  await expect(desk.page.locator('[data-piece="heading.0"]')).toContainText('TANDA TERIMA BERKAS');
  await expect(desk.page.locator('[data-action="change-template"]')).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('before numbers are taken every letter says what it lacks', async ({ desk }) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.go('/naskah-surat');
  await openEditor(page);
  await text(page, 'blocks.0.text').fill('Melalui {official.division-head.name}, {office.phone}.');
  await text(page, 'blocks.1.text').fill('Melalui {official.division-head.name}, {office.phone}.');
  await publish(page, '');
  await clerk.record(visitOf(1));
  await page.locator('main [data-action="make-letters"]').first().click();
  const dialog = page.locator('dialog[open]');
  const letter = dialog.locator(`[data-letter="${KEY}"]`);
  await expect(letter).toHaveAttribute('data-lacks', '2');
  await expect(letter).toContainText('nama Kepala Bidang Persandian dan KAMI (Pengaturan)');
  await expect(letter).toContainText('telepon kantor (Pengaturan)');
  await expectUsable(page, 'the question before letters are issued, with what they lack');
  // The others can be made without it; no number is taken for the one that cannot.
  await dialog.locator('[data-action="confirm"]').click();
  await expect(page.locator('[data-version]').first()).toBeVisible();
  await expect(page.locator(`[data-version="${KEY}"]`)).toHaveCount(0);
  await page.locator(`[data-issue="${KEY}"]`).click();
  await expect(dialog.locator('[data-action="confirm"]')).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('link', { name: 'Buka Pengaturan' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/pengaturan/);
  expect(desk.consoleErrors).toEqual([]);
});

test('the editor can be used by everybody, wide and at 200 %', async ({ desk }) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  for (const key of [KEY, 'receipt', 'disposition-sheet']) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await clerk.go('/naskah-surat');
    await openEditor(page, key);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(size);
      await expectUsable(page, `the text of ${key} at ${size.width}`);
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator('[data-action="conditions"]').first().click();
  await text(page, 'heading').fill('{x}');
  await expect(faults(page)).toHaveAttribute('data-errors', '1');
  await expectUsable(page, 'a text with a fault and its conditions open');
  await text(page, 'heading').fill('LEMBAR');
  await expect(faults(page)).toHaveAttribute('data-errors', '0');
  await page.locator('[data-action="publish"]').click();
  await page.locator('dialog[open]').waitFor();
  await expectUsable(page, 'the question before a text is published');
  expect(desk.consoleErrors).toEqual([]);
});
