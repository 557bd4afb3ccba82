import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import { DEFAULT_NOTICE, noticeToBegin } from '../../src/domain/privacy/default-notice';
import { basisLetter, LEGAL_BASES } from '../../src/domain/privacy/legal-basis';
import { checkNotice, LONGEST_PART, NOTICE_PARTS } from '../../src/domain/privacy/notice';
import { privacyRefusal, type PrivacyRecord } from '../../src/domain/privacy/privacy-record';
import { replay } from '../../src/domain/request/evolve';
import { requestEventSchema } from '../../src/domain/request/request-event';
import { describeEvent } from '../../src/features/request/describe-event';
import type { Store } from '../../src/store/store';
import {
  addStaffCommand,
  createDesk,
  freshIndexedDb,
  openWindow,
  profile,
  recordCommand,
  recordRequest,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { completeNotice, publishedNotice } from '../helpers/notices';
import { readRequest } from '../helpers/request-steps';

const at = '2026-03-02T02:10:00.000Z';
const told = { version: 1, way: 'read-aloud', at } as const;
const publicTask: PrivacyRecord = { basis: 'public-task', notice: told, consent: null };
const consented: PrivacyRecord = {
  basis: 'consent',
  notice: told,
  consent: { form: 'written', at, version: 1 },
};

async function openOffice(desk = createDesk()): Promise<Store> {
  const store = await openWindow(desk);
  await setUpOffice(store);
  return store;
}

async function codeOf(store: Store, command: OfficeCommand, by = staff): Promise<string> {
  const done = await store.executeOffice(command, by);
  if (done.ok) return 'taken';
  return done.error.kind === 'office-refused' ? done.error.refusal.code : done.error.kind;
}

const publish = (version: number, notice = completeNotice()): OfficeCommand => ({
  command: 'publish-notice',
  version,
  notice,
});

describe('the text that came with the program', () => {
  test('has every part the law names, each with its source, and leaves only the contact blank', () => {
    expect(DEFAULT_NOTICE.sections.map(({ key }) => key)).toEqual(NOTICE_PARTS);
    expect(checkNotice(DEFAULT_NOTICE)).toEqual([{ part: 'contact', code: 'blank' }]);
    expect(DEFAULT_NOTICE.sections.every(({ source }) => source.includes('UU 27/2022'))).toBe(true);
  });

  test('names the office and no other, and no placeholder is left in it', () => {
    const text = JSON.stringify(noticeToBegin(profile));
    expect(text).toContain('Dinas Komunikasi dan Informatika memproses');
    expect(text).not.toMatch(/[{]office[}]|\bsource\b/);
  });

  test('the bases stand in the order of Pasal 20 ayat (2), public service as letter e', () => {
    expect(LEGAL_BASES.map(basisLetter).join('')).toBe('abcdef');
    expect(basisLetter('consent')).toBe('a');
    expect(basisLetter('public-task')).toBe('e');
  });
});

describe('publishing', () => {
  test('gives each version the next number and keeps the old ones word for word', async () => {
    const desk = createDesk();
    const store = await openOffice(desk);
    expect(await codeOf(store, publish(1))).toBe('taken');
    expect(await codeOf(store, publish(2, completeNotice('Pejabat Lain')))).toBe('taken');
    desk.indexedDb = freshIndexedDb();
    const { notices } = await (await openWindow(desk)).office();
    expect(notices.map(({ version }) => version)).toEqual([1, 2]);
    expect(notices[0]).toMatchObject({ ...completeNotice(), publishedBy: staff.name });
    expect(notices[1]?.sections.at(-1)?.text).toBe('Pejabat Lain');
  });

  test('refuses a blank or endless part, an old number, and anybody but the administrator', async () => {
    const store = await openOffice();
    expect(await codeOf(store, publish(1, noticeToBegin(profile)))).toBe('notice-refused');
    expect(await codeOf(store, publish(1, completeNotice('x'.repeat(LONGEST_PART + 1))))).toBe(
      'notice-refused',
    );
    expect(await codeOf(store, publish(2))).toBe('notice-version-taken');
    const clerk = { id: v7(), name: 'Petugas Dua' };
    await store.executeOffice(
      addStaffCommand(clerk, ['front-desk', 'verifier', 'official']),
      staff,
    );
    expect(await codeOf(store, publish(1), clerk)).toBe('not-permitted');
    expect((await store.office()).notices).toEqual([]);
  });

  test('the same words again make no new version', async () => {
    const store = await openOffice();
    await store.executeOffice(publish(1), staff);
    expect(await codeOf(store, publish(2, completeNotice()))).toBe('taken');
    expect((await store.office()).notices.length).toBe(1);
  });
});

describe('what a request keeps', () => {
  test('basis, version, way and time are in its event and come back from the journal', async () => {
    const desk = createDesk();
    const store = await openOffice(desk);
    await store.executeOffice(publish(1), staff);
    const id = v7();
    await store.execute(id, { ...recordCommand(), privacy: consented }, staff);
    desk.indexedDb = freshIndexedDb();
    const { state, events } = await readRequest(await openWindow(desk), id);
    expect(state.privacy).toEqual(consented);
    const [event] = events;
    if (event === undefined) throw new Error('no event');
    const words = describeEvent(event, { locale: 'id', sop, events, changes: new Map() });
    expect(words.details).toEqual([
      'Dasar pemrosesan data: Persetujuan, Pasal 20 ayat (2) huruf a',
      'Pemberitahuan data pribadi versi 1: dibacakan',
      'Persetujuan pemohon: tertulis',
    ]);
  });

  test('an event of before, an import or a walk-in without it stays readable: nothing is known', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const { state, events } = await readRequest(store, id);
    expect(state.privacy).toBeNull();
    const older = events.map((event) => {
      const parsed: unknown = JSON.parse(JSON.stringify(event));
      expect(parsed).not.toHaveProperty('privacy');
      return requestEventSchema.parse(parsed);
    });
    expect(replay(older)?.privacy).toBeNull();
  });

  test('a version nobody published, and consent without notice or proof, are refused', async () => {
    const notices = [publishedNotice()];
    const refused = (record: PrivacyRecord) => privacyRefusal(record, notices)?.code ?? null;
    expect(refused(publicTask)).toBeNull();
    expect(refused({ ...publicTask, notice: null })).toBeNull();
    expect(refused(consented)).toBeNull();
    expect(refused({ ...publicTask, notice: { ...told, version: 2 } })).toBe('notice-unknown');
    expect(refused({ ...consented, notice: null })).toBe('consent-without-notice');
    expect(refused({ ...consented, consent: null })).toBe('consent-missing');
    expect(refused({ ...publicTask, consent: consented.consent })).toBe('consent-missing');
    const store = await openOffice();
    const done = await store.execute(v7(), { ...recordCommand(), privacy: publicTask }, staff);
    expect(done.ok ? null : done.error).toMatchObject({ refusal: { code: 'notice-unknown' } });
  });
});
