import { fieldPaths } from '../../src/features/intake/form-fields';
import { draftTexts } from '../helpers/opened-folder';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const NEW = '/permohonan/baru';

function field(desk: TestDesk, name: string) {
  return desk.page.locator(`[name="${name}"]`);
}

/** Another part of the open request. */
async function openTab(desk: TestDesk, tab: string): Promise<void> {
  const id = await desk.page.locator('[data-request-id]').getAttribute('data-request-id');
  await desk.clerk.go(`/permohonan/${id ?? ''}?bagian=${tab}`);
}

async function openForm(desk: TestDesk): Promise<void> {
  await desk.clerk.go('/');
  await desk.clerk.go(NEW);
  await field(desk, 'applicant.nik').waitFor();
}

/** What a text or a list of the form holds. */
async function valuesOf(desk: TestDesk, names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(names.map((name) => field(desk, name).inputValue()));
}

/** Several SOPs are installed, so that none is chosen beforehand: the reason belongs to one. */
async function chooseSop(desk: TestDesk): Promise<void> {
  await field(desk, 'sop').selectOption('ciamis-2025-revocation');
}

test('by keyboard alone: from the first field to a recorded request', async ({ desk }) => {
  await desk.clerk.signIn();
  const { applicant, superior, certificate, reason } = visitOf(0).data;
  const { keyboard } = desk.page;
  await keyboard.press('n');
  await expect(field(desk, 'applicant.nik')).toBeFocused();
  await chooseSop(desk);
  await field(desk, 'applicant.nik').focus();
  const typed: readonly (readonly [string, string])[] = [
    ['applicant.nik', applicant.nik],
    ['applicant.name', applicant.name],
    ['applicant.personnel', ''],
    ['applicant.nip', applicant.nip ?? ''],
    ['applicant.rank', applicant.rank ?? ''],
    ['applicant.position', applicant.position],
    ['applicant.unit', applicant.unit],
    ['applicant.email', applicant.email],
    ['applicant.phone', '0812-0000-0001'],
    ['superior.name', superior?.name ?? ''],
    ['superior.nip', superior?.nip ?? ''],
    ['superior.rank', superior?.rank ?? ''],
    ['superior.position', superior?.position ?? ''],
    ['certificate.subjectDn', ''],
    ['certificate.serialNumber', certificate.serialNumber ?? ''],
    ['certificate.notAfter', '31 Januari 2027'],
    ['sop', ''],
    ['arrival.date', ''],
    ['arrival.time', ''],
  ];
  for (const [name, value] of typed) {
    const focused = await desk.page.evaluate(() => document.activeElement?.getAttribute('name'));
    expect(focused).toBe(name);
    if (value !== '') await keyboard.type(value);
    await keyboard.press('Enter');
  }
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await keyboard.type(reason.note ?? '');
  await keyboard.press('Enter');
  await desk.page.locator('[data-register-number$="-0001"]').waitFor();
  await openTab(desk, 'data');
  const facts = desk.page.getByRole('tabpanel');
  for (const value of [applicant.name, superior?.name ?? '', reason.note ?? '', applicant.phone]) {
    await expect(facts).toContainText(value);
  }
  expect(desk.consoleErrors).toEqual([]);
});

/** A wrong entry of each field, and what its sentence must say of the remedy. */
const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['applicant.nik', '329999010185001', /^NIK: .*16 angka.*15.*Periksa/],
  ['applicant.name', '12345', /^Nama lengkap: .*huruf.*Tulis/],
  ['applicant.nip', '19850101201001100', /^NIP: .*18 angka.*17.*Periksa/],
  ['applicant.rank', 'x'.repeat(101), /^Pangkat\/golongan: .*101.*100.*Persingkat/],
  ['applicant.position', '', /^Jabatan: .*diisi/],
  ['applicant.unit', 'y'.repeat(201), /^Unit kerja: .*Persingkat/],
  ['applicant.email', 'contoh@gmail.com', /^E-mail dinas: .*gmail\.com.*Pengaturan/],
  ['applicant.phone', '021-555', /^Nomor ponsel: .*08/],
  ['superior.name', '777', /^Nama atasan: .*huruf.*Tulis/],
  ['superior.nip', '197013011995011001', /^NIP atasan: .*19701301.*Periksa/],
  ['superior.rank', 'x'.repeat(101), /^Pangkat\/golongan atasan: .*Persingkat/],
  ['superior.position', '', /^Jabatan atasan: .*diisi/],
  ['certificate.subjectDn', `CN=${'x'.repeat(1000)}`, /^Subjek \(DN\): .*Persingkat/],
  ['certificate.serialNumber', '5f3axyz', /^Nomor seri: .*“x”.*Salin/],
  ['certificate.notAfter', '31-02-2027', /^Berlaku sampai: .*hari-bulan-tahun/],
  ['arrival.date', 'besok', /^Tanggal datang: .*hari-bulan-tahun/],
  ['reason.note', 'z'.repeat(2001), /^Keterangan: .*Persingkat/],
];

