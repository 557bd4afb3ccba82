import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/contract';
import type { DocumentReport, SignatureReport } from '../../src/contract/pki';
import { fail, succeed } from '../../src/contract/result';
import type { FinalLetter } from '../../src/features/request/print-letters';
import { outcomeOfFailure } from '../../src/features/signing/outcome-of-answer';
import { readPerson } from '../../src/features/signing/read-person';
import { inspectReturned } from '../../src/features/signing/returned-file';
import { runBatch } from '../../src/features/signing/run-batch';
import type { SigningEnd } from '../../src/features/signing/sign-letter';
import { readNewSignature } from '../../src/features/signing/signature-facts';
import { BLOCK, freeBox } from '../../src/features/signing/signature-placement';
import { esignOf, esignValues } from '../../src/features/settings/esign-values';
import { takeSecret } from '../../src/features/signing/take-secret';
import { file } from '../helpers/memory-fixtures';

const whole = {
  kind: 'signature',
  subFilter: 'ETSI.CAdES.detached',
  claimedAt: '2026-03-02T03:00:00.000Z',
  integrity: { state: 'ok', code: null, isWeak: false },
  coversWholeFile: true,
  revisionEnd: 100,
  timestamp: null,
  certificate: null,
  trust: { state: 'unknown', reasons: [] },
} as unknown as SignatureReport;

function report(...signatures: readonly Partial<SignatureReport>[]): DocumentReport {
  const all = signatures.map((one, index) => ({ ...whole, revisionEnd: index, ...one }));
  return { outcome: 'checked', sha256: '0'.repeat(64), signatures: all };
}

const letter: FinalLetter = {
  status: 'issued',
  id: '01930000-0000-7000-8000-00000000bb01',
  letter: 'revocation-application',
  number: '1',
  date: '2026-03-02',
  file: file(1),
  place: null,
  versions: [],
  superseded: false,
};

describe('the newest signature of a file', () => {
  test('counts when there is one more than before and every one is whole', () => {
    expect(readNewSignature(report({}), 0)).toMatchObject({ ok: true, value: { level: 'B-B' } });
    expect(readNewSignature(report({}), 1)).toEqual(fail('no-new-signature'));
    const broken = { integrity: { state: 'broken', code: 'digest', isWeak: false } } as const;
    expect(readNewSignature(report(broken, {}), 1)).toEqual(fail('signature-broken'));
    expect(readNewSignature(report({}, { coversWholeFile: false }), 1)).toEqual(
      fail('signature-broken'),
    );
    expect(readNewSignature({ outcome: 'unreadable', detail: '' }, 0)).toEqual(fail('unreadable'));
    const stamp = { ...whole, kind: 'document-timestamp' } as const;
    expect(readNewSignature(report(stamp), 0)).toEqual(fail('no-new-signature'));
  });
});

describe('a file that comes back', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const before = text('%PDF-1.7 surat');
  const signed = text('%PDF-1.7 surat + tanda tangan');

  /** A shell whose check finds so many signatures in the letter and in the file. */
  function desk(inLetter: number, inFile: DocumentReport) {
    const host = {
      files: { get: () => Promise.resolve(succeed({ bytes: before })) },
      pki: {
        verifyDocument: ({ bytes }: { bytes: Uint8Array }) =>
          Promise.resolve(
            succeed(
              bytes.length === before.length ? report(...Array<object>(inLetter).fill({})) : inFile,
            ),
          ),
      },
    };
    return { host: host as unknown as Pick<Host, 'files' | 'pki' | 'esign' | 'pades'> };
  }
  const samePages = () => Promise.resolve(['Surat']);

  test('is the letter with one signature more', async () => {
    const looked = await inspectReturned(desk(0, report({})), letter, signed, samePages);
    expect(looked).toMatchObject({ ok: true, value: { keepsOriginal: true } });
  });

  test('is refused when its words differ, whatever its signature is worth', async () => {
    const pages = (bytes: Uint8Array) => Promise.resolve([String(bytes.length)]);
    expect(await inspectReturned(desk(0, report({})), letter, signed, pages)).toEqual(
      fail('different-document'),
    );
    const more = (bytes: Uint8Array) =>
      Promise.resolve(bytes.length === before.length ? ['Surat'] : ['Surat', '']);
    expect(await inspectReturned(desk(0, report({})), letter, signed, more)).toEqual(
      fail('different-document'),
    );
  });

  test('that was written anew is told apart, and refused over an earlier signature', async () => {
    const anew = text('%PDF-1.4 ditulis ulang, lebih panjang');
    const first = await inspectReturned(desk(0, report({})), letter, anew, samePages);
    expect(first).toMatchObject({ ok: true, value: { keepsOriginal: false } });
    const second = await inspectReturned(desk(1, report({}, {})), letter, anew, samePages);
    expect(second).toEqual(fail('signature-lost'));
  });

  test('is no PDF, or bears nothing new', async () => {
    const none = await inspectReturned(desk(0, report()), letter, signed, samePages);
    expect(none).toEqual(fail('no-new-signature'));
    expect(await inspectReturned(desk(0, report()), letter, text('PK'), samePages)).toEqual(
      fail('not-a-pdf'),
    );
  });
});

