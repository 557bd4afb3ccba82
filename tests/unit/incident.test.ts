import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { IncidentCommand } from '../../src/domain/incident/incident-command';
import type { IncidentFacts } from '../../src/domain/incident/incident-event';
import {
  incidentClock,
  incidentStanding,
  replayIncidents,
} from '../../src/domain/incident/incident-state';
import type { Role } from '../../src/domain/office/roles';
import type { Sealer } from '../../src/domain/sealing/sealer';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { incidentFacts, incidentProblems } from '../../src/features/incident/incident-values';
import { freshIncident } from '../../src/features/incident/incident-values';
import type { Store } from '../../src/store/store';
import { WHOLE_TRAIL } from '../../src/store/trail-store';
import {
  addStaffCommand,
  createDesk,
  file,
  freshIndexedDb,
  openWindow,
  recordRequest,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

const facts: IncidentFacts = {
  knownAt: '2026-03-02T08:00:00+07:00',
  title: 'Flashdisk cadangan hilang',
  occurred: 'antara 27 Februari dan 2 Maret 2026',
  how: 'Tertinggal di kendaraan dinas',
  kinds: ['identity', 'contact'],
  otherKinds: '',
  affected: { kind: 'all' },
  count: null,
  measures: 'Dicari, kata sandi diganti',
};

async function desk(sealer: Sealer = plainSealer) {
  const place = createDesk();
  const store = await openWindow(place, { sealer });
  await setUpOffice(store);
  return { place, store };
}

async function done(store: Store, command: IncidentCommand, by = staff) {
  const result = await store.executeIncident(command, by);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

async function codeOf(store: Store, command: IncidentCommand, by = staff) {
  const result = await store.executeIncident(command, by);
  return result.ok || result.error.kind !== 'incident-refused' ? null : result.error.refusal.code;
}

const report = (incidentId: string, change: Partial<IncidentFacts> = {}): IncidentCommand => ({
  command: 'report-incident',
  incidentId,
  facts: { ...facts, ...change },
});

const notice = (incidentId: string, to: 'agency' | 'persons', givenAt: string) =>
  ({ command: 'notify-incident', incidentId, to, givenAt, how: 'Surat diantar' }) as const;

const close = (incidentId: string, withoutNotice: string | null = null) =>
  ({ command: 'close-incident', incidentId, conclusion: 'Selesai', withoutNotice }) as const;

const NOW = '2026-03-02T03:00:00Z';

test('an incident goes from open over notified to closed, and survives a rebuild', async () => {
  const { place, store } = await desk();
  const id = v7();
  await done(store, report(id));
  expect(await store.incidents.countOpen()).toBe(1);
  const [open] = await store.incidents.list();
  expect(open && incidentStanding(open)).toBe('open');
  expect(open && incidentClock(open, NOW)).toMatchObject({
    dueAt: '2026-03-05T01:00:00.000Z',
    standing: 'running',
  });

  await done(store, notice(id, 'agency', '2026-03-02T01:30:00Z'));
  await done(store, notice(id, 'persons', '2026-03-02T01:45:00Z'));
  const [told] = await store.incidents.list();
  expect(told && incidentStanding(told)).toBe('notified');
  expect(told && incidentClock(told, '2027-01-01T00:00:00Z').standing).toBe('met');

  await done(store, close(id));
  const before = await store.incidents.list();
  expect(before[0] && incidentStanding(before[0])).toBe('closed');
  expect(await store.incidents.countOpen()).toBe(0);

  store.close();
  place.indexedDb = freshIndexedDb();
  const rebuilt = await openWindow(place);
  expect(await rebuilt.incidents.list()).toEqual(before);
});

test('one notice alone does not stop the clock, and late notices are told as late', async () => {
  const { store } = await desk();
  const id = v7();
  await done(store, report(id, { knownAt: '2026-02-20T01:00:00Z' }));
  await done(store, notice(id, 'agency', '2026-02-20T02:00:00Z'));
  const [half] = await store.incidents.list();
  expect(half && incidentClock(half, NOW).standing).toBe('overdue');
  await done(store, notice(id, 'persons', '2026-03-01T02:00:00Z'));
  const [late] = await store.incidents.list();
  expect(late && incidentClock(late, NOW).standing).toBe('missed');
});

test('closing while a notice is owed needs the reason why it is not', async () => {
  const { store } = await desk();
  const id = v7();
  await done(store, report(id));
  expect(await codeOf(store, close(id))).toBe('notices-owed');
  expect(await codeOf(store, close(id, ' '))).toBe('notices-owed');
  await done(store, close(id, 'Ternyata tidak ada data yang terungkap'));
  const [closed] = await store.incidents.list();
  expect(closed?.closed?.withoutNotice).toBe('Ternyata tidak ada data yang terungkap');
  expect(
    await codeOf(store, { ...report(id), command: 'revise-incident' } as IncidentCommand),
  ).toBe('incident-closed');
});

test('what article 46 asks for cannot be left blank, nor lie in the future', async () => {
  const { store } = await desk();
  for (const [change, code] of [
    [{ title: ' ' }, 'incident-incomplete'],
    [{ occurred: '' }, 'incident-incomplete'],
    [{ how: '' }, 'incident-incomplete'],
    [{ measures: '' }, 'incident-incomplete'],
    [{ kinds: [] }, 'incident-incomplete'],
    [{ kinds: ['other'] }, 'incident-incomplete'],
    [{ how: 'x'.repeat(4001) }, 'incident-incomplete'],
    [{ knownAt: 'kemarin' }, 'incident-time-invalid'],
    [{ knownAt: '2026-03-09T00:00:00Z' }, 'incident-time-ahead'],
  ] as const) {
    expect(await codeOf(store, report(v7(), change as Partial<IncidentFacts>))).toBe(code);
  }
  const id = v7();
  await done(store, report(id));
  expect(await codeOf(store, report(id))).toBe('incident-exists');
  expect(await codeOf(store, notice(id, 'agency', '2026-03-01T00:00:00Z'))).toBe(
    'notice-too-early',
  );
  await done(store, notice(id, 'agency', '2026-03-02T01:30:00Z'));
  expect(await codeOf(store, notice(id, 'agency', '2026-03-02T01:40:00Z'))).toBe(
    'notice-given-already',
  );
});

test('the clock of an incident cannot be set to begin after it was reported or told', async () => {
  const { place, store } = await desk();
  const id = v7();
  const revise = (knownAt: string): IncidentCommand => ({
    command: 'revise-incident',
    incidentId: id,
    facts: { ...facts, knownAt },
  });
  await done(store, report(id, { knownAt: '2026-03-02T00:00:00Z' }));
  place.now += 5 * 86_400_000;
  expect(await codeOf(store, revise('2026-03-05T00:00:00Z'))).toBe('known-after-report');
  await done(store, notice(id, 'agency', '2026-03-02T01:00:00Z'));
  expect(await codeOf(store, revise('2026-03-02T01:30:00Z'))).toBe('known-after-notice');
  await done(store, revise('2026-03-02T00:30:00Z'));
  await done(store, revise('2026-03-01T23:00:00Z'));
  const [kept] = await store.incidents.list();
  expect(kept && incidentClock(kept, NOW).dueAt).toBe('2026-03-04T23:00:00.000Z');
});

test('what was typed a little ahead of the clock can be saved again as it stands', async () => {
  const { place, store } = await desk();
  const id = v7();
  const knownAt = new Date(place.now + 30_000).toISOString();
  await done(store, report(id, { knownAt }));
  place.now += 3_600_000;
  const again = { command: 'revise-incident', incidentId: id, facts: { ...facts, knownAt } };
  expect(await codeOf(store, again as IncidentCommand)).toBeNull();
});

test('everybody reports; the official notifies; only the administrator closes', async () => {
  const { store } = await desk();
  const member = async (name: string, roles: readonly Role[]) => {
    const by = { id: v7(), name };
    await store.executeOffice(addStaffCommand(by, roles), staff);
    return by;
  };
  const clerk = await member('Petugas Dua', ['front-desk']);
  const official = await member('Pejabat Contoh', ['official']);
  const id = v7();
  await done(store, report(id), clerk);
  expect(await codeOf(store, notice(id, 'agency', '2026-03-02T01:30:00Z'), clerk)).toBe(
    'not-permitted',
  );
  await done(store, notice(id, 'agency', '2026-03-02T01:30:00Z'), official);
  expect(await codeOf(store, close(id, 'Tidak wajib'), official)).toBe('not-permitted');
  await done(store, close(id, 'Tidak wajib'));
});

test('what it says rests sealed under a key of its own, and no request changes by it', async () => {
  const subjects: string[] = [];
  const sealer: Sealer = {
    ...plainSealer,
    seal: (value, target) => {
      subjects.push(`${target.table}/${target.subject}`);
      return plainSealer.seal(value, target);
    },
  };
  const { store } = await desk(sealer);
  const request = await recordRequest(store);
  const before = await store.requests.get(request);
  subjects.length = 0;
  const id = v7();
  await done(store, report(id, { affected: { kind: 'requests', requestIds: [request] } }));
  expect(new Set(subjects)).toEqual(new Set(['journal/incidents', 'events/incidents']));
  expect(await store.requests.get(request)).toEqual(before);
  const page = await store.trail.page(null, 5, { ...WHOLE_TRAIL, kind: 'incident' });
  expect(page.rows.map(({ event, subject }) => [event?.type, subject])).toEqual([
    ['incident-reported', null],
  ]);
});

test('a letter is kept with its incident, and events that come twice change nothing', async () => {
  const { store } = await desk();
  const id = v7();
  await done(store, report(id));
  const letter = {
    command: 'make-incident-letter',
    incidentId: id,
    letterId: v7(),
    to: 'agency',
    requestId: null,
    addressee: 'Lembaga Contoh\ndi Jakarta',
    file: file(1),
  } as const;
  expect(await codeOf(store, { ...letter, addressee: ' ' })).toBe('addressee-missing');
  await done(store, letter);
  const [kept] = await store.incidents.list();
  expect(kept?.letters).toMatchObject([{ id: letter.letterId, addressee: letter.addressee }]);
  const rows = (await store.trail.page(null, 20, { ...WHOLE_TRAIL, kind: 'incident' })).rows;
  const events = rows
    .toReversed()
    .flatMap(({ event }) => (event?.stream === 'incidents' ? [event as never] : []));
  expect(replayIncidents([...events, ...events])).toEqual(replayIncidents(events));
});

test('the form names what is missing and yields the facts of what is not', () => {
  const fresh = freshIncident(NOW, 'Asia/Jakarta');
  expect(Object.keys(incidentProblems(fresh, NOW, 'Asia/Jakarta'))).toEqual([
    'title',
    'occurred',
    'how',
    'measures',
    'kinds',
  ]);
  const filled = {
    ...fresh,
    title: 'Berkas salah kirim',
    occurred: 'belum diketahui',
    how: 'Terkirim ke alamat lain',
    measures: 'Ditarik',
    kinds: ['identity' as const],
    count: '12',
  };
  expect(incidentProblems(filled, NOW, 'Asia/Jakarta')).toEqual({});
  expect(incidentProblems({ ...filled, count: 'dua' }, NOW, 'Asia/Jakarta')).toEqual({
    count: 'count',
  });
  expect(
    Object.keys(incidentProblems({ ...filled, affected: 'requests' }, NOW, 'Asia/Jakarta')),
  ).toEqual(['affected']);
  expect(incidentFacts(filled, 'Asia/Jakarta')).toMatchObject({
    knownAt: '2026-03-02T03:00:00.000Z',
    count: 12,
    affected: { kind: 'unknown' },
  });
});
