import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyVault } from '../../electron/services/backup/vault-copy';
import { systemDisk } from '../../electron/services/disk';
import { mergeSubjectKeys } from '../../src/domain/backup/merge-subject-keys';
import { WHOLE_TRAIL } from '../../src/store/trail-store';
import { observedDisk, systemError } from '../helpers/fault-disk';
import { createFaultyDatabase } from '../helpers/memory-faulty-database';
import { freshIndexedDb, recordRequest, requestData, staff } from '../helpers/memory-desk';
import { readTables } from '../helpers/memory-tables';
import {
  copyDesk,
  DESTRUCTION,
  destroyCommand,
  overdueDesk,
  prepareDestruction,
  removeDesk,
  retain,
  startDesk,
  type RetentionDesk,
  type RunningDesk,
} from '../helpers/retention-desk';

/** An office whose list is signed: each test goes on from a copy of it. */
let office: Awaited<ReturnType<typeof overdueDesk>>;
const copies: RetentionDesk[] = [];
beforeAll(async () => {
  office = await overdueDesk();
  const running = await startDesk(office.desk);
  await prepareDestruction(running.store, [office.ended]);
  await running.close();
});
afterAll(async () => {
  await Promise.all([office.desk, ...copies].map(removeDesk));
});

async function fromHere(): Promise<RetentionDesk> {
  const copy = await copyDesk(office.desk);
  copies.push(copy);
  return copy;
}

async function keyLines({ folder }: RetentionDesk, subject: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'vault', 'subject-keys.jsonl'), 'utf8');
  return text.split('\n').filter((line) => line.includes(subject));
}

async function filesOf({ folder }: RetentionDesk, subject: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter(
    (one) => one.isFile() && one.parentPath.startsWith(join(folder, 'files')),
  );
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  );
  return texts.filter((text) => text.includes(subject)).length;
}

/** Nothing of the request is left, the rest is whole, and no number is given twice. */
async function expectDestroyed(desk: RetentionDesk, running: RunningDesk): Promise<void> {
  const { store } = running;
  const { ended, other, open } = office;
  const lines = await keyLines(desk, ended);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ subject: ended, destroyed: true });
  expect(await filesOf(desk, ended)).toBe(0);
  expect(await filesOf(desk, other)).toBe(1);
  const tables = JSON.stringify(await readTables(desk));
  const { destroyed, events, requests, jobs, searchTokens, setAside } = await readTables(desk);
  expect(destroyed).toHaveLength(1);
  expect(JSON.stringify(destroyed)).not.toContain('unfinished');
  expect(JSON.stringify([events, requests, jobs, searchTokens, setAside])).not.toContain(ended);
  expect(tables).toContain(other);
  const drafts = await store.drafts.listOf(staff.id);
  expect(drafts.map(({ requestId }) => requestId)).not.toContain(ended);
  expect(store.notices.map(({ kind }) => kind)).not.toContain('newer-records-set-aside');

  expect(await store.requests.get(ended)).toBeNull();
  expect(await store.retention.findDestroyed('A-2026-0001')).toMatchObject({
    id: ended,
    report: { number: '000.5.6/1/2030' },
  });
  const { rows } = await store.requests.page(null, 10);
  expect(rows.map(({ id }) => id).toSorted()).toEqual([other, open].toSorted());
  const { nik } = requestData(1).applicant;
  expect((await store.requests.search(nik, null, 5)).rows).toEqual([]);
  expect(await store.requests.countOpen()).toBe(1);
  expect(await store.nextOf('letter/outgoing/2026')).toBe(3);
  expect(await store.nextOf('register/A/2026')).toBe(4);
  const check = await store.trail.check({ full: true });
  expect(check.ok && check.value.findings).toEqual([]);
}

