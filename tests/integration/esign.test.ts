import { expect, test } from 'vitest';
import { formOf } from '../simulators/esc/service';
import {
  bytesOf,
  email,
  nik,
  openEscDesk,
  passphrase,
  pdf,
  startEsc,
  valueOf,
} from '../simulators/esc/test-desk';

const picture = {
  kind: 'picture' as const,
  bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  mediaType: 'image/png' as const,
};
const box = {
  kind: 'box' as const,
  page: 2,
  left: 60,
  top: 700.256,
  width: 200,
  height: 80,
  pageHeight: 842,
};

test('version 2 signs: one POST, strict JSON, the secret as it was typed, the NIK in no address', async () => {
  const esc = await startEsc();
  const { esign, server, signInput, files } = openEscDesk();
  const input = signInput(server(esc), { placement: box, look: picture, reason: 'Persetujuan' });
  const { caution, answer } = valueOf(await esign.sign(input));
  expect(caution).toBe('plainHttp');
  if (answer.outcome !== 'signed') throw new Error(JSON.stringify(answer));
  expect(Buffer.from(answer.bytes).subarray(0, pdf.length).equals(pdf)).toBe(true);
  expect(answer).toMatchObject({ keepsOriginal: true, storeFailure: null, documentId: null });
  expect(files.get(answer.stored?.address ?? '')).toEqual(answer.bytes);
  expect(esc.requests).toHaveLength(1);
  const [request] = esc.requests;
  expect(request?.path).toBe('/api/v2/sign/pdf');
  expect(JSON.parse(request?.body.toString('utf8') ?? '')).toEqual({
    passphrase,
    nik,
    signatureProperties: [
      {
        tampilan: 'VISIBLE',
        imageBase64: 'iVBORw==',
        page: 2,
        originX: 60,
        originY: 700.26,
        width: 200,
        height: 80,
        reason: 'Persetujuan',
      },
    ],
    file: [pdf.toString('base64')],
  });
});

test('version 1 signs: a form, y counted from the bottom, the document’s id kept', async () => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  const input = signInput(server(esc, { version: 'v1' }), { placement: box, look: picture });
  const { answer } = valueOf(await esign.sign(input));
  expect(answer).toMatchObject({ outcome: 'signed', keepsOriginal: true });
  const [request] = esc.requests;
  if (request === undefined) throw new Error('no request');
  const form = await formOf({ ...request, contentType: request.headers['content-type'] ?? '' });
  const texts = [...form].filter(([, value]) => typeof value === 'string');
  expect(Object.fromEntries(texts)).toEqual({
    nik,
    passphrase,
    tampilan: 'visible',
    image: 'true',
    page: '2',
    xAxis: '60',
    yAxis: '61.74',
    width: '200',
    height: '80',
  });
  expect((form.get('imageTTD') as File).type).toBe('image/png');
  expect((form.get('file') as File).size).toBe(pdf.length);
});

test.each([
  [
    'the far corner instead of sizes',
    { v1Box: 'corner' as const },
    { placement: box, look: picture },
    { width: '260', height: '141.74' },
  ],
  [
    'a tag',
    {},
    {
      placement: { kind: 'tag' as const, tag: '#', width: 100, height: 50 },
      look: { kind: 'qr' as const, link: 'https://contoh.example/1' },
    },
    { tag_koordinat: '#', image: 'false', linkQR: 'https://contoh.example/1' },
  ],
  ['nothing visible', {}, {}, { tampilan: 'invisible' }],
])('version 1 sends %s', async (_what, settings, changes, fields) => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  await esign.sign(signInput(server(esc, { version: 'v1', ...settings }), changes));
  const [request] = esc.requests;
  if (request === undefined) throw new Error('no request');
  const form = await formOf({ ...request, contentType: request.headers['content-type'] ?? '' });
  expect(Object.fromEntries(form)).toMatchObject(fields);
});

test('version 2 takes a one-time code, an e-mail address and a tag', async () => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  const input = signInput(server(esc), {
    person: { by: 'email', email },
    secret: { kind: 'totp', value: bytesOf('135790') },
    placement: { kind: 'tag', tag: '$', width: 100, height: 50 },
  });
  expect(valueOf(await esign.sign(input)).answer.outcome).toBe('signed');
  const body = JSON.parse(esc.requests[0]?.body.toString('utf8') ?? '') as object;
  expect(body).toMatchObject({
    email,
    totp: '135790',
    signatureProperties: [{ tag_koordinat: '$' }],
  });
});

