import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Upload } from 'tus-js-client';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildChild } from '../helpers/build-child';
import {
  openDesk,
  sha256Of,
  someBytes,
  startGateway,
  submissionBody,
  submissionId as id,
  temporaryFolder,
  token,
  valueOf,
} from '../simulators/ams-gateway/test-desk';

let program: string;
beforeAll(async () => {
  program = await buildChild('../simulators/ams-gateway/start.ts');
});

async function startChild(
  folder: string,
  port = '0',
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      AMS_SIMULATOR_FOLDER: folder,
      AMS_SIMULATOR_TOKEN: token,
      AMS_SIMULATOR_PORT: port,
    },
  });
  onTestFinished(() => {
    child.kill();
  });
  const lines: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  const { url } = JSON.parse(String(lines[0])) as { url: string };
  return { url, child };
}

test('a gateway process killed by an order in the middle of a file keeps what it had, and stores once', async () => {
  const folder = temporaryFolder();
  const { url: baseUrl, child } = await startChild(folder);
  const { ams, addFile } = openDesk({ chunkSizes: { fast: 1000, slow: 500 } });
  const file = addFile(someBytes(2500));
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body: submissionBody() }))).toMatchObject({
    outcome: 'stored',
  });
  const order = { route: 'files-patch', skip: 1, how: { kind: 'kill', afterBytes: 10 } };
  await fetch(`${baseUrl}/__orders`, { method: 'POST', body: JSON.stringify([order]) });
  const exit = once(child, 'exit');
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toMatchObject({ outcome: 'retry' });
  expect((await exit)[1]).toBe('SIGKILL');

  await startChild(folder, new URL(baseUrl).port);
  expect(valueOf(await ams.uploadFile({ baseUrl, ...file }))).toEqual({ outcome: 'stored' });
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body: submissionBody() }))).toMatchObject({
    repeated: true,
  });
  await fetch(`${baseUrl}/__state`, {
    method: 'POST',
    body: JSON.stringify({ id, state: 'verifying' }),
  });
  const seen: unknown = await (await fetch(`${baseUrl}/__submissions`)).json();
  expect(seen).toMatchObject({ submissions: [{ id, state: 'verifying' }], effects: { [id]: 1 } });
  const requests: unknown = await (await fetch(`${baseUrl}/__requests`)).json();
  expect(requests).toMatchObject([
    { route: 'files-head' },
    { route: 'files-patch', bytes: 500 },
    {},
    {},
    { route: 'put' },
  ]);
});

test('another tus client uploads to the simulator just as well', async () => {
  const gateway = await startGateway();
  const bytes = someBytes(2500);
  const sha256 = sha256Of(bytes);
  await new Promise<void>((resolve, reject) => {
    new Upload(Buffer.from(bytes), {
      endpoint: `${gateway.url}/v1/files`,
      chunkSize: 1000,
      headers: { Authorization: `Bearer ${token}` },
      metadata: { sha256 },
      onSuccess: () => {
        resolve();
      },
      onError: reject,
    }).start();
  });
  expect(gateway.files.isComplete(sha256)).toBe(true);
});

const authorization = { authorization: `Bearer ${token}` };

test('the simulator refuses a chunk that arrived changed, and a file that is not the one announced', async () => {
  const gateway = await startGateway();
  const tus = { ...authorization, 'tus-resumable': '1.0.0' };
  const metadata = `sha256 ${Buffer.from(sha256Of(Buffer.from('right'))).toString('base64')}`;
  const created = await fetch(`${gateway.url}/v1/files`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': '5', 'upload-metadata': metadata },
  });
  const upload = new URL(created.headers.get('location') ?? '', gateway.url);
  const patch = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const checksum = { 'upload-checksum': 'sha256 AAAA' };
  const changed = await fetch(upload, {
    method: 'PATCH',
    headers: { ...patch, ...checksum },
    body: 'wrong',
  });
  expect(changed.status).toBe(460);
  expect((await fetch(upload, { method: 'HEAD', headers: tus })).headers.get('upload-offset')).toBe(
    '0',
  );
  expect((await fetch(upload, { method: 'PATCH', headers: patch, body: 'wrong' })).status).toBe(
    422,
  );
  expect((await fetch(upload, { method: 'HEAD', headers: tus })).status).toBe(404);
});

test('the simulator holds to the page: token, key, id, states', async () => {
  const gateway = await startGateway();
  const url = `${gateway.url}/v1/submissions/${id}`;
  const body = submissionBody();
  const headers = { ...authorization, 'content-type': 'application/json', 'idempotency-key': id };
  const put = async (more: Record<string, string>): Promise<number> =>
    (await fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body })).status;
  expect(await put({ authorization: 'Bearer other' })).toBe(401);
  expect(await put({ 'idempotency-key': 'other' })).toBe(400);
  expect(await put({ 'content-type': 'text/plain' })).toBe(415);
  expect(await put({})).toBe(201);
  expect(await put({})).toBe(200);
  expect(() => {
    gateway.submissions.setState({ id, state: 'completed' });
  }).toThrow('received is not followed by completed');
});

test('a gateway that does not recognise repeats shows a double effect', async () => {
  const gateway = await startGateway({ isIdempotent: false });
  const { ams } = openDesk();
  await ams.putSubmission({ baseUrl: gateway.url, id, body: submissionBody() });
  await ams.putSubmission({ baseUrl: gateway.url, id, body: submissionBody() });
  expect(gateway.submissions.effects()).toEqual({ [id]: 2 });
});
