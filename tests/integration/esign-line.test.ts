import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { EscMisbehaviour } from '../simulators/esc/orders';
import { bytesOf, nik, openEscDesk, pdf, startEsc, valueOf } from '../simulators/esc/test-desk';

const impatient = { timeouts: { signMs: 400, readMs: 400, connectMs: 2000 } };
const json = 'application/json';

/** Every way in which nobody can know whether it was signed; and whether it was. */
const losses: readonly (readonly [string, EscMisbehaviour, number])[] = [
  ['reset while the body arrives', { kind: 'reset-request', afterBytes: 10 }, 0],
  ['reset before any of the body was read', { kind: 'reset-request', afterBytes: 0 }, 0],
  ['silence before it was processed', { kind: 'stall', processed: false }, 0],
  ['silence after it was processed', { kind: 'stall', processed: true }, 1],
  ['the reply lost', { kind: 'lose-reply' }, 1],
  ['the reply cut short', { kind: 'cut-answer' }, 1],
  ['the reply in drips', { kind: 'drip', everyMs: 100 }, 1],
  ['408', { kind: 'reply', status: 408, contentType: json, body: '{}' }, 0],
  ['500', { kind: 'reply', status: 500, contentType: json, body: '{"error":"x"}' }, 0],
  ['502 from a proxy', { kind: 'reply', status: 502, contentType: 'text/html', body: '<html>' }, 0],
  ['503', { kind: 'reply', status: 503, contentType: json, body: '{}' }, 0],
  ['504', { kind: 'reply', status: 504, contentType: json, body: '{}' }, 0],
  [
    'a redirect',
    {
      kind: 'reply',
      status: 307,
      contentType: json,
      body: '',
      headers: { location: 'http://127.0.0.1:9/' },
    },
    0,
  ],
  [
    'a portal’s page with 200',
    { kind: 'reply', status: 200, contentType: 'text/html', body: '<html>' },
    0,
  ],
  ['a page with 400', { kind: 'reply', status: 400, contentType: 'text/html', body: '<html>' }, 0],
  [
    'an empty 200',
    { kind: 'reply', status: 200, contentType: json, body: '{"time":1,"file":[]}' },
    0,
  ],
  [
    'two files for one',
    { kind: 'reply', status: 200, contentType: json, body: '{"file":["JVBERi0=","JVBERi0="]}' },
    0,
  ],
  ['another type', { kind: 'other-type', contentType: 'text/plain' }, 1],
  ['a file that is no PDF', { kind: 'other-file', text: '<html>' }, 1],
  ['a PDF without a signature', { kind: 'other-file', text: '%PDF-1.7 kosong' }, 1],
];
test.each(losses)(
  '%s: the outcome is unknown, and nothing is sent again',
  async (_what, how, signatures) => {
    for (const version of ['v2', 'v1'] as const) {
      const esc = await startEsc();
      const { esign, server, signInput } = openEscDesk();
      esc.order({ route: 'any', how });
      const { answer } = valueOf(
        await esign.sign(signInput(server(esc, { version, ...impatient }))),
      );
      expect(answer.outcome).toBe('outcome-unknown');
      expect(esc.requests).toHaveLength(1);
      expect(esc.state.signatures).toBe(signatures);
    }
  },
);

test('where the head of a broken answer told the id, the signed file can still be had (version 1)', async () => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  const v1 = server(esc, { version: 'v1' });
  esc.order({ route: 'v1-sign', how: { kind: 'cut-answer' } });
  const { answer } = valueOf(await esign.sign(signInput(v1)));
  if (answer.outcome !== 'outcome-unknown' || answer.documentId === null)
    throw new Error(answer.outcome);
  const got = valueOf(
    await esign.download({ server: v1, documentId: answer.documentId, subject: 'office' }),
  ).answer;
  expect(got).toMatchObject({ outcome: 'document' });
});

test.each([
  ['in its field', 'field'],
  ['at the end of the text', 'text'],
] as const)(
  'a wrong passphrase is called so with the code %s; nothing was signed',
  async (_what, refusals) => {
    for (const version of ['v2', 'v1'] as const) {
      const esc = await startEsc();
      const { esign, server, signInput } = openEscDesk();
      esc.manners.refusals = refusals;
      const secret = { kind: 'passphrase' as const, value: bytesOf('keliru') };
      const { answer } = valueOf(await esign.sign(signInput(server(esc, { version }), { secret })));
      expect(answer).toMatchObject({ outcome: 'passphrase-wrong' });
      expect(esc.state.signatures).toBe(0);
    }
  },
);

test.each([
  ['1110', 'not-registered'],
  ['2011', 'not-registered'],
  ['2021', 'no-certificate'],
  ['4014', 'nik-missing'],
  ['4015', 'nik-malformed'],
  ['4024', 'nik-taken'],
  ['4044', 'already-downloaded'],
  ['9999', 'unknown'],
] as const)('the code %s is %s, its text shown with any NIK masked', async (code, problem) => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  const body = JSON.stringify({ error: `Gagal untuk ${nik}`, status_code: Number(code) });
  esc.order({ route: 'v2-sign', how: { kind: 'reply', status: 400, contentType: json, body } });
  const { answer } = valueOf(await esign.sign(signInput(server(esc))));
  expect(answer).toEqual({
    outcome: 'refused',
    status: 400,
    problem,
    code,
    text: 'Gagal untuk 3207••••••••0001',
  });
});

