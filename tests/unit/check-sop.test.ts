import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterTemplates } from '../../src/documents/letter-templates';
import {
  checkSop,
  sopProblemCodes,
  type SopCheckContext,
  type SopProblemCode,
} from '../../src/domain/sop/check-sop';
import { sopSchema, type Sop, type SopStep } from '../../src/domain/sop/sop';
import { allSops, presetOf } from '../helpers/all-sops';
import { anySopArbitrary } from '../helpers/sop-arbitrary';

const context: SopCheckContext = { letters: [...letterTemplates.keys()] };
const tapin = presetOf('tapin-2025-revocation');
const renewal = presetOf('ciamis-2025-renewal');
const ciamis = presetOf('ciamis-2025-revocation');

function withStep(sop: Sop, index: number, fields: Partial<SopStep>): Sop {
  const steps = sop.steps.map((step, place) => (place === index ? { ...step, ...fields } : step));
  return { ...sop, steps };
}

function withIdentity(fields: Partial<Sop['identity']>): Sop {
  return { ...tapin, identity: { ...tapin.identity, ...fields } };
}

function withFirst<List extends 'actors' | 'documents' | 'reasons'>(
  list: List,
  fields: Partial<Sop[List][number]>,
): Sop {
  const rows = tapin[list].map((row, place) => (place === 0 ? { ...row, ...fields } : row));
  return { ...tapin, [list]: rows };
}

const asks = (document: string, onlyForReasons: string[] = []) => [
  { document, onlyForReasons, source: null, inferred: false },
];
const paper = { key: 'paper', label: 'Surat kuasa', source: null };
const dispose = renewal.steps.findIndex(({ kind }) => kind === 'dispose');

/** One smallest change for each code, and where it is to be told. */
const faults: Readonly<
  Record<SopProblemCode, { readonly sop: Sop; readonly path: string; readonly ids?: string[] }>
> = {
  shape: { sop: { ...tapin, id: 'Kode Dengan Spasi' }, path: 'id' },
  blank: { sop: withIdentity({ number: ' ' }), path: 'identity.number' },
  'list-empty': { sop: { ...tapin, steps: [] }, path: 'steps' },
  'date-invalid': { sop: withIdentity({ createdOn: '31 Febr' }), path: 'identity.createdOn' },
  'time-invalid': {
    sop: withStep(tapin, 0, { standardTime: { amount: 0, unit: 'minutes' } }),
    path: 'steps.0.standardTime.amount',
  },
  'dates-disordered': {
    sop: withIdentity({ effectiveOn: '2024-01-01' }),
    path: 'identity.effectiveOn',
  },
  'id-taken': { sop: { ...tapin, id: 'taken' }, path: 'id', ids: ['taken'] },
  'key-twice': { sop: withStep(tapin, 1, { key: tapin.steps[0]?.key ?? '' }), path: 'steps.1.key' },
  'label-twice': {
    sop: withFirst('reasons', { label: tapin.reasons[1]?.label ?? '' }),
    path: 'reasons.1.label',
  },
  'step-number': { sop: withStep(tapin, 2, { number: 9 }), path: 'steps.2.number' },
  'actor-unknown': { sop: withStep(tapin, 2, { actor: 'nobody' }), path: 'steps.2.actor' },
  'actor-unused': {
    sop: {
      ...tapin,
      actors: [...tapin.actors, { key: 'idle', label: 'Pejabat Contoh', side: 'office' }],
    },
    path: 'actors.2',
  },
  'actor-repeated': {
    sop: withStep(tapin, 0, { alternateActors: ['applicant'] }),
    path: 'steps.0.alternateActors',
  },
  'document-unknown': {
    sop: withStep(tapin, 0, { requires: asks('no-such-paper') }),
    path: 'steps.0.requires.0.document',
  },
  'document-unmade': {
    sop: withStep({ ...tapin, documents: [...tapin.documents, paper] }, 3, {
      requires: asks('paper'),
    }),
    path: 'documents.1',
  },
  'document-letter-late': {
    sop: withStep(withStep(tapin, 0, { letters: [] }), 4, {
      letters: ['revocation-reason-statement'],
    }),
    path: 'documents.0',
  },
  'document-unused': {
    sop: { ...tapin, documents: [...tapin.documents, paper] },
    path: 'documents.1',
  },
  'letter-unknown': { sop: withStep(tapin, 1, { letters: ['poem'] }), path: 'steps.1.letters.0' },
  'reason-unknown': {
    sop: withStep(tapin, 3, { requires: asks('reason-statement', ['whim']) }),
    path: 'steps.3.requires.0.onlyForReasons',
  },
  'reasons-missing': { sop: { ...tapin, reasons: [] }, path: 'reasons' },
  'target-unknown': { sop: withStep(tapin, 2, { passesTo: 'nowhere' }), path: 'steps.2.passesTo' },
  'refusal-forward': {
    sop: withStep(tapin, 4, {
      refusal: { returnsTo: tapin.steps[6]?.key ?? '', renewsDocuments: false, inferred: false },
    }),
    path: 'steps.4.refusal.returnsTo',
  },
  'step-unreachable': {
    sop: withStep(tapin, 3, { passesTo: tapin.steps[5]?.key ?? '' }),
    path: 'steps.4',
  },
  'loop-without-exit': {
    sop: withStep(tapin, 7, { passesTo: tapin.steps[4]?.key ?? '' }),
    path: 'steps.7.passesTo',
  },
  'submit-refusal': {
    sop: withStep(tapin, 2, {
      refusal: { returnsTo: tapin.steps[0]?.key ?? '', renewsDocuments: false, inferred: false },
    }),
    path: 'steps.2.refusal',
  },
  'disposition-target-missing': {
    sop: { ...renewal, steps: withoutTarget(renewal, dispose) },
    path: `steps.${String(dispose)}.disposesTo`,
  },
  'disposition-target-useless': {
    sop: withStep(tapin, 4, { disposesTo: { actor: null, label: 'Seksi', inferred: false } }),
    path: 'steps.4.disposesTo',
  },
  'time-missing': { sop: withStep(tapin, 0, { standardTime: null }), path: 'steps.0.standardTime' },
};

