import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/log';
import { createServeVerb, type ServeVerb } from '../../electron/serve-verb';
import { createServices, type RunningServices } from '../../electron/services/index';
import type { PrintSystem } from '../../electron/services/printing/print-system';
import { contract } from '../../src/contract/index';
import { verbNames } from '../../src/contract/verb-names';
import type { Verb } from '../../src/contract/verb';
import { buildChild } from '../helpers/build-child';

/** In every value that is sent; it must stand in no error and in no line of the log. */
const MARK = 'Rahasia-Contoh';

const id = '01930000-0000-7000-8000-000000000001';
const address = 'a'.repeat(64);
const sealed = { scheme: 'plain', data: MARK };
const member = { memberId: id, signInName: 'loket1', passphrase: `${MARK} kopi tumpah` };
const gateway = { baseUrl: `http://127.0.0.1:9/${MARK}` };
const place = { sequence: 0, hash: '', file: '', line: 0, offset: 0, unread: 0 };

const secret = new TextEncoder().encode(MARK);
const esc = { server: { baseUrl: `http://127.0.0.1:9/${MARK}`, version: 'v2' } };
const person = { by: 'email', email: 'contoh@contoh.example' };
const toSign = {
  address,
  sha256: address,
  subject: 'office',
  placement: { kind: 'invisible' },
  reason: MARK,
  location: MARK,
};
const escLook = { look: { kind: 'none' } };

/**
 * An input of each verb from which wrong ones are made, one change at a time. Those that are
 * not named begin from an empty one.
 */
const inputs: Readonly<Record<string, object>> = {
  'ams.health': gateway,
  'ams.uploadFile': { ...gateway, address, sha256: MARK, name: MARK, mediaType: MARK },
  'ams.putSubmission': { ...gateway, id, body: MARK },
  'ams.getSubmission': { ...gateway, id },
  'ams.listSubmissions': { ...gateway, updatedAfter: null },
  'backup.setTarget': { folder: MARK },
  'backup.restore': { folder: MARK, snapshot: MARK },
  'backup.listSnapshots': { folder: MARK },
  'drafts.put': { id, updatedAt: '2026-03-02T02:00:00Z', sealed },
  'drafts.remove': { id },
  'esign.checkConnection': esc,
  'esign.checkStatus': { ...esc, person },
  'esign.sign': {
    ...esc,
    ...toSign,
    ...escLook,
    person,
    secret: { kind: 'passphrase', value: secret },
  },
  'esign.requestTotp': { ...esc, person, documents: 1 },
  'esign.certificateChain': { ...esc, id: MARK },
  'esign.verify': { ...esc, bytes: secret, password: null },
  'esign.download': { ...esc, documentId: MARK, subject: 'office' },
  'esign.sealActivation': { ...esc, subscriber: MARK, totp: null },
  'esign.sealRevokeActivation': { ...esc, subscriber: MARK, totp: secret },
  'esign.sealTotp': { ...esc, subscriber: MARK, totp: secret, documents: 1 },
  'esign.seal': { ...esc, ...toSign, ...escLook, subscriber: MARK, totp: secret },
  'pades.describe': { keyFile: secret, passphrase: secret },
  'pades.sign': {
    ...toSign,
    keyFile: secret,
    passphrase: secret,
    block: { lines: [MARK], qr: null, picture: null },
    timestamp: { url: `http://127.0.0.1:9/${MARK}`, isRequired: true, allowPrivate: true },
  },
  'pki.readCertificates': { bytes: secret, passphrase: secret },
  'pki.verifyDocument': { bytes: secret },
  'pki.importAuthority': { bytes: secret, fingerprint: address, acceptDifferences: false },
  'pki.removeAuthority': { fingerprint: address },
  'pki.checkRevocation': {
    certificate: secret,
    issuer: null,
    useNetwork: false,
    allowPrivate: false,
  },
  'files.put': { bytes: Uint8Array.of(1, 2, 3), subject: 'office' },
  'files.get': { address },
  'files.missing': { addresses: [address] },
  'journal.append': { expectedHead: { sequence: 9, hash: MARK }, id, sealed },
  'journal.read': { after: 0, limit: 10 },
  'journal.verify': { from: place },
  'journal.keepCheckpoint': { to: place },
  'keys.setSecret': { name: 'ams-token', origin: 'https://contoh.example', value: MARK },
  'keys.describeSecret': { name: 'ams-token' },
  'printing.print': { papers: [Uint8Array.of(1)], copies: 1, printer: MARK, title: MARK },
  'printing.job': { job: MARK },
  'returns.setFolder': { folder: MARK },
  'returns.read': { name: MARK, sha256: address },
  'reading.read': { bytes: Uint8Array.of(1, 2, 3), kind: 'card' },
  'vault.create': member,
  'vault.unlock': { memberId: id, passphrase: MARK },
  'vault.recover': { recoveryKey: MARK, ...member },
  'vault.addMember': member,
  'vault.removeMember': { memberId: id },
  'vault.changePassphrase': { memberId: id, current: MARK, next: `${MARK} baru sekali` },
  'vault.subjectKeys': { subjects: [MARK], create: false },
  'vault.eraseSubjects': { subjects: [MARK] },
};

