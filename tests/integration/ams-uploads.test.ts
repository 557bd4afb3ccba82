import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { OrderInput } from '../simulators/ams-gateway/orders';
import {
  startAmsGatewaySimulator,
  type AmsGatewaySimulator,
} from '../simulators/ams-gateway/simulator';
import {
  openDesk,
  patientTimeouts,
  sha256Of,
  someBytes,
  startGateway,
  temporaryFolder,
  token,
  valueOf,
} from '../simulators/ams-gateway/test-desk';

const chunkSizes = { fast: 1000, slow: 100 };

function routesOf(gateway: AmsGatewaySimulator): readonly string[] {
  return gateway.requests.map((request) => request.route);
}

function patchesOf(gateway: AmsGatewaySimulator): readonly (readonly [number, number])[] {
  return gateway.requests
    .filter((request) => request.route === 'files-patch')
    .map((request) => [Number(request.headers['upload-offset']), request.bytes] as const);
}

test('a file arrives whole, in chunks with checksums and its metadata', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ chunkSizes });
  const bytes = someBytes(2500);
  const file = addFile(bytes);
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(Buffer.from(bytes).equals(gateway.files.bytesOf(file.sha256))).toBe(true);
  expect(patchesOf(gateway)).toEqual([
    [0, 1000],
    [1000, 1000],
    [2000, 500],
  ]);
  const created = gateway.requests.find((request) => request.route === 'files-create');
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  expect(created?.headers['upload-metadata']).toBe(
    `sha256 ${base64(file.sha256)},filename ${base64('surat.pdf')},filetype ${base64('application/pdf')}`,
  );
  for (const request of gateway.requests) {
    expect(request.headers['authorization']).toBe(`Bearer ${token}`);
    if (request.route !== 'files-patch') continue;
    expect(request.headers['upload-checksum']).toMatch(/^sha256 [A-Za-z0-9+/]{43}=$/);
  }
});

test('a file the gateway has already is not sent again: no PATCH follows the creation', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ chunkSizes });
  const file = addFile(someBytes(2500));
  await ams.uploadFile({ baseUrl: gateway.url, ...file });
  gateway.requests.length = 0;
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(routesOf(gateway)).toEqual(['files-create']);
});

test('an empty file is whole when created', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk();
  const file = addFile(new Uint8Array());
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(patchesOf(gateway)).toEqual([]);
});

test('the same file asked for twice at once is sent once', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ chunkSizes });
  const file = addFile(someBytes(2500));
  const both = [
    ams.uploadFile({ baseUrl: gateway.url, ...file }),
    ams.uploadFile({ baseUrl: gateway.url, ...file }),
  ];
  for (const outcome of await Promise.all(both))
    expect(valueOf(outcome)).toEqual({ outcome: 'stored' });
  expect(patchesOf(gateway)).toHaveLength(3);
});

test('after a restart in the middle of a file the upload continues from the offset of HEAD', async () => {
  const gateway = await startGateway();
  const uploadsFolder = join(temporaryFolder(), 'uploads');
  const desk = openDesk({ chunkSizes, uploadsFolder });
  const bytes = someBytes(2500);
  const file = desk.addFile(bytes);
  gateway.orders.add({
    route: 'files-patch',
    skip: 1,
    how: { kind: 'reset-request', afterBytes: 300 },
  });
  expect(valueOf(await desk.ams.uploadFile({ baseUrl: gateway.url, ...file }))).toMatchObject({
    outcome: 'retry',
    status: null,
  });
  expect(readdirSync(uploadsFolder)).toHaveLength(1);
  gateway.requests.length = 0;

  const restarted = desk.restart();
  expect(valueOf(await restarted.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(routesOf(gateway)).toEqual(['files-options', 'files-head', 'files-patch', 'files-patch']);
  expect(patchesOf(gateway)).toEqual([
    [1000, 1000],
    [2000, 500],
  ]);
  expect(sha256Of(gateway.files.bytesOf(file.sha256))).toBe(file.sha256);
  expect(readdirSync(uploadsFolder)).toEqual([]);
});

test('a gateway killed in the middle of a file and started again gets the rest only', async () => {
  const folder = temporaryFolder();
  const gateway = await startGateway({ folder });
  const { ams, addFile } = openDesk({ chunkSizes });
  const file = addFile(someBytes(2500));
  gateway.orders.add({ route: 'files-patch', skip: 1, how: { kind: 'kill', afterBytes: 500 } });
  const baseUrl = gateway.url;
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toMatchObject({
    outcome: 'retry',
    status: null,
  });
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toMatchObject({
    outcome: 'offline',
    reason: 'no-connection',
  });

  const again = await startAmsGatewaySimulator({ folder, token, port: gateway.port });
  onTestFinished(() => again.stop());
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toEqual({ outcome: 'stored' });
  expect(routesOf(again)[0]).toBe('files-head');
  expect(patchesOf(again)[0]?.[0]).toBe(1000);
  expect(sha256Of(again.files.bytesOf(file.sha256))).toBe(file.sha256);
});

test('a chunk whose answer was lost is not sent twice', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ chunkSizes: { fast: 1000, slow: 1000 } });
  const file = addFile(someBytes(2500));
  gateway.orders.add({ route: 'files-patch', how: { kind: 'lose-reply' } });
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toMatchObject({
    outcome: 'retry',
  });
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(patchesOf(gateway).map(([offset]) => offset)).toEqual([0, 1000, 2000]);
});

