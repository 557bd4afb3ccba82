import { describe, expect, test } from 'vitest';
import { jsonBody, jsonEscaped, strikeOut } from '../../electron/services/esign/secret-body';
import { readEscError } from '../../src/domain/esign/esc-codes';
import { readMoment, readValidity } from '../../src/domain/esign/esc-moment';
import { readChain, readSaid } from '../../src/domain/esign/read-other';
import { readDocumentId, readSignedFiles } from '../../src/domain/esign/read-signed';
import { readStatus } from '../../src/domain/esign/read-status';
import { readVerdictV1, readVerdictV2 } from '../../src/domain/esign/read-verify';
import { pathsOf, standardEscPaths, timeoutsOf } from '../../src/domain/esign/server-settings';
import { bottomOf, propertiesV2 } from '../../src/domain/esign/sign-fields';

describe('errors', () => {
  test.each([
    [{ error: 'Passphrase anda salah', status_code: 2031 }, 'passphrase-wrong', '2031'],
    [{ error: 'Passphrase anda salah', status_code: '2031' }, 'passphrase-wrong', '2031'],
    [
      { error: 'Proses signing gagal : User tidak terdaftar 2011', status_code: 400 },
      'not-registered',
      '2011',
    ],
    [{ error: 'Gagal (2011).', status_code: 400 }, 'not-registered', '2011'],
    [
      { message: 'Dokumen telah didownload sebelumnya', statusCode: 4044 },
      'already-downloaded',
      '4044',
    ],
    [{ error: { message: 'NIK wajib diisi' }, code: 4014 }, 'nik-missing', '4014'],
    [{ timestamp: '2026', status: 401, error: 'Unauthorized', path: '/api' }, 'unknown', null],
    [{ error: 'Tahun 2031 sudah lewat', status_code: 400 }, 'unknown', null],
    [{ error: 'lain', status_code: 7777 }, 'unknown', '7777'],
    [null, 'unknown', null],
    ['teks', 'unknown', null],
    [[], 'unknown', null],
  ])('%j', (value, problem, code) => {
    expect(readEscError(value)).toMatchObject({ problem, code });
  });

  test('a NIK in a text is masked, also in groups, and a long text is cut', () => {
    expect(readEscError({ error: 'untuk 3207 0101 0190 0001 gagal' }).text).toBe(
      'untuk 3207••••••••0001 gagal',
    );
    expect(readEscError({ error: 'x'.repeat(5000) }).text).toHaveLength(500);
  });
});

test('a status by word or by code; what is neither is none', () => {
  expect(readStatus({ status: 'waiting for verification', status_code: 1 })?.status).toBe(
    'waiting-for-verification',
  );
  expect(readStatus({ status_code: 1110 })?.status).toBe('not-registered');
  expect(readStatus({ status_code: '1111', status: null })?.status).toBe('issue');
  expect(readStatus({ status: 'AKTIF' })?.status).toBe('unknown');
  for (const none of [{}, { error: 'x' }, null, 'ISSUE', { status: 3 }])
    expect(readStatus(none)).toBeNull();
});

