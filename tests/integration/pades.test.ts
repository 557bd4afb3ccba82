import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FictitiousCa, keyFilePassphrase, type Issued } from '../helpers/pki/fictitious-ca';
import { greyPng } from '../helpers/grey-png';
import { paper } from '../helpers/pki/papers';
import { reportsOf, SigningDesk } from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let desk: SigningDesk;
const people: Record<
  string,
  { readonly issued: Issued; readonly keyFile: Uint8Array<ArrayBuffer> }
> = {};

function keyFileOf(name: string): Uint8Array<ArrayBuffer> {
  const found = people[name];
  if (found === undefined) throw new Error(name);
  return found.keyFile;
}

beforeAll(() => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
  for (const [name, keyKind] of [
    ['Contoh Satu', 'rsa'],
    ['Contoh Dua', 'p256'],
    ['Contoh Tiga', 'p384'],
  ] as const) {
    const issued = ca.issue({ name, keyKind });
    people[name] = { issued, keyFile: ca.keyFile(issued) };
  }
});
afterAll(() => {
  ca.remove();
  desk.remove();
});

/** The signature's CMS and the bytes it covers, taken out by hand. */
function cutOut(pdf: Uint8Array): { readonly cms: Buffer; readonly covered: Buffer } {
  const text = Buffer.from(pdf).toString('latin1');
  const ranges = Array.from(text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)/g));
  const [, first = '', second = '', length = ''] = ranges.at(-1) ?? [];
  const [from, to, rest] = [Number(first), Number(second), Number(length)];
  const padded = Buffer.from(text.slice(from + 1, to - 1), 'hex');
  const size = 4 + padded.readUInt16BE(2);
  return {
    cms: padded.subarray(0, size),
    covered: Buffer.concat([
      Buffer.from(pdf.subarray(0, from)),
      Buffer.from(pdf.subarray(to, to + rest)),
    ]),
  };
}

/** What `openssl cms -verify -cades` says of a signed PDF under the fictitious root. */
function opensslCades(pdf: Uint8Array): string {
  const { cms, covered } = cutOut(pdf);
  writeFileSync(join(desk.folder, 'signature.der'), cms);
  writeFileSync(join(desk.folder, 'covered.bin'), covered);
  const run = spawnSync(
    'openssl',
    [
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'signature.der',
      '-content',
      'covered.bin',
      '-CAfile',
      ca.root.certificate,
      '-out',
      'verified.bin',
      '-purpose',
      'any',
    ],
    { cwd: desk.folder, encoding: 'utf8' },
  );
  return run.stderr;
}

describe.each([
  ['Contoh Satu', 'RSA', 'SHA-256'],
  ['Contoh Dua', 'EC P-256', 'SHA-256'],
  ['Contoh Tiga', 'EC P-384', 'SHA-384'],
])('%s signs with %s', (name, kind, hash) => {
  test('and pdfsig, openssl cms -cades and our own check agree that it holds', async () => {
    const pdf = await paper();
    const { bytes, level, certificate } = await desk.signed(pdf, keyFileOf(name));
    expect(Buffer.compare(bytes.subarray(0, pdf.length), pdf)).toBe(0);
    expect({ level, kind: certificate.keyKind, name: certificate.commonName }).toEqual({
      level: 'B-B',
      kind,
      name,
    });
    const seen = desk.pdfsig(bytes);
    expect(seen).toContain('Signature Type: ETSI.CAdES.detached');
    expect(seen).toContain('Signature Validation: Signature is Valid.');
    expect(seen).toContain('Total document signed');
    expect(seen).toContain(`Signing Hash Algorithm: ${hash}`);
    expect(opensslCades(bytes)).toContain('CAdES Verification successful');
    expect(reportsOf(bytes)).toMatchObject([
      {
        integrity: { state: 'ok', isWeak: false },
        isCertificateBound: true,
        coversWholeFile: true,
        changes: { kind: 'nothing' },
        reason: 'Persetujuan',
        location: 'Contoh',
        certificate: { commonName: name },
      },
    ]);
  });
});

test('a paper with object streams and tables as streams is signed just the same', async () => {
  const pdf = await paper({ useObjectStreams: true });
  const { bytes } = await desk.signed(pdf, keyFileOf('Contoh Satu'));
  expect(desk.pdfsig(bytes)).toContain('Signature is Valid');
  expect(reportsOf(bytes)).toMatchObject([{ integrity: { state: 'ok' }, coversWholeFile: true }]);
});

