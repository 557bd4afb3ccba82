import { resolve } from 'node:path';
import { maskNiksIn } from '../../src/ui/format/numbers';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const EXAMPLES = resolve('resources/examples');
const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** Rows of the register after a search from the top line, by keyboard. */
async function search(desk: TestDesk, text: string) {
  await desk.page.keyboard.press('Control+k');
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText(`Hasil pencarian “${maskNiksIn(text)}”`)).toBeVisible();
  return desk.page.locator('main tbody tr');
}

async function openTab(desk: TestDesk, id: string, tab: string): Promise<void> {
  await desk.clerk.go(`/permohonan/${id}?bagian=${tab}`);
  await desk.page.locator(`[data-request-id="${id}"]`).waitFor();
}

test('a request is found by everything it is called; drafts and queued ones are there', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, desk.token);
  for (const number of [1, 2]) await desk.clerk.record(visitOf(number));
  const sent = await desk.clerk.record(visitOf(0));
  if (sent.outcome !== 'recorded') throw new Error(JSON.stringify(sent));
  const registerNumber = await desk.clerk.registerNumber();
  await desk.clerk.attach('police-report', POLICE_REPORT);
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
  await openTab(desk, sent.id, 'letters');
  const letter = desk.page.locator('[data-version="revocation-application"]');
  const letterNumber = /Nomor (\S+),/.exec(await letter.innerText())?.[1] ?? '';

  await desk.clerk.go('/permohonan/baru');
  await desk.page.locator('[name="applicant.name"]').fill('Contoh Draf Sembilan');
  await desk.page.getByText(/^Draf tersimpan/).waitFor();

  const { name, nik } = visitOf(0).data.applicant;
  for (const text of ['satu', 'Sat', nik, '3299 9901 0185 0001', nik.slice(-4), registerNumber]) {
    const rows = await search(desk, text);
    await expect(rows.filter({ hasText: registerNumber }), text).toHaveCount(1);
    if (text !== nik.slice(-4)) await expect(rows, text).toHaveCount(1);
  }
  await expect((await search(desk, letterNumber)).filter({ hasText: name })).toHaveCount(1);
  await expect(await search(desk, 'contoh')).toHaveCount(4);
  await expect((await search(desk, 'sembilan')).filter({ hasText: 'Belum dicatat' })).toHaveCount(
    1,
  );
  await expect((await search(desk, 'sat')).filter({ hasText: 'Siap kirim' })).toHaveCount(1);
  await search(desk, 'tidakada');
  await expect(desk.page.getByText('Tidak ada yang cocok dengan “tidakada”')).toBeVisible();

  desk.cable.plug();
  await desk.clerk.go('/antrean');
  await desk.clerk.checkLine();
  await expect(desk.page.locator('[data-job-state="done"]')).toHaveCount(1);
  const { receipt } = await desk.clerk.outcomeOf(sent.id);
  await expect((await search(desk, receipt ?? 'none')).filter({ hasText: name })).toHaveCount(1);
  await desk.page.keyboard.press('j');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.locator(`[data-request-id="${sent.id}"]`)).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('a correction asks why, and the history tells who changed what, from what to what', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.page.keyboard.press('e');
  const position = desk.page.locator('[name="applicant.position"]');
  await expect(position).toHaveValue('Analis Contoh');
  await position.fill('Pranata Contoh');
  await desk.page.keyboard.press('Control+Enter');
  await expect(desk.page.getByRole('alert')).toContainText('Alasan koreksi belum diisi');
  await expect(position).toHaveValue('Pranata Contoh');

  await desk.page.locator('[name="correctionReason"]').fill('Jabatan baru menurut SK yang dibawa');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.locator('[data-register-number]').waitFor();
  await openTab(desk, intake.id, 'history');
  const latest = desk.page.getByRole('list', { name: 'Riwayat' }).getByRole('listitem').first();
  await expect(latest).toContainText('Data dikoreksi');
  await expect(latest).toContainText('Alasan: Jabatan baru menurut SK yang dibawa');
  await expect(latest).toContainText('Jabatan pemohon: Analis Contoh → Pranata Contoh');
  await expect(latest).toContainText('Petugas Contoh, Loket A');
  await expect((await search(desk, 'satu')).filter({ hasText: 'Contoh Satu' })).toHaveCount(1);
  expect(desk.consoleErrors).toEqual([]);
});

/** Chooses the folder of the examples; each row's outcome before anything is recorded. */
async function chooseExamples(desk: TestDesk): Promise<readonly string[]> {
  await desk.clerk.go('/register/impor');
  await desk.page.locator('[data-import="folder"]').setInputFiles(EXAMPLES);
  await desk.page.locator('[data-import-row]').first().waitFor();
  return outcomes(desk);
}

function outcomes(desk: TestDesk): Promise<readonly string[]> {
  return desk.page
    .locator('[data-import-row]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-outcome') ?? ''));
}

function row(desk: TestDesk, index: number) {
  return desk.page.locator(`[data-import-row="${String(index)}"]`);
}

async function importAll(desk: TestDesk): Promise<void> {
  await desk.page.locator('[data-action="import"]').click();
  await desk.page.getByRole('link', { name: 'Buka Register' }).waitFor();
}

test('an import takes what can be taken, refuses the rest with reasons, and adds nothing twice', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  const rest = (outcome: string) => Array.from({ length: 13 }, () => outcome);
  const reviewed = await chooseExamples(desk);
  const taken = ['taken', 'taken', 'taken', 'taken'];
  expect(reviewed).toEqual([...taken, 'refused', 'taken', ...rest('taken')]);
  await expect(row(desk, 4)).toContainText('NIK harus 16 angka; yang diketik 15');

  await importAll(desk);
  expect(await outcomes(desk)).toEqual([
    ...taken.map(() => 'recorded'),
    'refused',
    'refused',
    ...rest('recorded'),
  ]);
  await expect(row(desk, 5)).toContainText(/masih mempunyai permohonan terbuka A-\d{4}-0001/);
  await expect(row(desk, 0)).not.toContainText('belum terlampir');
  await row(desk, 3).getByRole('link').click();
  await desk.page.keyboard.press('b');
  await expect(desk.page.getByText('belum ada', { exact: true })).toHaveCount(2);

  await desk.clerk.go('/register');
  const rows = desk.page.locator('main tbody tr');
  await expect(rows).toHaveCount(17);
  await chooseExamples(desk);
  await importAll(desk);
  expect(await outcomes(desk)).not.toContain('recorded');
  await expect(row(desk, 0)).toContainText(/sudah pernah diimpor sebagai A-\d{4}-0001/);
  await desk.clerk.go('/register');
  await expect(rows).toHaveCount(17);
  expect(desk.consoleErrors).toEqual([]);
});
