import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visitOf } from '../helpers/visits';
import { expect, test, type TestDesk } from './fixtures';

const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** Somebody's submission waits in the outbox, and the outbox is open. */
async function queueOne(desk: TestDesk, token = desk.token): Promise<void> {
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, token);
  await desk.clerk.record(visitOf(0));
  await desk.clerk.attach('police-report', POLICE_REPORT);
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
  await desk.clerk.go('/antrean');
  await expect(state(desk, 'ready')).toHaveCount(1);
}

function state(desk: TestDesk, name: string) {
  return desk.page.locator(`[data-job-state="${name}"]`);
}

async function goOnline(desk: TestDesk): Promise<void> {
  desk.cable.plug();
  await desk.clerk.checkLine();
}

async function press(desk: TestDesk, button: string): Promise<void> {
  await desk.page.locator(`[data-job-action="${button}"]`).first().press('Enter');
}

test('refused by the gateway: the field in the words of the form, then cancelled and queued anew', async ({
  desk,
}) => {
  desk.gateway.orders.add({
    route: 'put',
    how: {
      kind: 'problem',
      status: 422,
      errors: [{ pointer: '/applicant/email', detail: 'not an official address' }],
    },
  });
  await queueOne(desk);
  await goOnline(desk);
  await expect(state(desk, 'needs-action')).toHaveCount(1);
  await expect(desk.page.getByText('E-mail').first()).toBeVisible();
  await press(desk, 'cancel');
  await desk.page.locator('dialog textarea').fill('Diperbaiki dahulu');
  await desk.page.keyboard.press('Control+Enter');
  await expect(state(desk, 'cancelled')).toHaveCount(1);
  await desk.clerk.go('/');
  await desk.page.locator('tbody tr').first().press('Enter');
  await desk.page.locator('main [data-action="queue-submission"]').first().click();
  await desk.clerk.go('/antrean');
  await expect(state(desk, 'done')).toHaveCount(1);
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1]);
});

test('a wrong token holds the whole queue until it is mended; then all is sent', async ({
  desk,
}) => {
  await queueOne(desk, 'salah');
  await goOnline(desk);
  await expect(desk.page.locator('[data-paused="true"]').first()).toBeVisible();
  expect(desk.gateway.submissions.all()).toHaveLength(0);
  await desk.clerk.setGateway(desk.cable.url, desk.token);
  await desk.clerk.go('/antrean');
  await expect(state(desk, 'done')).toHaveCount(1);
});

test('a captive portal is no connection: nothing is called sent', async ({ desk }) => {
  desk.gateway.orders.add({ route: 'health', times: 2, how: { kind: 'html' } });
  await queueOne(desk);
  await goOnline(desk);
  await expect(desk.page.getByRole('status', { name: 'Status sambungan' })).toContainText('Luring');
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
  await desk.page.locator('dialog textarea').fill('Menunggu surat asli');
  await desk.page.keyboard.press('Control+Enter');
  await expect(state(desk, 'held')).toHaveCount(1);
  await goOnline(desk);
  await expect(desk.page.getByRole('status', { name: 'Status sambungan' })).toContainText('Daring');
  await expect(state(desk, 'held')).toHaveCount(1);
  const download = desk.page.waitForEvent('download');
  await press(desk, 'export');
  const path = info.outputPath('job.zip');
  await (await download).saveAs(path);
  const names = Object.keys(unzipSync(new Uint8Array(readFileSync(path))));
  expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
  expect(names.filter((name) => name.endsWith('.json')).length).toBeGreaterThan(0);
  expect(names.join()).not.toContain('Contoh');
  await press(desk, 'release');
  await expect(state(desk, 'done')).toHaveCount(1);
});