test('signers one after another: each version is the beginning of the next, all stay valid', async () => {
  const versions = [await paper({ pages: 2 })];
  const names = ['Contoh Satu', 'Contoh Dua', 'Contoh Tiga'];
  for (const [index, name] of names.entries()) {
    const before = versions.at(-1) ?? new Uint8Array();
    const { bytes } = await desk.signed(before, keyFileOf(name), {
      placement: { kind: 'box', page: 2, left: 60, top: 500 + index * 90, width: 200, height: 80 },
      block: {
        lines: ['Ditandatangani oleh', name],
        qr: 'https://contoh.example/1',
        picture: null,
      },
    });
    expect(Buffer.compare(bytes.subarray(0, before.length), before)).toBe(0);
    versions.push(bytes);
  }
  const last = versions.at(-1) ?? new Uint8Array();
  const seen = desk.pdfsig(last);
  expect(seen.match(/Signature is Valid/g)).toHaveLength(3);
  const reports = reportsOf(last);
  expect(reports.map(({ certificate }) => certificate?.commonName)).toEqual(names);
  expect(reports.map(({ integrity }) => integrity.state)).toEqual(['ok', 'ok', 'ok']);
  expect(reports.map(({ changes }) => changes.kind)).toEqual([
    'signatures',
    'signatures',
    'nothing',
  ]);
  expect(new Set(reports.map(({ fieldName }) => fieldName)).size).toBe(3);
});

test('the block is drawn: text can be read back, and nothing of the page is covered elsewhere', async () => {
  const { bytes } = await desk.signed(await paper(), keyFileOf('Contoh Satu'), {
    placement: { kind: 'box', page: 1, left: 300, top: 600, width: 220, height: 90 },
    block: {
      lines: ['Ditandatangani secara elektronik', 'Contoh Satu', 'Kepala Dinas Contoh'],
      qr: null,
      picture: { bytes: new Uint8Array(greyPng(40, 20)), mediaType: 'image/png' },
    },
  });
  const text = desk.ask('pdftotext', bytes, (path) => ['-layout', path, '-']);
  expect(text).toContain('Contoh Satu');
  expect(text).toContain('Surat Contoh, halaman 1');
  const place = desk.ask('pdftotext', bytes, (path) => ['-bbox', path, '-']);
  const word = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Kepala</.exec(place);
  expect(Number(word?.[1])).toBeGreaterThan(300);
  expect(Number(word?.[2])).toBeGreaterThan(600);
  expect(Number(word?.[2])).toBeLessThan(690);
  expect(reportsOf(bytes)).toMatchObject([{ integrity: { state: 'ok' }, coversWholeFile: true }]);
});

test.each([
  ['a page that is not there', { page: 2 }, [], 'page-missing'],
  ['beyond the edge', { left: 500 }, [], 'outside-page'],
  [
    'more words than fit',
    { height: 12 },
    Array.from({ length: 12 }, () => 'Kepala Dinas'),
    'text-too-long',
  ],
  ['a letter the font has not', {}, ['Contoh \u0905'], 'letter-missing'],
] as const)('a block with %s is refused by name', async (_what, place, lines, reason) => {
  const placement = {
    kind: 'box' as const,
    page: 1,
    left: 60,
    top: 60,
    width: 200,
    height: 60,
    ...place,
  };
  const block = { lines: [...lines], qr: null, picture: null };
  const outcome = await desk.sign(await paper(), keyFileOf('Contoh Satu'), { placement, block });
  expect(outcome).toMatchObject({ outcome: 'block-refused', reason });
});

