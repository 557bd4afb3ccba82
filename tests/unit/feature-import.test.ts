import { describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { fail, succeed } from '../../src/contract/result';
import { parseWalkIns } from '../../src/domain/walk-ins/parse-walk-ins';
import type { WalkInRow } from '../../src/domain/walk-ins/walk-in';
import { findNearbyFile, type NearbyFile } from '../../src/features/register/import-files';
import {
  checkPapers,
  importWalkIns,
  type ImportDesk,
  type ImportOutcome,
} from '../../src/features/register/import-walk-ins';
import { newWorkRefusal } from '../../src/features/shared/disk-room';
import { draftLines } from '../../src/features/register/register-rows';
import type { Host } from '../../src/contract';
import type { Draft, Store } from '../../src/store/store';
import { createDesk, openWindow, profile, setUpOffice, sop, staff } from '../helpers/memory-desk';

const PDF = '%PDF-1.7\n%%EOF';

function nearby(path: string, text = PDF): NearbyFile {
  return { path, read: () => Promise.resolve(new TextEncoder().encode(text)) };
}

function row(number: number, attachments: readonly object[] = []): object {
  return {
    ref: `buku-${number}`,
    arrivedAt: '2026-03-02T09:14:00+07:00',
    sop: sop.id,
    reason: 'private-key-lost',
    applicant: {
      name: 'Contoh Satu',
      nik: `320701010190${String(number).padStart(4, '0')}`,
      personnel: 'non-asn',
      nip: null,
      position: 'Staf',
      unit: 'Badan Contoh',
      email: 'contoh@contoh.go.id',
      phone: '081200000001',
    },
    superior: { name: 'Contoh Atasan', nip: null, rank: null, position: 'Kepala' },
    attachments,
  };
}

function parse(rows: readonly object[]): readonly WalkInRow[] {
  const parsed = parseWalkIns(JSON.stringify(rows), 'json', {
    sops: [sop],
    emailSuffixes: profile.emailSuffixes,
    yearNow: 2026,
    now: '2026-12-31T00:00:00.000Z',
  });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

/** A shell whose disk has so much room left. */
function shellWith(freeBytes: number | null): Pick<Host, 'shell'> {
  const value = { kind: 'browser', version: '', platform: '', freeBytes } as const;
  return { shell: { info: () => Promise.resolve({ ok: true, value }) } };
}

async function openImport(): Promise<{ readonly store: Store; readonly desk: ImportDesk }> {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  let stored = 0;
  const desk: ImportDesk = {
    store,
    sops: [sop],
    refusal: () => Promise.resolve(null),
    newId: () => v7(),
    by: staff,
    host: {
      files: {
        put: ({ bytes }) => {
          stored += 1;
          const address = stored.toString(16).padStart(64, '0');
          return Promise.resolve(succeed({ address, sha256: address, size: bytes.length }));
        },
        get: () => Promise.resolve(fail({ kind: 'not-found', detail: '' } as const)),
        missing: () => Promise.resolve(succeed({ missing: [] })),
        removeErased: () => Promise.resolve(succeed({ removed: 0 })),
      },
    },
  };
  return { store, desk };
}

async function run(
  desk: ImportDesk,
  rows: readonly object[],
  files: readonly NearbyFile[] = [],
  stopAfter = Infinity,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const taken = checkPapers(parse(rows), files).filter((one) => one.outcome === 'taken');
  await importWalkIns(desk, taken, files, {
    stopped: () => outcomes.length >= stopAfter,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return outcomes;
}

describe('import of walk-ins', () => {
  it('adds nothing when the same file is imported twice', async () => {
    const { store, desk } = await openImport();
    const rows = [row(1), row(2)];
    const first = await run(desk, rows);
    expect(first.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
    const second = await run(desk, rows);
    expect(second.map((one) => (one.outcome === 'refused' ? one.problems[0]?.code : one))).toEqual([
      'already-imported',
      'already-imported',
    ]);
    expect(await store.requests.countOpen()).toBe(2);
  });

  it('stops before the next row when the disk runs short, and keeps the rows before it', async () => {
    const { store, desk } = await openImport();
    const free = [900_000_000, 499_999_999];
    const short: ImportDesk = {
      ...desk,
      refusal: () => newWorkRefusal(shellWith(free.shift() ?? null)),
    };
    const outcomes = await run(short, [row(1), row(2), row(3)]);
    expect(outcomes).toMatchObject([
      { index: 0, outcome: 'recorded' },
      { index: 1, outcome: 'failed', failure: { kind: 'disk-low', freeBytes: 499_999_999 } },
    ]);
    expect(await store.requests.countOpen()).toBe(1);
    expect(await newWorkRefusal(shellWith(null))).toBeNull();
  });

  it('says so of its row when the program fails in the middle, and keeps the rows before it', async () => {
    const { store, desk } = await openImport();
    const ids = [v7()];
    const failing: ImportDesk = {
      ...desk,
      newId: () => {
        const id = ids.pop();
        if (id === undefined) throw new DOMException('', 'InvalidStateError');
        return id;
      },
    };
    const outcomes = await run(failing, [row(1), row(2), row(3)]);
    expect(outcomes).toMatchObject([
      { index: 0, outcome: 'recorded' },
      { index: 1, outcome: 'failed', failure: { kind: 'not-recorded' } },
    ]);
    expect(await store.requests.countOpen()).toBe(1);
  });

  it('tells of a paper alone when keeping it throws: its request is recorded', async () => {
    const { desk } = await openImport();
    const files = { ...desk.host.files, put: () => Promise.reject(new Error('gone')) };
    const papers = [{ document: 'police-report', path: 'ktp.pdf' }];
    const [one] = await run({ ...desk, host: { files } }, [row(1, papers)], [nearby('ktp.pdf')]);
    expect(one).toMatchObject({
      outcome: 'recorded',
      papersMissing: [{ failure: { kind: 'not-recorded', error: { kind: 'internal' } } }],
    });
  });

  it('adds nothing for a row whose earlier request has ended meanwhile', async () => {
    const { store, desk } = await openImport();
    const [first] = await run(desk, [row(1)]);
    if (first?.outcome !== 'recorded') throw new Error('not recorded');
    await store.execute(
      first.requestId,
      { command: 'cancel-request', reason: 'Ditarik kembali' },
      staff,
    );
    const [again] = await run(desk, [row(1)]);
    expect(again).toMatchObject({ outcome: 'refused', problems: [{ code: 'already-imported' }] });
  });

  it('refuses a second open request of the same person, naming the first', async () => {
    const { desk } = await openImport();
    const [first, second] = await run(desk, [row(1), { ...row(1), ref: 'buku-lain' }]);
    if (first?.outcome !== 'recorded') throw new Error('not recorded');
    expect(second).toMatchObject({
      outcome: 'refused',
      problems: [
        {
          field: 'applicant.nik',
          code: 'duplicate-open-request',
          params: { registerNumber: first.registerNumber },
        },
      ],
    });
  });

  it('refuses a row for its paper before anything of it is recorded', async () => {
    const { store, desk } = await openImport();
    const paper = { document: 'police-report', path: 'scans/a.pdf' };
    const [outcome] = await run(desk, [row(1, [paper])], [nearby('scans/a.pdf', 'bukan pdf')]);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'attachments.0.path', code: 'file-not-pdf-or-picture' }],
    });
    expect(await store.requests.countOpen()).toBe(0);
  });

  it('records a row with its papers, and the others although one is bad', async () => {
    const { store, desk } = await openImport();
    const paper = { document: 'police-report', path: 'scans/a.pdf' };
    const lost = { document: 'police-report', path: 'scans/hilang.pdf' };
    const files = [nearby('buku/scans/a.pdf')];
    const reviewed = checkPapers(parse([row(1, [lost]), row(2, [paper])]), files);
    expect(reviewed[0]).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'attachment-missing', params: { path: 'scans/hilang.pdf' } }],
    });
    const [outcome] = await run(desk, [row(1, [lost]), row(2, [paper])], files);
    if (outcome?.outcome !== 'recorded') throw new Error('not recorded');
    const state = await store.requests.get(outcome.requestId);
    expect(state?.attachments.map(({ document }) => document)).toEqual(['police-report']);
  });

  it('stops between two rows when asked to, and can go on later', async () => {
    const { store, desk } = await openImport();
    const rows = [row(1), row(2), row(3)];
    expect(await run(desk, rows, [], 1)).toHaveLength(1);
    expect(await store.requests.countOpen()).toBe(1);
    const later = await run(desk, rows);
    expect(later.map(({ outcome }) => outcome)).toEqual(['refused', 'recorded', 'recorded']);
  });
});

