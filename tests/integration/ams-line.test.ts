import { createServer, type Server } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { OrderInput } from '../simulators/ams-gateway/orders';
import {
  openDesk,
  patientTimeouts,
  startGateway,
  submissionBody,
  submissionId as id,
  valueOf,
  someBytes,
} from '../simulators/ams-gateway/test-desk';

const body = submissionBody();
const impatient = { timeouts: { ...patientTimeouts, headersMs: 300, totalMs: 600, healthMs: 300 } };

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return `http://127.0.0.1:${String(address.port)}`;
}

test('a PUT whose reply is lost after the store is unknown, and asking finds it, stored once', async () => {
  const gateway = await startGateway({ isIdempotent: false });
  gateway.orders.add({ route: 'put', how: { kind: 'lose-reply' } });
  const { ams } = openDesk();
  const outcome = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body }));
  expect(outcome).toMatchObject({ outcome: 'unknown', offline: null });
  expect(valueOf(await ams.getSubmission({ baseUrl: gateway.url, id }))).toMatchObject({
    outcome: 'found',
  });
  expect(gateway.submissions.effects()).toEqual({ [id]: 1 });
  expect(gateway.requests.map((request) => request.route)).toEqual(['put', 'get']);
});

const putLosses: readonly (readonly [string, OrderInput['how'], boolean])[] = [
  ['cut while the body arrives', { kind: 'reset-request', afterBytes: 10 }, false],
  ['cut in the middle of the answer', { kind: 'cut-answer' }, true],
  ['stalled before the store', { kind: 'stall', processed: false }, false],
  ['stalled after the store', { kind: 'stall', processed: true }, true],
  ['answered in drips', { kind: 'slow-drip', everyMs: 100 }, true],
];
test.each(putLosses)(
  'a PUT %s is unknown, never retried by itself',
  async (_what, how, isStored) => {
    const gateway = await startGateway();
    gateway.orders.add({ route: 'put', how });
    const { ams } = openDesk(impatient);
    const outcome = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body }));
    expect(outcome).toMatchObject({ outcome: 'unknown', offline: null });
    expect(gateway.requests.filter((request) => request.route === 'put')).toHaveLength(1);
    const patient = openDesk().ams;
    const found = valueOf(await patient.getSubmission({ baseUrl: gateway.url, id }));
    expect(found.outcome).toBe(isStored ? 'found' : 'not-found');
  },
);

const impostors: readonly (readonly [string, OrderInput['how']])[] = [
  ['a portal page with 200', { kind: 'html' }],
  ['a proxy page with 503', { kind: 'html', status: 503 }],
  ['a login page with 401', { kind: 'html', status: 401 }],
  ['a page with 404', { kind: 'html', status: 404 }],
  ['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/v1/health' }],
  ['JSON cut short', { kind: 'raw', status: 200, contentType: 'application/json', body: '{"id":' }],
  [
    'JSON about something else',
    { kind: 'raw', status: 200, contentType: 'application/json', body: '{"error":"login"}' },
  ],
  ['an answer without end', { kind: 'oversized-answer', bytes: 6_000_000 }],
  [
    'a compressed answer nobody asked for',
    {
      kind: 'raw',
      status: 200,
      contentType: 'application/json',
      body: 'x',
      headers: { 'content-encoding': 'gzip' },
    },
  ],
];
test.each(impostors)(
  '%s is not the gateway: offline, or unknown once the body has left',
  async (_what, how) => {
    const gateway = await startGateway();
    gateway.orders.add({ route: 'any', times: 4, how });
    const { ams } = openDesk();
    const baseUrl = gateway.url;
    const offline = { outcome: 'offline', reason: 'not-the-gateway' };
    expect(valueOf(await ams.health({ baseUrl }))).toMatchObject(offline);
    expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toMatchObject(offline);
    expect(valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: null }))).toMatchObject(
      offline,
    );
    expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toMatchObject({
      outcome: 'unknown',
      offline: 'not-the-gateway',
    });
    expect(gateway.requests).toHaveLength(4);
  },
);

test('an answer about another id is no receipt', async () => {
  const gateway = await startGateway();
  const other = JSON.stringify({
    id: 'x',
    receipt: { number: '1', receivedAt: 't' },
    state: 'received',
  });
  gateway.orders.add({
    route: 'put',
    how: { kind: 'raw', status: 201, contentType: 'application/json', body: other },
  });
  const { ams } = openDesk();
  const outcome = valueOf(await ams.putSubmission({ baseUrl: gateway.url, id, body }));
  expect(outcome).toMatchObject({ outcome: 'unknown', offline: 'not-the-gateway' });
});

const slowAnswers: readonly (readonly [string, OrderInput['how']])[] = [
  ['silence', { kind: 'stall' }],
  ['a slow drip', { kind: 'slow-drip', everyMs: 200 }],
  ['a cut connection', { kind: 'lose-reply' }],
];
test.each(slowAnswers)(
  '%s ends in patience for a GET and a list, offline for the probe',
  async (_what, how) => {
    const gateway = await startGateway();
    gateway.submissions.put(id, id, Buffer.from(body), false);
    gateway.orders.add({ route: 'any', times: 3, how });
    const { ams } = openDesk(impatient);
    const baseUrl = gateway.url;
    const retry = { outcome: 'retry', status: null, retryAfterMs: null };
    expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toMatchObject(retry);
    expect(valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: null }))).toMatchObject(
      retry,
    );
    expect(valueOf(await ams.health({ baseUrl }))).toMatchObject({
      outcome: 'offline',
      reason: 'no-connection',
    });
  },
);