test('moments in every form that was met; one without a zone is no moment', () => {
  for (const text of [
    '2023-07-11T02:41:23.000+00:00',
    '2023-07-11T02:41:23.000+0000',
    '2023-07-11 09:41:23+07:00',
    '2023-07-11T02:41:23Z',
  ]) {
    expect(readMoment(text)?.iso).toBe('2023-07-11T02:41:23.000Z');
  }
  expect(readMoment('2023-10-16 13:28:34.0')).toEqual({ iso: null, text: '2023-10-16 13:28:34.0' });
  expect(readMoment('kemarin')).toEqual({ iso: null, text: 'kemarin' });
  expect(readMoment(3)).toBeNull();
  expect(
    readValidity('2025-01-01T00:00:00Z to 2027-01-01T00:00:00Z').map((moment) => moment?.iso),
  ).toEqual(['2025-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  expect(readValidity(null)).toEqual([null, null]);
});

test('signed files: one or a list, with a head or without; anything else is none', () => {
  expect(readSignedFiles({ time: 1, file: ['JVBE\nRi0='] })).toEqual(['JVBERi0=']);
  expect(readSignedFiles({ file: 'data:application/pdf;base64,JVBERi0=' })).toEqual(['JVBERi0=']);
  for (const none of [
    {},
    { file: [] },
    { file: [3] },
    { file: ['<html>'] },
    { file: [''] },
    null,
  ]) {
    expect(readSignedFiles(none)).toBeNull();
  }
});

test('the id of a document under either spelling and in any capitals', () => {
  for (const name of ['id_dokumen', 'id-dokumen', 'ID_Dokumen'])
    expect(readDocumentId({ [name]: ' a-1 ' })).toBe('a-1');
  expect(readDocumentId({ id_dokumen: 'a b' })).toBeNull();
  expect(readDocumentId({})).toBeNull();
});

test('verdicts with everything missing are still verdicts; other things are none', () => {
  expect(readVerdictV2({ conclusion: 'VALID' })).toMatchObject({
    conclusion: 'valid',
    signatures: [],
  });
  expect(
    readVerdictV2({ conclusion: 'valid', signatureInformations: [{}, 3, null] })?.signatures,
  ).toHaveLength(1);
  expect(readVerdictV2({ summary: 'VALID' })).toBeNull();
  expect(readVerdictV1({ summary: 'DOCUMENT NOT VALID !!!', details: [{}] })).toMatchObject({
    conclusion: 'not-valid',
    signatureCount: 1,
  });
  expect(readVerdictV1({ summary: null, jumlah_signature: 0 })).toMatchObject({
    conclusion: 'no-signature',
  });
  expect(readVerdictV1({ error: 'x' })).toBeNull();
});

test('answers of the seal family, flat or nested; a no is a no', () => {
  expect(
    readSaid({
      success: true,
      message: null,
      data: { message: 'ok', totp: 123, expires: 'x', result: true },
    }),
  ).toEqual({ isDone: true, text: 'ok', totp: '123', expires: 'x' });
  expect(readSaid({ success: true, message: 'ok', data: { result: false } })?.isDone).toBe(false);
  expect(readSaid({})).toBeNull();
  expect(
    readChain({ success: true, data: [{ certificate: `MII${'A'.repeat(40)}` }, {}, 3] }),
  ).toMatchObject({ unreadable: 2 });
});

test('a box counted from the top is the same box counted from the bottom', () => {
  const placement = {
    kind: 'box' as const,
    page: 1,
    left: 10,
    top: 100,
    width: 200,
    height: 80,
    pageHeight: 842,
  };
  expect(bottomOf(placement)).toBe(662);
  // The other way about, by the facts page: originY = pageHeight - yAxis - height.
  expect(842 - bottomOf(placement) - 80).toBe(placement.top);
  const given = { placement, look: { kind: 'none' as const }, reason: null, location: null };
  expect(propertiesV2(given, () => '')).toMatchObject({ originX: 10, originY: 100 });
});

test('an office’s paths and time-outs replace BSrE’s one by one', () => {
  const server = {
    baseUrl: 'https://x.example',
    version: 'v2' as const,
    paths: { v2Sign: '/lain' },
    timeouts: { signMs: 90_000 },
  };
  expect(pathsOf(server)).toEqual({ ...standardEscPaths, v2Sign: '/lain' });
  expect(timeoutsOf(server)).toEqual({
    connectMs: 10_000,
    readMs: 30_000,
    signMs: 90_000,
    verifyMs: 120_000,
  });
});

test('a secret is written into JSON as any JSON reader reads it, whatever it holds', () => {
  for (const typed of ['a"b\\c', 'baris\nbaru\t\u0001', 'é 😀 \u2028', '\u007f/']) {
    const bytes = new TextEncoder().encode(typed);
    expect(JSON.parse(`"${jsonEscaped(bytes).toString('utf8')}"`)).toBe(typed);
    const body = jsonBody({ nik: '1', file: ['x'] }, { passphrase: bytes });
    expect(JSON.parse(body.toString('utf8'))).toEqual({ nik: '1', file: ['x'], passphrase: typed });
    expect(JSON.parse(jsonBody({}, { totp: bytes }).toString('utf8'))).toEqual({ totp: typed });
  }
});

test('a quoted secret is struck out wherever it stands', () => {
  const body = Buffer.from('{"error":"rahasia1 salah: rahasia1"}');
  strikeOut(body, [new TextEncoder().encode('rahasia1')]);
  expect(body.toString()).toBe('{"error":"******** salah: ********"}');
});
