import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSop } from '../../src/domain/sop/check-sop';
import { stepAfter } from '../../src/domain/sop/route';
import { sopSchema, type Sop } from '../../src/domain/sop/sop';
import {
  addActor,
  addDocument,
  addReason,
  editIdentity,
  editRow,
  isFreshKey,
  moveRow,
  nameRow,
  removeRow,
} from '../../src/features/sop/editor/edit-sop';
import {
  addStep,
  duplicateStep,
  moveStep,
  onwardOf,
  removeStep,
  setOnward,
} from '../../src/features/sop/editor/edit-steps';
import {
  linesOf,
  parseStandardTime,
  standardTimeText,
} from '../../src/features/sop/editor/standard-time-text';
import { presetOf } from '../helpers/all-sops';
import { anySopArbitrary } from '../helpers/sop-arbitrary';

const tapin = presetOf('tapin-2025-revocation');
const meranti = presetOf('meranti-2022-revocation');
const sumbar = presetOf('sumbar-2019-revocation');
const keys = (sop: Sop) => sop.steps.map(({ key }) => key);
const numbers = (sop: Sop) => sop.steps.map(({ number }) => number);

describe('steps', () => {
  test('numbers follow the rows, whatever is added, doubled, moved or taken away', () => {
    const change = fc.record({
      what: fc.constantFrom('add', 'duplicate', 'up', 'down', 'remove'),
      at: fc.nat(9),
    });
    fc.assert(
      fc.property(anySopArbitrary, fc.array(change, { maxLength: 12 }), (start, changes) => {
        let sop = start;
        for (const { what, at } of changes) {
          if (what === 'add') sop = addStep(sop, at);
          if (what === 'duplicate') sop = duplicateStep(sop, at);
          if (what === 'up') sop = moveStep(sop, at, -1);
          if (what === 'down') sop = moveStep(sop, at, 1);
          if (what === 'remove' && sop.steps.length > 1) sop = removeStep(sop, at).sop;
        }
        expect(numbers(sop)).toEqual(sop.steps.map((_, index) => index + 1));
        expect(new Set(keys(sop)).size).toBe(sop.steps.length);
      }),
    );
  });

  test('a removed step leaves no step that leads to it', () => {
    fc.assert(
      fc.property(anySopArbitrary, fc.nat(8), (sop, at) => {
        const { sop: after } = removeStep(sop, at);
        const known = new Set(keys(after));
        for (const { passesTo, refusal } of after.steps) {
          if (typeof passesTo === 'string') expect(known).toContain(passesTo);
          if (refusal) expect(known).toContain(refusal.returnsTo);
        }
        const forward = checkSop(after, { letters: [] }).filter(
          ({ code }) => code === 'refusal-forward' || code === 'target-unknown',
        );
        expect(forward).toEqual([]);
      }),
    );
  });

  test('what passed to a removed step passes on to where that one led', () => {
    const jumping = setOnward(sumbar, 2, { kind: 'step', key: keys(sumbar)[5] ?? '' });
    const { sop, redirected } = removeStep(jumping, 2);
    expect(stepAfter(sop, keys(sumbar)[1] ?? '')?.key).toBe(keys(sumbar)[5]);
    expect(redirected).toEqual([2]);
  });

  test('a loop whose start is removed goes back to the step before, or to itself', () => {
    const target = meranti.steps.findIndex(
      ({ key }) => key === meranti.steps[2]?.refusal?.returnsTo,
    );
    expect(target).toBe(0);
    const { sop, redirected } = removeStep(meranti, 0);
    expect(sop.steps[1]?.refusal?.returnsTo).toBe(sop.steps[1]?.key);
    expect(redirected).toEqual([2]);
  });

  test('removing the last step leaves the one before it as the end', () => {
    const { sop } = removeStep(tapin, 7);
    expect(sop.steps).toHaveLength(7);
    expect(stepAfter(sop, sop.steps[6]?.key ?? '')).toBeUndefined();
  });

  test('a doubled step stands below its model, with a key of its own and no source', () => {
    const sop = duplicateStep(tapin, 4);
    expect(keys(sop).slice(4, 6)).toEqual(['check-certificate', 'check-certificate-2']);
    expect(sop.steps[5]).toMatchObject({ number: 6, source: null, actor: 'bsre-op' });
  });

  test('moving past either end changes nothing', () => {
    expect(moveStep(tapin, 0, -1).steps).toEqual(tapin.steps);
    expect(moveStep(tapin, 7, 1).steps).toEqual(tapin.steps);
    expect(keys(moveStep(tapin, 0, 1)).slice(0, 2)).toEqual(keys(tapin).slice(0, 2).toReversed());
  });

  test('next row, end and a named step are three different things', () => {
    const ways = [{ kind: 'end' }, { kind: 'step', key: 'apply-in-ams' }, { kind: 'next-row' }];
    for (const way of ways) {
      const sop = setOnward(tapin, 0, way as ReturnType<typeof onwardOf>);
      expect(onwardOf(sop.steps[0] ?? {})).toEqual(way);
      expect(JSON.parse(JSON.stringify(sop.steps[0]))).toEqual(sop.steps[0]);
    }
  });
});