test.each([
  ['a one-time code', 'v1', { secret: { kind: 'totp', value: bytesOf('1') } }, 'totp'],
  ['an e-mail address', 'v1', { person: { by: 'email', email } }, 'email'],
  ['an empty box', 'v1', { placement: box }, 'look'],
  ['a QR', 'v2', { placement: box, look: { kind: 'qr', link: 'x' } }, 'qr'],
] as const)(
  '%s is not sent to a version that has none',
  async (_what, version, changes, detail) => {
    const esc = await startEsc();
    const { esign, server, signInput } = openEscDesk();
    const { answer } = valueOf(await esign.sign(signInput(server(esc, { version }), changes)));
    expect(answer).toEqual({ outcome: 'not-in-this-version', detail });
    expect(esc.requests).toEqual([]);
  },
);

const words = [
  'ISSUE',
  'EXPIRED',
  'RENEW',
  'WAITING_FOR_VERIFICATION',
  'NEW',
  'NO_CERTIFICATE',
  'NOT_REGISTERED',
  'SUSPEND',
  'REVOKE',
  'SESUATU_YANG_LAIN',
];
const statuses = [
  'issue',
  'expired',
  'renew',
  'waiting-for-verification',
  'new',
  'no-certificate',
  'not-registered',
  'suspend',
  'revoke',
  'unknown',
];
test.each(words.map((word, index) => [word, statuses[index]] as const))(
  'the status %s is %s in both versions, and version 2 asks without the NIK in the address',
  async (word, status) => {
    const esc = await startEsc({ people: { [nik]: { status: word, passphrase } } });
    const { esign, server } = openEscDesk();
    for (const version of ['v2', 'v1'] as const) {
      const person = { by: 'nik' as const, nik };
      const { answer } = valueOf(
        await esign.checkStatus({ server: server(esc, { version }), person }),
      );
      expect(answer).toMatchObject({ outcome: 'status', status, word });
    }
    const [second, first] = esc.requests;
    expect(second?.path).not.toContain(nik);
    expect(first?.path).toContain(nik);
  },
);

test('the connection counts when a question about a status is answered, in both versions', async () => {
  const esc = await startEsc({ basePath: '/esign' });
  const { esign, server } = openEscDesk();
  for (const version of ['v2', 'v1'] as const) {
    const { answer, caution } = valueOf(
      await esign.checkConnection({ server: server(esc, { version }) }),
    );
    expect(answer).toMatchObject({ outcome: 'answers' });
    expect(caution).toBe('plainHttp');
  }
  const { answer } = valueOf(
    await esign.checkConnection({ server: server(esc, { paths: { v2Status: '/api/lain' } }) }),
  );
  expect(answer).toMatchObject({ outcome: 'refused', status: 404 });
});

test('wrong credentials are called so, and none are sent nowhere', async () => {
  const esc = await startEsc();
  const wrong = openEscDesk({ credentialsFor: () => Promise.resolve('loket:salah') });
  const { esign, server, signInput } = wrong;
  expect(valueOf(await esign.checkConnection({ server: server(esc) })).answer).toEqual({
    outcome: 'credentials',
    status: 401,
  });
  expect(valueOf(await esign.sign(signInput(server(esc)))).answer).toEqual({
    outcome: 'credentials',
    status: 401,
  });
  const before = esc.requests.length;
  const none = openEscDesk({ credentialsFor: () => Promise.resolve(null) });
  expect(valueOf(await none.esign.sign(none.signInput(none.server(esc)))).answer.outcome).toBe(
    'credentials',
  );
  expect(esc.requests).toHaveLength(before);
});

test.each(['misspelt', 'right'] as const)(
  'a verdict of version 2 is read with %s keys and either zone',
  async (spelling) => {
    const esc = await startEsc();
    const { esign, server } = openEscDesk();
    esc.manners.spelling = spelling;
    esc.manners.zone = spelling === 'right' ? '+0000' : '+00:00';
    const bytes = new Uint8Array(Buffer.concat([pdf, Buffer.from('/ByteRange')]));
    const { answer } = valueOf(await esign.verify({ server: server(esc), bytes, password: null }));
    expect(answer).toMatchObject({
      outcome: 'verified',
      conclusion: 'valid',
      signatureCount: 1,
      signatures: [
        {
          signerName: 'CONTOH SATU',
          signedAt: { iso: '2026-03-02T02:41:23.000Z' },
          isIntact: true,
          timestamp: {
            signerName: 'Timestamp Authority Contoh',
            at: { iso: '2026-03-02T02:41:24.000Z' },
          },
          certificates: [{ serialNumber: '3606829878392572131', algorithm: 'RSA with SHA256' }],
        },
      ],
    });
  },
);