describe('papers beside the list', () => {
  it('finds a path below the chosen folder, and a bare name only when it is the only one', () => {
    const files = [nearby('buku/scans/a.pdf'), nearby('b.pdf')];
    expect(findNearbyFile('scans/a.pdf', files)).toMatchObject({ found: 'yes', file: files[0] });
    expect(findNearbyFile('.\\scans\\a.pdf', files)).toMatchObject({ found: 'yes' });
    expect(findNearbyFile('scans/b.pdf', files)).toMatchObject({ found: 'yes', file: files[1] });
    expect(findNearbyFile('scans/c.pdf', files)).toEqual({ found: 'missing' });
  });

  it('never follows a path out of the folder', () => {
    const files = [nearby('rahasia.pdf')];
    for (const path of [
      '../rahasia.pdf',
      '/rahasia.pdf',
      'C:\\rahasia.pdf',
      'a/../../rahasia.pdf',
    ]) {
      expect(findNearbyFile(path, files)).toEqual({ found: 'outside' });
    }
  });
});

describe('drafts in the register', () => {
  const draft: Draft = {
    id: '01930000-0000-7000-8000-000000000002',
    owner: staff.id,
    form: 'intake',
    requestId: null,
    updatedAt: '2026-03-02T02:00:00Z',
    values: { applicant: { name: 'Contoh Draf', nik: '3207' } },
  };

  it('are found by the rules of the index, and shown when nothing is searched', () => {
    expect(draftLines([draft], '')).toHaveLength(1);
    expect(draftLines([draft], 'dra')).toHaveLength(1);
    expect(draftLines([draft], 'lain')).toHaveLength(0);
  });

  it('of a form this version cannot read do no harm', () => {
    expect(draftLines([{ ...draft, values: 'rusak' }], '')).toMatchObject([{ name: '' }]);
    expect(draftLines([{ ...draft, form: 'correction' }], '')).toEqual([]);
  });
});
