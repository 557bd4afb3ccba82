import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, type Unzipped } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { LetterRenderer } from '../../src/documents/letters-client';
import { renderReport } from '../../src/documents/render-report';
import { personCopySchema } from '../../src/domain/privacy/person-copy';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestFile } from '../../src/domain/request/request-event';
import { findPeople, gatherPerson } from '../../src/features/rights/gather-person';
import { makePersonCopy } from '../../src/features/rights/make-copy';
import { createZipStream } from '../../src/features/rights/zip-stream';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  file,
  openWindow,
  profile,
  recordCommand,
  recordRequest,
  requestData,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { readFonts } from '../helpers/letters';

const folder = mkdtempSync(join(tmpdir(), 'loket-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fonts = readFonts();
const never = new AbortController().signal;
const superior = {
  name: 'Contoh Atasan',
  nip: '198501152010011001',
  rank: 'Pembina (IV/a)',
  position: 'Camat Contoh',
};

async function done(store: Store, id: string, command: RequestCommand) {
  const result = await store.execute(id, command, staff);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

/** Two requests of person 0, one of person 1; a paper taken away, a letter, looks by staff. */
async function desk() {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  const first = v7();
  await done(store, first, {
    ...recordCommand(0),
    data: { ...requestData(0), superior },
  });
  const second = await recordRequest(store, 0, '2026-03-02T02:30:00Z');
  const other = await recordRequest(store, 1);
  const attachmentId = v7();
  const document = sop.documents[0]?.key ?? '';
  const attach = { command: 'attach-document', document, originalName: 'ktp.pdf' } as const;
  await done(store, first, { ...attach, attachmentId, file: file(1) });
  await done(store, first, { command: 'remove-document', attachmentId, reason: 'Salah berkas' });
  const scan = { originals: [file(5), file(6)], likenesses: ['', ''] };
  await done(store, first, { ...attach, attachmentId: v7(), file: file(2), scan });
  const letter = sop.steps.flatMap(({ letters }) => letters)[0] ?? '';
  await done(store, second, { command: 'draft-letter', letterId: v7(), letter, file: file(3) });
  await done(store, other, { ...attach, attachmentId: v7(), file: file(4) });
  await store.note({ action: 'view-request', subject: first }, staff);
  await store.note({ action: 'view-request', subject: other }, staff);
  await store.note({ action: 'search', subject: null, details: { text: 'misal' } }, staff);
  return { store, first, second, other };
}

/** The stored bytes; `lost` has none. */
function filesOf(lost: readonly RequestFile[] = []) {
  return {
    get: ({ address }: { readonly address: string }) =>
      Promise.resolve(
        lost.some((one) => one.address === address)
          ? ({ ok: false, error: { kind: 'damaged', detail: 'x' } } as const)
          : ({ ok: true, value: { bytes: new TextEncoder().encode(`bytes ${address}`) } } as const),
      ),
  };
}

async function copyOf(store: Store, lost: readonly RequestFile[] = [], signal = never) {
  const held = await gatherPerson(store, requestData(0).applicant.nik, never);
  if (!held.ok) throw new Error('not held');
  const host = { files: { ...filesOf(lost) } } as never;
  const letters: Pick<LetterRenderer, 'renderReport'> = {
    renderReport: (content, options) => renderReport(content, { fonts }, options),
  };
  const findSop = store.sops.find.bind(store.sops);
  const order = { id: v7(), madeAt: '2026-03-02T03:00:00.000Z', reason: 'Diminta' };
  const made = await makePersonCopy({ host, letters, findSop, profile, by: staff }, held.value, {
    ...order,
    signal,
    onFile: () => undefined,
  });
  const none: Unzipped = {};
  if (!made.ok) return { made, order, entries: none };
  const entries = unzipSync(new Uint8Array(await made.value.blob.arrayBuffer()));
  return { made, order, entries };
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function pdfText(bytes: Uint8Array | undefined): string {
  const path = join(folder, 'ringkasan.pdf');
  writeFileSync(path, bytes ?? new Uint8Array());
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

test('holds every request and stored file of the person, and nothing of anybody else', async () => {
  const { store, first, second, other } = await desk();
  const { made, order, entries } = await copyOf(store);
  expect(made).toMatchObject({ ok: true, value: { missing: 0 } });
  const data = personCopySchema.parse(JSON.parse(textOf(entries['data.json'])));
  expect(data.requests.map(({ id }) => id)).toEqual([second, first]);
  expect(JSON.stringify(data)).not.toContain(other);
  expect(JSON.stringify(data)).not.toContain(requestData(1).applicant.nik);
  const files = data.requests.flatMap((request) => request.files);
  expect(files.map(({ state }) => state).toSorted()).toEqual([
    'current',
    'draft',
    'removed',
    // The pages a scan was put together from.
    'superseded',
    'superseded',
  ]);
  for (const { path, sha256 } of files) {
    expect(textOf(entries[path ?? ''])).toBe(`bytes ${sha256}`);
  }
  expect(Object.keys(entries)).toHaveLength(7);
  expect(data.trail).toMatchObject([{ action: 'view-request', requestId: first }]);
  expect(data).toMatchObject({ id: order.id, reason: 'Diminta' });
});

test('names no member of staff, and of the superior no more than name and position', async () => {
  const { store } = await desk();
  const { entries } = await copyOf(store);
  const paper = pdfText(entries['ringkasan.pdf']);
  for (const text of [textOf(entries['data.json']), paper]) {
    expect(text).toContain('Contoh Atasan');
    expect(text).toContain('Camat Contoh');
    for (const secret of [staff.name, staff.id, superior.nip, '19850115 201001', superior.rank]) {
      expect(text).not.toContain(secret);
    }
  }
  expect(paper).toContain(`petugas-${staff.id.slice(-6)}`);
});

test('no name and no number of the person stands in a name of the ZIP', async () => {
  const { store } = await desk();
  const { made, order, entries } = await copyOf(store);
  expect(made).toMatchObject({ value: { name: `salinan-data-${order.id}.zip` } });
  for (const name of Object.keys(entries)) {
    expect(name).toMatch(
      /^(?:data\.json|ringkasan\.pdf|(?:berkas|surat)\/A-2026-\d{4}\/[a-z0-9.-]+)$/,
    );
    expect(name).not.toContain('ktp.pdf');
  }
});

test('a file that is lost is told of instead of keeping the copy back', async () => {
  const { store } = await desk();
  const { made, entries } = await copyOf(store, [file(2)]);
  expect(made).toMatchObject({ ok: true, value: { missing: 1 } });
  const data = personCopySchema.parse(JSON.parse(textOf(entries['data.json'])));
  const lost = data.requests
    .flatMap((request) => request.files)
    .filter(({ path }) => path === null);
  expect(lost).toMatchObject([{ sha256: file(2).sha256 }]);
  expect(pdfText(entries['ringkasan.pdf'])).toContain('tidak dapat dibaca lagi');
});

test('a copy that was cancelled is none', async () => {
  const { store } = await desk();
  const leaving = new AbortController();
  leaving.abort();
  const { made } = await copyOf(store, [], leaving.signal);
  expect(made).toEqual({ ok: false, error: { kind: 'copy-cancelled' } });
});

test('earlier data stay in the events that recorded them', async () => {
  const { store, second } = await desk();
  const data = { ...requestData(0), reason: { key: 'private-key-lost', note: 'Hilang' } };
  await done(store, second, { command: 'correct-request', data, reason: 'Ditambah' });
  const { entries } = await copyOf(store);
  const copy = personCopySchema.parse(JSON.parse(textOf(entries['data.json'])));
  const [latest] = copy.requests;
  expect(latest?.data.reason.note).toBe('Hilang');
  expect(latest?.events[0]?.facts['data']).toMatchObject({ reason: { note: null } });
});

test('people are found by name, NIK and NIP, each once with all their requests', async () => {
  const { store } = await desk();
  const { applicant } = requestData(0);
  for (const text of [applicant.name, applicant.nik]) {
    const { people } = await findPeople(store, text);
    expect(people).toMatchObject([{ nik: applicant.nik, name: applicant.name, requests: 2 }]);
  }
  expect((await findPeople(store, 'tidak ada')).people).toEqual([]);
});

test('a ZIP of many files opens again, byte for byte', async () => {
  const zip = createZipStream('2026-03-02T03:00:00.000Z');
  const files = Array.from({ length: 40 }, (_, index) => new Uint8Array(5000).fill(index));
  files.forEach((bytes, index) => {
    zip.add(`berkas/${String(index)}.bin`, bytes);
  });
  const entries = unzipSync(new Uint8Array(await zip.finish().arrayBuffer()));
  expect(Object.values(entries)).toEqual(files);
});