describe('rows and their keys', () => {
  test('a key is made of the first words and stays when the words change', () => {
    const added = addStep(tapin, 7);
    expect(isFreshKey('steps', added.steps[8]?.key ?? '')).toBe(true);
    const named = nameRow(added, 'steps', 8, 'Mengarsipkan Berkas');
    expect(named.steps[8]?.key).toBe('mengarsipkan-berkas');
    const renamed = nameRow(named, 'steps', 8, 'Menyimpan berkas');
    expect(renamed.steps[8]).toMatchObject({
      key: 'mengarsipkan-berkas',
      activity: 'Menyimpan berkas',
    });
  });

  test('two rows of the same words have two keys', () => {
    const once = nameRow(addActor(tapin), 'actors', 2, 'Pejabat Contoh');
    const twice = nameRow(addActor(once), 'actors', 3, 'Pejabat  Contoh');
    expect(twice.actors.map(({ key }) => key).slice(2)).toEqual([
      'pejabat-contoh',
      'pejabat-contoh-2',
    ]);
  });

  test('what chose a row before it had words follows its key', () => {
    let sop = addActor(addDocument(addReason(tapin)));
    const actor = sop.actors[2]?.key ?? '';
    const document = sop.documents[1]?.key ?? '';
    const reason = sop.reasons[4]?.key ?? '';
    sop = editRow(sop, 'documents', 1, { broughtBy: actor });
    sop = editRow(sop, 'steps', 0, {
      actor,
      alternateActors: [actor],
      disposesTo: { actor, label: 'Contoh', inferred: false },
      requires: [{ document, onlyForReasons: [reason], source: null, inferred: false }],
    });
    sop = nameRow(nameRow(sop, 'actors', 2, 'Kabid'), 'documents', 1, 'Surat Kuasa');
    sop = nameRow(sop, 'reasons', 4, 'Meninggal dunia');
    expect(sop.documents[1]?.broughtBy).toBe('kabid');
    expect(sop.steps[0]).toMatchObject({
      actor: 'kabid',
      alternateActors: ['kabid'],
      disposesTo: { actor: 'kabid' },
      requires: [{ document: 'surat-kuasa', onlyForReasons: ['meninggal-dunia'] }],
    });
  });

  test('a step new and chosen as a target is found under its words', () => {
    let sop = addStep(tapin, 0);
    sop = setOnward(sop, 0, { kind: 'step', key: sop.steps[1]?.key ?? '' });
    sop = nameRow(sop, 'steps', 1, 'Memeriksa berkas');
    expect(onwardOf(sop.steps[0] ?? {})).toEqual({ kind: 'step', key: 'memeriksa-berkas' });
  });

  test('words without letters leave the provisional key', () => {
    expect(nameRow(addActor(tapin), 'actors', 2, '—').actors[2]?.key).toBe('new-actor');
  });

  test('a removed actor stays named where he acts, for the check to report', () => {
    const sop = removeRow(tapin, 'actors', 1);
    const codes = checkSop(sop, { letters: ['revocation-reason-statement'] }).map(
      ({ code }) => code,
    );
    expect(codes).toContain('actor-unknown');
  });

  test('rows exchange places and keep what they are', () => {
    const sop = moveRow(tapin, 'reasons', 0, 1);
    expect(sop.reasons[1]).toEqual(tapin.reasons[0]);
    expect(moveRow(sop, 'reasons', 1, -1)).toEqual(tapin);
  });

  test('a field taken away is not there, rather than undefined', () => {
    const sop = editRow(tapin, 'documents', 0, { madeByLetter: undefined, broughtBy: 'applicant' });
    expect(Object.keys(sop.documents[0] ?? {})).not.toContain('madeByLetter');
    expect(sopSchema.parse(sop)).toEqual(sop);
    expect(editIdentity(sop, { unit: 'Bidang Contoh' }).identity).toMatchObject({
      unit: 'Bidang Contoh',
      title: tapin.identity.title,
    });
  });
});

describe('standard time as typed', () => {
  test.each([
    ['30', 30],
    ['0,5', 0.5],
    ['0.5', 0.5],
    [' 7 ', 7],
  ])('%j is an amount', (typed, amount) => {
    expect(parseStandardTime(typed, 'minutes')).toEqual({
      ok: true,
      value: { amount, unit: 'minutes' },
    });
  });

  test.each(['', '  ', '-', '–'])('%j is no time, never zero', (typed) => {
    expect(parseStandardTime(typed, 'working-days')).toEqual({ ok: true, value: null });
  });

  test.each(['0', '0,0', '-5', '1.000', 'setengah', '5 menit', '1,2,3', '12345'])(
    '%j is refused rather than guessed',
    (typed) => {
      expect(parseStandardTime(typed, 'minutes').ok).toBe(false);
    },
  );

  test('every time of the presets is typed back as itself', () => {
    for (const { standardTime } of [tapin, meranti, sumbar].flatMap(({ steps }) => steps)) {
      const unit = standardTime?.unit ?? 'minutes';
      expect(parseStandardTime(standardTimeText(standardTime), unit)).toEqual({
        ok: true,
        value: standardTime,
      });
    }
  });

  test('a list is its lines without blanks', () => {
    expect(linesOf(' Komputer \n\n Jaringan Internet\n')).toEqual([
      'Komputer',
      'Jaringan Internet',
    ]);
  });
});
