import { expect, test } from 'vitest';
import { createSopLibrary, parseSops } from '../../src/store/sop-library';
import { EMPTY_OFFICE } from '../../src/domain/office/office-state';
import { profile, sop } from '../helpers/memory-desk';

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
  const library = createSopLibrary([newer, sop], () => EMPTY_OFFICE);
  expect(library.installed()).toEqual([newer]);
  expect(library.latest(sop.id)).toBe(newer);
  expect(library.find({ id: sop.id, version: sop.version })).toBe(sop);
  expect(library.find({ id: sop.id, version: 99 })).toBeUndefined();
});

test('what the office publishes is there at once, beside the presets and with every version', () => {
  const own = { ...sop, id: 'dinas-contoh', version: 1 };
  let office = EMPTY_OFFICE;
  const library = createSopLibrary([sop], () => office);
  expect(library.find(own)).toBeUndefined();
  office = { ...office, sops: [own, { ...own, version: 2 }] };
  expect(library.versions(own.id).map(({ version }) => version)).toEqual([1, 2]);
  expect(library.installed().map(({ id, version }) => [id, version])).toEqual([
    [sop.id, sop.version],
    [own.id, 2],
  ]);
  expect([library.isPreset(sop.id), library.isPreset(own.id)]).toEqual([true, false]);
});

test('the intake offers what the office chose; a choice whose SOPs are gone offers all', () => {
  const own = { ...sop, id: 'dinas-contoh', version: 1 };
  const inUse = (sopsInUse: string[] | null) =>
    createSopLibrary([sop], () => ({ profile: { ...profile, sopsInUse }, sops: [own] }))
      .inUse()
      .map(({ id }) => id);
  expect(inUse(null)).toEqual([sop.id, own.id]);
  expect(inUse([own.id])).toEqual([own.id]);
  expect(inUse(['gone'])).toEqual([sop.id, own.id]);
});
