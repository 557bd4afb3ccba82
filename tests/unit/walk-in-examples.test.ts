import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sniffMediaType } from '../../src/domain/documents/sniff-media-type';
import { parseWalkIns, type WalkInsFormat } from '../../src/domain/walk-ins/parse-walk-ins';
import type { WalkInRow } from '../../src/domain/walk-ins/walk-in';
import { allSops, presetOf } from '../helpers/all-sops';

const examples = resolve(import.meta.dirname, '../../resources/examples');
const installed = {
  sops: allSops,
  emailSuffixes: ['.go.id', '.desa.id'],
  yearNow: 2026,
  now: '2026-12-31T00:00:00.000Z',
};

function read(name: string, format: WalkInsFormat): readonly WalkInRow[] {
  const parsed = parseWalkIns(readFileSync(resolve(examples, name), 'utf8'), format, installed);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

describe('the examples', () => {
  const json = read('walk-ins.json', 'json');

  it('hold what their README says', () => {
    const expected = json.map(({ index }) => (index === 4 ? 'applicant.nik nik-length' : ''));
    const found = json.map((one) =>
      one.outcome === 'taken'
        ? ''
        : one.problems.map(({ field, code }) => `${field} ${code}`).join(),
    );
    expect(found).toEqual(expected);
    expect(json.flatMap((one) => (one.outcome === 'taken' ? one.warnings : []))).toEqual([]);
  });

  it('have a row for every reason of every SOP', () => {
    const shown = json.flatMap((one) =>
      one.outcome === 'taken' ? [`${one.walkIn.sopId} ${one.walkIn.data.reason.key ?? ''}`] : [],
    );
    const wanted = allSops.flatMap(({ id, reasons }) =>
      reasons.length === 0 ? [`${id} `] : reasons.map(({ key }) => `${id} ${key}`),
    );
    expect([...new Set(shown)].sort()).toEqual(wanted.sort());
  });

  it('act out both loops past a submission, at a step that may say no', () => {
    const rows = z
      .array(
        z.object({
          sop: z.string(),
          refusals: z.array(z.object({ step: z.string() })).default([]),
        }),
      )
      .parse(JSON.parse(readFileSync(resolve(examples, 'walk-ins.json'), 'utf8')));
    const loops = rows.flatMap(({ sop, refusals }) => refusals.map(({ step }) => ({ sop, step })));
    expect(loops.map(({ sop }) => sop)).toEqual([
      'meranti-2022-revocation',
      'sumbar-2019-revocation',
    ]);
    for (const { sop, step } of loops) {
      const { steps } = presetOf(sop);
      expect(steps.find(({ key }) => key === step)?.refusal).toBeDefined();
    }
  });

  it('say the same as a table', () => {
    expect(read('walk-ins.csv', 'csv')).toEqual(json);
  });

  it('come with every paper they name, whole and of a kind that is taken', () => {
    const text = readFileSync(resolve(examples, 'walk-ins.json'), 'utf8');
    const paths = [...text.matchAll(/"path": "([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const file = resolve(examples, path);
      expect(existsSync(file)).toBe(true);
      expect(sniffMediaType(readFileSync(file)).ok).toBe(true);
    }
  });
});
