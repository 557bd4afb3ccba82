import { dropFile } from '../helpers/pki/drop-file';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import { SigningDesk } from '../helpers/pki/signing-desk';
import { expectUsable } from '../helpers/usable-screen';
import { expect, test, type TestDesk } from './fixtures';

const LONG_NAME = 'Dr. Ir. H. CONTOH SATU AL-MA ARIF KUSUMAWARDHANA S.Kom. M.T.';

let ca: FictitiousCa;
let signing: SigningDesk;
let unsigned: Uint8Array<ArrayBuffer>;
let once: Uint8Array<ArrayBuffer>;
let often: Uint8Array<ArrayBuffer>;

test.beforeAll(async () => {
  ca = new FictitiousCa();
  signing = new SigningDesk();
  const keyFile = ca.keyFile(ca.issue({ name: LONG_NAME }));
  unsigned = await paper();
  once = (await signing.signed(unsigned, keyFile)).bytes;
  often = once;
  for (let more = 1; more < 20; more += 1) often = (await signing.signed(often, keyFile)).bytes;
});
test.afterAll(() => {
  ca.remove();
  signing.remove();
});

async function choose(
  { page }: TestDesk,
  name: string,
  bytes: Uint8Array,
  verdict: string,
): Promise<void> {
  const buffer = Buffer.from(bytes);
  await page
    .locator('input[type="file"][aria-label="PDF yang akan diperiksa"]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await page.getByText(name, { exact: true }).waitFor();
  await page.locator(`[data-verdict="${verdict}"][data-signatures]`).waitFor();
}

test('any PDF dropped on the window is checked offline, and what is unknown is not called bad', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await dropFile(page, 'surat.pdf', once);
  await page.locator('[data-verdict="unknown"][data-signatures="1"]').waitFor();
  expect(page.url()).toContain('/periksa');
  const first = page.locator('[data-signature="1"]');
  await expect(first).toContainText(LONG_NAME);
  await expect(first).toContainText('waktu ini tidak dijamin siapa pun');
  await expect(first).toContainText('Isinya tidak berubah sejak itu.');
  await expect(first).toContainText('belum diimpor kantor ini');
  await expectUsable(page, 'a signature that cannot be checked');

  await choose(desk, 'banyak.pdf', often, 'unknown');
  expect(await page.locator('[data-signature]').count()).toBe(20);
  await expectUsable(page, 'twenty signatures');

  const flipped = new Uint8Array(once);
  flipped[200] = (flipped[200] ?? 0) ^ 1;
  await choose(desk, 'diubah.pdf', flipped, 'broken');
  await expectUsable(page, 'a signature that does not fit');
  await choose(desk, 'tanpa.pdf', unsigned, 'no-signature');
  await choose(desk, 'bukan.pdf', new TextEncoder().encode('bukan PDF'), 'unreadable');
  await choose(desk, 'kosong.pdf', new Uint8Array(), 'unreadable');
  await expectUsable(page, 'a file that cannot be read');
  await expect(page).toHaveTitle(/^Periksa tanda tangan PDF/);

  await clerk.go('/jejak');
  const notes = page.getByRole('row').filter({ hasText: 'Memeriksa tanda tangan PDF' });
  await expect(notes.first()).toBeVisible();
  await expect(page.getByText(LONG_NAME)).toHaveCount(0);
  await expect(page.getByText('surat.pdf')).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});

test('the page works by keyboard alone and starts anew each time it is opened', async ({
  desk,
}) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await page.getByRole('link', { name: 'Periksa PDF' }).press('Enter');
  await page.locator('#check-file').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('o');
  await (
    await chooser
  ).setFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from(once) });
  await page.locator('[data-signature="1"]').waitFor();
  await clerk.go('/');
  await page.locator('[data-signature="1"]').waitFor({ state: 'detached' });
  await clerk.go('/periksa');
  await page.locator('#check-file').waitFor();
  await expect(page.locator('[data-verdict]')).toHaveCount(0);
});
