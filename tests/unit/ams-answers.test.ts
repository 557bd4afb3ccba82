import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockOffset,
  isHealth,
  mediaTypeOf,
  parseHttpDate,
  readJson,
  readPage,
  readProblem,
  readRetryAfter,
  readStored,
  readSubmission,
} from '../../electron/services/ams/answers';
import { speedAfter } from '../../electron/services/ams/chunk-size';
import { createPrivateLookup, isTlsCode } from '../../electron/services/ams/connector';
import { readGatewayAddress } from '../../electron/services/ams/gateway-address';
import { uploadChecksum, uploadMetadata } from '../../electron/services/ams/tus-upload';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('content type', () => {
  test.each([
    ['application/json', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    [' text/html;x', 'text/html'],
    [undefined, ''],
  ])('%s', (header, expected) => {
    expect(mediaTypeOf(header)).toBe(expected);
  });

  test('JSON in another type, in another encoding or in broken UTF-8 is not read', () => {
    const json = { 'content-type': 'application/json' };
    expect(readJson({ headers: json, body: bytes('{}') })).toEqual({ value: {}, isProblem: false });
    const problem = { 'content-type': 'application/problem+json' };
    expect(readJson({ headers: problem, body: bytes('{}') })).toEqual({
      value: {},
      isProblem: true,
    });
    expect(readJson({ headers: { 'content-type': 'text/json' }, body: bytes('{}') })).toBeNull();
    expect(
      readJson({ headers: { ...json, 'content-encoding': 'br' }, body: bytes('{}') }),
    ).toBeNull();
    expect(readJson({ headers: json, body: Uint8Array.of(0x22, 0xff, 0x22) })).toBeNull();
    expect(readJson({ headers: json, body: bytes('') })).toBeNull();
  });
});

describe('Retry-After', () => {
  const answeredAtMs = Date.parse('2026-03-02T02:00:00Z');
  const read = (text: string | undefined, date?: string): number | null =>
    readRetryAfter({
      headers: {
        ...(text === undefined ? {} : { 'retry-after': text }),
        ...(date === undefined ? {} : { date }),
      },
      answeredAtMs,
    });

  test.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['99999999', 86_400_000],
    ['Mon, 02 Mar 2026 02:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 01:00:00 GMT', 0],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['2026-03-02T02:00:30Z', null],
    [undefined, null],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a date is measured from the Date of the same answer', () => {
    expect(read('Mon, 02 Mar 2026 05:00:10 GMT', 'Mon, 02 Mar 2026 05:00:00 GMT')).toBe(10_000);
  });

  test('whatever the header holds, the wait is null or between nothing and a day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String), fc.date().map(String)), (text) => {
        const wait = read(text);
        expect(wait === null || (wait >= 0 && wait <= 86_400_000)).toBe(true);
      }),
    );
  });
});

test('the clock offset is server minus device at the middle of the exchange', () => {
  const headers = { date: 'Mon, 02 Mar 2026 02:00:10 GMT' };
  const device = Date.parse('2026-03-02T02:00:00Z');
  expect(clockOffset({ headers, sentAtMs: device, answeredAtMs: device + 1000 })).toBe(10_000);
  expect(clockOffset({ headers: {}, sentAtMs: device, answeredAtMs: device })).toBeNull();
  expect(parseHttpDate('Mon, 99 Mar 2026 02:00:10 GMT')).toBeNull();
});

test('only the exact shape is a healthy gateway; unknown fields are ignored', () => {
  const health = { service: 'ams-gateway', version: '1', time: '2026-03-02T02:00:00Z' };
  expect(isHealth({ ...health, more: 1 })).toBe(true);
  expect(isHealth({ ...health, time: 'now' })).toBe(false);
  expect(isHealth({ ...health, version: 1 })).toBe(false);
  expect(isHealth(null)).toBe(false);
});

describe('problem documents', () => {
  test('pointers in both spellings, file names of either case, broken parts left out', () => {
    const sha256 = 'AB'.repeat(32);
    const problem = readProblem({
      type: 'https://x/missing-files',
      title: 't',
      errors: [
        { pointer: '#/applicant/nik', detail: 'd' },
        { pointer: '/a' },
        { detail: 'no pointer' },
        7,
      ],
      missing: [sha256, 'short', 7],
    });
    expect(problem).toEqual({
      type: 'https://x/missing-files',
      detail: 't',
      errors: [
        { pointer: '/applicant/nik', detail: 'd' },
        { pointer: '/a', detail: '' },
      ],
      missing: [sha256.toLowerCase()],
    });
  });

  test('anything at all is read without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readProblem(value).errors.length).toBeGreaterThanOrEqual(0);
        readSubmission(value);
        readPage(value);
        readStored(value, 'x');
        isHealth(value);
      }),
    );
    expect(readProblem({ detail: 'x'.repeat(10_000) }).detail).toHaveLength(500);
  });
});