test('wrong input: every field says what is wrong and what to do, and nothing typed is lost', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await openForm(desk);
  await chooseSop(desk);
  for (const [name, value] of wrong) await field(desk, name).fill(value);
  const names = wrong.map(([name]) => name);
  const before = await valuesOf(desk, names);
  await desk.page.keyboard.press('Control+Enter');

  const lines = desk.page.locator('[role="alert"] [data-field]');
  for (const [name, , sentence] of wrong) {
    await expect(desk.page.locator(`[role="alert"] [data-field="${name}"]`)).toHaveText(sentence);
    await expect(field(desk, name)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(desk.page.locator('[role="alert"] [data-field="reason.key"]')).toHaveText(
    /^Alasan: .*Pilih salah satu/,
  );
  await expect(lines).toHaveCount(wrong.length + 1);
  const told = await lines.evaluateAll((all) => all.map((one) => one.getAttribute('data-field')));
  expect(told).toEqual(fieldPaths.filter((path) => told.includes(path)));
  await expect(field(desk, 'applicant.nik')).toBeFocused();
  expect(await valuesOf(desk, names)).toEqual(before);
  expect(before).toEqual(wrong.map(([, value]) => value));

  await checkArrivals(desk);
  await desk.clerk.go('/register');
  await expect(desk.page.getByRole('row', { name: /Draf/ })).toHaveCount(1);
  await expect(desk.page.getByText(/A-\d{4}-0001/)).toHaveCount(0);
  expect(desk.consoleErrors).toEqual([]);
});

/** Times that are none, and a moment that has not been. */
async function checkArrivals(desk: TestDesk): Promise<void> {
  const attempts = [
    ['arrival.time', '02-03-2026', '25.99', /^Jam datang: Bukan jam/],
    ['arrival.date', '01-01-2999', '09.14', /^Tanggal datang: .*belum lewat.*Periksa/],
  ] as const;
  for (const [name, date, time, sentence] of attempts) {
    await field(desk, 'arrival.date').fill(date);
    await field(desk, 'arrival.time').fill(time);
    await desk.page.keyboard.press('Control+Enter');
    await expect(desk.page.locator(`[role="alert"] [data-field="${name}"]`)).toHaveText(sentence);
    await expect(field(desk, 'arrival.time')).toHaveValue(time);
  }
}

test('numbers as people bring them: pasted in groups, PPPK, and not matching each other', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await openForm(desk);
  await chooseSop(desk);
  await desk.page.locator('[name="applicant.personnel"][value="pppk"]').check({ force: true });
  const pastes = [
    ['applicant.nik', '3299 9955-1285 0007\n', '3299995512850007', 'Tanda pemisah dihapus'],
    ['applicant.name', 'Ibu  Contoh   Tujuh, S.E.\n', 'Contoh Tujuh, S.E.', 'Sapaan dihapus'],
    ['applicant.nip', '19851215 202321 2 007', '198512152023212007', 'Spasi dihapus'],
    ['applicant.email', ' Contoh.Tujuh@Contoh.GO.ID ', 'contoh.tujuh@contoh.go.id', 'huruf kecil'],
    ['certificate.serialNumber', '0x5F:3A:9C', '5f3a9c', 'Tanda pemisah dihapus'],
  ] as const;
  for (const [name, brought, kept, note] of pastes) {
    await paste(desk, name, brought);
    await expect(field(desk, name)).toHaveValue(kept);
    await expect(words(desk, name)).toContainText(note);
  }
  await field(desk, 'applicant.position').fill('Pranata Contoh');
  await field(desk, 'applicant.unit').fill('Kecamatan Contoh');
  await field(desk, 'applicant.phone').fill('+62 812 0000 0007');
  await desk.page.locator('[name="reason.key"]').first().check({ force: true });
  await expect(words(desk, 'applicant.nip')).toContainText('PPPK sejak 2023');

  // Another day of birth than the NIK's, and a man's digit: said, and left to the clerk.
  await field(desk, 'applicant.nip').fill('198512162023211007');
  await desk.page.keyboard.press('Tab');
  await expect(words(desk, 'applicant.nip')).toContainText(/berbeda.*Cocokkan/);
  await expect(field(desk, 'applicant.nip')).toHaveAttribute('aria-invalid', 'false');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.locator('[data-register-number]').waitFor();
  await openTab(desk, 'data');
  await expect(desk.page.getByRole('tabpanel')).toContainText('6281200000007');
  expect(desk.consoleErrors).toEqual([]);
});

/** The line under a field. */
function words(desk: TestDesk, name: string) {
  return field(desk, name).locator('xpath=following-sibling::*[@aria-live]');
}

/** Pastes through the clipboard what a cell of another program brings, line break included. */
async function paste(desk: TestDesk, name: string, text: string): Promise<void> {
  const note = field(desk, 'reason.note');
  await note.fill(text);
  await note.press('Control+a');
  await note.press('Control+x');
  await field(desk, name).focus();
  await desk.page.keyboard.press('Control+v');
}

