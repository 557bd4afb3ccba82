import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { SYSTEM_AUTHOR, type Author } from '../../src/domain/event';
import {
  addStaffCommand,
  createDesk,
  freshIndexedDb,
  openWindow,
  profile,
  recordCommand,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

const official: Author = { id: v7(), name: 'Contoh Kepala' };

async function deskWithOfficial() {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  await store.executeOffice(addStaffCommand(official, ['official']), staff);
  return { desk, store };
}

test('roles are looked up by id in what was recorded: whose command it is decides', async () => {
  const { desk, store } = await deskWithOfficial();
  const records = desk.journal.records.length;
  const answer = await store.execute(v7(), recordCommand(1), official);
  expect(answer).toEqual({
    ok: false,
    error: { kind: 'refused', refusal: { code: 'not-permitted', needs: ['front-desk'] } },
  });
  const posing = { id: official.id, name: staff.name };
  expect((await store.execute(v7(), recordCommand(1), posing)).ok).toBe(false);
  expect(await store.execute(v7(), recordCommand(1), SYSTEM_AUTHOR)).toMatchObject({
    error: { refusal: { code: 'person-needed' } },
  });
  expect(
    await store.executeOffice({ command: 'configure-office', profile }, official),
  ).toMatchObject({ error: { kind: 'office-refused', refusal: { needs: ['administrator'] } } });
  expect(desk.journal.records.length).toBe(records);
});

test('a role given or taken counts from the next command on, and after a rebuild', async () => {
  const { desk, store } = await deskWithOfficial();
  const roles = ['front-desk'] as const;
  await store.executeOffice({ command: 'change-staff-roles', staffId: official.id, roles }, staff);
  expect((await store.execute(v7(), recordCommand(1), official)).ok).toBe(true);
  store.close();
  desk.indexedDb = freshIndexedDb();
  const again = await openWindow(desk);
  expect((await again.office()).staff.map((one) => one.roles)).toEqual([
    ['front-desk', 'verifier', 'official', 'administrator'],
    ['front-desk'],
  ]);
  const reason = 'Pindah tugas';
  await again.executeOffice({ command: 'disable-staff', staffId: official.id, reason }, staff);
  expect(await again.execute(v7(), recordCommand(2), official)).toMatchObject({
    error: { refusal: { code: 'account-inactive' } },
  });
});

test('pending drafts are counted for each member of staff without opening one', async () => {
  const { store } = await deskWithOfficial();
  const save = (id: string, owner: string) =>
    store.drafts.save({ id, owner, form: 'intake', requestId: null, values: { secret: 'Contoh' } });
  const [first, second, third] = [v7(), v7(), v7()];
  await save(first, official.id);
  await save(second, staff.id);
  await save(third, official.id);
  const pending = await store.pendingDrafts();
  expect(pending.map(({ owner, count }) => ({ owner, count }))).toEqual([
    { owner: official.id, count: 2 },
    { owner: staff.id, count: 1 },
  ]);
  expect(pending[0]?.oldestAt.localeCompare(pending[0].latestAt)).toBe(-1);
  expect(JSON.stringify(pending)).not.toContain('Contoh');
  expect(JSON.stringify(pending)).not.toContain('intake');
  await store.drafts.remove(second);
  expect((await store.pendingDrafts()).map(({ owner }) => owner)).toEqual([official.id]);
});
