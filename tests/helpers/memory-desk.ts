import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import type { Services } from '../../src/contract';
import type { DraftCopy } from '../../src/contract/drafts';
import { succeed } from '../../src/contract/result';
import type { Author } from '../../src/domain/event';
import { OFFICE_DEFAULTS } from '../../src/domain/office/office-state';
import type { OfficeProfile } from '../../src/domain/office/office-event';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestData } from '../../src/domain/request/request-data';
import type { RequestFile } from '../../src/domain/request/request-event';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { openStore, type StoreOptions } from '../../src/store/open-store';
import { parseSops } from '../../src/store/sop-library';
import type { Store } from '../../src/store/store';
import { createMemoryJournal, type MemoryJournal } from './memory-journal';
import revocation from '../../resources/sop/ciamis-2025-revocation.json';

// Live queries ask whether there is any IndexedDB at all before they begin.
Dexie.dependencies.indexedDB = new IDBFactory();

export const staff: Author = { id: '01930000-0000-7000-8000-00000000000a', name: 'Petugas Contoh' };
export const [sop] = parseSops([revocation]).sops as [ReturnType<typeof parseSops>['sops'][number]];

/** Data folder and browser profile of one desk: what outlives a window. */
export interface Desk {
  readonly journal: MemoryJournal;
  readonly copies: Map<string, DraftCopy>;
  indexedDb: NonNullable<StoreOptions['indexedDb']>;
  /** Milliseconds since 1970; every reading of the clock adds a second. */
  now: number;
}

export function createDesk(): Desk {
  return {
    journal: createMemoryJournal(),
    copies: new Map(),
    indexedDb: freshIndexedDb(),
    now: Date.parse('2026-03-02T02:00:00.000Z'),
  };
}

/** As a browser whose profile was deleted. */
export function freshIndexedDb(): Desk['indexedDb'] {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

export function memoryDrafts(copies: Map<string, DraftCopy>): Services['drafts'] {
  return {
    put: (copy) => {
      copies.set(copy.id, copy);
      return Promise.resolve(succeed({}));
    },
    remove: ({ id }) => {
      copies.delete(id);
      return Promise.resolve(succeed({}));
    },
    list: () => Promise.resolve(succeed({ drafts: [...copies.values()] })),
  };
}

/** A window of the desk. */
export function openWindow(desk: Desk, options: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore({
    host: { journal: desk.journal.service, drafts: memoryDrafts(desk.copies) },
    clock: () => new Date((desk.now += 1000)),
    newId: () => v7(),
    sealer: plainSealer,
    sops: [sop],
    indexedDb: desk.indexedDb,
    ...options,
  });
}

export const profile: OfficeProfile = {
  ...OFFICE_DEFAULTS,
  government: 'PEMERINTAH KABUPATEN CONTOH',
  name: 'DINAS KOMUNIKASI DAN INFORMATIKA',
  shortName: 'Diskominfo',
  code: '32.07',
  address: 'Jalan Contoh 1',
  postalCode: '46211',
  phone: '0265000000',
  email: 'kominfo@contoh.go.id',
  website: 'contoh.go.id',
  place: 'Contoh',
  logo: null,
  officials: [],
  gateway: { baseUrl: null },
  emailSuffixes: [...OFFICE_DEFAULTS.emailSuffixes],
};

export async function setUpOffice(store: Store): Promise<void> {
  const set = await store.executeOffice({ command: 'configure-office', profile }, staff);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
}

const givenNames = ['Contoh', 'Misal', 'Umpama', 'Andai', 'Teladan'] as const;
const familyNames = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh'] as const;

/** A made-up applicant, the same for the same number. */
export function requestData(number = 0): RequestData {
  const serial = String(1 + (number % 9999)).padStart(4, '0');
  const day = String(1 + (Math.floor(number / 9999) % 28)).padStart(2, '0');
  const given = givenNames[number % givenNames.length] ?? '';
  const family = familyNames[number % familyNames.length] ?? '';
  return {
    applicant: {
      name: `${given} ${family}`,
      nik: `320701${day}0190${serial}`,
      personnel: 'non-asn',
      nip: null,
      rank: null,
      position: 'Pranata Komputer',
      unit: 'Kecamatan Contoh',
      email: 'contoh@contoh.go.id',
      phone: '6281200000000',
    },
    superior: null,
    certificate: { subjectDn: null, serialNumber: null, notAfter: null },
    reason: { key: 'private-key-lost', note: null },
  };
}

export function recordCommand(
  number = 0,
  arrivedAt = '2026-03-02T02:14:00Z',
): Extract<RequestCommand, { command: 'record-request' }> {
  return {
    command: 'record-request',
    sop: { id: sop.id, version: sop.version },
    arrivedAt,
    data: requestData(number),
    origin: { kind: 'counter' },
    besides: [],
  };
}

/** Records a walk-in; rejects when the store does not. */
export async function recordRequest(
  store: Store,
  number = 0,
  arrivedAt?: string,
  id: string = v7(),
): Promise<string> {
  const recorded = await store.execute(id, recordCommand(number, arrivedAt), staff);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return id;
}

export function file(number = 0): RequestFile {
  const hash = number.toString(16).padStart(64, '0');
  return { address: hash, sha256: hash, size: 100, mediaType: 'application/pdf' };
}
