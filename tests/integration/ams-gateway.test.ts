import { expect, test } from 'vitest';
import type { Misbehaviour } from '../simulators/ams-gateway/orders';
import {
  applicant,
  openDesk,
  otherSubmissionId,
  sha256Of,
  someBytes,
  startGateway,
  submissionBody,
  submissionId,
  valueOf,
} from '../simulators/ams-gateway/test-desk';

const id = submissionId;

test('the probe counts a healthy gateway as online and measures its clock', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const health = valueOf(await ams.health({ baseUrl: gateway.url }));
  expect(health.outcome).toBe('online');
  gateway.orders.add({ route: 'health', how: { kind: 'wrong-clock', offsetMs: 3_600_000 } });
  const wrong = valueOf(await ams.health({ baseUrl: gateway.url }));
  if (wrong.outcome !== 'online' || wrong.clockOffsetMs === null) throw new Error('no clock');
  expect(Math.abs(wrong.clockOffsetMs - 3_600_000)).toBeLessThan(60_000);
});

test.each([
  ['another service', { service: 'other', version: '1', time: '2026-01-01T00:00:00Z' }],
  ['another version', { service: 'ams-gateway', version: '2', time: '2026-01-01T00:00:00Z' }],
  ['no time', { service: 'ams-gateway', version: '1' }],
  ['a list', []],
])('the probe does not count %s as online', async (_what, value) => {
  const gateway = await startGateway();
  const raw = { kind: 'raw', status: 200, contentType: 'application/json' } as const;
  gateway.orders.add({ route: 'health', how: { ...raw, body: JSON.stringify(value) } });
  const { ams } = openDesk();
  expect(valueOf(await ams.health({ baseUrl: gateway.url }))).toMatchObject({
    outcome: 'offline',
    reason: 'not-the-gateway',
  });
});

test('the whole way: files, record, receipt, state, list', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk();
  const baseUrl = gateway.url;
  const bytes = someBytes(5000);
  const file = addFile(bytes);
  const { sha256, name, mediaType } = file;
  const body = submissionBody({
    files: [{ sha256, name, mediaType, size: bytes.byteLength, document: 'police-report' }],
    letters: [{ number: '1', date: '2026-03-02', kind: 'application-letter', file: sha256 }],
  });

  expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toEqual({
    outcome: 'missing-files',
    missing: [sha256],
  });
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toEqual({ outcome: 'stored' });
  expect(sha256Of(gateway.files.bytesOf(sha256))).toBe(sha256);
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toMatchObject({
    outcome: 'stored',
    repeated: false,
    receipt: { number: 'AMS-000001' },
    state: 'received',
  });
  expect(gateway.submissions.all()).toEqual([{ id, state: 'received', body }]);

  gateway.submissions.setState({ id, state: 'verifying' });
  gateway.submissions.setState({
    id,
    state: 'returned',
    note: 'Surat belum lengkap',
    missingDocuments: ['police-report'],
    certificate: { status: 'ISSUE', serialNumber: '0A', revokedAt: null },
  });
  const found = valueOf(await ams.getSubmission({ baseUrl, id }));
  expect(found).toMatchObject({
    outcome: 'found',
    submission: {
      id,
      state: 'returned',
      note: 'Surat belum lengkap',
      missingDocuments: ['police-report'],
      certificate: { status: 'ISSUE', serialNumber: '0A', revokedAt: null },
    },
  });
  const page = valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: null }));
  if (page.outcome !== 'page') throw new Error(page.outcome);
  expect(page.items.map((item) => item.id)).toEqual([id]);
  const next = valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: page.cursor }));
  expect(next).toMatchObject({ outcome: 'page', items: [], more: false });
});

test('repeating the same body is answered with the same receipt and takes effect once', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const body = submissionBody();
  const first = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body }));
  const second = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body }));
  if (first.outcome !== 'stored' || second.outcome !== 'stored') throw new Error('not stored');
  expect(second).toMatchObject({ repeated: true, receipt: first.receipt });
  expect(gateway.submissions.effects()).toEqual({ [id]: 1 });
  expect(gateway.requests[0]?.headers['idempotency-key']).toBe(id);
});

test('another body under the same id is never overwritten', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const body = submissionBody();
  await ams.putSubmission({ baseUrl: gateway.url, id, body });
  const changed = submissionBody({ service: 'renewal' });
  const outcome = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body: changed }));
  expect(outcome.outcome).toBe('different-content');
  expect(gateway.submissions.all()).toEqual([{ id, state: 'received', body }]);
});

test('a refused body names its fields by pointers', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const body = submissionBody({ applicant: { ...applicant, nik: '12' } });
  const outcome = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body }));
  expect(outcome).toMatchObject({ outcome: 'refused', status: 422 });
  if (outcome.outcome !== 'refused') throw new Error(outcome.outcome);
  expect(outcome.errors.map((error) => error.pointer)).toEqual(['/applicant/nik']);
});

function problem(status: number, headers: Readonly<Record<string, string>> = {}): Misbehaviour {
  return { kind: 'problem', type: 'about:blank', detail: 'd', headers, status };
}

