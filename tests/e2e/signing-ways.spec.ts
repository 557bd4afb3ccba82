import { mkdirSync, renameSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { keyFilePassphrase } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import { printThrough } from '../helpers/print-through';
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
import { expectUsable } from '../helpers/usable-screen';
import { startEscSimulator, type EscSimulator } from '../simulators/esc/simulator';
import { expect, test as base, type TestDesk } from './fixtures';

const STATEMENT = 'revocation-reason-statement';
const TOTP = '482913';
/** The applicant of the first visit. */
const APPLICANT = '3299990101850001';

const test = base.extend<{ signatory: Signatory; esc: EscSimulator }>({
  signatory: async ({}, use) => {
    const signatory = new Signatory();
    await use(signatory);
    signatory.remove();
  },
  esc: async ({ signatory }, use) => {
    const person = { status: 'ISSUE', passphrase: PASSPHRASE, totp: TOTP };
    const esc = await startEscSimulator({
      ...LOGIN,
      people: { [NIK]: person, [APPLICANT]: person },
      sign: (pdf) => signatory.sign(pdf),
    });
    await use(esc);
    await esc.stop();
  },
});

async function choosePdf(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const buffer = Buffer.from(bytes);
  await page
    .locator('input[type="file"][aria-label="PDF yang akan diperiksa"]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer });
}

/** The electronic letters of the office, ticked in the settings. */
async function signElectronically({ clerk, page }: TestDesk): Promise<void> {
  await clerk.go('/pengaturan?bagian=signing');
  for (const key of [LETTER, STATEMENT]) {
    await page.locator(`#signing-${key}`).check({ force: true });
  }
  await page.locator(`#signing-${LETTER}`).press('Control+Enter');
  await expect(page.getByText('Ada perubahan yang belum disimpan')).toHaveCount(0);
}

test('all letters in one run: progress, stopped, gone on with; a code; ESC’s word at the checks', async ({
  desk,
  esc,
  signatory,
}) => {
  test.slow();
  const { clerk, page } = desk;
  await clerk.signIn();
  await setUpEsc(desk, esc);
  const id = await letters(desk);
  let release: () => void = () => undefined;
  signatory.until = new Promise((resolve) => (release = resolve));
  await page.locator('[data-sign-all]').click();
  await page.locator('[name="signing.id"]').fill(NIK);
  await page.locator('[data-action="batch-next"]').click();
  await type(page, PASSPHRASE);
  await expect(page.getByText('Menandatangani surat 1 dari 2')).toBeVisible();
  await page.locator('[data-action="batch-stop"]').click();
  release();
  await expect(page.locator('[data-batch-signed="1"]')).toBeVisible();
  expect(esc.state.signatures).toBe(1);
  await expectUsable(page, 'a run that was stopped');
  await page.locator('[data-action="batch-again"]').click();
  await page.locator('[name="signing.id"]').fill(NIK);
  await page.locator('[data-action="batch-next"]').click();
  await type(page, PASSPHRASE);
  await expect(page.locator('[data-batch-signed="1"]')).toContainText('1 dari 1');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-signature="esc"]')).toHaveCount(2);
  await expect(page.locator('[data-sign-all]')).toHaveCount(0);

  // A second request, with a code in place of the passphrase.
  await letters(desk, 1);
  await askToSign(page);
  await page.locator('[name="signing.kind"][value="totp"]').check({ force: true });
  await page.locator('[data-action="ask-totp"]').click();
  await expect(page.getByText(/BeSign Mobile/)).toBeVisible();
  await type(page, TOTP);
  await expect(page.locator('[data-signing-end="signed"]')).toBeVisible();
  await page.locator('[data-action="sign-close"]').click();
  expect(esc.state.signatures).toBe(3);

  // ESC's word beside ours.
  await clerk.go('/periksa');
  const signed = await signatory.sign(Buffer.from(await paper()));
  await choosePdf(page, 'surat.pdf', signed);
  await page.locator('[data-verdict="unknown"][data-signatures="1"]').waitFor();
  await page.locator('[data-action="ask-esc"]').click();
  await page.locator('[data-esc="valid"][data-comparison="esc-adds"]').waitFor();
  await expectUsable(page, 'the word of the service beside ours');
  await clerk.go(`/permohonan/${id}?bagian=certificate`);
  await page
    .locator('[data-reader] input[type="file"]')
    .setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: signed });
  await page.locator('[data-action="keep-certificate"]').click();
  await page.locator('[data-action="check-revocation"]').click();
  await expect(page.locator('[data-esc-status="issue"]')).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('a key file of this computer, a folder in which letters come back, and paper', async ({
  desk,
  signatory,
}, info) => {
  test.slow();
  const { clerk, page } = desk;
  const folder = info.outputPath('kembali');
  mkdirSync(folder, { recursive: true });
  await clerk.signIn();
  await signElectronically(desk);
  await clerk.go('/pengaturan?bagian=esign');
  await page
    .getByRole('checkbox', { name: 'Izinkan sertifikat lokal (.p12)' })
    .check({ force: true });
  await page.locator('[name="esign.baseUrl"]').press('Control+Enter');
  await page.locator('[name="returns.folder"]').fill(join(folder, 'tidak-ada'));
  await page.locator('[data-action="save-return-folder"]').click();
  await expect(page.getByText('Folder itu tidak ada atau tidak dapat dibuka.')).toBeVisible();
  await page.locator('[name="returns.folder"]').fill(folder);
  await page.locator('[data-action="save-return-folder"]').click();
  await expect(page.locator('[data-action="stop-return-folder"]')).toBeVisible();

  // The key file: a wrong passphrase, then the right one.
  await letters(desk);
  await page.locator(`[data-sign="${LETTER}"]`).click();
  await page.locator('[name="signing.way"][value="local"]').check({ force: true });
  await page.locator('[data-action="sign-next"]').click();
  const keyFile = { name: 'kunci.p12', mimeType: 'application/x-pkcs12' };
  const give = () =>
    page
      .locator('dialog input[type="file"]')
      .setInputFiles({ ...keyFile, buffer: Buffer.from(signatory.keyFile) });
  await give();
  await type(page, 'salah');
  await expect(page.locator('[data-wrong-passphrases="1"]')).toBeVisible();
  await give();
  await type(page, keyFilePassphrase);
  await expect(page.locator('[data-signing-end="signed"]')).toBeVisible();
  await page.locator('[data-action="sign-close"]').click();
  await expect(page.locator('[data-signature="local"]')).toContainText('Contoh Atasan');

  // The other letter leaves and comes back into the folder; a stranger's file stays there.
  await page.locator(`[data-sign="${STATEMENT}"]`).click();
  await page.locator('[name="signing.way"][value="external"]').check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="sign-next"]').click(),
  ]);
  const exported = readFileSync(await download.path());
  const panel = page.locator('[data-open-signing="external"]');
  await expect(panel.locator('[data-watched-folder="watching"]')).toBeVisible();
  writeFileSync(join(folder, 'lain.pdf'), await signatory.sign(Buffer.from(await paper())));
  writeFileSync(join(folder, 'polos.pdf'), exported);
  await panel.getByText('2 berkas lain di folder itu dibiarkan').click();
  await expect(panel.locator('[data-found="different-document"]')).toContainText('lain.pdf');
  await expect(panel.locator('[data-found="unsigned"]')).toContainText('polos.pdf');
  await expectUsable(page, 'a letter that is waited for');
  writeFileSync(join(folder, 'surat.tmp'), await signatory.sign(exported));
  renameSync(join(folder, 'surat.tmp'), join(folder, 'surat bertanda tangan.pdf'));
  await expect(page.locator('[data-signature="external"]')).toContainText('Contoh Atasan');

  // On paper: printed, signed by hand, the scan linked; it is said what it is not.
  await letters(desk, 1);
  await page.locator(`[data-sign="${LETTER}"]`).click();
  await page.locator('[name="signing.way"][value="paper"]').check({ force: true });
  await page.locator('[data-action="sign-next"]').click();
  await printThrough(page);
  await expect(page.locator('[data-open-signing="paper"]')).toBeVisible();
  const scan = info.outputPath('pindaian.pdf');
  writeFileSync(scan, await paper());
  await clerk.attach('police-report', scan);
  await page.keyboard.press('l');
  await page.locator('[name="signing.scan"]').selectOption({ index: 1 });
  await page.locator('[data-action="link-scan"]').click();
  await expect(page.locator('[data-signature="paper"]')).toContainText(
    'Pindaian tidak memuat tanda tangan elektronik.',
  );
  expect(desk.consoleErrors).toEqual([]);
});

test('version 1: an answer that broke off is fetched by its number, once, when somebody says so', async ({
  desk,
  esc,
}) => {
  const { clerk, page } = desk;
  await clerk.signIn();
  await setUpEsc(desk, esc);
  await page.locator('[name="esign.version"][value="v1"]').check({ force: true });
  await page.locator('[name="esign.baseUrl"]').press('Control+Enter');
  await letters(desk);
  esc.order({ route: 'v1-sign', how: { kind: 'cut-answer' } });
  await askToSign(page);
  await type(page, PASSPHRASE);
  await expect(page.locator('[data-signing-end="unknown"]')).toBeVisible();
  await page.locator('[data-action="sign-close"]').click();
  await page.locator('[data-action="esc-download"]').click();
  await expect(page.locator('[data-signature="esc"]')).toContainText('Contoh Atasan');
  expect(esc.state.signatures).toBe(1);
  expect(esc.requests.filter(({ route }) => route === 'v1-download')).toHaveLength(1);
});
