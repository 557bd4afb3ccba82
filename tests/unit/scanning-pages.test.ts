import { describe, expect, test } from 'vitest';
import { changePages, NO_PAGES, type PageCommand } from '../../src/domain/scanning/page-table';
import { findRightSize, finenesses } from '../../src/domain/scanning/right-size';
import { isUnedited, UNEDITED, type ScanPage } from '../../src/domain/scanning/scan-page';

const pageOf = (id: string): ScanPage => ({
  id,
  file: { address: 'a'.repeat(64), sha256: 'b'.repeat(64), size: 1000 },
  mediaType: 'image/jpeg',
  pdfPage: null,
  dpi: 300,
  edit: UNEDITED,
  warnings: [],
  skew: 0,
  likeness: '',
});
const tableOf = (...ids: readonly string[]) =>
  changePages(NO_PAGES, { kind: 'add', pages: ids.map(pageOf) });
const order = (...commands: readonly PageCommand[]) =>
  commands
    .reduce(changePages, tableOf('a', 'b', 'c'))
    .pages.map(({ id }) => id)
    .join('');

describe('pages on the table', () => {
  test('are moved, taken away, and every step can be taken back and done again', () => {
    expect(order({ kind: 'move', id: 'c', to: 0 })).toBe('cab');
    expect(order({ kind: 'move', id: 'a', to: 99 })).toBe('bca');
    expect(order({ kind: 'remove', ids: ['a', 'c'] })).toBe('b');
    const moved: PageCommand = { kind: 'move', id: 'c', to: 0 };
    expect(order(moved, { kind: 'undo' })).toBe('abc');
    expect(order(moved, { kind: 'undo' }, { kind: 'redo' })).toBe('cab');
    expect(order(moved, { kind: 'undo' }, { kind: 'undo' }, { kind: 'undo' })).toBe('');
  });

  test('what changes nothing leaves no step', () => {
    const table = tableOf('a');
    expect(changePages(table, { kind: 'move', id: 'a', to: 3 })).toBe(table);
    expect(changePages(table, { kind: 'remove', ids: ['x'] })).toBe(table);
    expect(changePages(table, { kind: 'redo' })).toBe(table);
    expect(changePages(table, { kind: 'edit', ids: ['a'], edit: { skew: 0 } })).toBe(table);
    expect(changePages(table, { kind: 'straighten' })).toBe(table);
  });

  test('a turned page keeps what was cut away at the same side of the paper', () => {
    const crop = { left: 0.1, top: 0.2, right: 0.3, bottom: 0.4 };
    const cut = changePages(tableOf('a'), { kind: 'edit', ids: ['a'], edit: { crop } });
    const turned = changePages(cut, { kind: 'turn', ids: ['a'], by: 90 });
    // Clockwise: what was on the left is now on top.
    expect(turned.pages[0]?.edit).toMatchObject({
      rotation: 90,
      crop: { left: 0.4, top: 0.1, right: 0.2, bottom: 0.3 },
    });
    const whole = changePages(turned, { kind: 'turn', ids: ['a'], by: 270 });
    expect(whole.pages[0]?.edit).toEqual({ ...UNEDITED, crop });
    expect(isUnedited(UNEDITED)).toBe(true);
    expect(isUnedited({ ...UNEDITED, crop })).toBe(false);
  });
});

describe('the right size', () => {
  /** A document of 4 MB as scanned, that halves with every step. */
  const weigh = async (fineness: (typeof finenesses)[number] | null) =>
    Promise.resolve(fineness === null ? 4_000_000 : 3_000_000 / 2 ** finenesses.indexOf(fineness));

  test('what fits is left as it was scanned', async () => {
    expect(await findRightSize(weigh, 4_000_000)).toEqual({
      fineness: null,
      weight: 4_000_000,
      fits: true,
    });
  });

  test.each([2_999_999, 1_000_000, 200_000, 3000])(
    'the finest of at most %d bytes',
    async (limit) => {
      const found = await findRightSize(weigh, limit);
      const best = finenesses.find((one) => 3_000_000 / 2 ** finenesses.indexOf(one) <= limit);
      expect(found).toMatchObject({ fineness: best, fits: true });
      expect(found.weight).toBeLessThanOrEqual(limit);
    },
  );

  test('where nothing fits the smallest is answered, and said so', async () => {
    const found = await findRightSize(weigh, 10);
    expect(found).toMatchObject({ fineness: finenesses.at(-1), fits: false });
  });

  test('few encodings are tried', async () => {
    let tried = 0;
    await findRightSize((fineness) => {
      tried += 1;
      return weigh(fineness);
    }, 1_000_000);
    expect(tried).toBeLessThanOrEqual(5);
  });
});
