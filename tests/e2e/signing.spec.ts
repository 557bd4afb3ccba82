import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paper } from '../helpers/pki/papers';
import {
  askToSign,
  letters,
  LETTER,
  LOGIN,
  NIK,
  PASSPHRASE,
  setUpEsc,
  Signatory,
  type,
} from '../helpers/signing-walk';
import { startEscSimulator, type EscSimulator } from '../simulators/esc/simulator';
import { expect, test as base } from './fixtures';

const test = base.extend<{ signatory: Signatory; esc: EscSimulator }>({
  signatory: async ({}, use) => {
    const signatory = new Signatory();
    await use(signatory);
    signatory.remove();
  },
  esc: async ({ signatory }, use) => {
    const esc = await startEscSimulator({
      ...LOGIN,
      people: { [NIK]: { status: 'ISSUE', passphrase: PASSPHRASE } },
      sign: (pdf) => signatory.sign(pdf),
    });
    await use(esc);
    await esc.stop();
  },
});

/** Files below a folder in which these bytes stand, in either way a program writes text. */
function filesWith(folder: string, text: string): readonly string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
}

test('a letter is signed by the service: status first, a wrong passphrase asked again, kept nowhere', async ({
  desk,
  esc,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await setUpEsc(desk, esc);
  const id = await letters(desk);
  await askToSign(page, '3299990101709999');
  await expect(page.locator('[data-esc-status="no-certificate"]')).toBeVisible();
  await page.locator('[data-action="sign-back"]').click();
  await page.locator('[name="signing.id"]').fill(NIK);
  await page.locator('[data-action="sign-next"]').click();
  await type(page, 'Salah-Sekali-4711');
  await expect(page.locator('[data-wrong-passphrases="1"]')).toBeVisible();
  await expect(page.locator('[name="signing.secret"]')).toHaveValue('');
  await type(page, PASSPHRASE);
  await expect(page.locator('[data-signing-end="signed"]')).toBeVisible();
  await page.locator('[data-action="sign-close"]').click();
  await expect(page.locator('[data-signature="esc"]')).toContainText('Contoh Atasan');
  expect(esc.state.signatures).toBe(1);
  await clerk.go(`/permohonan/${id}?bagian=history`);
  await expect(page.getByText(/^Ditandatangani: /)).toBeVisible();
  await expect(page.getByText(/^Passphrase salah: /)).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
  await desk.reopen('close', (folder) => {
    for (const secret of [PASSPHRASE, 'Salah-Sekali-4711', LOGIN.password, NIK]) {
      expect(filesWith(folder, secret)).toEqual([]);
    }
  });
});

test('a connection lost after sending is unknown: nothing is repeated, a person decides', async ({
  desk,
  esc,
}) => {
  // The program starts twice.
  test.slow();
  const { clerk, page } = desk;
  await clerk.signIn();
  await setUpEsc(desk, esc);
  const id = await letters(desk);
  esc.order({ route: 'v2-sign', how: { kind: 'lose-reply' } });
  await askToSign(page);
  await type(page, PASSPHRASE);
  await expect(page.locator('[data-signing-end="unknown"]')).toBeVisible();
  await page.locator('[data-action="sign-close"]').click();
  await expect(page.locator('[data-open-signing="unknown"]')).toBeVisible();
  await expect(page.locator(`[data-sign="${LETTER}"]`)).toHaveCount(0);
  await desk.reopen('kill');
  await desk.clerk.signIn();
  await desk.clerk.go(`/permohonan/${id}?bagian=letters`);
  const again = desk.page;
  await expect(again.locator('[data-open-signing="unknown"]')).toBeVisible();
  expect(esc.state.signatures).toBe(1);
  await again.locator('[data-action="sign-again"]').click();
  await again.locator('dialog textarea').fill('Tidak ada di ESC, sudah ditanyakan');
  await again.keyboard.press('Control+Enter');
  await again.locator('[name="signing.id"]').fill(NIK);
  await again.locator('[data-action="sign-next"]').click();
  await type(again, PASSPHRASE);
  await expect(again.locator('[data-signing-end="signed"]')).toBeVisible();
  expect(esc.state.signatures).toBe(2);
  await again.locator('[data-action="sign-close"]').click();
  await desk.clerk.go(`/permohonan/${id}?bagian=history`);
  await expect(again.getByText('Tidak ada di ESC, sudah ditanyakan')).toBeVisible();
});

test('a letter signed in another program comes back: the same document with a signature, no other', async ({
  desk,
  signatory,
}, info) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await letters(desk);
  await page.locator(`[data-sign="${LETTER}"]`).click();
  await page.locator('[name="signing.way"][value="external"]').check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="sign-next"]').click(),
  ]);
  const exported = readFileSync(await download.path());
  const panel = page.locator('[data-open-signing="external"]');
  const picker = panel.locator('input[type="file"]');
  const give = async (name: string, bytes: Uint8Array) => {
    const path = info.outputPath(name);
    writeFileSync(path, bytes);
    await picker.setInputFiles(path);
  };
  await give('unsigned.pdf', exported);
  await expect(panel.locator('[data-return-fault="no-new-signature"]')).toBeVisible();
  await give('other.pdf', await signatory.sign(await paper()));
  await expect(panel.locator('[data-return-fault="different-document"]')).toBeVisible();
  const signed = await signatory.sign(exported);
  const broken = Buffer.from(signed);
  broken[200] = (broken[200] ?? 0) ^ 1;
  await give('broken.pdf', broken);
  await expect(panel.locator('[data-return-fault]')).toBeVisible();
  await give('signed.pdf', signed);
  await expect(page.locator('[data-signature="external"]')).toContainText('Contoh Atasan');
  await expect(panel).toHaveCount(0);
});
