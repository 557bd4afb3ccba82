import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trailWords } from '../../src/features/trail/trail-words';
import { correctionChanges } from '../../src/features/request/correction-changes';
import { describeEvent } from '../../src/features/request/describe-event';
import { maskNik, maskNiksIn } from '../../src/ui/format/numbers';
import { WHOLE_TRAIL } from '../../src/store/trail-store';
import {
  createDesk,
  openWindow,
  recordRequest,
  requestData,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { readRequest } from '../helpers/request-steps';

async function openOffice() {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  return store;
}

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

describe('a masked NIK', () => {
  test('shows region and serial, so that two people can be told apart', () => {
    expect(maskNik('3299010101850001')).toBe('3299 •••• •••• 0001');
  });

  test('never shows the day of birth nor the kecamatan', () => {
    fc.assert(
      fc.property(digits(16), (nik) => {
        const masked = maskNik(nik).replaceAll(' ', '');
        expect(masked).toBe(`${nik.slice(0, 4)}${'•'.repeat(8)}${nik.slice(12)}`);
      }),
    );
  });

  test('that is not 16 digits (a draft, an older record) shows at most its last four, and half', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        fc.pre(!/^\d{16}$/.test(typed) && !typed.includes(' ') && !typed.includes('•'));
        const open = maskNik(typed).replaceAll(/[• ]/g, '');
        expect(open.length).toBeLessThanOrEqual(Math.min(4, typed.length / 2));
        expect(typed.endsWith(open)).toBe(true);
      }),
    );
    expect(maskNik('3207')).toBe('••07');
    expect(maskNik('')).toBe('');
  });

  test('is masked inside a text too, grouped or not, and longer numbers stay as they are', () => {
    expect(maskNiksIn('NIK 3299 0101 0185 0001 tidak ada')).toBe(
      'NIK 3299 •••• •••• 0001 tidak ada',
    );
    expect(maskNiksIn('3299010101850001')).toBe('3299 •••• •••• 0001');
    expect(maskNiksIn('198501152010011001 dan 0001')).toBe('198501152010011001 dan 0001');
  });
});

describe('words of the history and the trail', () => {
  test('tell that the NIK was corrected without either NIK', async () => {
    const store = await openOffice();
    const id = await recordRequest(store);
    const before = requestData();
    const data = {
      ...before,
      applicant: { ...before.applicant, nik: requestData(7).applicant.nik },
    };
    await store.execute(id, { command: 'correct-request', data, reason: 'Salah baca' }, staff);
    const { events } = await readRequest(store, id);
    const changes = correctionChanges(events);
    const words = events.map((event) =>
      describeEvent(event, { locale: 'id', sop, events, changes }),
    );
    const said = JSON.stringify(words);
    expect([...changes.values()].flat().map(({ field }) => field)).toEqual(['applicant.nik']);
    expect(said).not.toContain(before.applicant.nik);
    expect(said).not.toMatch(/\d{4} ?\d{4} ?\d{4} ?\d{4}/);
  });

  test('of a search for a NIK show it masked', async () => {
    const { nik } = requestData().applicant;
    const store = await openOffice();
    await store.note({ action: 'search', subject: null, details: { text: nik, hits: 1 } }, staff);
    const { rows } = await store.trail.page(null, 5, WHOLE_TRAIL);
    const [row] = rows;
    if (row === undefined) throw new Error('no note');
    const { details } = trailWords(row, {
      locale: 'id',
      findSop: () => undefined,
      staffName: () => undefined,
    });
    expect(details.join()).toContain(maskNik(nik));
    expect(details.join()).not.toContain(nik);
  });
});