test('a receipt counts only for its own id, and a malformed one is as good as none', () => {
  const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T02:00:00Z' };
  expect(readStored({ id: 'A', receipt, state: 'received' }, 'a')).toEqual({
    receipt,
    state: 'received',
  });
  expect(readStored({ id: 'a', receipt: { number: 7 } }, 'a')).toEqual({
    receipt: null,
    state: 'received',
  });
  expect(readStored({ id: 'b', receipt, state: 'received' }, 'a')).toBeNull();
  expect(readStored({ error: 'login' }, 'a')).toBeNull();
});

test('a submission with the least a gateway may say', () => {
  expect(readSubmission({ id: 'a', state: 'later-word' })).toEqual({
    id: 'a',
    revision: 1,
    receipt: null,
    state: 'later-word',
    updatedAt: null,
    note: null,
    missingDocuments: [],
    certificate: null,
  });
  expect(readSubmission({ id: 'a' })).toBeNull();
});

test.each([
  ['https://ams.example/', 'https://ams.example', 'https://ams.example'],
  ['https://ams.example:8443/a/b//', 'https://ams.example:8443', 'https://ams.example:8443/a/b'],
  ['HTTPS://AMS.example?x=1#y', 'https://ams.example', 'https://ams.example'],
  ['http://[::1]:9/', 'http://[::1]:9', 'http://[::1]:9'],
  ['http://0x7f.1:80', 'http://127.0.0.1', 'http://127.0.0.1'],
])('the base URL %s', (baseUrl, origin, base) => {
  expect(readGatewayAddress(baseUrl)).toEqual({ ok: true, value: { origin, base } });
});

test('codes of TLS are told from codes of the network', () => {
  for (const code of [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'EPROTO',
  ]) {
    expect(isTlsCode(code)).toBe(true);
  }
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNRESET']) {
    expect(isTlsCode(code)).toBe(false);
  }
});

test('a line becomes slow by a break or a long wait, not by a short chunk, and fast again only clearly', () => {
  expect(speedAfter('fast', { kind: 'broken' })).toBe('slow');
  expect(speedAfter('fast', { kind: 'sent', bytes: 1_000_000, elapsedMs: 10_000 })).toBe('slow');
  expect(speedAfter('fast', { kind: 'sent', bytes: 100, elapsedMs: 900 })).toBe('fast');
  expect(speedAfter('slow', { kind: 'sent', bytes: 262_144, elapsedMs: 500 })).toBe('slow');
  expect(speedAfter('slow', { kind: 'sent', bytes: 262_144, elapsedMs: 100 })).toBe('fast');
});

test('headers of an upload as the page writes them', () => {
  const file = { sha256: 'ab'.repeat(32), name: 'surat é.pdf', mediaType: '' };
  expect(uploadMetadata(file)).toBe(
    `sha256 ${Buffer.from(file.sha256).toString('base64')},filename ${Buffer.from('surat é.pdf').toString('base64')},filetype`,
  );
  expect(uploadChecksum(bytes(''))).toBe('sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});

test('a name with a public address gives plain http its private addresses, or nothing', () => {
  const lookup = createPrivateLookup((hostname, _options, callback) => {
    const open = { address: '8.8.8.8', family: 4 };
    const inside = { address: '10.0.0.9', family: 4 };
    callback(null, hostname === 'both.example' ? [open, inside] : [open]);
  });
  const calls: unknown[][] = [];
  const callback = (...call: unknown[]): void => {
    calls.push(call);
  };
  lookup('both.example', { all: true }, callback);
  lookup('both.example', {}, callback);
  lookup('open.example', { all: true }, callback);
  expect(calls.slice(0, 2)).toEqual([
    [null, [{ address: '10.0.0.9', family: 4 }]],
    [null, '10.0.0.9', 4],
  ]);
  expect(calls[2]?.[0]).toMatchObject({ code: 'PLAIN_HTTP_TO_PUBLIC_HOST' });
});