describe('a destruction', () => {
  test('leaves nothing anybody could open, and the chain whole, also after a rebuild', async () => {
    const desk = await fromHere();
    const running = await startDesk(desk);
    const before = await keyLines(desk, office.ended);
    // What is to go is there: no emptiness is proved by an empty start.
    const typed = (await running.store.drafts.listOf(staff.id)).map(({ requestId }) => requestId);
    expect(typed.toSorted()).toEqual([office.ended, office.other].toSorted());
    expect(await filesOf(desk, office.ended)).toBe(1);
    expect(JSON.stringify((await readTables(desk))['searchTokens'])).toContain(office.ended);
    const done = await retain(running.store, destroyCommand(desk));
    expect(done.unfinished).toBeNull();
    await expectDestroyed(desk, running);
    await running.close();

    desk.indexedDb = freshIndexedDb();
    const rebuilt = await startDesk(desk);
    await rebuilt.store.retention.finish();
    await expectDestroyed(desk, rebuilt);
    const [wrap = ''] = before.map((line) => (JSON.parse(line) as { wrap: string }).wrap);
    const everything = await readdir(desk.folder, { recursive: true, withFileTypes: true });
    for (const one of everything.filter((entry) => entry.isFile())) {
      expect(await readFile(join(one.parentPath, one.name), 'latin1')).not.toContain(wrap);
    }
    await rebuilt.close();
  });

  test('the next backup takes the key out of the target, and with it out of every snapshot', async () => {
    const desk = await fromHere();
    const [here, there] = [join(desk.folder, 'vault'), join(desk.folder, 'target')];
    const kept = () => readFile(join(there, 'subject-keys.jsonl'), 'utf8');
    const running = await startDesk(desk);
    const [line = ''] = await keyLines(desk, office.ended);
    const { wrap } = JSON.parse(line) as { wrap: string };
    await copyVault(systemDisk, systemDisk, here, there);
    expect(await kept()).toContain(wrap);
    await retain(running.store, destroyCommand(desk));
    await copyVault(systemDisk, systemDisk, here, there);
    expect(await kept()).not.toContain(wrap);
    expect(await kept()).toContain(office.other);
    await running.close();
  });

  test('a number of a destroyed request is not given again', async () => {
    const desk = await fromHere();
    const running = await startDesk(desk);
    await retain(running.store, destroyCommand(desk));
    await running.close();
    desk.indexedDb = freshIndexedDb();
    const again = await startDesk(desk);
    const id = await recordRequest(again.store, 9);
    expect((await again.store.requests.get(id))?.registerNumber).toBe('A-2026-0004');
    await again.close();
  });

  test('is told in the trail with its berita acara, and looks at the request keep its number', async () => {
    const desk = await fromHere();
    const running = await startDesk(desk);
    const { store } = running;
    await store.note({ action: 'view-request', subject: office.ended }, staff);
    await retain(store, destroyCommand(desk));
    const { rows } = await store.trail.page(null, 5, WHOLE_TRAIL);
    expect(rows[0]?.event).toMatchObject({ type: 'records-destroyed' });
    expect(rows[1]?.subject?.registerNumber).toBe('A-2026-0001');
    await running.close();
  });
});

/** Runs the destruction on a disk that dies before its `step`-th change; whether it did. */
async function killedAt(desk: RetentionDesk, step: number): Promise<boolean> {
  const death = { armed: false, steps: 0, dead: false };
  const disk = observedDisk(systemDisk, () => {
    if (!death.armed) return undefined;
    death.steps += 1;
    if (death.steps > step) death.dead = true;
    if (death.dead) throw systemError('EIO');
    return undefined;
  });
  const running = await startDesk(desk, disk);
  await running.store.retention.finish();
  death.armed = true;
  await running.store.executeRetention(destroyCommand(desk), staff);
  await running.close();
  return death.dead;
}

test('ended between any two steps it is whole or did not happen, and the next start completes it', async () => {
  let counted = 0;
  let step = 0;
  for (; ; step += 1) {
    const desk = await fromHere();
    const died = await killedAt(desk, step);
    const again = await startDesk(desk);
    await again.store.retention.finish();
    const { destructions, proposals } = await again.store.retention.state();
    if (destructions.length > 0) {
      counted += 1;
      await expectDestroyed(desk, again);
    } else {
      expect(proposals).toHaveLength(1);
      expect(await again.store.requests.get(office.ended)).not.toBeNull();
      expect(await filesOf(desk, office.ended)).toBe(1);
    }
    await again.close();
    await removeDesk(desk);
    if (!died) break;
  }
  expect(step).toBeGreaterThan(6);
  expect(counted).toBeGreaterThan(3);
}, 120_000);

