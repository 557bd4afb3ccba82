import { describe, expect, test } from 'vitest';
import type { OfficeEvent } from '../../src/domain/office/office-event';
import { diffSops } from '../../src/domain/sop/diff-sops';
import { replacedBases } from '../../src/domain/sop/replaced-bases';
import { parseSopFile, sopFileText } from '../../src/domain/sop/sop-file';
import type { Sop } from '../../src/domain/sop/sop';
import { copyDraft, importDraft, versionDraft } from '../../src/features/sop/begin-draft';
import {
  allVersions,
  choiceText,
  comparedWith,
  diffAddress,
  parseChoice,
} from '../../src/features/sop/sop-choices';
import { diffInWords } from '../../src/features/sop/sop-diff-words';
import { parseSopDraft } from '../../src/features/sop/sop-draft';
import { fileIssueText, placeText } from '../../src/features/sop/sop-file-words';
import { offeredWith } from '../../src/features/sop/use-offered-sops';
import { publishedIn, runningOn } from '../../src/features/sop/use-sop-history';
import { isMessageKey } from '../../src/messages/catalogue';
import { createSopLibrary } from '../../src/store/sop-library';
import { allSops, presetOf } from '../helpers/all-sops';
import { profile } from '../helpers/memory-desk';

const tapin = presetOf('tapin-2025-revocation');
const own: Sop = { ...tapin, id: 'dinas-contoh', basedOn: { id: tapin.id, version: 1 } };
const second: Sop = { ...own, version: 2 };

function libraryWith(...sops: readonly Sop[]) {
  return createSopLibrary(allSops, () => ({ profile, sops }));
}

function contextWith(...sops: readonly Sop[]) {
  return { sops: libraryWith(...sops), profile, now: '2026-03-02T02:00:00.000Z' };
}

