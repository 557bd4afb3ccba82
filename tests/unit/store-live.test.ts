import { expect, test } from 'vitest';
import { plainSealer, type Sealer } from '../../src/domain/sealing/sealer';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  openWindow,
  profile,
  recordRequest,
  requestData,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';
import { observe } from '../helpers/observe-store';

/** Opens and seals elsewhere, as a vault does: every word of it takes a turn of the loop. */
const slowSealer: Sealer = {
  seal: async (value, place) => {
    await crypto.subtle.digest('SHA-256', new Uint8Array(16));
    return plainSealer.seal(value, place);
  },
  open: async (sealed, place) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return plainSealer.open(sealed, place);
  },
  token: async (word) => {
    await crypto.subtle.digest('SHA-256', new Uint8Array(16));
    return `t-${word}`;
  },
  forget: () => undefined,
};

const { applicant } = requestData(1);
const queries: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ['register', (store) => store.requests.page(null, 5).then(({ rows }) => rows.length)],
  ['board', (store) => store.requests.board(null, 5).then(({ rows }) => rows.length)],
  ['open requests', (store) => store.requests.countOpen()],
  [
    'search',
    (store) => store.requests.search(applicant.name, null, 5).then(({ rows }) => rows.length),
  ],
  [
    'duplicates',
    (store) =>
      store.requests.openDuplicates(applicant.nik, 'revocation').then((rows) => rows.length),
  ],
  ['next number', (store) => store.nextOf('register/A/2026').then((next) => next - 1)],
];

test.each([
  ['the plain sealer', plainSealer],
  ['a sealer that takes its time', slowSealer],
])('with %s every list on the screen changes when a request is recorded', async (_name, sealer) => {
  const store = await openWindow(createDesk(), { sealer });
  await setUpOffice(store);
  const shown = new Map<string, unknown>();
  const stops = queries.map(([name, query]) =>
    observe(
      () => query(store),
      (value) => shown.set(name, value),
    ),
  );
  const until = async (count: number) => {
    while (queries.some(([name]) => shown.get(name) !== count)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await until(0);
  await recordRequest(store, 1);
  await until(1);
  for (const stop of stops) stop();
  await recordRequest(store, 1);
  expect([...shown.values()]).toEqual(queries.map(() => 1));
});

test('a page open on a request follows it; the settings follow the office', async () => {
  const store = await openWindow(createDesk(), { sealer: slowSealer });
  await setUpOffice(store);
  const id = await recordRequest(store, 1);
  const shown: { status?: string | undefined; events?: number; office?: string | undefined } = {};
  observe(
    () => store.requests.get(id),
    (state) => (shown.status = state?.status),
  );
  observe(
    () => store.requests.timeline(id),
    (events) => (shown.events = events.length),
  );
  observe(
    () => store.office(),
    (office) => (shown.office = office.profile?.shortName),
  );
  await store.execute(id, { command: 'cancel-request', reason: 'Batal' }, staff);
  await store.executeOffice(
    { command: 'configure-office', profile: { ...profile, shortName: 'Baru' } },
    staff,
  );
  await expect.poll(() => shown).toEqual({ status: 'cancelled', events: 2, office: 'Baru' });
});