test.each([
  [413, 'text/html', 'too-large'],
  [429, json, 'busy'],
  [403, json, 'credentials'],
  [404, json, 'refused'],
])('%s is a clear no', async (status, contentType, outcome) => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  esc.order({ route: 'v2-sign', how: { kind: 'reply', status, contentType, body: '{}' } });
  expect(valueOf(await esign.sign(signInput(server(esc)))).answer.outcome).toBe(outcome);
});

test('a server that is not there: nothing was sent, and the secret is gone all the same', async () => {
  const esc = await startEsc();
  await esc.stop();
  const { esign, server, signInput } = openEscDesk();
  const input = signInput(server(esc));
  expect(valueOf(await esign.sign(input)).answer).toEqual({
    outcome: 'not-sent',
    reason: 'no-connection',
    detail: 'ECONNREFUSED',
  });
  expect(input.secret.value.every((byte) => byte === 0)).toBe(true);
});

test.each([
  ['http://8.8.8.8', 'plain-http-to-public-host'],
  ['http://[2001:4860:4860::8888]/esign', 'plain-http-to-public-host'],
  ['http://172.32.0.1', 'plain-http-to-public-host'],
  ['ftp://10.0.0.1', 'not-an-address'],
  ['esign', 'not-an-address'],
  ['https://user:secret@esign.example', 'credentials-in-address'],
])('the address %s is refused before anything is asked', async (baseUrl, detail) => {
  const { esign, signInput, credentialRequests } = openEscDesk();
  const server = { baseUrl, version: 'v2' as const };
  const input = signInput(server);
  expect(valueOf(await esign.sign(input)).answer).toEqual({
    outcome: 'not-sent',
    reason: 'address-refused',
    detail,
  });
  expect(input.secret.value.every((byte) => byte === 0)).toBe(true);
  const offline = { outcome: 'offline', reason: 'address-refused', detail };
  expect(valueOf(await esign.checkStatus({ server, person: { by: 'nik', nik } })).answer).toEqual(
    offline,
  );
  expect(
    valueOf(await esign.verify({ server, bytes: new Uint8Array(pdf), password: null })).answer,
  ).toEqual(offline);
  expect(credentialRequests).toEqual([]);
});

test('a name over plain http is called a caution of its own', async () => {
  const esc = await startEsc();
  const { esign } = openEscDesk();
  const server = { baseUrl: esc.url.replace('127.0.0.1', 'localhost'), version: 'v2' as const };
  expect(valueOf(await esign.checkConnection({ server })).caution).toBe('plainHttp');
  const named = { baseUrl: 'http://esign.invalid', version: 'v2' as const };
  expect(valueOf(await esign.checkConnection({ server: named }))).toMatchObject({
    caution: 'nameHttp',
    answer: { outcome: 'offline' },
  });
});

test('no redirect takes credentials or secret elsewhere', async () => {
  const seen: string[] = [];
  const stranger = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => {
    stranger.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void stranger.close());
  const address = stranger.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const location = `http://127.0.0.1:${String(address.port)}/api/v2/sign/pdf`;
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  esc.order({
    route: 'any',
    times: 3,
    how: { kind: 'reply', status: 307, contentType: json, body: '', headers: { location } },
  });
  await esign.sign(signInput(server(esc)));
  await esign.checkStatus({ server: server(esc), person: { by: 'nik', nik } });
  await esign.verify({ server: server(esc), bytes: new Uint8Array(pdf), password: null });
  expect(seen).toEqual([]);
});

test.each([
  ['missing', 'e'.repeat(64), undefined, 'missing'],
  ['changed since it was looked at', undefined, 'f'.repeat(64), 'changed'],
])('a document that is %s is not sent', async (_what, address, sha256, reason) => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  const input = signInput(server(esc), {
    ...(address === undefined ? {} : { address }),
    ...(sha256 === undefined ? {} : { sha256 }),
  });
  expect(valueOf(await esign.sign(input)).answer).toEqual({ outcome: 'document-refused', reason });
  expect(esc.requests).toEqual([]);
});

test('a disk that refuses the signed file does not lose it: the bytes are in the answer', async () => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk({
    putFile: () => Promise.resolve({ ok: false, error: { kind: 'disk-full', detail: 'files' } }),
  });
  const { answer } = valueOf(await esign.sign(signInput(server(esc))));
  expect(answer).toMatchObject({ outcome: 'signed', stored: null, storeFailure: 'disk-full' });
});

test('a server that quotes the passphrase does not get it onto the screen', async () => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  const body = JSON.stringify({ error: 'Passphrase RahasiaContoh salah', status_code: 2031 });
  esc.order({ route: 'v2-sign', how: { kind: 'reply', status: 400, contentType: json, body } });
  const secret = { kind: 'passphrase' as const, value: bytesOf('RahasiaContoh') };
  const { answer } = valueOf(await esign.sign(signInput(server(esc), { secret })));
  expect(JSON.stringify(answer)).not.toContain('RahasiaContoh');
});
