import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepsFile } from '../helpers/opened-folder';
import { sha256, watchReadFiles } from '../helpers/stored-files';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');
const LETTERS = ['revocation-application', 'revocation-reason-statement', 'disposition-sheet'];
const visit = visitOf(0);

/** The words of a PDF on one line, as an independent reader finds them. */
function textOfPdf(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-'])
    .toString('utf8')
    .replaceAll(/\s+/gu, ' ');
}

/** Saves the final letters from their previews; previewed, kept and saved bytes are the same. */
async function checkLetters(desk: TestDesk, folder: string, registerNumber: string): Promise<void> {
  const previewed = watchReadFiles(desk.page);
  expect(await desk.clerk.saveLetters(folder, registerNumber)).toBe(LETTERS.length);
  for (const letter of LETTERS) {
    const path = join(folder, `${registerNumber}-${letter}.pdf`);
    const saved = readFileSync(path);
    expect(await keepsFile(desk.dataFolder, saved), `${letter} is kept as saved`).toBe(true);
    // What Electron hands to its page passes no network that could be watched.
    if (test.info().project.name !== 'electron') {
      await expect.poll(() => previewed.has(sha256(saved)), `${letter} as previewed`).toBe(true);
    }
    expect(textOfPdf(path), letter).toContain(visit.data.applicant.name);
  }
  const version = desk.page.locator('[data-version="revocation-application"]');
  const number = /Nomor (\S+),/.exec(await version.innerText())?.[1] ?? '';
  expect(number).not.toBe('');
  const application = textOfPdf(join(folder, `${registerNumber}-revocation-application.pdf`));
  expect(application).toContain(number);
  expect(application).toContain(visit.data.applicant.nik);
  expect(application).not.toContain('DRAF');
}

/** What the gateway holds is what this desk keeps, paper by paper. */
async function checkSentFiles(desk: TestDesk): Promise<void> {
  const put = desk.gateway.requests.findLast(({ route }) => route === 'put');
  const body = JSON.parse(put?.body ?? '{}') as { files: { sha256: string; document: string }[] };
  expect(body.files.map(({ document }) => document).toSorted()).toEqual([
    'application-letter',
    'police-report',
    'reason-statement',
  ]);
  for (const file of body.files) {
    const arrived = desk.gateway.files.bytesOf(file.sha256);
    expect(await keepsFile(desk.dataFolder, arrived), file.document).toBe(true);
  }
}

test('the whole job: recorded offline, reopened offline, sent by itself with a receipt', async ({
  desk,
}, info) => {
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, desk.token);
  const intake = await desk.clerk.record(visit);
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  await desk.clerk.attach('police-report', POLICE_REPORT);
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
  const registerNumber = await desk.clerk.registerNumber();
  expect(registerNumber).toMatch(/^A-\d{4}-0001$/);
  expect(desk.gateway.submissions.all()).toHaveLength(0);
  await checkLetters(desk, info.outputPath('letters'), registerNumber);

  await desk.reopen();
  await desk.clerk.signIn();
  await desk.clerk.go('/antrean');
  await expect(desk.page.locator('[data-job-state="ready"]')).toHaveCount(1);
  expect(desk.gateway.submissions.all()).toHaveLength(0);

  desk.cable.plug();
  await desk.clerk.checkLine();
  await expect(desk.page.locator('[data-job-state="done"]')).toHaveCount(1);
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1]);
  await checkSentFiles(desk);

  const receipt = givenReceipt(desk);
  await expect(desk.page.locator(`[data-receipt="${receipt}"]`)).toContainText(receipt);
  const outcome = await desk.clerk.outcomeOf(intake.id);
  expect(outcome).toMatchObject({ state: 'done', receipt });
  await expect(desk.page.locator(`[data-receipt="${receipt}"]`)).toContainText(receipt);
  await checkSteps(desk, intake.id);
  await checkHistory(desk, intake.id, receipt);
  expect(desk.consoleErrors).toEqual([]);
});

/** The number of the receipt as the gateway itself would show it again. */
function givenReceipt({ gateway }: TestDesk): string {
  const [stored] = gateway.submissions.all();
  const answer = gateway.submissions.get(stored?.id ?? '').body.toString('utf8');
  return (JSON.parse(answer) as { receipt: { number: string } }).receipt.number;
}

/** The receipt passed the submit steps 6 to 8 together; BSrE has the ninth. */
async function checkSteps(desk: TestDesk, id: string): Promise<void> {
  await desk.clerk.go(`/permohonan/${id}`);
  const steps = desk.page.getByRole('list', { name: 'Langkah SOP' }).getByRole('listitem');
  await expect(steps).toHaveCount(11);
  for (let number = 1; number <= 8; number += 1) {
    await expect(steps.nth(number - 1), `step ${number}`).toContainText('Selesai');
  }
  for (const number of [6, 7, 8]) {
    await expect(steps.nth(number - 1), `step ${number}`).toContainText('oleh Loket SE');
  }
  await expect(steps.nth(8)).toHaveAttribute('aria-current', 'step');
  await expect(steps.nth(8)).toContainText('BSrE');
}

/** Every event of the request stands in the timeline, with who and when. */
async function checkHistory(desk: TestDesk, id: string, receipt: string): Promise<void> {
  await desk.clerk.go(`/permohonan/${id}?bagian=history`);
  const entries = desk.page.getByRole('list', { name: 'Riwayat' }).getByRole('listitem');
  const count = await desk.page.locator('[data-event-count]').getAttribute('data-event-count');
  await expect(entries).toHaveCount(Number(count));
  const texts = await entries.allInnerTexts();
  for (const text of texts) {
    expect(text).toMatch(/\d{2}\.\d{2}/);
    expect(text).toMatch(/Petugas Contoh, Loket A|Loket SE, otomatis/);
  }
  const whole = texts.toReversed().join('\n');
  for (const told of [
    /Permohonan dicatat dengan nomor A-\d{4}-0001/,
    /Dilampirkan: Surat Kehilangan dari Kepolisian/,
    /Diterbitkan: Surat Permohonan Pencabutan/,
    /Diterbitkan: Surat Keterangan Alasan/,
    /Diterbitkan: Lembar Disposisi/,
    /Langkah 5 selesai/,
    /Pengajuan masuk antrean kirim/,
    /Pengajuan diterima gateway/,
  ]) {
    expect(whole).toMatch(told);
  }
  expect(whole).toContain(receipt);
}