function withoutTarget(sop: Sop, index: number): SopStep[] {
  return sop.steps.map((step, place) => {
    const { disposesTo: _, ...rest } = step;
    return place === index ? rest : step;
  });
}

describe('each fault is told, at its own place', () => {
  test.each(sopProblemCodes)('%s', (code) => {
    const { sop, path, ids = [] } = faults[code];
    const before = checkSop(tapin, context).map((one) => `${one.code} ${one.path}`);
    const found = checkSop(sop, { ...context, takenIds: ids });
    expect(found.map((one) => `${one.code} ${one.path}`)).toContain(`${code} ${path}`);
    expect(before).not.toContain(`${code} ${path}`);
  });

  test('a fault is told alone: one mistake is not a page of complaints', () => {
    const alone: readonly SopProblemCode[] = [
      'blank',
      'date-invalid',
      'time-invalid',
      'key-twice',
      'actor-unknown',
      'document-unknown',
      'document-unmade',
      'document-letter-late',
      'reason-unknown',
      'target-unknown',
      'refusal-forward',
      'submit-refusal',
      'loop-without-exit',
      'step-unreachable',
    ];
    for (const code of alone) {
      const errors = checkSop(faults[code].sop, context).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors.map((one) => one.code)).toEqual([code]);
    }
  });
});

test('no preset has an error', () => {
  for (const sop of allSops) {
    expect(checkSop(sop, context).filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

describe('ways', () => {
  test('a letter made on a way that may be gone around is late, whatever its row', () => {
    const jump = withStep(
      withStep(tapin, 0, { letters: [], passesTo: tapin.steps[2]?.key ?? '' }),
      1,
      { letters: ['revocation-reason-statement'] },
    );
    const codes = checkSop(jump, context).map(({ code }) => code);
    expect(codes).toContain('document-letter-late');
  });

  test('a letter made further down but always earlier is in time', () => {
    const [first, second, ...rest] = tapin.steps;
    if (first === undefined || second === undefined) throw new Error('Tapin has eight steps');
    const asking = { ...second, number: 2, requires: asks('reason-statement') };
    const steps = [
      { ...asking, number: 1, key: 'start', requires: [], passesTo: first.key },
      { ...asking, passesTo: rest[0]?.key ?? '' },
      { ...first, number: 3, passesTo: asking.key },
      ...rest.map((step, index) => ({ ...step, number: index + 4 })),
    ];
    const errors = checkSop({ ...tapin, steps }, context).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  test('the loop of a refusal is no error: a person decides each round', () => {
    expect(ciamis.steps.some(({ refusal }) => refusal !== undefined)).toBe(true);
    const codes = checkSop(ciamis, context).map(({ code }) => code);
    expect(codes).not.toContain('loop-without-exit');
  });

  test('a step that passes to itself goes round for ever', () => {
    const sop = withStep(tapin, 7, { passesTo: tapin.steps[7]?.key ?? '' });
    const found = checkSop(sop, context).filter(({ code }) => code === 'loop-without-exit');
    expect(found).toMatchObject([{ path: 'steps.7.passesTo', params: { number: 8, target: 8 } }]);
  });

  test('from a sound SOP, passing alone comes to an end from every step', () => {
    fc.assert(
      fc.property(anySopArbitrary, (sop) => {
        const errors = checkSop(sop, { letters: ['club-letter'] }).map(({ code }) => code);
        fc.pre(!errors.includes('loop-without-exit') && !errors.includes('target-unknown'));
        for (const start of sop.steps) {
          let key: string | undefined = start.key;
          for (let moves = 0; key !== undefined; moves += 1) {
            expect(moves).toBeLessThanOrEqual(sop.steps.length);
            const index = sop.steps.findIndex((step) => step.key === key);
            const { passesTo } = sop.steps[index] ?? {};
            key = passesTo === undefined ? sop.steps[index + 1]?.key : (passesTo ?? undefined);
          }
        }
      }),
    );
  });
});

test('whatever stands in an editor, the check answers and names places that are there', () => {
  const blanked = fc.record({
    sop: anySopArbitrary,
    drop: fc.constantFrom('actors', 'documents', 'reasons', 'none'),
    target: fc.option(fc.constantFrom('', 'nowhere', 'step-0', 'step-3')),
    at: fc.nat(8),
  });
  fc.assert(
    fc.property(blanked, ({ sop, drop, target, at }) => {
      const broken = withStep({ ...sop, ...(drop !== 'none' && { [drop]: [] }) }, at, {
        ...(target !== null && { passesTo: target }),
        activity: '',
        requires: asks(target ?? 'paper', ['whim']),
      });
      for (const { code, path } of checkSop(broken, { letters: [] })) {
        expect(sopProblemCodes).toContain(code);
        const row = /^(actors|documents|reasons|steps)\.(\d+)/.exec(path);
        if (row !== null) {
          const list = broken[row[1] as 'actors' | 'documents' | 'reasons' | 'steps'];
          expect(Number(row[2])).toBeLessThan(list.length);
        }
      }
    }),
  );
});

test('what the check lets through, the schema lets through', () => {
  fc.assert(
    fc.property(anySopArbitrary, (sop) => {
      const isRefused = checkSop(sop, { letters: [] }).some(({ severity }) => severity === 'error');
      if (!isRefused) expect(sopSchema.safeParse(sop).success).toBe(true);
    }),
  );
});