test('a picture that is none is refused by name', async () => {
  const outcome = await desk.sign(await paper(), keyFileOf('Contoh Satu'), {
    placement: { kind: 'box', page: 1, left: 60, top: 60, width: 200, height: 60 },
    block: {
      lines: [],
      qr: null,
      picture: { bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png' },
    },
  });
  expect(outcome).toMatchObject({ outcome: 'block-refused', reason: 'picture' });
});

describe('key files', () => {
  test.each([
    ['AES-256 and PBKDF2', []],
    ['AES-128', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
    ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['RC2-40 and 3DES, as old programs write', ['-legacy']],
    ['RC2-128', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128']],
    ['no MAC', ['-nomac']],
    ['a MAC with SHA-512', ['-macalg', 'sha512']],
    ['certificates left open', ['-certpbe', 'NONE']],
  ])('sealed with %s opens', async (_what, ways) => {
    const { issued } = people['Contoh Dua'] ?? {};
    if (issued === undefined) throw new Error('nobody');
    const keyFile = ca.keyFile(issued, ...ways);
    const passphrase = new TextEncoder().encode(keyFilePassphrase);
    const answer = await desk.pades.describe({ keyFile, passphrase });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        outcome: 'key-file',
        certificate: { commonName: 'Contoh Dua' },
        chain: [{ commonName: 'CA Contoh DS G1' }, { commonName: 'Root CA Contoh' }],
        faults: [],
      },
    });
    expect([...passphrase, ...keyFile].every((byte) => byte === 0)).toBe(true);
  });

  test.each([
    ['another passphrase', 'salah', 'passphrase-wrong'],
    ['a passphrase in other capitals', keyFilePassphrase.toLowerCase(), 'passphrase-wrong'],
  ])('%s is called wrong', async (_what, typed, outcome) => {
    const keyFile = keyFileOf('Contoh Satu').slice();
    const passphrase = new TextEncoder().encode(typed);
    expect(await desk.pades.describe({ keyFile, passphrase })).toMatchObject({
      value: { outcome },
    });
  });

  test('cut short or altered anywhere, one never opens and never throws', async () => {
    const whole = keyFileOf('Contoh Dua');
    const typed = () => new TextEncoder().encode(keyFilePassphrase);
    for (let at = 0; at < whole.length; at += 97) {
      const altered = whole.slice();
      altered[at] = (altered[at] ?? 0) ^ 0x5a;
      for (const keyFile of [altered, whole.slice(0, at + 1)]) {
        const answer = await desk.pades.describe({ keyFile, passphrase: typed() });
        expect(answer.ok).toBe(true);
        // Lengths in the outermost shell may be altered without harm to what is inside.
        if (answer.ok && keyFile.length < whole.length) {
          expect(answer.value.outcome).not.toBe('key-file');
        }
      }
    }
  });
});

describe('who may not sign', () => {
  test.each([
    [
      'a certificate that has ended',
      { from: '20200101000000Z', to: '20210101000000Z' },
      ['expired'],
    ],
    [
      'one that has not begun',
      { from: '20400101000000Z', to: '20410101000000Z' },
      ['not-yet-valid'],
    ],
    [
      'one for encryption alone',
      { extensions: ['basicConstraints=CA:FALSE', 'keyUsage=critical,keyEncipherment'] },
      ['key-usage'],
    ],
    [
      'an authority',
      {
        extensions: [
          'basicConstraints=critical,CA:TRUE',
          'keyUsage=critical,digitalSignature,keyCertSign',
        ],
      },
      ['is-authority'],
    ],
    ['RSA of 1024 bits', { keyKind: 'rsa1024' as const }, ['key-kind']],
  ])('%s is refused by name', async (what, options, faults) => {
    const issued = ca.issue({ name: `Contoh ${what}`.slice(0, 40), ...options });
    const outcome = await desk.sign(await paper(), ca.keyFile(issued));
    expect(outcome).toEqual({ outcome: 'signer-refused', faults });
  });
});

describe('documents that are not signed', () => {
  test.each([
    ['no PDF', new TextEncoder().encode('<html>'), 'not-a-pdf'],
    ['a PDF without tables', new TextEncoder().encode('%PDF-1.4\nhello'), 'unreadable'],
  ])('%s', async (_what, pdf, reason) => {
    const outcome = await desk.sign(pdf, keyFileOf('Contoh Satu'));
    expect(outcome).toMatchObject({ outcome: 'document-refused', reason });
  });

  test('one that changed since it was looked at, or is gone', async () => {
    const pdf = await paper();
    const other = desk.add(await paper({ pages: 3 }));
    expect(await desk.sign(pdf, keyFileOf('Contoh Satu'), { address: other })).toMatchObject({
      outcome: 'document-refused',
      reason: 'changed',
    });
    const address = 'e'.repeat(64);
    expect(await desk.sign(pdf, keyFileOf('Contoh Satu'), { address })).toMatchObject({
      outcome: 'document-refused',
      reason: 'missing',
    });
  });
});