test.each([
  ['401', problem(401), { outcome: 'credentials', status: 401 }],
  ['403', problem(403), { outcome: 'credentials', status: 403 }],
  ['413', problem(413), { outcome: 'too-large', limit: null }],
  ['415', problem(415), { outcome: 'unsupported', detail: 'd' }],
  [
    '409 of another type',
    problem(409),
    { outcome: 'refused', status: 409, detail: 'd', errors: [] },
  ],
  [
    '424 without a list',
    problem(424),
    { outcome: 'refused', status: 424, detail: 'd', errors: [] },
  ],
  ['404', problem(404), { outcome: 'refused', status: 404, detail: 'd', errors: [] }],
  ['408', problem(408), { outcome: 'retry', status: 408, detail: 'd', retryAfterMs: null }],
  ['500', problem(500), { outcome: 'retry', status: 500, detail: 'd', retryAfterMs: null }],
  [
    '429 with seconds',
    problem(429, { 'retry-after': '120' }),
    { outcome: 'retry', status: 429, detail: 'd', retryAfterMs: 120_000 },
  ],
])('a PUT answered with %s', async (_what, how, expected) => {
  const gateway = await startGateway();
  gateway.orders.add({ route: 'put', how });
  const { ams } = openDesk();
  const outcome = await ams.putSubmission({ baseUrl: gateway.url, id, body: submissionBody() });
  expect(valueOf(outcome)).toEqual(expected);
  expect(gateway.submissions.effects()).toEqual({});
});

test('Retry-After as a date is measured by the clock of the gateway, not of the desk', async () => {
  const now = Date.parse('2026-03-02T02:00:00Z');
  const gateway = await startGateway({ now: () => now });
  const headers = { 'retry-after': 'Mon, 02 Mar 2026 02:01:30 GMT' };
  gateway.orders.add({ route: 'put', how: problem(503, headers) });
  const { ams } = openDesk();
  const outcome = await ams.putSubmission({ baseUrl: gateway.url, id, body: submissionBody() });
  expect(valueOf(outcome)).toMatchObject({ outcome: 'retry', status: 503, retryAfterMs: 90_000 });
});

test('a withheld receipt is null and comes later by asking', async () => {
  const gateway = await startGateway();
  gateway.orders.add({ route: 'put', how: { kind: 'withhold-receipt' } });
  const { ams } = openDesk();
  const stored = await ams.putSubmission({ baseUrl: gateway.url, id, body: submissionBody() });
  expect(valueOf(stored)).toEqual({
    outcome: 'stored',
    repeated: false,
    receipt: null,
    state: 'received',
  });
  gateway.submissions.giveReceipt(id);
  const found = valueOf(await ams.getSubmission({ baseUrl: gateway.url, id }));
  expect(found).toMatchObject({ submission: { receipt: { number: 'AMS-000001' } } });
});

test('GET of an unknown id is not found; credentials and patience are told apart', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const ask = async () =>
    valueOf(await ams.getSubmission({ baseUrl: gateway.url, id: otherSubmissionId }));
  expect(await ask()).toEqual({ outcome: 'not-found' });
  gateway.orders.add({ route: 'get', how: problem(403) });
  expect(await ask()).toEqual({ outcome: 'credentials', status: 403 });
  gateway.orders.add({ route: 'get', how: problem(503, { 'retry-after': '3' }) });
  expect(await ask()).toMatchObject({ outcome: 'retry', status: 503, retryAfterMs: 3000 });
});

test('the list comes in pages that miss nothing and repeat nothing', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const ids = Array.from({ length: 205 }, (_, index) => {
    return `01890a5d-ac96-774b-bcce-${String(index).padStart(12, '0')}`;
  });
  for (const each of ids) {
    gateway.submissions.put(each, each, Buffer.from(submissionBody({ id: each })), false);
  }
  const first = valueOf(await ams.listSubmissions({ baseUrl: gateway.url, updatedAfter: null }));
  if (first.outcome !== 'page') throw new Error(first.outcome);
  expect(first).toMatchObject({ more: true });
  const rest = valueOf(
    await ams.listSubmissions({ baseUrl: gateway.url, updatedAfter: first.cursor }),
  );
  if (rest.outcome !== 'page') throw new Error(rest.outcome);
  expect(rest.more).toBe(false);
  expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(ids);
});

test('one unreadable item does not hide the others of its page', async () => {
  const gateway = await startGateway();
  const items = [{ state: 'received' }, { id, revision: 1, state: 'a-later-state', more: 1 }, null];
  const body = JSON.stringify({ items, cursor: 'c', more: false, extra: true });
  const raw = { kind: 'raw', status: 200, contentType: 'application/json; charset=utf-8' } as const;
  gateway.orders.add({ route: 'list', how: { ...raw, body } });
  const { ams } = openDesk();
  const page = valueOf(await ams.listSubmissions({ baseUrl: gateway.url, updatedAfter: null }));
  expect(page).toMatchObject({ outcome: 'page', items: [{ id, state: 'a-later-state' }] });
});

test('a base URL with a path is kept', async () => {
  const gateway = await startGateway({ basePath: '/layanan/ams' });
  const { ams, addFile } = openDesk();
  const file = addFile(someBytes(10));
  expect(valueOf(await ams.health({ baseUrl: `${gateway.url}/` }))).toMatchObject({
    outcome: 'online',
  });
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
});