test('the database full after the journal took it: no key goes before the rows, the next start does both', async () => {
  const desk = await fromHere();
  const faulty = createFaultyDatabase();
  desk.indexedDb = faulty.parts;
  const running = await startDesk(desk);
  await running.store.retention.finish();
  faulty.full.add('destroyed');
  const done = await running.store.executeRetention(destroyCommand(desk), staff);
  expect(done).toMatchObject({ ok: false, error: { kind: 'recorded-not-shown' } });
  expect((await keyLines(desk, office.ended))[0]).toContain('wrap');
  faulty.full.clear();
  await running.close();
  const again = await startDesk(desk);
  await again.store.retention.finish();
  expect(again.store.notices.map(({ kind }) => kind)).toContain('caught-up');
  await expectDestroyed(desk, again);
  await again.close();
});

describe('what an older copy brings back', () => {
  test('a key that came back with an old vault goes again at the next start', async () => {
    const desk = await fromHere();
    const path = join(desk.folder, 'vault', 'subject-keys.jsonl');
    const old = await readFile(path);
    const running = await startDesk(desk);
    await retain(running.store, destroyCommand(desk));
    await running.close();
    await writeFile(path, old);
    const again = await startDesk(desk);
    await again.store.retention.finish();
    await expectDestroyed(desk, again);
    await again.close();
  });

  test('a journal from before it gets the destruction back from the database, not the request', async () => {
    const desk = await fromHere();
    const [month = ''] = (await readdir(join(desk.folder, 'journal'))).filter((name) =>
      name.endsWith('.jsonl'),
    );
    const journal = async () => {
      const names = (await readdir(join(desk.folder, 'journal'))).filter((name) =>
        name.endsWith('.jsonl'),
      );
      return Promise.all(
        names.map(
          async (name) => [name, await readFile(join(desk.folder, 'journal', name))] as const,
        ),
      );
    };
    expect(month).not.toBe('');
    const old = await journal();
    const running = await startDesk(desk);
    await retain(running.store, destroyCommand(desk));
    await running.close();
    for (const [name, bytes] of old) await writeFile(join(desk.folder, 'journal', name), bytes);
    const again = await startDesk(desk);
    await again.store.retention.finish();
    expect(again.store.notices.map(({ kind }) => kind)).toContain('returned-to-journal');
    expect(await again.store.requests.get(office.ended)).toBeNull();
    expect(await again.store.retention.findDestroyed(office.ended)).not.toBeNull();
    expect(await again.store.nextOf('letter/outgoing/2026')).toBe(3);
    await again.close();
  });

  test('a destroyed key wins over a live one of a backup, on either side', () => {
    const live = '{"subject":"a","keyId":"k","wrap":"AAAA"}\n';
    const gone = '{"subject":"a","destroyed":true,"at":"2026-03-02T02:00:00.000Z"}\n';
    for (const merged of [mergeSubjectKeys(gone, live), mergeSubjectKeys(live, gone)]) {
      expect(merged.text).toBe(gone);
    }
  });
});

test('a key destroyed without a berita acara is a finding, and hides no other request', async () => {
  const desk = await fromHere();
  const running = await startDesk(desk);
  await running.vault.eraseSubjects({ subjects: [office.other] });
  await running.close();
  desk.indexedDb = freshIndexedDb();
  const again = await startDesk(desk);
  expect(again.store.notices.map(({ kind }) => kind)).toEqual(['rebuilt-from-journal']);
  expect((await again.store.requests.page(null, 10)).rows).toHaveLength(2);
  const check = await again.store.trail.check({ full: true });
  expect(check.ok && check.value.findings).toMatchObject([{ kind: 'erased-unreported' }]);
  await again.close();
});

test('only requests can be erased: the keys of office, trail and drafts have no such name', async () => {
  const { vaultContract } = await import('../../src/contract/vault');
  const { input } = vaultContract.eraseSubjects;
  for (const subject of ['office', 'trail', 'drafts', 'retention', '#tokens']) {
    expect(input.safeParse({ subjects: [subject] }).success).toBe(false);
  }
  expect(input.safeParse({ subjects: [DESTRUCTION] }).success).toBe(true);
});
