import type { Visit } from '../helpers/clerk';
import { fillDisk } from '../helpers/small-disk';
import { draftTexts } from '../helpers/opened-folder';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const NEW = '/permohonan/baru';

function field(desk: TestDesk, name: string) {
  return desk.page.locator(`[name="${name}"]`);
}

test.describe('on a disk of 800 MB', () => {
  test.use({ diskSize: 800 });
  // Longer than what a page of the disk that is in use already may still take.
  const note = 'Laptop hilang. '.repeat(130).trim();
  const subjectDn = `CN=Contoh Satu, ${'OU=Bidang Contoh, '.repeat(50)}C=ID`;
  const { data, ...frame } = visitOf(0);
  const visit: Visit = {
    ...frame,
    data: {
      ...data,
      certificate: { ...data.certificate, subjectDn },
      reason: { ...data.reason, note },
    },
  };

  test('under 500 MB a new request waits and nothing typed is lost; then it is recorded once', async ({
    desk,
  }) => {
    await desk.clerk.signIn();
    const makeRoom = fillDisk(desk.dataFolder, 300_000_000);
    await desk.clerk.go(NEW);
    await field(desk, 'applicant.nik').waitFor();
    const said = desk.page.getByText(/^Permohonan baru belum dapat dicatat: ruang penyimpanan/);
    // Said before anything is typed, and again when it is saved all the same.
    await said.waitFor();
    // It never gets to a request; what it says instead is what counts.
    desk.clerk.record(visit).catch(() => undefined);
    await expect.poll(() => draftTexts(desk.dataFolder)).toContain(data.applicant.nik);
    await desk.page.keyboard.press('Control+Enter');
    await expect(said).toHaveCount(1);
    await expect(
      desk.page.getByText(/500 MB harus kosong\. Hapus atau pindahkan berkas lain/),
    ).toBeVisible();
    await expect(field(desk, 'applicant.nik')).toHaveValue(data.applicant.nik);
    await expect(field(desk, 'reason.note')).toHaveValue(note);
    await desk.clerk.go('/');
    await said.waitFor();
    await expect(desk.page.getByText(/A-\d{4}-\d{4}/)).toHaveCount(0);

    makeRoom();
    await desk.clerk.go(NEW);
    await desk.page.getByRole('button', { name: /^Lanjutkan draf/ }).click();
    await expect(field(desk, 'reason.note')).toHaveValue(note);
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.locator('[data-register-number$="-0001"]').waitFor();
    await desk.clerk.go('/register');
    await expect(desk.page.getByText(/A-\d{4}-\d{4}/)).toHaveCount(1);
  });

  test('a full disk: nothing typed of a correction is lost, it says what to do, and then it is recorded once', async ({
    desk,
  }) => {
    await desk.clerk.signIn();
    const intake = await desk.clerk.record(visitOf(0));
    if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
    // Work on an existing request goes on under 500 MB, to the last byte.
    const makeSomeRoom = fillDisk(desk.dataFolder, 300_000_000);
    const takenUp = fillDisk(desk.dataFolder);
    await desk.clerk.go(`/permohonan/${intake.id}/koreksi`);
    await field(desk, 'applicant.name').waitFor();
    await field(desk, 'certificate.subjectDn').fill(subjectDn);
    await field(desk, 'reason.note').fill(note);
    await field(desk, 'correctionReason').fill('Keterangan dari pemohon ditambah');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText(/^Belum tersimpan: penyimpanan komputer (penuh|menolak)$/).waitFor();
    // The disk says it is full, or the browser's database only that it cannot write: each has its remedy.
    const remedy =
      /(Hapus atau pindahkan berkas lain dari komputer ini|penyimpanan komputer penuh), lalu simpan lagi/;
    await expect(desk.page.getByText(remedy)).toBeVisible();
    await expect(desk.page.getByText(/Kosongkan ruang penyimpanan komputer/)).toBeVisible();
    await expect(field(desk, 'certificate.subjectDn')).toHaveValue(subjectDn);
    await expect(field(desk, 'reason.note')).toHaveValue(note);

    takenUp();
    await expect(async () => {
      await desk.page.keyboard.press('Control+Enter');
      await desk.page.locator('[data-register-number$="-0001"]').waitFor({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    await desk.clerk.go(`/permohonan/${intake.id}?bagian=history`);
    const history = desk.page.getByRole('list', { name: 'Riwayat' });
    await expect(history.getByText('Keterangan dari pemohon ditambah')).toHaveCount(1);
    makeSomeRoom();
  });
});
