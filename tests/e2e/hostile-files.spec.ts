import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { activePdfs, brokenPdfs, madePdf, refusedFiles } from '../helpers/hostile-files';
import { expectUsable } from '../helpers/usable-screen';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const DOCUMENT = 'police-report';

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Chooses files for one kind of paper, all at once, and waits until they are taken or refused. */
async function choose(desk: TestDesk, files: readonly Given[]): Promise<void> {
  await desk.page.locator(`input[type="file"][data-document="${DOCUMENT}"]`).setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(bytes),
    })),
  );
}

const lines = (desk: TestDesk) =>
  desk.page.locator(`[data-document-row="${DOCUMENT}"] [data-attachment]`);

async function openPapers(desk: TestDesk): Promise<void> {
  await desk.clerk.signIn();
  const intake = await desk.clerk.record(visitOf(0));
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.go(`/permohonan/${intake.id}?bagian=papers`);
  await desk.page.locator(`[data-document-row="${DOCUMENT}"]`).waitFor();
}

/** A PDF under a password; an empty one keeps others from changing it only. */
async function lockedPdf(userPassword: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([200, 100]);
  document.encrypt({ userPassword, ownerPassword: 'contoh pemilik' });
  return document.save();
}

test('papers that would harm are refused with words, each by its own, and the desk goes on', async ({
  desk,
}) => {
  await openPapers(desk);
  // One of each kind; every one is tried by tests/unit/hostile-files.test.ts.
  const some = [
    'a PDF of 100,000 pages',
    'a PDF whose page is packed twice',
    'a JPEG of 65,500 by 65,500 points',
    'a web page that is a PDF too',
    'an SVG named .png',
  ];
  const made = some.map((what) => refusedFiles[what]?.[0]() ?? new Uint8Array());
  const files = [...made, await lockedPdf('contoh')].map((bytes, index) => ({
    name: `kertas-${String(index)}.pdf`,
    bytes,
  }));
  await choose(desk, files);
  const refused = desk.page.getByRole('alert').filter({ hasText: 'kertas-0.pdf' });
  await expect(refused.getByRole('listitem')).toHaveCount(files.length, { timeout: 120_000 });
  await expect(refused).toContainText('lebih dari 2.000 halaman');
  await expect(refused).toContainText('mengembang jauh melebihi ukurannya');
  await expect(refused).toContainText('lebih dari 80 juta titik');
  await expect(refused).toContainText('sekaligus berjenis lain');
  await expect(refused).toContainText('bukan PDF, JPEG, atau PNG');
  await expect(refused).toContainText('dikunci dengan sandi');
  await expect(lines(desk)).toHaveCount(0);
  await desk.page.screenshot({ path: 'out/test/hostile-refused.png' });

  await choose(desk, [{ name: '..\\\u202Efdp.CON.exe.pdf', bytes: madePdf() }]);
  await expect(lines(desk)).toHaveCount(1);
  await expect(lines(desk).first()).toContainText('fdp.CON.exe.pdf');
  await expect(desk.page.locator('main canvas').first()).toBeVisible();
  expect(desk.consoleErrors).toEqual([]);
});

test('papers with scripts, launches and circles are shown as pictures, and nothing of them runs', async ({
  desk,
}) => {
  await openPapers(desk);
  const asked: string[] = [];
  desk.page.context().on('request', (request) => asked.push(request.url()));
  desk.page.on('dialog', (dialog) => asked.push(`dialog ${dialog.message()}`));
  const show = async (given: Given): Promise<void> => {
    const before = await lines(desk).count();
    await choose(desk, [given]);
    await expect(lines(desk)).toHaveCount(before + 1, { timeout: 60_000 });
    await lines(desk).last().getByRole('button').first().click();
  };

  // One of each kind here too.
  const some = [
    'a script at opening',
    'a program to be launched',
    'a plain link, which waits for a hand',
  ];
  for (const what of some) {
    const [bytes, active] = activePdfs[what] ?? [madePdf(), []];
    await show({ name: 'aktif.pdf', bytes });
    const notice = desk.page.getByRole('alert').filter({ hasText: 'lebih dari sekadar halaman' });
    await expect(notice, what).toHaveCount(active.length === 0 ? 0 : 1);
    await expect(desk.page.locator('main canvas'), what).toHaveCount(1);
  }
  await show({ name: 'aktif.pdf', bytes: activePdfs['an embedded program']?.[0] ?? madePdf() });
  await expect(desk.page.getByText('berkas lain yang disisipkan')).toBeVisible();
  await expectUsable(desk.page, 'a paper with active content');
  await desk.page.screenshot({ path: 'out/test/hostile-active.png' });

  await desk.page.evaluate(() => {
    Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false });
  });
  const saved = desk.page.waitForEvent('download');
  await desk.page.getByRole('button', { name: 'Cetak' }).first().click();
  const printed = readFileSync(await (await saved).path());
  const copy = await PDFDocument.load(printed);
  expect(copy.getPageCount()).toBe(1);
  expect(printed.toString('latin1')).not.toMatch(/EmbeddedFile|MZ not a program/);

  await show({ name: 'terlindung.pdf', bytes: await lockedPdf('') });
  await expect(desk.page.getByRole('alert').filter({ hasText: 'dilindungi sandi' })).toBeVisible();
  await expect(desk.page.locator('main canvas')).toHaveCount(1);

  for (const what of ['a tree of pages in a circle', 'lists inside each other', 'half of it']) {
    const bytes = brokenPdfs[what] ?? madePdf();
    await show({ name: 'rusak.pdf', bytes });
    const failed = desk.page.getByText(/tidak dapat ditampilkan/);
    await expect(desk.page.locator('main canvas').or(failed).first(), what).toBeVisible({
      timeout: 60_000,
    });
  }
  await desk.page.screenshot({ path: 'out/test/hostile-broken.png' });

  const own = new URL(desk.page.url()).origin;
  for (const url of asked) expect(url.startsWith(own) || url.startsWith(`blob:${own}`)).toBe(true);
  expect(desk.page.context().pages()).toHaveLength(1);
});
