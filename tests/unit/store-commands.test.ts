import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import {
  createDesk,
  openWindow,
  recordCommand,
  recordRequest,
  requestData,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

test('a recorded walk-in is found by number, name and NIK, on the board and in the register', async () => {
  const store = await openWindow(createDesk());
  expect(store.notices).toEqual([]);
  await setUpOffice(store);
  const id = await recordRequest(store, 3);
  const { applicant } = requestData(3);
  const state = await store.requests.get(id);
  expect(state?.registerNumber).toBe('A-2026-0001');
  expect((await store.requests.timeline(id)).map(({ type }) => type)).toEqual(['request-recorded']);
  for (const query of ['a-2026-0001', applicant.name, applicant.nik, applicant.nik.slice(-4)]) {
    expect((await store.requests.search(query, null, 10)).rows.map((row) => row.id)).toEqual([id]);
  }
  const [row] = (await store.requests.board(null, 10)).rows;
  expect(row).toMatchObject({ id, step: 'draft-letters', actor: 'applicant' });
  expect((await store.requests.page(null, 10)).rows[0]).toEqual(row);
  expect(await store.requests.countOpen()).toBe(1);
  expect(await store.requests.openDuplicates(applicant.nik, 'revocation')).toEqual([row]);
  expect(await store.nextOf('register/A/2026')).toBe(2);
  expect((await store.office()).profile?.desk).toBe('A');
  store.close();
});

test('before the office is set up nothing is recorded', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  expect(await store.execute(v7(), recordCommand(), staff)).toEqual({
    ok: false,
    error: { kind: 'refused', refusal: { code: 'office-not-set-up' } },
  });
  expect(desk.journal.records).toEqual([]);
});