test.each(['new', 'old'] as const)(
  'a verdict of version 1 is read in its %s words',
  async (summary) => {
    const esc = await startEsc();
    const { esign, server } = openEscDesk();
    esc.manners.summary = summary;
    const ask = async (bytes: Buffer) =>
      valueOf(
        await esign.verify({
          server: server(esc, { version: 'v1' }),
          bytes: new Uint8Array(bytes),
          password: null,
        }),
      ).answer;
    expect(await ask(Buffer.concat([pdf, Buffer.from('/ByteRange')]))).toMatchObject({
      outcome: 'verified',
      conclusion: 'valid',
      signatures: [
        {
          signerName: 'CONTOH SATU',
          signedAt: { iso: null, text: '2026-03-02 13:28:34.0' },
          isIntact: true,
        },
      ],
    });
    expect(await ask(pdf)).toMatchObject({ conclusion: 'no-signature', signatureCount: 0 });
  },
);

test('a conclusion nobody knows is not valid; a file that is no PDF is a failure of its own', async () => {
  const esc = await startEsc();
  const { esign, server } = openEscDesk();
  const body = JSON.stringify({
    conclusion: 'INDETERMINATE',
    description: `NIK ${nik}`,
    signatureInformations: null,
  });
  esc.order({
    route: 'v2-verify',
    how: { kind: 'reply', status: 200, contentType: 'application/json;charset=UTF-8', body },
  });
  const bytes = new Uint8Array(pdf);
  const unknown = valueOf(
    await esign.verify({ server: server(esc), bytes, password: null }),
  ).answer;
  expect(unknown).toMatchObject({
    conclusion: 'not-valid',
    conclusionText: 'INDETERMINATE',
    description: 'NIK 3207••••••••0001',
  });
  const none = valueOf(
    await esign.verify({ server: server(esc), bytes: bytesOf('x'), password: null }),
  ).answer;
  expect(none).toMatchObject({ outcome: 'retry', status: 500 });
});

test('a signed document is handed out once by its id, and then is gone', async () => {
  const esc = await startEsc();
  const { esign, server, signInput } = openEscDesk();
  esc.manners.idHeader = 'id-dokumen';
  const v1 = server(esc, { version: 'v1' });
  const { answer } = valueOf(await esign.sign(signInput(v1)));
  if (answer.outcome !== 'signed' || answer.documentId === null) throw new Error(answer.outcome);
  const ask = async () =>
    valueOf(
      await esign.download({ server: v1, documentId: answer.documentId ?? '', subject: 'office' }),
    ).answer;
  expect(await ask()).toMatchObject({ outcome: 'document', sha256: answer.sha256 });
  expect(await ask()).toEqual({ outcome: 'gone', text: 'Dokumen telah didownload sebelumnya' });
});

test('chain, one-time codes and the seal family', async () => {
  const certificate = Buffer.from('3082010030820100300a06032a0304300a06032a0304', 'hex').toString(
    'base64',
  );
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
  const esc = await startEsc({ certificates: [certificate, pem, 'x'] });
  const { esign, server, signInput } = openEscDesk();
  const at = { server: server(esc) };
  expect(valueOf(await esign.certificateChain({ ...at, id: 'contoh' })).answer).toMatchObject({
    outcome: 'chain',
    unreadable: 1,
  });
  expect(valueOf(await esign.certificateChain({ ...at, id: 'lain' })).answer).toMatchObject({
    outcome: 'refused',
    status: 400,
  });
  expect(
    valueOf(await esign.requestTotp({ ...at, person: { by: 'nik', nik }, documents: 3 })).answer,
  ).toEqual({ outcome: 'sent', text: 'TOTP dibuat di aplikasi BeSign Mobile' });
  const totp = () => bytesOf('654321');
  const subscriber = 'contoh';
  expect(
    valueOf(await esign.sealActivation({ ...at, subscriber, totp: null })).answer,
  ).toMatchObject({ outcome: 'done', totp: null });
  expect(
    valueOf(await esign.sealActivation({ ...at, subscriber, totp: totp() })).answer,
  ).toMatchObject({ outcome: 'done', totp: null, text: 'TOTP Aktivasi masih berlaku' });
  expect(
    valueOf(await esign.sealTotp({ ...at, subscriber, totp: totp(), documents: 2 })).answer,
  ).toMatchObject({ outcome: 'done', totp: '123456' });
  expect(
    valueOf(await esign.sealTotp({ ...at, subscriber, totp: bytesOf('000000'), documents: 2 }))
      .answer,
  ).toMatchObject({ outcome: 'refused', text: 'TOTP tidak sesuai' });
  expect(
    valueOf(await esign.sealRevokeActivation({ ...at, subscriber, totp: totp() })).answer,
  ).toMatchObject({ outcome: 'done' });
  const { person: _person, secret: _secret, ...document } = signInput(server(esc));
  expect(valueOf(await esign.seal({ ...document, subscriber, totp: totp() })).answer).toMatchObject(
    { outcome: 'signed' },
  );
});
