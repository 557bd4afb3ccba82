import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FictitiousCa, keyFilePassphrase, type Issued } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import { SigningDesk } from '../helpers/pki/signing-desk';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

let ca: FictitiousCa;
let signing: SigningDesk;
let server: Server;
let list: Buffer;
let own: Issued;
let other: Issued;

test.beforeAll(async () => {
  ca = new FictitiousCa();
  signing = new SigningDesk();
  server = createServer((_, response) => response.end(list));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  ca.crlAddress = `http://127.0.0.1:${String(port)}/contoh.crl`;
  ca.ocspAddress = 'ldap://127.0.0.1/';
  own = ca.issue({ name: 'CONTOH SATU' });
  other = ca.issue({ name: 'CONTOH DUA' });
  ca.revoke(other, 'keyCompromise');
  list = Buffer.from(ca.crl());
});
test.afterAll(() => {
  server.close();
  ca.remove();
  signing.remove();
});

async function importAuthority({ page }: TestDesk, issued: Issued): Promise<void> {
  await page
    .locator('input[type="file"][aria-label="Impor sertifikat otoritas"]')
    .setInputFiles(issued.certificate);
  const candidate = page.locator('[data-candidate]');
  await candidate.waitFor();
  await candidate.locator('[data-action="trust-authority"]').click();
  await expect(candidate).toContainText('Cocokkan sidik jarinya dahulu');
  await candidate.locator('[name="authority.confirmed"]').check({ force: true });
  await candidate.locator('[data-action="trust-authority"]').click();
  await candidate.waitFor({ state: 'detached' });
}

async function read({ page }: TestDesk, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .locator('[data-reader] input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

test('a certificate is read, compared, put on the request, and its revocation is on record', async ({
  desk,
}) => {
  // One long way through five screens.
  test.slow();
  const { page, clerk } = desk;
  await clerk.signIn();
  const intake = await clerk.record(visitOf(0, { name: 'Contoh Satu' }));
  const id = intake.outcome === 'recorded' ? intake.id : '';
  await clerk.go(`/permohonan/${id}?bagian=certificate`);
  await expect(page.locator('[data-action="check-revocation"]')).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectUsable(page, 'the certificate desk, empty');

  await read(desk, 'catatan.txt', new TextEncoder().encode('bukan sertifikat'));
  await page.locator('[data-reader="none"]').waitFor();

  // A key file asks for its passphrase, and again when it is wrong.
  await read(desk, 'kunci.p12', ca.keyFile(other));
  const passphrase = page.locator('[name="certificate.passphrase"]');
  await passphrase.fill('salah');
  await passphrase.press('Enter');
  await page.getByText('Frasa sandi salah').waitFor();
  await page.locator('[name="certificate.passphrase"]').fill(keyFilePassphrase);
  await page.keyboard.press('Enter');
  await page.locator('[data-difference="name"][data-severity="wrong"]').waitFor();
  await expectUsable(page, 'another person’s certificate');
  await page.locator('[data-action="keep-certificate"]').click();
  await page.locator('[data-certificate]').waitFor();

  // From a PDF the applicant signed; the serial number recorded at the counter was another one.
  const signed = await signing.signed(await paper(), ca.keyFile(own));
  await read(desk, 'surat.pdf', signed.bytes);
  await page.locator('[data-difference="serial"]').waitFor();
  await page.locator('[data-action="use-certificate"]').click();
  await page.getByRole('button', { name: 'Dibaca dari PDF yang ditandatangani pemohon' }).click();
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-reader="nothing"]').waitFor();

  // Without the issuer's certificate no list can be believed.
  await page.locator('[data-action="check-revocation"]').click();
  await page.locator('[data-problem="issuer-missing"]').waitFor();
  await clerk.go('/pengaturan?bagian=authorities');
  await expect(page.locator('[data-authority="osd-lu-kelas-2"]')).toHaveAttribute(
    'data-state',
    'expired',
  );
  await importAuthority(desk, ca.root);
  await importAuthority(desk, ca.issuing);
  await page.locator('[data-authority="CA Contoh DS G1"][data-state="trusted"]').waitFor();
  await expectUsable(page, 'the authorities');

  await clerk.go(`/permohonan/${id}?bagian=certificate`);
  await page.locator('[data-action="check-revocation"]').click();
  await page.locator('[data-check="unknown"]').waitFor();
  await page.locator('[data-action="check-private"]').click();
  await page.locator('[data-check="good"] [data-evidence="crl"][data-status="good"]').waitFor();

  const kept = page.locator('[name="certificate.shown"]');
  await kept.selectOption({ index: 0 });
  await page.locator('[data-action="check-kept-lists"]').click();
  const revoked = page.locator('[data-check="revoked"]');
  await expect(revoked).toContainText('kunci atau frasa sandi diketahui orang lain');
  await expectUsable(page, 'a certificate that was revoked');

  await clerk.go(`/permohonan/${id}?bagian=data`);
  await expect(page.getByText('CN=CONTOH SATU').first()).toBeVisible();
  await clerk.go(`/permohonan/${id}?bagian=history`);
  await expect(page.getByText('Pencabutan sertifikat diperiksa: Sudah dicabut')).toBeVisible();

  // With roots and a list at hand the same PDF is valid, without any line.
  await new Promise((resolve) => server.close(resolve));
  await clerk.go('/periksa');
  await page.locator('input[type="file"][aria-label="PDF yang akan diperiksa"]').setInputFiles({
    name: 'surat.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(signed.bytes),
  });
  await page.locator('[data-verdict="valid"][data-signatures="1"]').waitFor();
  await expectUsable(page, 'a valid signature');

  await clerk.go('/pengaturan?bagian=authorities');
  await page.locator('[data-authority="Root CA Contoh"] [data-action="remove-authority"]').click();
  await page.locator('[data-action="confirm-remove-authority"]').click();
  await page.locator('[data-authority="Root CA Contoh"]').waitFor({ state: 'detached' });
  await clerk.go('/jejak');
  await expect(
    page.getByRole('row').filter({ hasText: 'Menghapus otoritas sertifikat' }).first(),
  ).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('whoever is no administrator sees the authorities and changes none', async ({ desk }) => {
  const { page, clerk } = desk;
  await clerk.signIn();
  await clerk.addStaff('Contoh Verifikator', ['verifier']);
  await clerk.switchTo('Contoh Verifikator');
  await clerk.go('/pengaturan?bagian=authorities');
  await page.locator('[data-authority="bsre-ca-ds-g1"][data-state="not-imported"]').waitFor();
  await expect(page.locator('#authority-file')).toHaveCount(0);
});