test('a line that broke under a chunk gets small chunks from then on', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({
    chunkSizes,
    timeouts: { ...patientTimeouts, headersMs: 2000 },
  });
  const file = addFile(someBytes(1300));
  gateway.orders.add({ route: 'files-patch', skip: 1, how: { kind: 'stall' } });
  await ams.uploadFile({ baseUrl: gateway.url, ...file });
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(patchesOf(gateway)).toEqual([
    [0, 1000],
    [1000, 300],
    [1000, 100],
    [1100, 100],
    [1200, 100],
  ]);
});

test('an upload the gateway has cleared away is made anew', async () => {
  const gateway = await startGateway();
  const desk = openDesk({ chunkSizes });
  const file = desk.addFile(someBytes(2500));
  gateway.orders.add({ route: 'files-patch', skip: 1, how: { kind: 'reset-request' } });
  await desk.ams.uploadFile({ baseUrl: gateway.url, ...file });
  await gateway.files.forgetUploads();
  gateway.requests.length = 0;
  expect(valueOf(await desk.restart().uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
  expect(routesOf(gateway).slice(0, 3)).toEqual(['files-options', 'files-head', 'files-create']);
  expect(patchesOf(gateway)[0]?.[0]).toBe(0);
});

test.each([
  ['410 at HEAD', 'files-head', { kind: 'problem', status: 410 }],
  ['404 at PATCH', 'files-patch', { kind: 'problem', status: 404 }],
  ['409 at PATCH', 'files-patch', { kind: 'problem', status: 409 }],
  ['460 at PATCH', 'files-patch', { kind: 'problem', status: 460 }],
] satisfies readonly (readonly [string, OrderInput['route'], OrderInput['how']])[])(
  'one setback (%s) does not end an upload',
  async (_what, route, how) => {
    const gateway = await startGateway();
    const desk = openDesk({ chunkSizes });
    const file = desk.addFile(someBytes(2500));
    gateway.orders.add({ route: 'files-patch', skip: 1, how: { kind: 'reset-request' } });
    await desk.ams.uploadFile({ baseUrl: gateway.url, ...file });
    gateway.orders.add({ route, how });
    expect(valueOf(await desk.restart().uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
      outcome: 'stored',
    });
    expect(sha256Of(gateway.files.bytesOf(file.sha256))).toBe(file.sha256);
  },
);

test('a gateway that refuses every chunk is left in peace after a few rounds', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ chunkSizes });
  gateway.orders.add({ route: 'files-patch', times: 100, how: { kind: 'problem', status: 460 } });
  const outcome = valueOf(
    await ams.uploadFile({ baseUrl: gateway.url, ...addFile(someBytes(2500)) }),
  );
  expect(outcome).toMatchObject({ outcome: 'retry', detail: 'upload-does-not-advance' });
  expect(patchesOf(gateway).length).toBeLessThan(6);
});

test('a file over Tus-Max-Size is refused before anything of it is announced, and fits once there is room', async () => {
  const folder = temporaryFolder();
  const gateway = await startGateway({ folder, maxSize: 2000 });
  const { ams, addFile } = openDesk({ chunkSizes });
  const file = addFile(someBytes(2500));
  const tooLarge = { outcome: 'too-large', limit: 2000 };
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual(tooLarge);
  expect(routesOf(gateway)).toEqual(['files-options']);
  await gateway.stop();
  const roomier = await startAmsGatewaySimulator({ folder, token, port: gateway.port });
  onTestFinished(() => roomier.stop());
  expect(valueOf(await ams.uploadFile({ baseUrl: roomier.url, ...file }))).toEqual({
    outcome: 'stored',
  });
});

