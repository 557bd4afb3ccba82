import { decode, encode } from '@msgpack/msgpack';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLaunchTokens } from '../../electron/browser/launch-tokens';
import { startLoopbackServer, type LoopbackServer } from '../../electron/browser/loopback-server';
import { succeed } from '../../src/contract/result';
import { ensureBuilt } from '../helpers/ensure-built';
import { freePort, launchShell, type RunningShell } from '../helpers/launch-shell';
import { rawRequest } from '../helpers/raw-request';
import { holdOpen, sendRaw } from '../helpers/raw-socket';

let dataFolder: string;
let port: number;
let shell: RunningShell;
let cookie: string;

beforeAll(async () => {
  ensureBuilt();
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-attacks-'));
  port = await freePort();
  shell = await launchShell({ dataFolder, port });
  const path = shell.launchUrl.slice(`http://127.0.0.1:${port}`.length);
  const { headers } = await rawRequest({ port, path });
  cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
});
afterAll(async () => {
  await shell.stop();
  await rm(dataFolder, { recursive: true });
});
/** Whatever was tried: the server is still there and still answers its page. */
afterEach(async () => {
  expect(shell.process.exitCode).toBeNull();
  expect((await ask(encode({}))).status).toBe(200);
});

const pageHeaders = (): Record<string, string> => ({
  cookie,
  origin: `http://127.0.0.1:${port}`,
  'content-type': 'application/msgpack',
  'sec-fetch-site': 'same-origin',
});

/** A verb asked as the page asks, with a body of the test's. */
const ask = (body: Uint8Array, path = 'shell/info', more: Record<string, string> = {}) =>
  rawRequest({
    port,
    path: `/verbs/${path}`,
    method: 'POST',
    body,
    headers: { ...pageHeaders(), ...more },
  });

const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const known = (): readonly string[] => [
  `Host: 127.0.0.1:${port}`,
  `Cookie: ${cookie}`,
  `Origin: http://127.0.0.1:${port}`,
  'Sec-Fetch-Site: same-origin',
  'Content-Type: application/msgpack',
];

