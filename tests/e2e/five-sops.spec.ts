import { resolve } from 'node:path';
import { civilServant } from '../helpers/visits';
import { presetOf } from '../helpers/all-sops';
import { expect, test, type TestDesk } from './fixtures';

const PAPER = resolve('resources/examples/scans/0007-supporting.pdf');

/** Each SOP with a reason of its own and the papers its applicant brings. */
const walks = [
  {
    id: 'ciamis-2025-revocation',
    reason: 'other',
    papers: ['superior-statement'],
    submissions: 1,
    dispositions: 2,
  },
  {
    id: 'meranti-2022-revocation',
    reason: 'transferred',
    papers: ['supporting-document'],
    submissions: 1,
    dispositions: 0,
  },
  { id: 'tapin-2025-revocation', reason: 'retired', papers: [], submissions: 1, dispositions: 0 },
  {
    id: 'ciamis-2025-renewal',
    reason: null,
    papers: ['application-letter'],
    submissions: 0,
    dispositions: 3,
  },
  {
    id: 'sumbar-2019-revocation',
    reason: 'data-changed',
    papers: [],
    submissions: 1,
    dispositions: 0,
  },
] as const;

/** Works on until the request has ended; what waits for AMS is answered there. */
async function workToTheEnd(desk: TestDesk, id: string): Promise<void> {
  for (let rounds = 0; rounds < 8; rounds += 1) {
    const left = await desk.clerk.workThrough();
    if (left === null) return;
    expect(left).toBe('wait-for-submission');
    await expect(desk.page.locator('[data-next-action="wait-for-submission"]')).toHaveCount(0);
    await desk.clerk.go(`/permohonan/${id}`);
  }
  throw new Error('The request never ends');
}

for (const { id, reason, papers, submissions, dispositions } of walks) {
  test(`${id}: every step of the SOP, from the counter to its end`, async ({ desk }) => {
    const sop = presetOf(id);
    await desk.clerk.signIn();
    await desk.clerk.setGateway(desk.cable.url, desk.token);
    const data = { ...civilServant(3), reason: { key: reason, note: 'Contoh alasan' } };
    const intake = await desk.clerk.record({ sopId: id, arrivedAt: null, data, papers: [] });
    if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
    for (const paper of papers) await desk.clerk.attach(paper, PAPER);
    desk.cable.plug();
    await workToTheEnd(desk, intake.id);

    await desk.clerk.go(`/permohonan/${intake.id}`);
    const steps = desk.page.getByRole('list', { name: 'Langkah SOP' }).getByRole('listitem');
    await expect(steps).toHaveCount(sop.steps.length);
    for (const [index, { activity }] of sop.steps.entries()) {
      await expect(steps.nth(index)).toContainText(activity);
      await expect(steps.nth(index)).toContainText('Selesai');
    }
    expect(desk.gateway.submissions.all()).toHaveLength(submissions);
    await desk.clerk.go(`/permohonan/${intake.id}?bagian=history`);
    const history = desk.page.getByRole('list', { name: 'Riwayat' });
    await expect(history.getByText(/^Disposisi .+ kepada /)).toHaveCount(dispositions);
    expect(desk.consoleErrors).toEqual([]);
  });
}

test('Sumatera Barat: data that do not match bring a new letter, a new submission, and an end', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, desk.token);
  const data = { ...civilServant(4), reason: { key: 'data-changed', note: 'Contoh alasan' } };
  const visit = { sopId: 'sumbar-2019-revocation', arrivedAt: null, data, papers: [] };
  const intake = await desk.clerk.record(visit);
  if (intake.outcome !== 'recorded') throw new Error(JSON.stringify(intake));
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
  desk.cable.plug();
  await desk.clerk.checkLine();
  await expect(desk.page.locator('[data-next-action="complete-step"]')).toHaveCount(1);

  await desk.clerk.go(`/permohonan/${intake.id}`);
  await desk.clerk.refuseStep('Nama pada surat tidak sama dengan data AMS');
  await expect(desk.page.locator('[data-next-action="make-letters"]')).toHaveCount(1);
  await workToTheEnd(desk, intake.id);

  const sent = desk.gateway.submissions.all();
  expect(sent).toHaveLength(2);
  const puts = desk.gateway.requests.filter(({ route }) => route === 'put');
  const bodies = puts.map(
    ({ body }) =>
      JSON.parse(body) as {
        id: string;
        revision: number;
        replaces: string | null;
        letters: { number: string }[];
      },
  );
  const [first, second] = bodies;
  expect(second).toMatchObject({ revision: 2, replaces: first?.id });
  expect(second?.letters.map(({ number }) => number)).not.toEqual(
    first?.letters.map(({ number }) => number),
  );
  expect(desk.consoleErrors).toEqual([]);
});