test('a gateway that is not there is offline, and nothing of a PUT has left', async () => {
  const gateway = await startGateway();
  const baseUrl = gateway.url;
  await gateway.stop();
  const { ams, addFile } = openDesk();
  const offline = { outcome: 'offline', reason: 'no-connection', detail: 'ECONNREFUSED' };
  expect(valueOf(await ams.health({ baseUrl }))).toEqual(offline);
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toEqual(offline);
  expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toEqual(offline);
  expect(valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: null }))).toEqual(offline);
  const file = addFile(someBytes(10));
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toEqual(offline);
});

test('a name nobody knows is offline', async () => {
  const { ams } = openDesk();
  const outcome = await ams.putSubmission({ baseUrl: 'https://gateway.invalid', id, body });
  expect(valueOf(outcome)).toMatchObject({ outcome: 'offline', reason: 'no-connection' });
});

test('a TLS handshake that never ends is a connection that was not made: the PUT stays at home', async () => {
  const silent = createServer();
  const received: Buffer[] = [];
  silent.on('connection', (socket) => {
    socket.on('data', (chunk) => received.push(chunk));
    socket.on('error', () => undefined);
    onTestFinished(() => {
      socket.destroy();
    });
  });
  const baseUrl = (await listen(silent)).replace('http:', 'https:');
  const { ams } = openDesk({ timeouts: { ...patientTimeouts, connectMs: 300 } });
  const outcome = valueOf(await ams.putSubmission({ baseUrl, id, body }));
  expect(outcome).toEqual({
    outcome: 'offline',
    reason: 'no-connection',
    detail: 'UND_ERR_CONNECT_TIMEOUT',
  });
  expect(Buffer.concat(received).toString('latin1')).not.toContain('Contoh Satu');
});

test('something that does not speak HTTP is not the gateway', async () => {
  const babble = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end('220 mail.example ESMTP\r\n'));
  });
  const baseUrl = await listen(babble);
  const { ams } = openDesk();
  expect(valueOf(await ams.health({ baseUrl }))).toMatchObject({
    outcome: 'offline',
    reason: 'not-the-gateway',
  });
});

test.each([
  ['http://8.8.8.8', 'plain-http-to-public-host'],
  ['http://[2001:4860:4860::8888]', 'plain-http-to-public-host'],
  ['http://[::ffff:8.8.8.8]', 'plain-http-to-public-host'],
  ['http://172.32.0.1', 'plain-http-to-public-host'],
  ['ftp://10.0.0.1', 'not-an-address'],
  ['gateway', 'not-an-address'],
  ['', 'not-an-address'],
  ['https://user:secret@gateway.example', 'credentials-in-address'],
])('the address %s is refused before anything is asked', async (baseUrl, detail) => {
  const { ams, addFile, tokenRequests } = openDesk();
  const refused = { outcome: 'offline', reason: 'address-refused', detail };
  expect(valueOf(await ams.health({ baseUrl }))).toEqual(refused);
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toEqual(refused);
  expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toEqual(refused);
  expect(valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: null }))).toEqual(refused);
  expect(valueOf(await ams.uploadFile({ baseUrl, ...addFile(someBytes(3)) }))).toEqual(refused);
  expect(tokenRequests).toEqual([]);
});

test('plain http reaches a loopback name', async () => {
  const gateway = await startGateway();
  const { ams } = openDesk();
  const baseUrl = gateway.url.replace('127.0.0.1', 'localhost');
  expect(valueOf(await ams.health({ baseUrl }))).toMatchObject({ outcome: 'online' });
});

test('the token goes to its own origin only, whatever a redirect says', async () => {
  const seen: string[] = [];
  const stranger = createHttpServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  const elsewhere = await listen(stranger);
  const gateway = await startGateway();
  gateway.orders.add({
    route: 'any',
    times: 4,
    how: { kind: 'redirect', location: `${elsewhere}/v1/health` },
  });
  const { ams, tokenRequests } = openDesk();
  const baseUrl = gateway.url;
  await ams.health({ baseUrl });
  await ams.getSubmission({ baseUrl, id });
  await ams.listSubmissions({ baseUrl, updatedAfter: null });
  await ams.putSubmission({ baseUrl, id, body });
  expect(seen).toEqual([]);
  expect(new Set(tokenRequests)).toEqual(new Set([new URL(baseUrl).origin]));
});

test.each([
  ['none', null],
  ['one that cannot be a header', 'a\r\nb'],
])('with no usable token (%s) nothing leaves: the administrator is asked', async (_what, token) => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ tokenFor: () => Promise.resolve(token) });
  const baseUrl = gateway.url;
  const credentials = { outcome: 'credentials', status: 401 };
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toEqual(credentials);
  expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toEqual(credentials);
  expect(valueOf(await ams.uploadFile({ baseUrl, ...addFile(someBytes(3)) }))).toEqual(credentials);
  expect(gateway.requests).toEqual([]);
  expect(valueOf(await ams.health({ baseUrl }))).toMatchObject({ outcome: 'online' });
});

test('a wrong token is a matter of credentials everywhere', async () => {
  const gateway = await startGateway({ token: 'another' });
  const { ams, addFile } = openDesk();
  const baseUrl = gateway.url;
  const credentials = { outcome: 'credentials', status: 401 };
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body }))).toEqual(credentials);
  expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toEqual(credentials);
  expect(valueOf(await ams.listSubmissions({ baseUrl, updatedAfter: null }))).toEqual(credentials);
  expect(valueOf(await ams.uploadFile({ baseUrl, ...addFile(someBytes(3)) }))).toEqual(credentials);
});
