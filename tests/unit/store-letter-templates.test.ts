import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { letterTemplates } from '../../src/documents/letter-templates';
import type { LetterTemplate } from '../../src/domain/letters/letter-template';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import { officeEventSchema } from '../../src/domain/office/office-event';
import { evolveOffice, EMPTY_OFFICE, upgradedOffice } from '../../src/domain/office/office-state';
import { replay } from '../../src/domain/request/evolve';
import { requestEventSchema } from '../../src/domain/request/request-event';
import { setAt } from '../../src/features/letter-templates/editor/edit-template';
import { describeEvent } from '../../src/features/request/describe-event';
import { createLetterLibrary } from '../../src/store/letter-library';
import type { Store } from '../../src/store/store';
import { templateOf } from '../helpers/letters';
import {
  addStaffCommand,
  createDesk,
  file,
  freshIndexedDb,
  openWindow,
  recordRequest,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { readRequest } from '../helpers/request-steps';

const receipt = templateOf('receipt');
const KEY = receipt.key;
/** The version of the text that comes with the program. */
const ORIGINAL = receipt.version;

function worded(text: string, of: LetterTemplate = receipt): LetterTemplate {
  return setAt(of, 'blocks.2.text', text);
}

function publish(version: number, template: LetterTemplate, note = ''): OfficeCommand {
  return { command: 'publish-letter-template', version, template, note };
}

function reset(version: number, letter = KEY): OfficeCommand {
  return { command: 'reset-letter-template', letter, version, note: '' };
}

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

function textInUse(store: Store): string {
  const { template } = store.templates.inUse(KEY) ?? {};
  const block = template?.shape === 'judul' ? template.blocks[2] : undefined;
  return block?.kind === 'paragraph' ? block.text : '';
}

describe('publishing', () => {
  test('takes the next number of the paper, is in use at once and keeps what was before', async () => {
    const desk = createDesk();
    const store = await openOffice(desk);
    expect(store.templates.inUse(KEY)?.version).toEqual({ office: null, original: ORIGINAL });
    expect(await codeOf(store, publish(1, worded('yaitu:'), ' Kalimat dinas '))).toBe('taken');
    expect(await codeOf(store, publish(2, worded('ialah:')))).toBe('taken');
    expect(textInUse(store)).toBe('ialah:');
    expect(store.templates.inUse(KEY)?.version).toEqual({ office: 2, original: ORIGINAL });

    desk.indexedDb = freshIndexedDb();
    const rebuilt = await openWindow(desk);
    expect(textInUse(rebuilt)).toBe('ialah:');
    const [first] = rebuilt.templates.versions(KEY);
    expect(first).toMatchObject({ version: 1, note: 'Kalimat dinas', publishedBy: staff.name });
    expect(rebuilt.templates.find(KEY, 1)).toEqual(worded('yaitu:'));
    expect(rebuilt.templates.inUse('verification-result')?.version.office).toBeNull();
  });

  test('refuses a faulty text, another paper’s facts, an old number and anybody else', async () => {
    const store = await openOffice();
    expect(await codeOf(store, publish(1, worded('{applicant.nickname}')))).toBe(
      'letter-template-refused',
    );
    expect(await codeOf(store, publish(1, worded('  ')))).toBe('letter-template-refused');
    expect(await codeOf(store, publish(1, setAt(receipt, 'kop.of', 'applicant-unit')))).toBe(
      'letter-template-refused',
    );
    expect(await codeOf(store, publish(1, setAt(receipt, 'key', 'poem')))).toBe(
      'letter-template-unknown',
    );
    expect(await codeOf(store, publish(2, worded('yaitu:')))).toBe('letter-template-version-taken');
    const clerk = { id: v7(), name: 'Petugas Dua' };
    const roles = ['front-desk', 'verifier', 'official'] as const;
    await store.executeOffice(addStaffCommand(clerk, roles), staff);
    expect(await codeOf(store, publish(1, worded('yaitu:')), clerk)).toBe('not-permitted');
    expect(await codeOf(store, reset(1), clerk)).toBe('not-permitted');
    expect((await store.office()).letterVersions).toEqual([]);
  });

  test('says which number is next where another screen was faster', async () => {
    const store = await openOffice();
    await store.executeOffice(publish(1, worded('yaitu:')), staff);
    expect(await store.executeOffice(publish(1, worded('ialah:')), staff)).toMatchObject({
      error: { refusal: { code: 'letter-template-version-taken', next: 2 } },
    });
  });

  test('the same words again, also with blanks around them, make no new version', async () => {
    const store = await openOffice();
    await store.executeOffice(publish(1, worded('yaitu:')), staff);
    expect(await codeOf(store, publish(2, worded(' yaitu:\t')))).toBe('taken');
    expect(store.templates.versions(KEY)).toHaveLength(1);
    expect(await codeOf(store, publish(1, receipt))).toBe('letter-template-version-taken');
  });
});

describe('going back to the original', () => {
  test('is a version of its own; the office’s text stays and can be published again', async () => {
    const desk = createDesk();
    const store = await openOffice(desk);
    expect(await codeOf(store, reset(1))).toBe('taken');
    expect(store.templates.versions(KEY)).toEqual([]);
    await store.executeOffice(publish(1, worded('yaitu:')), staff);
    expect(await codeOf(store, reset(1))).toBe('letter-template-version-taken');
    expect(await codeOf(store, reset(2))).toBe('taken');
    expect(store.templates.inUse(KEY)).toMatchObject({
      version: { office: null, original: ORIGINAL },
      template: receipt,
    });
    expect(await codeOf(store, reset(1, 'poem'))).toBe('letter-template-unknown');

    desk.indexedDb = freshIndexedDb();
    const rebuilt = await openWindow(desk);
    expect(rebuilt.templates.versions(KEY).map(({ version }) => version)).toEqual([1, 2]);
    expect(rebuilt.templates.find(KEY, 2)).toBeUndefined();
    const again = rebuilt.templates.find(KEY, 1);
    if (again === undefined) throw new Error('the office’s text is gone');
    expect(await codeOf(rebuilt, publish(3, again))).toBe('taken');
    expect(textInUse(rebuilt)).toBe('yaitu:');
  });
});

describe('a newer program', () => {
  const own = { letter: KEY, version: 1, note: '', publishedAt: '', publishedBy: '' };
  const newer = { ...receipt, version: ORIGINAL + 1, offeredFor: [], documentKey: 'acceptance' };

  test('leaves the office its text, says that the original is another, and owns the facts', () => {
    const letterVersions = [{ ...own, template: worded('yaitu:') }];
    const library = createLetterLibrary([newer], () => ({ letterVersions }));
    const inUse = library.inUse(KEY);
    expect(inUse).toMatchObject({
      isOriginalNewer: true,
      version: { office: 1, original: ORIGINAL },
      template: { documentKey: 'acceptance', offeredFor: [] },
    });
    expect(inUse?.template).toBe(library.inUse(KEY)?.template);
    expect(library.original(KEY)).toBe(newer);
  });

  test('opens the row of an office that knew no texts, and late events change nothing', () => {
    expect(upgradedOffice({ profile: null }).letterVersions).toEqual([]);
    const envelope = {
      id: v7(),
      stream: 'office',
      at: '2026-03-02T02:00:00Z',
      clockOffsetMs: null,
      by: staff,
      desk: 'A',
    };
    const events = [2, 1].map((version) =>
      officeEventSchema.parse({
        ...envelope,
        type: 'letter-template-published',
        version,
        template: worded(`versi ${version}`),
        note: '',
      }),
    );
    const state = [...events, ...events].reduce(evolveOffice, EMPTY_OFFICE);
    expect(state.letterVersions.map(({ version }) => version)).toEqual([2]);
    expect(upgradedOffice(JSON.parse(JSON.stringify(state)) as typeof state)).toEqual(state);
  });
});

describe('a letter', () => {
  test('says in its event which text it was made from; older events say nothing of it', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const templateVersion = { office: 3, original: ORIGINAL };
    const letter = 'revocation-application';
    await store.execute(
      id,
      { command: 'draft-letter', letterId: v7(), letter, templateVersion, file: file(1) },
      staff,
    );
    await store.execute(
      id,
      { command: 'draft-letter', letterId: v7(), letter: 'disposition-sheet', file: file(2) },
      staff,
    );
    const { events } = await readRequest(store, id);
    const drafted = events.filter(({ type }) => type === 'letter-drafted');
    expect(drafted).toMatchObject([{ templateVersion }, { letter: 'disposition-sheet' }]);
    expect(drafted[1]).not.toHaveProperty('templateVersion');
    const speech = { locale: 'id', sop, events, changes: new Map() } as const;
    expect(drafted.map((event) => describeEvent(event, speech).details)).toEqual([
      ['Naskah kantor versi 3'],
      [],
    ]);
    const older = events.map((event) =>
      requestEventSchema.parse(JSON.parse(JSON.stringify(event)) as unknown),
    );
    expect(replay(older)?.letters).toHaveLength(2);
  });

  test('is offered by every key the program has a text for', async () => {
    const store = await openOffice();
    expect(store.templates.keys).toEqual([...letterTemplates.keys()]);
    expect(store.templates.inUse('poem')).toBeUndefined();
  });
});
