import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { letterTemplates } from '../../src/documents/letter-templates';
import { checkSop } from '../../src/domain/sop/check-sop';
import { sopJsonSchema } from '../../src/domain/sop/sop-json-schema';
import { sopSchema } from '../../src/domain/sop/sop';
import { knownSopIds } from '../../src/domain/walk-ins/known-sops';
import { allSops, presetOf, sopFiles } from '../helpers/all-sops';

const published = JSON.parse(readFileSync('resources/contracts/sop.schema.json', 'utf8')) as object;
const letters = [...letterTemplates.keys()];

function validator() {
  // Dates carry their pattern beside the format, so that no formats are needed.
  return new Ajv2020({ allowUnionTypes: true, validateFormats: false }).compile(published);
}

test('the published JSON Schema is the schema of the code (npm run sop-schema writes it)', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(sopJsonSchema())));
});

test('the five SOPs of the walk-ins are there, each under its own name', () => {
  expect(allSops.map(({ id }) => id).toSorted()).toEqual([...knownSopIds].toSorted());
  for (const [name, file] of sopFiles()) expect(name).toBe(`${sopSchema.parse(file).id}.json`);
});

describe.each(sopFiles())('%s', (_name, file) => {
  const sop = sopSchema.parse(file);

  test('fits the published JSON Schema as another program reads it, and names it', () => {
    const validate = validator();
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(sop.$schema).toBe('../contracts/sop.schema.json');
  });

  test('may be published: every step reached, every document made, every loop with a way out', () => {
    const problems = checkSop(sop, { letters });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(problems.filter(({ code }) => code === 'letter-unknown')).toEqual([]);
  });

  test('every fact names the file and step it was read from', () => {
    const facts = [
      ...sop.documents,
      ...sop.reasons,
      ...sop.steps,
      ...sop.steps.flatMap(({ requires }) => requires),
    ];
    const files = new Set(facts.map(({ source }) => source?.file));
    expect(files.size).toBe(1);
    expect([...files][0]).toMatch(/^00\d_[0-9a-f]{16}\.txt$/);
    for (const step of sop.steps) expect(step.source?.step).toBe(step.number);
  });

  test('every step carries the reason codes, times and words its schema promises', () => {
    expect(sop.steps.map(({ number }) => number)).toEqual(sop.steps.map((_, index) => index + 1));
    for (const reason of sop.reasons) {
      // pki.md: a forgotten passphrase is a reset, so no code of RFC 5280 fits it.
      expect(reason.crlReasonCode === null).toBe(reason.key === 'passphrase-forgotten');
    }
  });
});

test('a file that is none is refused by the published schema too', () => {
  const validate = validator();
  const sop = presetOf('tapin-2025-revocation');
  expect(validate({ ...sop, version: 0 })).toBe(false);
  expect(validate({ ...sop, steps: [] })).toBe(false);
  expect(validate({ ...sop, identity: { ...sop.identity, createdOn: '2025-13-45' } })).toBe(false);
  expect(validate({ ...sop, steps: [{ ...sop.steps[0], kind: 'dance' }] })).toBe(false);
});

/** Standard times in the order of the steps, minutes as numbers, working days as "7 d". */
function times(id: string): readonly (number | string | null)[] {
  return presetOf(id).steps.map(({ standardTime }) => {
    if (standardTime === null) return null;
    return standardTime.unit === 'minutes' ? standardTime.amount : `${standardTime.amount} d`;
  });
}

test('standard times are those of the SOPs: halves stay halves, a dash is none and never nought', () => {
  expect(times('ciamis-2025-revocation')).toEqual([30, 30, 15, 10, 30, 5, 5, 10, 30, 20, null]);
  expect(times('meranti-2022-revocation')).toEqual([5, 5, null, '7 d']);
  expect(times('tapin-2025-revocation')).toEqual([15, 1, 1, 5, 1, 1, 1, 1]);
  expect(times('ciamis-2025-renewal')).toEqual([10, 10, 10, 20, 60, '1 d', 60]);
  expect(times('sumbar-2019-revocation')).toEqual([1, 0.5, 1, 0.5, 5, 0.5, 5, 0.5, 0.5]);
});

test('loops are those of the SOPs', () => {
  const loops = allSops.flatMap((sop) =>
    sop.steps.flatMap(({ number, refusal }) =>
      refusal ? [`${sop.id} ${number} → ${refusal.returnsTo}`] : [],
    ),
  );
  expect(loops).toEqual([
    'ciamis-2025-revocation 5 → draft-letters',
    'meranti-2022-revocation 3 → prepare-documents',
    'sumbar-2019-revocation 5 → write-reason-statement',
  ]);
});

test('Tapin’s shifted rows say how they were read', () => {
  const { steps, notices } = presetOf('tapin-2025-revocation');
  expect(steps).toHaveLength(8);
  expect(steps.filter(({ source }) => source?.reading !== undefined).length).toBeGreaterThan(3);
  expect(notices[0]).toContain('bergeser');
});

test('an SOP that cites the repealed PP 82/2012 keeps its words and shows the notice', () => {
  for (const { id, identity, notices } of allSops) {
    const cites = identity.legalBases.some(({ text }) => /82 Tahun 2012/.test(text));
    expect(
      notices.some((notice) => notice.includes('PP Nomor 71 Tahun 2019')),
      id,
    ).toBe(cites);
  }
});

test('an SOP that revokes for a forgotten passphrase says that it is a reset today', () => {
  for (const { id, reasons, notices } of allSops) {
    if (!reasons.some(({ key }) => key === 'passphrase-forgotten')) continue;
    expect(
      notices.some((notice) => notice.includes('diatur ulang di portal')),
      id,
    ).toBe(true);
  }
});
