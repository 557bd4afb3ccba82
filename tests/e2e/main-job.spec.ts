import { resolve } from 'node:path';
import type { Visit } from '../helpers/clerk';
import { expect, test } from './fixtures';

const POLICE_REPORT = resolve('resources/examples/scans/0001-police.pdf');

/** A plainly made-up visit; the NIK is an example. */
const visit: Visit = {
  sopId: 'ciamis-2025-revocation',
  arrivedAt: null,
  data: {
    applicant: {
      name: 'Contoh Satu, S.E.',
      nik: '3207010101850001',
      personnel: 'pns',
      nip: '198501012010011001',
      rank: 'Penata, III/c',
      position: 'Analis Contoh',
      unit: 'Badan Contoh Daerah',
      email: 'contoh.satu@contoh.go.id',
      phone: '6281200000001',
    },
    superior: {
      name: 'Contoh Atasan, M.Si.',
      nip: '197001011995011001',
      rank: 'Pembina Utama Muda, IV/c',
      position: 'Kepala Badan Contoh Daerah',
    },
    certificate: { subjectDn: null, serialNumber: '5f3a9c01020304', notAfter: '2027-01-31' },
    reason: { key: 'private-key-lost', note: 'Laptop hilang di perjalanan' },
  },
  papers: [],
};

test('the whole job: recorded offline, reopened offline, sent by itself with a receipt', async ({
  desk,
}) => {
  await desk.clerk.signIn();
  await desk.clerk.setGateway(desk.cable.url, desk.token);
  const intake = await desk.clerk.record(visit);
  expect(intake).toMatchObject({ outcome: 'recorded' });
  await desk.clerk.attach('police-report', POLICE_REPORT);
  expect(await desk.clerk.workThrough()).toBe('wait-for-submission');
  expect(desk.gateway.submissions.all()).toHaveLength(0);

  await desk.reopen();
  await desk.clerk.signIn();
  await desk.clerk.go('/antrean');
  await expect(desk.page.locator('[data-job-state="ready"]')).toHaveCount(1);
  expect(desk.gateway.submissions.all()).toHaveLength(0);

  desk.cable.plug();
  await desk.clerk.checkLine();
  await expect(desk.page.locator('[data-job-state="done"]')).toHaveCount(1);
  expect(Object.values(desk.gateway.submissions.effects())).toEqual([1]);
  expect(desk.consoleErrors).toEqual([]);
});
