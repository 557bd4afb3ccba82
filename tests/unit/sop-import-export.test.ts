import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LARGEST_SOP_FILE,
  parseSopFile,
  sopFileName,
  sopFileText,
} from '../../src/domain/sop/sop-file';
import { freeKey, keyOf, proposeKey, proposeSopId } from '../../src/domain/sop/sop-keys';
import { sopKeySchema, sopSchema, type Sop } from '../../src/domain/sop/sop';
import { allSops, presetOf, sopFiles } from '../helpers/all-sops';
import { anySopArbitrary } from '../helpers/sop-arbitrary';

const tapin = presetOf('tapin-2025-revocation');
const PLACE = '../contracts/sop.schema.json';

function readBack(sop: Sop): Sop {
  const parsed = parseSopFile(sopFileText(sop));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** What the file of Tapin gives when something in it is changed. */
function changed(change: (file: Record<string, unknown>) => unknown) {
  const file = JSON.parse(sopFileText(tapin)) as Record<string, unknown>;
  return parseSopFile(JSON.stringify(change(file)));
}

describe('an SOP as a file', () => {
  test('what is written is read back whole, for every preset', () => {
    for (const sop of allSops) expect(readBack(sop)).toEqual(sop);
  });

  test('what an office edited is read back whole: words with quotes, line breaks, other letters', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(anySopArbitrary, words, fc.option(words), (sop, activity, note) => {
        const edited = {
          ...sop,
          $schema: PLACE,
          steps: sop.steps.map((step) => ({ ...step, activity: activity.trim(), note })),
        };
        expect(readBack(edited)).toEqual(edited);
      }),
    );
  });

  test('the file names its schema and keeps the order of the schema, whatever order it came in', () => {
    const shuffled = Object.fromEntries(Object.entries(tapin).toReversed()) as Sop;
    expect(sopFileText(shuffled)).toBe(sopFileText(tapin));
    const names = Object.keys(JSON.parse(sopFileText(shuffled)) as object);
    expect(names).toEqual(Object.keys(sopSchema.shape));
    expect(sopFileText(tapin)).toContain(`"$schema": "${PLACE}"`);
    expect(sopFileText(tapin).endsWith('}\n')).toBe(true);
  });

  test('its name says which SOP and version it is, and no person', () => {
    expect(sopFileName(tapin)).toBe('sop-tapin-2025-revocation-v1.json');
  });

  test('files as other programs leave them are read: byte order mark, line breaks of Windows', () => {
    const text = sopFileText(tapin).replaceAll('\n', '\r\n');
    expect(parseSopFile(`\uFEFF${text}`)).toEqual({ ok: true, value: tapin });
  });

  test('the files of the presets are read as they lie there, with and without $schema', () => {
    for (const [, file] of sopFiles()) {
      expect(parseSopFile(JSON.stringify(file)).ok).toBe(true);
      const { $schema: _, ...bare } = file as Record<string, unknown>;
      expect(parseSopFile(JSON.stringify(bare)).ok).toBe(true);
    }
  });

  test('what is too large, no JSON or something else is told apart', () => {
    expect(parseSopFile('x'.repeat(LARGEST_SOP_FILE + 1))).toMatchObject({
      error: { code: 'too-large' },
    });
    expect(parseSopFile('PK\u0003\u0004')).toMatchObject({ error: { code: 'not-json' } });
    for (const text of ['[]', 'null', '"SOP"', '{"name":"Contoh"}']) {
      expect(parseSopFile(text)).toMatchObject({ error: { code: 'not-an-sop' } });
    }
  });

  test('what a newer version added is refused by name, never dropped silently', () => {
    const newer = changed((file) => ({
      ...file,
      fee: 0,
      steps: tapin.steps.map((step, index) => (index === 2 ? { ...step, delegate: true } : step)),
    }));
    expect(newer).toMatchObject({
      error: { code: 'newer-shape', fields: ['steps.2.delegate', 'fee'] },
    });
  });

  test('every mistake of the shape is named with its place', () => {
    const wrong = changed(({ id: _, ...file }) => ({
      ...file,
      version: 0,
      identity: { ...tapin.identity, title: ' ', createdOn: '31-02-2026' },
      steps: [{ ...tapin.steps[0], kind: 'dance', optional: 'yes' }],
    }));
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-shape' } });
    if (wrong.ok || wrong.error.code !== 'wrong-shape') return;
    expect(wrong.error.issues.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'id: missing',
      'version: too-small',
      'identity.title: blank',
      'identity.createdOn: wrong-form',
      'steps.0.kind: not-a-choice',
      'steps.0.optional: wrong-type',
    ]);
    expect(wrong.error.issues[4]?.choices).toContain('verify');
  });
});

describe('keys and ids', () => {
  test('a key is made of the words, whatever stands in them, and fits the schema', () => {
    expect(keyOf('Kepala Bidang Persandian & Keamanan Informasi')).toBe(
      'kepala-bidang-persandian-keamanan-informasi',
    );
    expect(keyOf('  É-mail (résumé) ')).toBe('e-mail-resume');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, taken) => {
        const key = proposeKey(label, 'actor', taken);
        expect(sopKeySchema.safeParse(key).success).toBe(true);
        expect(taken).not.toContain(key);
      }),
    );
  });

  test('a long name gives a short key that ends with a whole word', () => {
    const long = proposeKey('Kepala Bidang Persandian dan Keamanan Informasi Daerah', 'actor', []);
    expect(long).toBe('kepala-bidang-persandian-dan-keamanan');
  });

  test('two rows of one name get two keys', () => {
    expect(freeKey('staf', ['staf', 'staf-2'])).toBe('staf-3');
  });

  test('an id names office, year and service, and is never one that is taken', () => {
    const about = { shortName: 'Diskominfo', year: 2026, service: 'revocation' };
    expect(proposeSopId(about, [])).toBe('diskominfo-2026-revocation');
    expect(proposeSopId(about, ['diskominfo-2026-revocation'])).toBe(
      'diskominfo-2026-revocation-2',
    );
    expect(proposeSopId({ ...about, shortName: '…' }, [])).toBe('sop-2026-revocation');
  });
});
