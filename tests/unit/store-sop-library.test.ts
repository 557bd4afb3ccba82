import { expect, test } from 'vitest';
import { createSopLibrary, parseSops } from '../../src/store/sop-library';
import { sop } from '../helpers/memory-desk';

test('a file that is no SOP is named and keeps no other out', () => {
  const { sops, bad } = parseSops([{ id: 'broken', version: 'one' }, sop, null]);
  expect(sops.map(({ id }) => id)).toEqual([sop.id]);
  expect(bad.map(({ index, id }) => [index, id])).toEqual([
    [0, 'broken'],
    [2, null],
  ]);
  expect(bad[0]?.detail).toContain('version');
});

test('a request keeps the version it began with; new ones begin with the newest', () => {
  const newer = { ...sop, version: sop.version + 1 };
  const library = createSopLibrary([newer, sop]);
  expect(library.installed()).toEqual([newer]);
  expect(library.latest(sop.id)).toBe(newer);
  expect(library.find({ id: sop.id, version: sop.version })).toBe(sop);
  expect(library.find({ id: sop.id, version: 99 })).toBeUndefined();
});