test('a gateway that hides its limit answers 413 before any byte is sent', async () => {
  const gateway = await startGateway({ maxSize: 2000 });
  gateway.orders.add({ route: 'files-options', how: { kind: 'problem', status: 405 } });
  const { ams, addFile } = openDesk({ chunkSizes });
  const outcome = valueOf(
    await ams.uploadFile({ baseUrl: gateway.url, ...addFile(someBytes(2500)) }),
  );
  expect(outcome).toMatchObject({ outcome: 'too-large' });
  expect(patchesOf(gateway)).toEqual([]);
});

test.each([
  [
    'files-create',
    { kind: 'problem', status: 415, detail: 'd' },
    { outcome: 'unsupported', detail: 'd' },
  ],
  [
    'files-create',
    { kind: 'problem', status: 400, detail: 'd' },
    { outcome: 'refused', status: 400, detail: 'd' },
  ],
  ['files-create', { kind: 'problem', status: 403 }, { outcome: 'credentials', status: 403 }],
  ['files-patch', { kind: 'problem', status: 413 }, { outcome: 'too-large', limit: null }],
  [
    'files-patch',
    { kind: 'problem', status: 429, headers: { 'retry-after': '7' } },
    { outcome: 'retry', status: 429, retryAfterMs: 7000 },
  ],
  ['files-patch', { kind: 'problem', status: 500 }, { outcome: 'retry', status: 500 }],
  [
    'files-create',
    { kind: 'html', status: 201 },
    { outcome: 'offline', reason: 'not-the-gateway' },
  ],
  ['files-patch', { kind: 'html', status: 200 }, { outcome: 'offline', reason: 'not-the-gateway' }],
  ['files-create', { kind: 'stall' }, { outcome: 'retry', status: null }],
] satisfies readonly (readonly [OrderInput['route'], OrderInput['how'], object])[])(
  'an upload met by %s %j',
  async (route, how, expected) => {
    const gateway = await startGateway();
    gateway.orders.add({ route, how });
    const { ams, addFile } = openDesk({
      chunkSizes,
      timeouts: { ...patientTimeouts, headersMs: 2000 },
    });
    const outcome = valueOf(
      await ams.uploadFile({ baseUrl: gateway.url, ...addFile(someBytes(2500)) }),
    );
    expect(outcome).toMatchObject(expected);
  },
);

test('an upload URL on another origin is refused and never asked', async () => {
  const seen: string[] = [];
  const stranger = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.headers.authorization ?? ''}`);
    response.end();
  });
  await new Promise<void>((resolve) => {
    stranger.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    stranger.close();
  });
  const address = stranger.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const gateway = await startGateway();
  const location = `http://127.0.0.1:${String(address.port)}/v1/files/1`;
  gateway.orders.add({ route: 'files-create', how: { kind: 'foreign-location', location } });
  const uploadsFolder = join(temporaryFolder(), 'uploads');
  const { ams, addFile } = openDesk({ chunkSizes, uploadsFolder });
  const outcome = valueOf(
    await ams.uploadFile({ baseUrl: gateway.url, ...addFile(someBytes(2500)) }),
  );
  expect(outcome).toEqual({ outcome: 'refused', status: 201, detail: 'upload-url-refused' });
  expect(seen).toEqual([]);
  expect(patchesOf(gateway)).toEqual([]);
});

test('a file that is absent, or not the one announced, is never sent', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk();
  const file = addFile(someBytes(100));
  const absent = { ...file, address: 'f'.repeat(64) };
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...absent }))).toEqual({
    outcome: 'local-file-missing',
  });
  const other = { ...file, sha256: '0'.repeat(64) };
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...other }))).toEqual({
    outcome: 'local-file-missing',
  });
  expect(gateway.requests).toEqual([]);
});

test('a folder that cannot be written does not keep a file from leaving', async () => {
  const gateway = await startGateway();
  const { ams, addFile } = openDesk({ chunkSizes, uploadsFolder: '/dev/null/uploads' });
  const file = addFile(someBytes(2500));
  expect(valueOf(await ams.uploadFile({ baseUrl: gateway.url, ...file }))).toEqual({
    outcome: 'stored',
  });
});
