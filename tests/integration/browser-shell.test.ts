import { decode, encode } from '@msgpack/msgpack';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLaunchTokens } from '../../electron/browser/launch-tokens';
import { contentSecurityPolicy } from '../../electron/security';
import { ensureBuilt } from '../helpers/ensure-built';
import { freePort, launchShell, type RunningShell } from '../helpers/launch-shell';
import { rawRequest, type RawRequest } from '../helpers/raw-request';

let dataFolder: string;
let port: number;
let origin: string;
let shell: RunningShell;
let cookie: string;
let launchAnswer: Awaited<ReturnType<typeof rawRequest>>;
let launchPath: string;

beforeAll(async () => {
  ensureBuilt();
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-shell-'));
  port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  shell = await launchShell({ dataFolder, port });
  launchPath = shell.launchUrl.slice(origin.length);
  launchAnswer = await rawRequest({ port, path: launchPath });
  cookie = (launchAnswer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
});
afterAll(async () => {
  await shell.stop();
  await rm(dataFolder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  rawRequest({ port, path, headers: { cookie, ...headers } });

function verb(path: string, input: unknown, overrides: Partial<RawRequest> = {}) {
  const headers = {
    cookie,
    origin,
    'content-type': 'application/msgpack',
    'sec-fetch-site': 'same-origin',
    ...overrides.headers,
  };
  return rawRequest({
    port,
    path: `/verbs/${path}`,
    method: 'POST',
    body: encode(input),
    ...overrides,
    headers,
  });
}

describe('the launch token', () => {
  test('becomes an HttpOnly SameSite=Strict cookie and leaves the address bar', () => {
    expect(launchAnswer.status).toBe(303);
    expect(launchAnswer.headers.location).toBe('/');
    const [set = ''] = launchAnswer.headers['set-cookie'] ?? [];
    expect(set).toMatch(/^loket-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(launchAnswer.headers['cache-control']).toBe('no-store');
    expect(set).not.toContain(launchPath.split('=')[1]);
  });

  test('works once', async () => {
    const again = await rawRequest({ port, path: launchPath });
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('runs out, and is used up by a late try', () => {
    let time = 0;
    const tokens = createLaunchTokens(() => new Date(time));
    const token = tokens.issue(1);
    time = 60_000;
    expect(tokens.redeem(token)).toBe(false);
    time = 0;
    expect(tokens.redeem(token)).toBe(false);
    expect(tokens.redeem('')).toBe(false);
  });
});

describe('who may ask', () => {
  const paths = ['/', '/index.html', '/launch?token=x'];

  test('without the cookie nothing is served', async () => {
    for (const path of ['/', '/index.html', '/nothing']) {
      expect((await rawRequest({ port, path })).status).toBe(401);
    }
    for (const wrong of ['', 'loket-session=', `${cookie}x`, `x${cookie}`]) {
      const answer = await verb('shell/info', {}, { headers: { cookie: wrong } });
      expect(answer.status).toBe(401);
      expect(decode(answer.body)).toMatchObject({ ok: false, error: { kind: 'caller-refused' } });
    }
  });

  test.each(['localhost', 'jahat.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'DNS rebinding: a Host of %s is refused everywhere',
    async (name) => {
      const host = name === 'localhost' || name === 'jahat.example' ? `${name}:${port}` : name;
      for (const path of paths) expect((await get(path, { host })).status).toBe(403);
      expect((await verb('shell/info', {}, { headers: { host } })).status).toBe(403);
    },
  );

  test.each(['http://jahat.example', 'null', 'https://127.0.0.1', 'http://localhost'])(
    'another Origin (%s) is refused everywhere',
    async (other) => {
      for (const path of paths) expect((await get(path, { origin: other })).status).toBe(403);
      expect((await verb('shell/info', {}, { headers: { origin: other } })).status).toBe(403);
    },
  );

  test.each(['cross-site', 'same-site'])('Sec-Fetch-Site: %s is refused', async (site) => {
    const headers = { 'sec-fetch-site': site };
    for (const path of paths) expect((await get(path, headers)).status).toBe(403);
    expect((await verb('shell/info', {}, { headers })).status).toBe(403);
  });

  test('a verb needs the Origin of the page; a typed address has none', async () => {
    const headers = { cookie, 'content-type': 'application/msgpack' };
    const path = '/verbs/shell/info';
    const answer = await rawRequest({ port, path, method: 'POST', headers, body: encode({}) });
    expect(answer.status).toBe(403);
    expect((await verb('shell/info', {}, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(
      403,
    );
    expect((await rawRequest({ port, path, headers: { cookie, origin } })).status).toBe(404);
  });

  test('a form of another site cannot send the type a verb needs', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await verb('shell/info', {}, { headers: { 'content-type': type } });
      expect(answer.status).toBe(415);
    }
    const preflight = await rawRequest({
      port,
      path: '/verbs/shell/info',
      method: 'OPTIONS',
      headers: { origin: 'http://jahat.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('it listens on 127.0.0.1 alone', async () => {
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.2', port });
      socket.once('connect', () => resolve('connected'));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(outcome).toBe('ECONNREFUSED');
  });
});

describe('verbs', () => {
  test('carry bytes there and back', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 251);
    const member = { memberId: '01930000-0000-7000-8000-000000000001', signInName: 'loket1' };
    await verb('vault/create', { ...member, passphrase: 'kopi tumpah di meja' });
    const stored = decode((await verb('files/put', { bytes, subject: 'office' })).body);
    expect(stored).toMatchObject({ ok: true, value: { size: bytes.length } });
    const { value } = stored as { value: { address: string } };
    const answer = await verb('files/get', { address: value.address });
    const got = decode(Uint8Array.from(answer.body));
    expect(got).toEqual({ ok: true, value: { bytes } });
  });

  test.each([
    'shell/nothing',
    'nothing/info',
    'shell/constructor',
    '__proto__/toString',
    'shell/',
    '',
  ])('an unknown one (%s) is refused', async (path) => {
    expect(decode((await verb(path, {})).body)).toMatchObject({
      ok: false,
      error: { kind: 'input-refused', detail: 'unknown-verb' },
    });
  });

  test('an input that does not fit is refused by path and code, its values kept out', async () => {
    const answer = decode((await verb('files/get', { address: 'Contoh Satu' })).body);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'input-refused' } });
    expect(JSON.stringify(answer)).toContain('address:');
    expect(JSON.stringify(answer)).not.toContain('Contoh');
  });

  test('what is not MessagePack is refused', async () => {
    const answer = await verb('shell/info', {}, { body: Uint8Array.of(0xc1, 0xff, 0xff) });
    expect(answer.status).toBe(400);
    expect(decode(answer.body)).toMatchObject({ error: { kind: 'input-refused' } });
  });

  test('a body beyond 64 MiB is refused, announced or not, and the server goes on', async () => {
    const body = new Uint8Array(64 * 1024 * 1024 + 1);
    const announced = { 'content-length': String(body.length) };
    expect((await verb('files/put', {}, { body, headers: announced })).status).toBe(413);
    expect((await verb('files/put', {}, { body, chunked: 4 * 1024 * 1024 })).status).toBe(413);
    expect(decode((await verb('shell/info', {})).body)).toMatchObject({ ok: true });
  });
});

describe('pages', () => {
  const climbing = [
    '/../package.json',
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../main/main.js',
    '/assets/..%5c..%5cmain%5cmain.js',
    '//etc/passwd',
    '/%00',
    '/%',
    '/index.html%00.js',
    '/.',
  ];
  test.each(climbing)('%s names nothing', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('the entry is never kept, hashed parts are kept for ever, types are right', async () => {
    const entry = await get('/');
    expect(entry.headers['cache-control']).toBe('no-store');
    expect(entry.headers['content-type']).toBe('text/html; charset=utf-8');
    const script = /\.(\/assets\/[^"]+\.js)"/.exec(entry.body.toString())?.[1] ?? '';
    const part = await get(script);
    expect(part.status).toBe(200);
    expect(part.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(part.headers['cache-control']).toContain('immutable');
  });

  test('every answer carries the policy, errors included', async () => {
    const answers = [
      launchAnswer,
      await get('/'),
      await get('/nothing'),
      await rawRequest({ port, path: '/' }),
      await get('/', { host: 'jahat.example' }),
      await verb('shell/info', {}),
      await verb('nothing/nothing', {}),
      await rawRequest({ port, path: '/', method: 'DELETE', headers: { cookie } }),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    }
  });

  test('the policy grants no inline code, no eval, no other origin', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    for (const word of ['unsafe', 'http:', 'https:', 'data:', '*', 'localhost']) {
      expect(contentSecurityPolicy).not.toContain(word);
    }
  });
});

test('the lock file with the secret is for its owner alone', async () => {
  const path = join(dataFolder, 'shell.lock');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const { secret } = JSON.parse(await readFile(path, 'utf8')) as { secret: string };
  const open = (headers: Record<string, string>) =>
    rawRequest({ port, path: '/instance/open', method: 'POST', headers });
  expect((await open({})).status).toBe(401);
  expect((await open({ 'x-loket-instance': `${secret}x` })).status).toBe(401);
  expect((await open({ 'x-loket-instance': secret, origin })).status).toBe(401);
  expect(existsSync(join(dataFolder, 'logs/shell.log'))).toBe(true);
  const log = await readFile(join(dataFolder, 'logs/shell.log'), 'utf8');
  for (const hidden of ['Contoh', secret, cookie, launchPath]) expect(log).not.toContain(hidden);
});