describe('paths that climb', () => {
  test.each([
    '/%252e%252e/%252e%252e/package.json',
    '/..%252f..%252fpackage.json',
    '/%2e%2e%5c%2e%2e%5cpackage.json',
    '/..\\..\\package.json',
    '/....//....//package.json',
    '/assets/%2e%2e/%2e%2e/main/main.js',
    '/assets/..;/..;/main/main.js',
    '/%c0%ae%c0%ae/%c0%ae%c0%ae/package.json',
    '/%uff0e%uff0e/package.json',
    '/C:/Windows/win.ini',
    '/C:%5cWindows%5cwin.ini',
    '/%5c%5cserver%5cshare%5cfile',
    '/file:///etc/passwd',
    '/index.html/',
    '/index.html%20',
    '/index.html.',
    '/INDEX.HTML',
    '/index.html::$DATA',
    '/index.html%00',
    '/%0d%0aSet-Cookie:%20x=1',
    '/constructor',
    '/__proto__',
    '/shell.lock',
    '/logs/shell.log',
  ])('%s names nothing', async (path) => {
    const answer = await rawRequest({ port, path, headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toHaveLength(0);
  });

  test('an address in place of a path is no way to another server', async () => {
    const asked = head(`GET http://contoh.example/ HTTP/1.1`, ...known(), 'Connection: close');
    expect(await sendRaw(port, asked)).toMatch(/^HTTP\/1\.1 404 /);
    const tunnel = head(`CONNECT contoh.example:443 HTTP/1.1`, ...known());
    expect(await sendRaw(port, tunnel)).not.toMatch(/^HTTP\/1\.1 200/);
  });
});

describe('requests that two readers may read differently', () => {
  const hidden = 'GET /launch?token=x HTTP/1.1\r\nHost: x\r\n\r\n';

  test.each([
    ['length and chunks at once', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
    ['a length that is none', ['Content-Length: 5x']],
    ['a length below zero', ['Content-Length: -5']],
    ['a blank before the colon', ['Content-Length : 5']],
    ['chunks under another name', ['Transfer-Encoding: xchunked']],
    ['chunks twice', ['Transfer-Encoding: chunked, identity']],
    ['a line folded', ['X-Long: a', ' Content-Length: 5']],
    ['a bare line end in a header', ['X-Long: a\nContent-Length: 5']],
    ['a NUL in a header', ['X-Long: a\0b']],
  ])('%s are refused', async (_, lines) => {
    const answer = await sendRaw(
      port,
      head('POST /verbs/shell/info HTTP/1.1', ...known(), ...lines),
      hidden,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test.each([
    ['Host', 'Host: contoh.example'],
    ['Origin', 'Origin: http://contoh.example'],
    ['Cookie', 'Cookie: loket-session=x'],
    ['Sec-Fetch-Site', 'Sec-Fetch-Site: cross-site'],
    ['Content-Type', 'Content-Type: text/plain'],
  ])('a second %s is refused, wherever it stands', async (_, second) => {
    const request = 'POST /verbs/shell/info HTTP/1.1';
    const rest = ['Content-Length: 1', 'Connection: close'];
    for (const lines of [
      [...known(), second],
      [second, ...known()],
    ]) {
      const answer = await sendRaw(port, head(request, ...lines, ...rest), Uint8Array.of(0x80));
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    }
  });

  test('a chunk size that is no number, and a request line that is none', async () => {
    const start = head('POST /verbs/shell/info HTTP/1.1', ...known(), 'Transfer-Encoding: chunked');
    expect(await sendRaw(port, start, 'zz\r\n\x80\r\n0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw(port, 'GET\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw(port, Uint8Array.of(0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5))).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  test('without a Host, or with a head of a megabyte', async () => {
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    const long = head('GET / HTTP/1.1', ...known(), `X-Long: ${'a'.repeat(1024 * 1024)}`);
    expect(await sendRaw(port, long)).not.toContain(' 200 ');
  });
});

describe('ways around the page', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s does nothing, anywhere',
    async (method) => {
      for (const path of ['/', '/launch?token=x', '/verbs/shell/info', '/instance/open']) {
        const answer = await rawRequest({ port, path, method, headers: pageHeaders() });
        expect(answer.status).toBe(405);
        expect(answer.body).toHaveLength(0);
      }
    },
  );

  test('a verb is not asked by GET: an image or a link of another page cannot', async () => {
    const answer = await rawRequest({ port, path: '/verbs/shell/info', headers: pageHeaders() });
    expect(answer.status).toBe(404);
  });

  test('no WebSocket is opened, for the page neither', async () => {
    const lines = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
    const key = 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
    const socket = await holdOpen(port, head('GET / HTTP/1.1', ...known(), ...lines, key));
    const [first] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(first.toString('latin1')).not.toContain('101 Switching');
    const foreign = head('GET / HTTP/1.1', 'Host: contoh.example', ...lines, key);
    const other = await holdOpen(port, foreign);
    const [answer] = (await once(other, 'data')) as [Buffer];
    other.destroy();
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 403 /);
  });

  test.each(['cross-site', 'same-site', 'SAME-ORIGIN', 'same-origin, cross-site', ''])(
    'fetch metadata %j with everything else right is refused',
    async (site) => {
      const answer = await ask(encode({}), 'shell/info', { 'sec-fetch-site': site });
      expect(answer.status).toBe(403);
    },
  );

  test('neighbours of the right origin, host and cookie are refused', async () => {
    const origins = [
      `http://127.0.0.1:${port}.contoh.example`,
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `HTTP://127.0.0.1:${port}`,
      `http://user@127.0.0.1:${port}`,
      `http://2130706433:${port}`,
    ];
    for (const origin of origins)
      expect((await ask(encode({}), 'shell/info', { origin })).status).toBe(403);
    const hosts = [`127.0.0.1:${port}.contoh.example`, `127.1:${port}`, `0.0.0.0:${port}`];
    for (const host of [...hosts, `127.0.0.1:0${port}`, `[::ffff:127.0.0.1]:${port}`])
      expect((await ask(encode({}), 'shell/info', { host })).status).toBe(403);
    const [name = '', secret = ''] = cookie.split('=');
    const cookies = [`${name}=`, `${name}=${secret.slice(0, -1)}`, `${name}=${secret}x`];
    const odd = [`${name}="${secret}"`, `${name}=${secret},`, `x=${secret}`, `${name} = ${secret}`];
    for (const other of [...cookies, ...odd, `${name.toUpperCase()}=${secret}`])
      expect((await ask(encode({}), 'shell/info', { cookie: other })).status).toBe(401);
  });

  test('a launch token is for once, even of many who ask at the same moment', async () => {
    const { secret } = JSON.parse(await readFile(join(dataFolder, 'shell.lock'), 'utf8')) as {
      secret: string;
    };
    const opened = await rawRequest({
      port,
      path: '/instance/open',
      method: 'POST',
      headers: { 'x-loket-instance': secret },
    });
    const { address } = JSON.parse(opened.body.toString()) as { address: string };
    const path = address.slice(`http://127.0.0.1:${port}`.length);
    const answers = await Promise.all(Array.from({ length: 20 }, () => rawRequest({ port, path })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ headers }) => headers['set-cookie'])).toHaveLength(1);
    const odd = ['', '?token=', '?token[]=x', '?token=x&token=y', '?token=%', '?TOKEN=x', '?'];
    for (const query of odd)
      expect((await rawRequest({ port, path: `/launch${query}` })).status).toBe(401);
  });
});

describe('bodies', () => {
  const many = (times: number, ...bytes: readonly number[]): Uint8Array =>
    Uint8Array.from({ length: times * bytes.length }, (_, at) => bytes[at % bytes.length] ?? 0);

  test.each([
    ['empty', Uint8Array.of()],
    ['the byte that is never used', Uint8Array.of(0xc1)],
    ['cut short', encode({ address: 'a'.repeat(64) }).subarray(0, 20)],
    ['with something behind', Uint8Array.of(0x80, 0x80)],
    ['JSON', Buffer.from('{}')],
    ['a list that claims four thousand million elements', Uint8Array.of(0xdd, 255, 255, 255, 255)],
    ['a map that claims as many', Uint8Array.of(0xdf, 255, 255, 255, 255)],
    ['bytes that claim as many', Uint8Array.of(0xc6, 255, 255, 255, 255)],
    ['text that claims as many', Uint8Array.of(0xdb, 255, 255, 255, 255)],
    [
      'thirty million elements, a million times inside each other',
      many(1_000_000, 0xdd, 1, 0xc9, 0xc3, 0x80),
    ],
    [
      'a million lists inside each other',
      Buffer.concat([many(1_000_000, 0x91), Uint8Array.of(0xc0)]),
    ],
    [
      'two million elements',
      Buffer.concat([Uint8Array.of(0xdd, 0, 0x1e, 0x84, 0x80), many(2_000_000, 0xc0)]),
    ],
    ['a map with the key __proto__', encode(JSON.parse('{"__proto__":{"isAdmin":true}}'))],
    ['a map whose key is a map', Uint8Array.of(0x81, 0x80, 0xc0)],
    ['a map whose key is bytes', Uint8Array.of(0x81, 0xc4, 1, 0, 0xc0)],
    ['a type of its own that is unknown, cut short', Uint8Array.of(0xc7, 10, 42, 1)],
  ])('%s is refused', async (_, body) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(decode(answer.body)).toMatchObject({ ok: false, error: { kind: 'input-refused' } });
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['text', 'Contoh Satu'],
    ['a number beyond all', Number.POSITIVE_INFINITY],
    ['a time', new Date(0)],
    ['bytes', Uint8Array.of(1)],
  ])('%s in place of an input is refused by its schema', async (_, input) => {
    const answer = await ask(encode(input), 'files/get');
    expect(decode(answer.body)).toMatchObject({ ok: false, error: { kind: 'input-refused' } });
    expect(answer.body.toString('latin1')).not.toContain('Contoh');
  });

  test('keys that reach for the prototype change nothing', async () => {
    const keys = { constructor: { prototype: { isAdmin: true } }, toString: 1, hasOwnProperty: 1 };
    expect(decode((await ask(encode(keys))).body)).toMatchObject({ ok: true });
    expect(decode((await ask(encode({}))).body)).not.toHaveProperty('isAdmin');
  });

  test('a body that another encoding wraps is not unwrapped', async () => {
    const answer = await ask(encode({}), 'shell/info', { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(200);
    expect((await ask(Uint8Array.of(0x1f, 0x8b, 8, 0), 'shell/info')).status).toBe(400);
  });

  test('a body that is announced and never sent whole holds up nobody', async () => {
    const start = head('POST /verbs/shell/info HTTP/1.1', ...known(), 'Content-Length: 1000');
    const sockets = await Promise.all(Array.from({ length: 20 }, () => holdOpen(port, start)));
    expect((await ask(encode({}))).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe('programs that do not behave', () => {
  const limits = { headMs: 300, requestMs: 600, connections: 8 };
  let server: LoopbackServer;
  let taken: number;

  beforeAll(async () => {
    server = await startLoopbackServer({
      port: 0,
      files: { find: () => Promise.resolve(undefined) },
      serveVerb: () => Promise.resolve(succeed(null)),
      tokens: createLaunchTokens(() => new Date()),
      instanceSecret: 'rahasia',
      openWindow: () => Promise.resolve({ address: null }),
      limits,
    });
    taken = Number(new URL(server.origin).port);
  });
  afterAll(() => server.close());

  test('a head that never ends is given up', async () => {
    expect(await sendRaw(taken, 'GET / HTTP/1.1\r\nHost: 127')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a body that never ends is given up', async () => {
    const lines = [`Host: 127.0.0.1:${taken}`, 'Content-Length: 100'];
    const answer = await sendRaw(taken, head('POST /instance/open HTTP/1.1', ...lines), 'x');
    // Refused by its head already; the connection does not stay.
    expect(answer).toMatch(/^HTTP\/1\.1 4(01|08) /);
  });

  test('more connections than there is room for are closed, and room comes back', async () => {
    const sockets = await Promise.all(
      Array.from({ length: limits.connections }, () => holdOpen(taken, 'GET / HTTP/1.1\r\n')),
    );
    expect(await sendRaw(taken, head('GET / HTTP/1.1', `Host: 127.0.0.1:${taken}`))).toBe('');
    await Promise.all(sockets.map((socket) => once(socket.resume(), 'close')));
    const again = head('GET / HTTP/1.1', `Host: 127.0.0.1:${taken}`, 'Connection: close');
    expect(await sendRaw(taken, again)).toMatch(/^HTTP\/1\.1 401 /);
  });
});

test('nothing of all this stands in the log', async () => {
  const log = await readFile(join(dataFolder, 'logs/shell.log'), 'utf8');
  const hidden = ['Contoh', 'contoh', cookie, 'isAdmin', 'passwd', '__proto__'];
  for (const word of hidden) expect(log).not.toContain(word);
});