const verbs = Object.entries(verbNames).flatMap(([service, names]) =>
  names.map((verb) => ({ service, verb, name: `${service}.${verb}` })),
);

/** Values of every type that crosses, with the mark where there is room for one. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    2 ** 53,
    '',
    MARK,
    `../../${MARK}`,
    `${MARK}\0`,
    `\u202E${MARK}`,
    `https://${MARK}@127.0.0.1/`,
    `javascript:${MARK}`,
    'x'.repeat(100_000),
    [],
    [MARK],
    {},
    { [MARK]: MARK },
    JSON.parse(`{"__proto__":"${MARK}"}`),
    { constructor: MARK, toString: MARK },
    new Uint8Array(0),
    Uint8Array.of(1, 2),
    new Date(0),
    new Date(NaN),
    new Map([[MARK, MARK]]),
  ),
  fc.anything({ withDate: true, withNullPrototype: true, withTypedArray: true }),
);

const noPrinters: PrintSystem = {
  list: () => Promise.resolve({ service: 'running', printers: [] }),
  print: () => Promise.resolve({ outcome: 'refused', reason: 'no-default', detail: 'list' }),
  job: () => Promise.resolve({ state: 'unknown', reason: null }),
};

let dataFolder: string;
let running: RunningServices;
let serve: ServeVerb;
const logged: LogEntry[] = [];

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-verbs-'));
  const log = (entry: LogEntry): void => void logged.push(entry);
  const now = () => new Date('2026-03-02T02:00:00Z');
  running = createServices({
    dataFolder,
    kind: 'browser',
    version: '1',
    now,
    protector: undefined,
    log,
    checkScript: await buildChild('../../electron/services/pki/check-worker.ts'),
    // No paper comes out of the printer of whoever runs the tests.
    printing: noPrinters,
  });
  serve = createServeVerb(running.services, log);
});
afterAll(async () => {
  await running.close();
  await rm(dataFolder, { recursive: true });
});

/** Answers by the rules: a value of the verb's own schema, or a closed error that tells no value. */
async function check(service: string, verb: string, input: unknown): Promise<void> {
  const before = logged.length;
  const answer = await serve({ caller: { allowed: true }, service, verb, input });
  const said = JSON.stringify(logged.slice(before));
  expect(said).not.toContain(MARK);
  if (answer.ok) {
    const table: Readonly<Record<string, Readonly<Record<string, Verb>>>> = contract;
    expect(table[service]?.[verb]?.output.safeParse(answer.value).success).toBe(true);
    return;
  }
  expect(JSON.stringify(answer)).not.toContain(MARK);
  // An exception inside a service is a hole, also where the wrapper caught it.
  expect(`${answer.error.kind} ${answer.error.detail} ${said}`).not.toMatch(/^internal|verb-threw/);
}

describe.each(verbs)('$name', ({ service, verb, name }) => {
  const given = inputs[name] ?? {};
  const runs = { numRuns: 60 };

  test('with anything for its input is refused or answered, and quotes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anything, (input) => check(service, verb, input)),
      runs,
    );
  });

  test('with anything in one of its fields, and one too many, just the same', async () => {
    const keys = Object.keys(given);
    if (keys.length === 0) return;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), anything, async (key, value) => {
        await check(service, verb, { ...given, [key]: value, [MARK]: MARK });
      }),
      runs,
    );
  });
});

test('every input that wrong ones are made from is named for a verb there is', () => {
  const names = verbs.map(({ name }) => name);
  for (const name of Object.keys(inputs)) expect(names).toContain(name);
});

test('nobody became anything by a key: prototypes are as they were', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)[MARK]).toBeUndefined();
});