describe('where a draft begins', () => {
  test('a copy is the office’s own: no number, dates or name of another office’s paper go with it', () => {
    const { sop, follows } = copyDraft(tapin, contextWith());
    expect(follows).toBeNull();
    expect(sop.id).toMatch(/-2026-revocation$/);
    expect([sop.version, sop.basedOn]).toEqual([1, { id: tapin.id, version: 1 }]);
    const { number, office, createdOn, approvedBy, title } = sop.identity;
    expect([number, office, createdOn, approvedBy]).toEqual(['', profile.name, null, null]);
    expect(title).toBe(tapin.identity.title);
    expect(sop.steps).toBe(tapin.steps);
  });

  test('a second copy in one year gets another id, also where the first has been published', () => {
    const first = copyDraft(tapin, contextWith()).sop;
    const next = copyDraft(tapin, contextWith({ ...own, id: first.id })).sop;
    expect(next.id).toBe(`${first.id}-2`);
  });

  test('the next version keeps its id and knows which it follows', () => {
    expect(versionDraft(second)).toMatchObject({
      sop: { id: own.id, version: 3 },
      follows: { id: own.id, version: 2 },
    });
  });

  test('a file never overwrites: an own id becomes its next version, a preset’s id another one', () => {
    const asVersion = importDraft(own, contextWith(own, second));
    expect(asVersion).toMatchObject({
      sop: { id: own.id, version: 3 },
      follows: { id: own.id, version: 2 },
    });
    const ofPreset = importDraft(tapin, contextWith());
    expect(ofPreset.follows).toBeNull();
    expect(ofPreset.sop.id).not.toBe(tapin.id);
    expect(ofPreset.sop.basedOn).toEqual({ id: tapin.id, version: 1 });
    const unknown = importDraft({ ...own, version: 7 }, contextWith());
    expect(unknown).toMatchObject({ sop: { id: own.id, version: 1 }, follows: null });
  });

  test('a draft is read again with anything typed in it, and nothing else is taken for one', () => {
    const draft = copyDraft(tapin, contextWith());
    const { sop } = draft;
    const typed = {
      ...draft,
      sop: {
        ...sop,
        id: 'Bukan Kode',
        identity: { ...sop.identity, title: '', createdOn: '31-' },
        steps: sop.steps.map((step) => ({ ...step, actor: '', activity: '' })),
      },
      unreadTimes: { [sop.steps[0]?.key ?? '']: 'setengah' },
    };
    expect(parseSopDraft(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    for (const values of [null, {}, { applicant: { name: 'Contoh Satu' } }, { sop: null }]) {
      expect(parseSopDraft(values)).toBeNull();
    }
  });
});

describe('which versions are compared', () => {
  test('a version with the one before it, a first one with its origin, a preset with itself', () => {
    const sops = libraryWith(own, second);
    expect(comparedWith(sops, second)).toEqual(own);
    expect(comparedWith(sops, own).id).toBe(tapin.id);
    expect(comparedWith(sops, tapin)).toBe(tapin);
    expect(comparedWith(sops, { ...own, basedOn: { id: 'gone', version: 1 } }).id).toBe(own.id);
  });

  test('an address names any two versions and is read back; anything else is none', () => {
    expect(diffAddress(own, second)).toBe('#/sop/dinas-contoh/beda?dari=1&ke=2');
    expect(diffAddress(tapin, own)).toBe(
      '#/sop/dinas-contoh/beda?dari=tapin-2025-revocation:1&ke=1',
    );
    for (const reference of [own, second, tapin]) {
      const { id, version } = reference;
      expect(parseChoice(choiceText(reference, own.id), own.id)).toEqual({ id, version });
    }
    for (const text of [null, '', 'x', '1.5', '-1', 'a:b', '1234567']) {
      expect(parseChoice(text, own.id)).toBeNull();
    }
  });

  test('every version can be chosen, those of the page first and the newest of them on top', () => {
    const all = allVersions(libraryWith(own, second), own.id);
    expect(all.slice(0, 2).map(({ version }) => version)).toEqual([2, 1]);
    expect(all).toHaveLength(allSops.length + 2);
  });
});

describe('what the counter offers', () => {
  const installed = ['a', 'b', 'c'];
  test('taking one off names the others, taking all in again is "every installed one"', () => {
    expect(offeredWith(installed, installed, 'b', false)).toEqual(['a', 'c']);
    expect(offeredWith(['a', 'c'], installed, 'b', true)).toBeNull();
  });

  test('the last one stays, and what is no longer installed falls out of the choice', () => {
    expect(offeredWith(['a'], installed, 'a', false)).toEqual(['a']);
    expect(offeredWith(['a', 'gone'], installed, 'b', true)).toEqual(['a', 'b']);
  });
});

test('the versions of an SOP tell who published them and what runs on each, of no other SOP', () => {
  const publication = (sop: Sop): OfficeEvent => ({
    id: '00000000-0000-4000-8000-000000000001',
    stream: 'office',
    at: '2026-03-02T02:00:00.000Z',
    clockOffsetMs: null,
    by: { id: 'contoh', name: 'Contoh Satu' },
    desk: 'A',
    type: 'sop-published',
    sop,
  });
  const events = [own, second, { ...tapin, id: 'lain' }].map(publication);
  const published = publishedIn(events, own.id);
  expect([...published.keys()]).toEqual([1, 2]);
  expect(published.get(2)?.by.name).toBe('Contoh Satu');
  const rows = [1, 2, 2].map((version) => ({ sop: { id: own.id, version } }));
  const running = runningOn([...rows, { sop: { id: 'lain', version: 1 } }], own.id);
  expect([...running]).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

describe('what is wrong with a file, in words', () => {
  test.each([
    ['steps.2.actor', 'Langkah 3, Pelaksana (steps.2.actor)'],
    ['steps.0.number', 'Langkah 1, Nomor urut (steps.0.number)'],
    ['steps.3.standardTime.amount', 'Langkah 4, Waktu baku, Jumlah (steps.3.standardTime.amount)'],
    ['steps.3.standardTime.unit', 'Langkah 4, Waktu baku, Satuan (steps.3.standardTime.unit)'],
    ['identity.unit', 'Bidang atau unit (identity.unit)'],
    ['identity', 'Identitas (identity)'],
    ['version', 'Versi (version)'],
    ['identity.legalBases.0.text', 'Dasar hukum 1, Dasar hukum (identity.legalBases.0.text)'],
  ])('%s', (path, words) => {
    expect(placeText(path, 'id')).toBe(words);
  });

  test('every place an SOP has is told in words, in both languages', () => {
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) names.add(name);
        collect(inner);
      }
    };
    allSops.forEach(collect);
    for (const name of names) {
      const isNamed =
        isMessageKey(`sop.import.field.${name}`) ||
        isMessageKey(`sopEditor.field.${name}`) ||
        ['source', 'standardTime'].some((within) =>
          isMessageKey(`sop.import.field.${within}.${name}`),
        );
      expect(isNamed, name).toBe(true);
    }
  });

  test('a choice names what may stand there', () => {
    const issue = { path: 'service', code: 'not-a-choice', choices: ['renewal'] } as const;
    expect(fileIssueText(issue, 'id')).toBe(
      'Layanan (service): tidak dikenal. Tulis salah satu dari renewal.',
    );
  });

  test('broken JSON tells the line at which reading stopped, where that is known', () => {
    const lineOf = (text: string) => {
      const read = parseSopFile(text);
      return !read.ok && read.error.code === 'not-json' ? read.error.line : 'read';
    };
    const text = sopFileText(tapin);
    const third = text.split('\n').slice(0, 3).join('\n');
    expect(lineOf(text.replace('"version": 1,', '"version": 1'))).toBe(5);
    expect(
      lineOf(`\uFEFF${text.replaceAll('\n', '\r\n').replace('"version": 1,', '"version": 1')}`),
    ).toBe(5);
    expect(lineOf(`${third}\n\n`)).toBe(3);
    expect(lineOf('PK')).toBeNull();
  });
});

test('a comparison is told in words: halves with a comma, steps by number and sentence', () => {
  const steps = tapin.steps.map((step, index) =>
    index === 1
      ? { ...step, standardTime: { amount: 0.5, unit: 'minutes' as const }, passesTo: null }
      : step,
  );
  const after = { ...tapin, identity: { ...tapin.identity, createdOn: null }, steps };
  const words = diffInWords(diffSops(tapin, after), tapin, after, 'id');
  expect(words.identity).toEqual([
    {
      field: 'createdOn',
      label: 'Tanggal pembuatan',
      before: ['Selasa, 29 Juli 2025'],
      after: [],
    },
  ]);
  const changed = words.steps.find(({ change }) => change === 'changed');
  expect(changed?.name).toMatch(/^2\. /);
  expect(changed?.cells.map(({ before, after: now }) => [before, now])).toEqual([
    [['1 menit'], ['0,5 menit']],
    [['baris berikutnya'], ['SOP selesai']],
  ]);
});

test('a repealed legal basis is named as it is written, until the office corrects it', () => {
  const written = 'Peraturan Pemerintah Nomor 82 Tahun 2012 tentang Contoh';
  const bases = (text: string, correction: string | null) =>
    replacedBases({ legalBases: [{ text, correction }] });
  expect(bases(written, null)).toEqual([written]);
  expect(bases(written, 'PP 71/2019')).toEqual([]);
  expect(bases('PP 82/2012', null)).toEqual(['PP 82/2012']);
  expect(bases('Peraturan Pemerintah Nomor 71 Tahun 2019', null)).toEqual([]);
  expect(bases('Peraturan Bupati Nomor 82 Tahun 2012', null)).toEqual([]);
});
