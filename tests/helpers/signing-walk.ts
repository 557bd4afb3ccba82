import type { TestDesk } from '../e2e/fixtures';
import type { EscSimulator } from '../simulators/esc/simulator';
import { FictitiousCa } from './pki/fictitious-ca';
import { SigningDesk } from './pki/signing-desk';
import { visitOf } from './visits';
import { expect, type Page } from '@playwright/test';

export const PASSPHRASE = 'Rahasia-Contoh-4711-é';
/** Fictitious, of the applicant's superior. */
export const NIK = '3299990101700009';
export const LETTER = 'revocation-application';
export const LOGIN = { user: 'loket', password: 'sandi-aplikasi-contoh' };

/** Signs as the service does, with a certificate of a fictitious authority. */
export class Signatory {
  private readonly ca = new FictitiousCa();
  private readonly desk = new SigningDesk();
  readonly keyFile = this.ca.keyFile(this.ca.issue({ name: 'Contoh Atasan' }));
  /** Signing waits for it: a test holds the service up as long as it looks. */
  until: Promise<void> = Promise.resolve();

  async sign(pdf: Uint8Array): Promise<Buffer> {
    await this.until;
    return Buffer.from((await this.desk.signed(pdf, this.keyFile)).bytes);
  }

  remove(): void {
    this.ca.remove();
    this.desk.remove();
  }
}

/** The service named in the settings, and its connection tried. */
export async function setUpEsc({ clerk, page }: TestDesk, esc: EscSimulator): Promise<void> {
  await clerk.go('/pengaturan?bagian=esign');
  const address = page.locator('[name="esign.baseUrl"]');
  await address.fill('http://esc.contoh.go.id.8.8.8.8.invalid:80x');
  await address.press('Control+Enter');
  await expect(page.getByText(/Bukan alamat lengkap/)).toBeVisible();
  await address.fill('http://8.8.8.8/esc');
  await address.press('Control+Enter');
  await expect(page.getByText(/Alamat umum harus https/)).toBeVisible();
  await address.fill(esc.url);
  await expect(page.getByText(/http tanpa enkripsi/)).toBeVisible();
  await address.press('Control+Enter');
  await page.locator('[name="escLogin.user"]').fill(LOGIN.user);
  await page.locator('[name="escLogin.password"]').fill(LOGIN.password);
  await page.locator('[data-action="keep-esc-login"]').click();
  await expect(page.locator('[name="escLogin.password"]')).toHaveValue('');
  await page.locator('[data-action="test-esc"]').click();
  await expect(page.getByText('Layanan ESC menjawab pertanyaan status.')).toBeVisible();
}

/** A request with its letters final, on the tab of the letters. */
export async function letters({ clerk, page }: TestDesk, visit = 0): Promise<string> {
  const intake = await clerk.record(visitOf(visit));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await page.locator('main [data-action="make-letters"]').first().click();
  await page.locator('dialog [data-action="confirm"]').click();
  await page.locator('main [data-action="make-letters"]').waitFor({ state: 'detached' });
  await clerk.go(`/permohonan/${intake.id}?bagian=letters`);
  return intake.id;
}

/** Opens the dialog and goes as far as the passphrase. */
export async function askToSign(page: Page, nik = NIK, letter = LETTER): Promise<void> {
  await page.locator(`[data-sign="${letter}"]`).click();
  await page.locator('[name="signing.id"]').fill(nik);
  await page.locator('[data-action="sign-next"]').click();
}

export async function type(page: Page, passphrase: string): Promise<void> {
  const field = page.locator('[name="signing.secret"]');
  await field.fill(passphrase);
  await field.press('Enter');
}