describe('a run over several letters', () => {
  const letters = [1, 2, 3].map((number) => ({ ...letter, id: String(number) }));
  const end = (kind: string) =>
    succeed({ outcome: { kind }, rescue: null } as unknown as SigningEnd);

  async function run(kinds: readonly string[], stopAfter = 99) {
    const secret = new TextEncoder().encode('rahasia-contoh');
    const asked: string[] = [];
    const ended = await runBatch(letters, secret, {
      signOne: ({ id }, copy) => {
        asked.push(`${id}:${new TextDecoder().decode(copy)}`);
        copy.fill(0);
        return Promise.resolve(end(kinds[asked.length - 1] ?? 'signed'));
      },
      isStopped: () => asked.length >= stopAfter,
      onProgress: () => undefined,
    });
    return { ended, asked, secret };
  }

  test('gives each request the secret, and overwrites it at the end', async () => {
    const { ended, asked, secret } = await run([]);
    expect(asked).toEqual(['1:rahasia-contoh', '2:rahasia-contoh', '3:rahasia-contoh']);
    expect(ended.signed).toHaveLength(3);
    expect([...new Set(secret)]).toEqual([0]);
  });

  test('stops at the first unknown, and when told to', async () => {
    const { ended, asked, secret } = await run(['signed', 'unknown']);
    expect(asked).toHaveLength(2);
    expect(ended.stoppedAt?.letter.id).toBe('2');
    expect(ended.left.map(({ id }) => id)).toEqual(['3']);
    expect([...new Set(secret)]).toEqual([0]);
    const stopped = (await run([], 1)).ended;
    expect([stopped.signed.length, stopped.left.length, stopped.stoppedAt]).toEqual([1, 2, null]);
  });
});

test('the block takes the lowest free place at the right, and none where text stands everywhere', () => {
  const page = { width: 595, height: 842, texts: [] };
  const place = { page: 2, index: 0, signers: 1 };
  const low = freeBox(page, place);
  expect(low).toMatchObject({
    page: 2,
    top: 842 - 70 - BLOCK.height,
    left: 595 - 48 - BLOCK.width,
  });
  const line = { left: 60, right: 540, top: 730, bottom: 742 };
  const above = freeBox({ ...page, texts: [line] }, place);
  expect((above?.top ?? 999) + BLOCK.height).toBeLessThanOrEqual(730);
  const full = { left: 0, right: 595, top: 0, bottom: 842 };
  expect(freeBox({ ...page, texts: [full] }, place)).toBeNull();
  const left = freeBox(page, { page: 1, index: 0, signers: 2 });
  expect((left?.left ?? 999) + BLOCK.width).toBeLessThan(low?.left ?? 0);
});

test('a shell that refused a call sent nothing; one that fell silent leaves it unknown', () => {
  for (const kind of ['input-refused', 'caller-refused', 'not-permitted'] as const) {
    expect(outcomeOfFailure({ kind, detail: '' }).kind).toBe('not-sent');
  }
  for (const kind of ['shell-gone', 'internal', 'disk-full'] as const) {
    expect(outcomeOfFailure({ kind, detail: '' }).kind).toBe('unknown');
  }
});

test('a secret leaves its field in the same step; what was typed wins over the request’s NIK', () => {
  const field = { value: 'rahasia' };
  const secret = takeSecret(field as HTMLInputElement);
  expect(new TextDecoder().decode(secret ?? undefined)).toBe('rahasia');
  expect(field.value).toBe('');
  expect(takeSecret(field as HTMLInputElement)).toBeNull();
  const knownNik = '3299990101850001';
  expect(readPerson({ by: 'nik', id: ' ', knownNik })).toEqual({ by: 'nik', nik: knownNik });
  expect(readPerson({ by: 'nik', id: '3299 9901 0170 0009', knownNik })).toEqual({
    by: 'nik',
    nik: '3299990101700009',
  });
  expect(readPerson({ by: 'nik', id: '123', knownNik })).toBeNull();
  expect(readPerson({ by: 'email', id: '', knownNik })).toBeNull();
});

test('settings of the service come back as they were typed, with paths of the office’s own', () => {
  expect(esignOf(esignValues(null), null).server).toBeNull();
  const server = { baseUrl: 'https://esc.contoh.go.id', version: 'v1', paths: { v1Sign: '/x' } };
  const esign = { ...esignOf(esignValues(null), null), server } as const;
  const kept = esignOf(esignValues(esign as never), esign as never);
  expect(kept.server).toMatchObject({ ...server, timeouts: { signMs: 60_000 } });
});
