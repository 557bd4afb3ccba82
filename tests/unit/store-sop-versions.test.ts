import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Sop } from '../../src/domain/sop/sop';
import type { Store } from '../../src/store/store';
import { allSops, presetOf } from '../helpers/all-sops';
import {
  createDesk,
  freshIndexedDb,
  openWindow,
  recordCommand,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

const letters = ['revocation-application', 'revocation-reason-statement', 'disposition-sheet'];
const preset = presetOf('tapin-2025-revocation');

function ownVersion(version: number, minutes: number): Sop {
  const [first, ...others] = preset.steps;
  if (first === undefined) throw new Error('no steps');
  return {
    ...preset,
    id: 'dinas-contoh-2026-pencabutan',
    version,
    basedOn: { id: preset.id, version: preset.version },
    steps: [{ ...first, standardTime: { amount: minutes, unit: 'minutes' } }, ...others],
  };
}

function publish(store: Store, sop: Sop) {
  return store.executeOffice({ command: 'publish-sop', sop }, staff);
}

async function recordWith(store: Store, sop: Sop, number: number): Promise<string> {
  const id = v7();
  const command = recordCommand(number);
  const data = { ...command.data, reason: { key: 'retired', note: null } };
  const recorded = await store.execute(
    id,
    { ...command, sop: { id: sop.id, version: sop.version }, data },
    staff,
  );
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return id;
}

test('a running request keeps its version, whatever is published later and however it is rebuilt', async () => {
  const desk = createDesk();
  const store = await openWindow(desk, { letters, sops: allSops });
  await setUpOffice(store);
  const first = ownVersion(1, 15);
  expect(await publish(store, first)).toMatchObject({ ok: true });
  const early = await recordWith(store, first, 1);
  const timeline = JSON.stringify(await store.requests.timeline(early));
  const second = ownVersion(2, 0.5);
  expect(await publish(store, second)).toMatchObject({ ok: true });
  const late = await recordWith(store, second, 2);
  store.close();

  desk.indexedDb = freshIndexedDb();
  const rebuilt = await openWindow(desk, { letters, sops: allSops });
  const standardTime = async (id: string) => {
    const state = await rebuilt.requests.get(id);
    return state && rebuilt.sops.find(state.sop)?.steps[0]?.standardTime?.amount;
  };
  expect([await standardTime(early), await standardTime(late)]).toEqual([15, 0.5]);
  expect(rebuilt.sops.latest(first.id)?.version).toBe(2);
  expect(JSON.stringify(await rebuilt.requests.timeline(early))).toBe(timeline);
  rebuilt.close();
});

test('a version is given once, in order, and never to an SOP of the program’s own', async () => {
  const store = await openWindow(createDesk(), { letters, sops: allSops });
  await setUpOffice(store);
  expect(await publish(store, preset)).toMatchObject({
    error: { kind: 'office-refused', refusal: { code: 'sop-is-preset' } },
  });
  expect(await publish(store, ownVersion(2, 1))).toMatchObject({
    error: { refusal: { code: 'sop-version-taken', next: 1 } },
  });
  expect(await publish(store, ownVersion(1, 1))).toMatchObject({ ok: true });
  expect(await publish(store, ownVersion(1, 2))).toMatchObject({
    error: { refusal: { code: 'sop-version-taken', next: 2 } },
  });
  expect(store.sops.versions(ownVersion(1, 1).id)).toHaveLength(1);
  store.close();
});

test('an SOP with an error is not published; what is only doubtful is', async () => {
  const store = await openWindow(createDesk(), { letters, sops: allSops });
  await setUpOffice(store);
  const broken = { ...ownVersion(1, 1), actors: preset.actors.slice(1) };
  const refused = await publish(store, broken);
  expect(refused).toMatchObject({ error: { refusal: { code: 'sop-refused' } } });
  expect(store.sops.installed()).not.toContainEqual(broken);
  const doubtful = {
    ...ownVersion(1, 1),
    actors: [...preset.actors, { key: 'spare', label: 'Cadangan', side: 'office' as const }],
  };
  expect(await publish(store, doubtful)).toMatchObject({ ok: true });
  store.close();
});

test('an office kept by an earlier program opens with the usual week and every SOP in use', async () => {
  const desk = createDesk();
  const store = await openWindow(desk, { letters, sops: allSops });
  await setUpOffice(store);
  const office = await store.office();
  expect(office.profile?.calendar.week).toHaveLength(7);
  expect(office.sops).toEqual([]);
  expect(store.sops.inUse().map(({ id }) => id)).toEqual(
    store.sops.installed().map(({ id }) => id),
  );
  store.close();
});
