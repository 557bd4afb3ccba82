import { unzipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { keepsFile } from '../helpers/opened-folder';
import { sha256 } from '../helpers/stored-files';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** Somebody's submission waits in the outbox, and the outbox is open. */
async function queueOne(
  desk: TestDesk,
  { token = desk.token, paper = POLICE_REPORT } = {},
): Promise<void> {
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, token);
  await submit(desk, 0, paper);
  await desk.clerk.go('/antrean');
  await expect(state(desk, 'ready')).toHaveCount(1);
}

/** Records a person and works the request through until its submission waits. */
async function submit(desk: TestDesk, person: number, paper: string): Promise<void> {
  const intake = await desk.clerk.record(visitOf(person));
  expect(intake).toMatchObject({ outcome: 'recorded' });
  await desk.clerk.attach('police-report', paper);
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
}

function state(desk: TestDesk, name: string) {
  return desk.page.locator(`[data-job-state="${name}"]`);
}

async function goOnline(desk: TestDesk): Promise<void> {
  desk.cable.plug();
  await desk.clerk.checkLine();
}

/** Reaches a button of the job by Tab, as somebody without a mouse does, and presses it. */
async function press(desk: TestDesk, button: string): Promise<void> {
  const wanted = desk.page.locator(`[data-job-action="${button}"]`).first();
  await wanted.waitFor();
  for (let stops = 0; stops < 60 && !(await hasFocus(wanted)); stops += 1) {
    await desk.page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
  await desk.page.keyboard.press('Enter');
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

/** Says why and confirms; the field of the question has the focus. */
async function giveReason(desk: TestDesk, reason: string): Promise<void> {
  await expect(desk.page.locator('dialog textarea')).toBeFocused();
  await desk.page.keyboard.type(reason);
  await desk.page.keyboard.press('Control+Enter');
}

/** Takes the submission back and queues what the request is now. */
async function cancelAndQueueAnew(desk: TestDesk, between: () => Promise<void>): Promise<void> {
  await press(desk, 'cancel');
  await giveReason(desk, 'Diperbaiki dahulu');
  await expect(state(desk, 'cancelled')).toHaveCount(1);
  await desk.clerk.go('/');
  await desk.page.locator('tbody tr').first().press('Enter');
  await desk.page.locator('[data-register-number]').waitFor();
  await between();
  await desk.page.locator('main [data-action="queue-submission"]').first().click();
  await desk.clerk.go('/antrean');
}

test('refused by the gateway: the field in the words of the form, then cancelled and queued anew', async ({
  desk,
}) => {
  desk.gateway.orders.add({
    route: 'put',
    how: {
      kind: 'problem',
      status: 422,
      errors: [
        { pointer: '/applicant/email', detail: 'not an official address' },
        { pointer: '/files/0/size', detail: 'too long' },
      ],
    },
  });
  await queueOne(desk);
  await goOnline(desk);
  await expect(state(desk, 'needs-action')).toHaveCount(1);
  const details = desk.page.locator('[data-state="needs-action"]');
  await expect(details).toContainText('Perlu tindakan: gateway menolak isian');
  await expect(details).toContainText('E-mail dinas pemohon: not an official address');
  await expect(details).toContainText('Surat permohonan: too long');
  await cancelAndQueueAnew(desk, () => Promise.resolve());
  await expect(state(desk, 'done')).toHaveCount(1);
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1]);
});

test('a wrong token holds the whole queue until it is mended; then all is sent', async ({
  desk,
}) => {
  await queueOne(desk, { token: 'salah' });
  await submit(desk, 1, POLICE_REPORT);
  await desk.clerk.go('/antrean');
  await goOnline(desk);
  const notice = desk.page.locator('main').getByText(/token gateway ditolak\. Perbarui token/);
  await expect(notice).toHaveCount(1);
  await expect(state(desk, 'ready')).toHaveCount(2);
  const refused = desk.gateway.requests.filter(({ route }) => route !== 'health').length;
  expect(refused).toBeGreaterThan(0);
  expect(desk.gateway.submissions.all()).toHaveLength(0);

  await desk.clerk.setGateway(desk.cable.url, desk.token);
  await desk.clerk.go('/antrean');
  await expect(state(desk, 'done')).toHaveCount(2);
  await expect(notice).toHaveCount(0);
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1, 1]);
});