test('a person with an open request: both requests are possible, neither by mistake', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  const first = await desk.clerk.record(visitOf(0));
  if (first.outcome !== 'recorded') throw new Error(JSON.stringify(first));
  const number = await desk.clerk.registerNumber();
  expect(await desk.clerk.record(visitOf(0))).toEqual({
    outcome: 'duplicate',
    registerNumber: number,
  });
  await expect(desk.page.getByText(`${number} masih terbuka`)).toBeVisible();
  await desk.page.getByRole('link', { name: 'Buka permohonan yang ada' }).click();
  await expect(desk.page.locator(`[data-request-id="${first.id}"]`)).toBeVisible();

  await desk.clerk.go(NEW);
  await desk.page.getByRole('button', { name: /^Lanjutkan draf/ }).click();
  await expect(field(desk, 'applicant.name')).toHaveValue(visitOf(0).data.applicant.name);
  await desk.page.getByRole('button', { name: 'Tetap catat sebagai permohonan baru' }).click();
  await desk.page.keyboard.press('Control+Enter');
  await expect(desk.page.locator('[data-register-number$="-0002"]')).toBeVisible();
  await openTab(desk, 'history');
  await expect(desk.page.getByRole('list', { name: 'Riwayat' })).toContainText(
    'Dicatat di samping 1 permohonan terbuka',
  );
  expect(desk.consoleErrors).toEqual([]);
});

test('a draft survives reload, close and kill while typing, and says from when it is', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await openForm(desk);
  const kept = desk.page.getByText(/^Draf tersimpan \d{2}\.\d{2} WIB$/);
  await field(desk, 'applicant.name').pressSequentially('Contoh Dra');
  await kept.waitFor();
  await expect.poll(() => draftTexts(desk.dataFolder)).toContain('Contoh Dra');
  await desk.page.reload();
  await continueDraft(desk, 'Contoh Dra');

  await field(desk, 'applicant.name').press('End');
  await field(desk, 'applicant.name').pressSequentially('f');
  await expect.poll(() => draftTexts(desk.dataFolder)).toContain('Contoh Draf');
  await desk.reopen('close');
  await continueDraft(desk, 'Contoh Draf');

  await field(desk, 'applicant.unit').fill('12345');
  await expect.poll(() => draftTexts(desk.dataFolder)).toContain('12345');
  await field(desk, 'applicant.position').pressSequentially('Analis', { delay: 20 });
  await desk.reopen('kill');
  await continueDraft(desk, 'Contoh Draf');
  await expect(field(desk, 'applicant.unit')).toHaveValue('12345');
  expect('Analis').toContain(await field(desk, 'applicant.position').inputValue());
  expect(desk.consoleErrors).toEqual([]);
});

/** Signs in, is told of the draft with name, date and time, and goes on with it. */
async function continueDraft(desk: TestDesk, name: string): Promise<void> {
  await desk.clerk.signIn();
  await desk.clerk.go('/');
  await expect(desk.page.getByText(`draf belum dicatat: ${name}`)).toBeVisible();
  await desk.clerk.go(NEW);
  const offer = desk.page.getByRole('region', { name: 'Ada isian yang belum disimpan' });
  await expect(offer).toContainText(
    new RegExp(`Draf ${name}, tersimpan \\p{L}+, \\d{1,2} \\p{L}+ \\d{4} \\d{2}\\.\\d{2} WIB`, 'u'),
  );
  await desk.page.keyboard.press('Enter');
  await expect(field(desk, 'applicant.name')).toHaveValue(name);
}

test('a name of sixty letters with apostrophes stays within every screen', async ({ desk }) => {
  const name = "Raden Ajeng Nu'maniyah Al-Ma'rufah Sa'adatuddaraini Qur'aniyah, S.Kom., M.Si.";
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, desk.token);
  const intake = await desk.clerk.record(
    visitOf(0, { name, unit: `Unit ${name}`, position: `Jabatan ${name}` }),
  );
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  const paper = 'resources/examples/scans/0001-police.pdf';
  await desk.clerk.attach('police-report', paper);
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
  const tabs = ['steps', 'papers', 'letters', 'queue', 'data', 'history'];
  const screens = [
    '/',
    '/register',
    '/disposisi',
    '/antrean',
    `/permohonan/${intake.id}/koreksi`,
    ...tabs.map((tab) => `/permohonan/${intake.id}?bagian=${tab}`),
  ];
  for (const screen of screens) {
    await desk.clerk.go(screen);
    await expect(desk.page.locator('main')).toContainText(/Permohonan|Antrean|Disposisi/i);
    if (screen !== '/disposisi' && !screen.endsWith('koreksi')) {
      await expect(desk.page.getByText(name).first(), screen).toBeAttached();
    }
    expect(await sidewaysScroll(desk), screen).toEqual([]);
  }
  expect(desk.consoleErrors).toEqual([]);
});

/** What of the page can be scrolled sideways: the page itself or its main part. */
async function sidewaysScroll(desk: TestDesk): Promise<readonly string[]> {
  return desk.page.evaluate(() =>
    [document.documentElement, document.body, document.querySelector('main')].flatMap((element) =>
      element !== null && element.scrollWidth > element.clientWidth
        ? [`${element.tagName} ${String(element.scrollWidth)} > ${String(element.clientWidth)}`]
        : [],
    ),
  );
}
