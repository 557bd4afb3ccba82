import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { afterNote, isRepeated, QUIET_FOR, type NotedLooks } from '../../src/domain/trail/coalesce';
import { dayCounts } from '../../src/domain/trail/daily-report';
import { isPrintedHead, printedDigits, readPrintedHead } from '../../src/domain/trail/printed-head';
import { spreadsheetCsv } from '../../src/domain/spreadsheet/spreadsheet-csv';
import {
  LONGEST_TEXT,
  noted,
  trailActions,
  trailEventSchema,
  type TrailNote,
} from '../../src/domain/trail/trail-event';
import { timesAgree } from '../../src/domain/trail/trail-finding';
import { kindOfAction } from '../../src/domain/trail/trail-kind';
import type { RequestEvent } from '../../src/domain/request/request-event';
import { splitCsv } from '../../src/domain/walk-ins/csv';
import { staff } from '../helpers/memory-fixtures';

const view: TrailNote = { action: 'view-request', subject: 'satu' };
const START = Date.parse('2026-03-02T02:00:00Z');
const NOTHING: NotedLooks = new Map();

describe('looks that repeat', () => {
  test('the same person at the same request within ten minutes is one look, afterwards another', () => {
    const looks = afterNote(NOTHING, view, 'a', START);
    expect(isRepeated(looks, view, 'a', START + QUIET_FOR - 1)).toBe(true);
    expect(isRepeated(looks, view, 'a', START + QUIET_FOR)).toBe(false);
  });

  test('another person, another request, another file and another text are looks of their own', () => {
    const looks = afterNote(NOTHING, view, 'a', START);
    expect(isRepeated(looks, view, 'b', START)).toBe(false);
    expect(isRepeated(looks, { ...view, subject: 'dua' }, 'a', START)).toBe(false);
    const file: TrailNote = { action: 'view-file', subject: 'satu', details: { letter: 'x' } };
    const filed = afterNote(looks, file, 'a', START);
    expect(isRepeated(filed, { ...file, details: { letter: 'y' } }, 'a', START)).toBe(false);
    expect(isRepeated(filed, { ...file, details: { letter: 'x', hits: 3 } }, 'a', START)).toBe(
      true,
    );
  });

  test('printing and saving are noted every time', () => {
    for (const action of ['print', 'export', 'sign-in', 'reveal-nik'] as const) {
      const note = { action, subject: 'satu' };
      expect(isRepeated(afterNote(NOTHING, note, 'a', START), note, 'a', START)).toBe(false);
    }
  });

  test('a clock set back never silences a look, and what is long past is forgotten', () => {
    const looks = afterNote(NOTHING, view, 'a', START);
    expect(isRepeated(looks, view, 'a', START - 1)).toBe(false);
    const later = afterNote(looks, { ...view, subject: 'dua' }, 'a', START + QUIET_FOR);
    expect(later.size).toBe(1);
  });

  test('any two notes of one look lie at least ten minutes apart, and none is missed for longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(QUIET_FOR), { minLength: 1, maxLength: 60 }), (waits) => {
        let looks = NOTHING;
        let now = START;
        let last: number | null = null;
        for (const wait of waits) {
          now += wait;
          if (isRepeated(looks, view, 'a', now)) {
            if (last === null || now - last >= QUIET_FOR) return false;
            continue;
          }
          if (last !== null && now - last < QUIET_FOR) return false;
          looks = afterNote(looks, view, 'a', now);
          last = now;
        }
        return true;
      }),
    );
  });
});

describe('a note', () => {
  const at = '2026-03-02T02:00:00.000Z';
  const occasion = { at, clockOffsetMs: null, by: staff, desk: 'A', newId: () => v7() };

  test('of a search keeps the words normalised and at most eighty characters', () => {
    const details = { text: `  Córntoh,  SATU ${'x'.repeat(200)}`, hits: 2 };
    const event = noted({ action: 'search', subject: null, details }, occasion);
    expect(event.details.text).toHaveLength(LONGEST_TEXT);
    expect(event.details.text?.startsWith('corntoh satu x')).toBe(true);
  });

  test('of an action a later version adds is read, not set aside', () => {
    const event = { ...noted(view, occasion), action: 'taken-to-the-moon', details: { far: true } };
    expect(trailEventSchema.parse(event)).toEqual(event);
    expect(kindOfAction('taken-to-the-moon')).toBe('system');
  });

  test('of every action has a kind', () => {
    for (const action of trailActions) expect(kindOfAction(action)).not.toBe('change');
    expect(kindOfAction('toString')).toBe('system');
  });
});

describe('the printed head', () => {
  const hash = '0123456789abcdef'.repeat(4);

  test('is read again as it is printed, however it is typed', () => {
    expect(printedDigits({ hash })).toBe('0123 4567 89AB CDEF');
    for (const typed of ['0123 4567 89AB CDEF', '0123456789abcdef', '0123-4567-89ab-cdef']) {
      const head = readPrintedHead('1.234', typed);
      expect(head).toEqual({ sequence: 1234, digits: '0123456789abcdef' });
      expect(isPrintedHead(hash, head?.digits ?? '')).toBe(true);
    }
    expect(isPrintedHead(`1${hash.slice(1)}`, '0123456789abcdef')).toBe(false);
  });

  test('with a digit too few, a letter that is none, or no number is not taken for a head', () => {
    expect(readPrintedHead('12', '0123 4567 89AB CDE')).toBeNull();
    expect(readPrintedHead('12', '0123 4567 89AB CDEG')).toBeNull();
    expect(readPrintedHead('0', '0123 4567 89AB CDEF')).toBeNull();
    expect(readPrintedHead('', '0123 4567 89AB CDEF')).toBeNull();
  });
});

describe('the trail as CSV', () => {
  test('has a byte-order mark and semicolons, and reads back as it was', () => {
    const rows = [
      ['1', 'Contoh; Satu', 'baris\nbaru', 'kata "kutip"'],
      ['2', '', 'é', '1,5'],
    ];
    const text = spreadsheetCsv(['a', 'b', 'c', 'd'], rows);
    expect(text.startsWith('\uFEFFa;b;c;d\r\n')).toBe(true);
    expect(splitCsv(text)).toEqual({ ok: true, value: { columns: ['a', 'b', 'c', 'd'], rows } });
  });

  test('never hands a formula to a spreadsheet', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        const text = spreadsheetCsv(['a'], [[`${sign}${rest}`]]);
        const read = splitCsv(text);
        const cell = read.ok ? (read.value.rows[0]?.[0] ?? '') : '';
        return /^[^=+\-@\t\r]/.test(cell);
      }),
    );
  });
});

test('times of event and record agree within a quarter of an hour', () => {
  expect(timesAgree('2026-03-02T02:00:00Z', '2026-03-02T02:15:00Z')).toBe(true);
  expect(timesAgree('2026-03-02T02:00:00Z', '2026-03-01T02:00:00Z')).toBe(false);
});

test('a day counts what its events tell, a step without a next one as the end', () => {
  const event = (type: string, more: object = {}) => ({ type, ...more }) as unknown as RequestEvent;
  const events = [
    event('step-completed', { opens: 's2' }),
    event('step-completed', { opens: null }),
    event('step-skipped', { opens: null }),
    event('submission-queued'),
    event('submission-stored'),
    event('step-refused'),
    event('disposition-returned'),
    event('request-cancelled'),
  ];
  expect(dayCounts(3, events)).toEqual({
    received: 3,
    finished: 2,
    cancelled: 1,
    queued: 1,
    sent: 1,
    refused: 2,
  });
});