test('a captive portal is no connection: nothing is called sent', async ({ desk }) => {
  desk.gateway.orders.add({ route: 'health', times: 2, how: { kind: 'html' } });
  await queueOne(desk);
  await goOnline(desk);
  await expect(desk.page.getByRole('status', { name: 'Status sambungan' })).toContainText('Luring');
  await expect(desk.page.locator('main').getByText('yang menjawab bukan gateway')).toBeVisible();
  await expect(state(desk, 'ready')).toHaveCount(1);
  await expect(state(desk, 'done')).toHaveCount(0);
  await expect(async () => {
    await desk.clerk.checkLine();
    await expect(state(desk, 'done')).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
});

test('a reply lost after the server stored: asked first, one effect, one receipt', async ({
  desk,
}) => {
  desk.gateway.orders.add({ route: 'put', how: { kind: 'lose-reply' } });
  await queueOne(desk);
  await goOnline(desk);
  await expect(state(desk, 'done')).toHaveCount(1, { timeout: 60_000 });
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1]);
  const routes = desk.gateway.requests.map(({ route }) => route);
  expect(routes.filter((route) => route === 'put')).toHaveLength(1);
  expect(routes).toContain('get');
});

test('held by a person it waits, exported it is whole, released it is sent', async ({
  desk,
}, info) => {
  await queueOne(desk);
  await press(desk, 'hold');
  await giveReason(desk, 'Menunggu surat asli');
  await expect(state(desk, 'held')).toHaveCount(1);
  await goOnline(desk);
  await expect(desk.page.getByRole('status', { name: 'Status sambungan' })).toContainText('Daring');
  await expect(state(desk, 'held')).toHaveCount(1);
  const download = desk.page.waitForEvent('download');
  await press(desk, 'export');
  const path = info.outputPath('job.zip');
  await (await download).saveAs(path);
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const names = Object.keys(files);
  expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
  expect(names.filter((name) => name.endsWith('.json')).length).toBeGreaterThan(0);
  expect(names.join()).not.toContain('Contoh');
  await press(desk, 'release');
  await expect(state(desk, 'done')).toHaveCount(1);

  // What a person carries elsewhere is what was sent, byte for byte.
  const sent = desk.gateway.submissions.all()[0]?.body ?? '';
  const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'));
  expect(texts).toContain(sent);
  for (const bytes of Object.values(files)) {
    if (Buffer.from(bytes.slice(0, 5)).toString() !== '%PDF-') continue;
    expect(await keepsFile(desk.dataFolder, bytes)).toBe(true);
    expect(sent).toContain(sha256(bytes));
  }
});

/** A whole PDF of more than a million bytes. */
async function largePaper(path: string): Promise<string> {
  const paper = await PDFDocument.load(readFileSync(POLICE_REPORT));
  await paper.attach(randomBytes(1_200_000), 'pindaian.bin');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await paper.save());
  return path;
}

test('a paper larger than the gateway takes: said with the limit; with a smaller one it is sent', async ({
  desk,
}, info) => {
  await queueOne(desk, { paper: await largePaper(info.outputPath('besar.pdf')) });
  await goOnline(desk);
  await expect(state(desk, 'needs-action')).toHaveCount(1);
  await expect(desk.page.locator('[data-state="needs-action"]')).toContainText(
    'Perlu tindakan: berkas ditolak karena lebih dari 1 MB',
  );
  await expect(desk.page.getByRole('status', { name: 'Status sambungan' })).toContainText(
    '1 perlu tindakan',
  );
  expect(desk.gateway.submissions.all()).toHaveLength(0);
  await cancelAndQueueAnew(desk, async () => {
    await desk.page.keyboard.press('b');
    await desk.page.getByRole('button', { name: /^Hapus lampiran / }).click();
    await giveReason(desk, 'Diganti yang lebih kecil');
    await expect(desk.page.locator('[data-attachment]')).toHaveCount(0);
    await desk.clerk.attach('police-report', POLICE_REPORT);
  });
  await expect(state(desk, 'done')).toHaveCount(1);
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1]);
});
