import { describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { dailyReport, trailReport } from '../../src/documents/trail-reports';
import { dayCounts } from '../../src/domain/trail/daily-report';
import { noted, trailActions, type TrailNote } from '../../src/domain/trail/trail-event';
import type { TrailFinding } from '../../src/domain/trail/trail-finding';
import { splitCsv } from '../../src/domain/walk-ins/csv';
import { csvOfTrail, exportName } from '../../src/features/trail/export-trail';
import { findingWords } from '../../src/features/trail/finding-words';
import { gatherTrail } from '../../src/features/trail/gather';
import { badDates, boundsOfDay, filterOf, NO_FILTER } from '../../src/features/trail/trail-filter';
import { trailStateText } from '../../src/features/trail/trail-state';
import { trailWords, type TrailSpeech } from '../../src/features/trail/trail-words';
import { isSevere } from '../../src/domain/trail/trail-finding';
import { translate } from '../../src/messages/catalogue';
import type { Translate } from '../../src/ui/messages/use-messages';
import { WHOLE_TRAIL, type TrailCheck, type TrailRow } from '../../src/store/trail-store';
import {
  createDesk,
  openWindow,
  profile,
  recordRequest,
  SET_UP_RECORDS,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';
import { requestData, sop } from '../helpers/memory-fixtures';

const at = '2026-03-02T02:14:05.000Z';
const occasion = { at, clockOffsetMs: null, by: staff, desk: 'A', newId: () => v7() };
const subject = { id: 'satu', registerNumber: 'A-2026-0001', sop: { id: sop.id, version: 1 } };
const speech: TrailSpeech = {
  locale: 'id',
  findSop: () => sop,
  staffName: (id) => (id === staff.id ? staff.name : undefined),
};
const context = { locale: 'id', timeZone: 'Asia/Jakarta' } as const;

function row(note: TrailNote, more: Partial<TrailRow> = {}): TrailRow {
  return { key: '7/0', sequence: 7, event: noted(note, occasion), subject, ...more };
}
const wordsOf = (note: TrailNote) => trailWords(row(note), speech);

describe('the words of a row', () => {
  test('name every action in both languages', () => {
    for (const action of trailActions) {
      const note = { action, subject: null };
      expect(wordsOf(note).title).not.toContain('trail.');
      expect(trailWords(row(note), { ...speech, locale: 'en' }).title).not.toBe(
        wordsOf(note).title,
      );
    }
  });

  test('tell what was printed, searched and why', () => {
    const letter = wordsOf({
      action: 'print',
      subject: 'satu',
      details: { letter: 'revocation-application', copies: 2 },
    });
    expect(letter.title).toBe('Mencetak');
    expect(letter.details).toEqual([
      'surat: Surat Permohonan Pencabutan Sertifikat Elektronik',
      '2 salinan',
    ]);
    expect(
      wordsOf({
        action: 'search',
        subject: null,
        details: { text: 'CONTOH', hits: 50, more: true },
      }).details,
    ).toEqual(['kata yang dicari: “contoh”', '50 hasil atau lebih']);
    expect(
      wordsOf({ action: 'export', subject: null, details: { what: 'trail-csv', reason: 'Arsip' } })
        .details,
    ).toEqual(['jejak sebagai CSV', 'alasan: Arsip']);
    expect(
      wordsOf({ action: 'sign-in-failed', subject: null, details: { staffId: staff.id } }).details,
    ).toEqual([`petugas: ${staff.name}`]);
  });

  test('keep an action of another version, and a row that does not open, to be seen', () => {
    const event = { ...noted({ action: 'print', subject: null }, occasion), action: 'to-the-moon' };
    expect(trailWords(row({ action: 'print', subject: null }, { event }), speech).title).toContain(
      'to-the-moon',
    );
    const closed = trailWords({ key: '1/0', sequence: 1, event: null, subject: null }, speech);
    expect(closed).toMatchObject({ at: null, title: 'Catatan ini tidak dapat dibuka' });
  });

  test('of changes come from the history of a request, without a NIK', async () => {
    const store = await openWindow(createDesk());
    await setUpOffice(store);
    const id = await recordRequest(store);
    const command = { command: 'correct-request', data: requestData(1), reason: 'Salah' } as const;
    expect((await store.execute(id, command, staff)).ok).toBe(true);
    const { rows } = await store.trail.page(null, 10, WHOLE_TRAIL);
    const words = rows.map((one) => trailWords(one, speech));
    expect(words.at(-1)?.title).toBe('Mengubah data kantor');
    expect(JSON.stringify(words)).not.toMatch(/\d{16}/);
  });
});

describe('the filter', () => {
  test('reads days of the office, from midnight to midnight of its own clocks', () => {
    const values = { ...NO_FILTER, from: '2026-03-02', to: '02-03-2026', kind: 'print' };
    expect(filterOf(values, 'satu', 'Asia/Jayapura')).toEqual({
      from: '2026-03-01T15:00:00.000Z',
      before: '2026-03-02T15:00:00.000Z',
      staffId: null,
      subject: 'satu',
      kind: 'print',
    });
    expect(boundsOfDay('2026-03-02', 'Asia/Jakarta')).toEqual({
      from: '2026-03-01T17:00:00.000Z',
      before: '2026-03-02T17:00:00.000Z',
    });
  });

  test('says which date is none and does not filter by it', () => {
    const values = { ...NO_FILTER, from: '31-02-2026', kind: 'toString' };
    expect(badDates(values)).toEqual({ from: true, to: false });
    expect(filterOf(values, null, 'Asia/Jakarta')).toEqual(WHOLE_TRAIL);
  });

  test('gathers pages until there are enough, the beginning is reached, or it is cancelled', async () => {
    const store = await openWindow(createDesk());
    await setUpOffice(store);
    for (let number = 0; number < 6; number += 1) await recordRequest(store, number);
    const options = { from: null, signal: new AbortController().signal };
    const all = await gatherTrail(store, WHOLE_TRAIL, { ...options, atLeast: Infinity });
    expect(all.rows).toHaveLength(SET_UP_RECORDS + 6);
    expect(all.next).toBeNull();
    const some = await gatherTrail(store, WHOLE_TRAIL, { ...options, atLeast: 3 });
    expect(some.rows.map(({ key }) => key)).toEqual(all.rows.slice(0, 3).map(({ key }) => key));
    const rest = await gatherTrail(store, WHOLE_TRAIL, {
      ...options,
      from: some.next,
      atLeast: Infinity,
    });
    expect([...some.rows, ...rest.rows]).toEqual(all.rows);
  });
});

test('the CSV has every row, oldest first, and hands no formula to a spreadsheet', () => {
  const rows = [
    row({ action: 'search', subject: null, details: { text: '=1+1' } }, { subject: null }),
    row({ action: 'view-request', subject: 'satu' }, { sequence: 6 }),
  ];
  const bytes = csvOfTrail({ rows, values: NO_FILTER, reason: 'Arsip', profile, speech });
  const read = splitCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  expect(read.ok && read.value.columns[1]).toBe('Waktu (WIB)');
  expect(read.ok && read.value.rows.map((cells) => cells.slice(0, 6))).toEqual([
    ['6', '2026-03-02 09:14:05', staff.name, 'A', 'A-2026-0001', 'Membuka permohonan'],
    ['7', '2026-03-02 09:14:05', staff.name, 'A', '', 'Mencari di register'],
  ]);
  expect(exportName(profile, at, 'csv')).toBe('jejak-A-2026-03-02.csv');
});

const basis = {
  id: v7(),
  profile,
  head: { sequence: 1234, hash: 'ab12cd34ef567890'.repeat(4) },
  madeAt: at,
  madeBy: staff.name,
};

test('the reports carry the head of the chain, and the daily one names nobody but its maker', () => {
  const trail = trailReport({
    ...basis,
    period: 'sejak catatan pertama',
    filter: '',
    reason: 'Arsip',
    lines: [{ sequence: 1234, at: null, who: 'x', registerNumber: '—', what: 'y' }],
  });
  expect(trail.table.rows).toEqual([['1.234', '—', 'x', '—', 'y']]);
  const daily = dailyReport({
    ...basis,
    date: '2026-03-02',
    counts: dayCounts(1, []),
    lines: [{ registerNumber: 'A-2026-0001', service: 'Pencabutan', state: 'Selesai' }],
  });
  for (const report of [trail, daily]) {
    expect(JSON.stringify(report.closing)).toContain('AB12 CD34 EF56 7890');
    expect(report.table.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  }
  expect(daily.table.rows).toEqual([['1', 'A-2026-0001', 'Pencabutan', 'Selesai']]);
});

describe('what a check says', () => {
  const chain = (kind: 'altered' | 'missing' | 'truncated', when: string | null = null) =>
    ({
      kind: 'chain',
      at: { kind, file: '2026-03.jsonl', line: 5, sequence: 1005, count: 2, at: when },
    }) as const satisfies TrailFinding;
  const findings: readonly TrailFinding[] = [
    chain('altered'),
    chain('missing'),
    chain('truncated', at),
    chain('truncated'),
    { kind: 'anchor-renewed', how: 'missing', sequence: 3, at },
    { kind: 'anchor-renewed', how: 'forged', sequence: 3, at },
    { kind: 'anchor-renewed', how: 'unkeyed', sequence: 3, at },
    { kind: 'returned', records: 4 },
    { kind: 'unreadable-body', sequence: 3 },
    { kind: 'shown-differs', sequence: 3 },
    { kind: 'time-disagrees', sequence: 3, eventAt: at, recordAt: at },
  ];

  test('is a sentence with its record and a remedy for every finding', () => {
    for (const finding of findings) {
      const { title, text } = findingWords(finding, context);
      expect(`${title} ${text}`).not.toMatch(/\{\w+\}/);
      expect(text.length).toBeGreaterThan(40);
    }
    expect(findingWords(chain('altered'), context).title).toBe('Catatan 1.005 berubah');
    expect(findings.filter(isSevere)).toHaveLength(6);
  });

  test('is told with its time, and as broken only where records changed', () => {
    const t: Translate = (key, ...args) => translate('id', key, ...args);
    const check = (kept: readonly TrailFinding[]): TrailCheck => ({
      at,
      full: true,
      complete: true,
      checkedTo: { sequence: 1234, hash: 'x' },
      records: 1,
      findings: kept,
      found: kept.length,
    });
    const text = (last: TrailCheck | null) =>
      trailStateText({ last, running: null }, at, t, context);
    expect(text(check([]))).toBe('Rantai utuh sampai catatan 1.234, diperiksa 09.14.');
    expect(text(check([chain('altered')]))).toContain('Ada 1 temuan');
    expect(text(check([{ kind: 'returned', records: 4 }]))).toContain('Rantai utuh');
    expect(text(null)).toContain('belum pernah');
  });
});
