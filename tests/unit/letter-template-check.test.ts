import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/documents/render-letter';
import { letterTemplates } from '../../src/documents/letter-templates';
import {
  checkLetterTemplate,
  letterProblemCodes,
  type LetterProblemCode,
} from '../../src/domain/letters/check-letter-template';
import { isKnownPlaceholder, LETTER_PLACEHOLDERS } from '../../src/domain/letters/letter-data';
import { readLetterMarks, splitLetterText } from '../../src/domain/letters/letter-markup';
import {
  letterTemplateSchema,
  type LetterTemplate,
} from '../../src/domain/letters/letter-template';
import { cleanLetterTemplate, letterTexts } from '../../src/domain/letters/letter-texts';
import { letterRefusals, prepareLetter } from '../../src/domain/letters/prepare-letter';
import {
  removeAt,
  setAt,
  setCondition,
} from '../../src/features/letter-templates/editor/edit-template';
import {
  faultText,
  placeWords,
  templateNames,
} from '../../src/features/letter-templates/template-words';
import { isMessageKey, placeholdersOf, translateMessage } from '../../src/messages/catalogue';
import { allSops } from '../helpers/all-sops';
import { editedTemplateArbitrary, sourcesArbitrary } from '../helpers/letter-template-arbitrary';
import { draftOptions, readFonts, sampleSources, templateOf } from '../helpers/letters';

const application = templateOf('revocation-application');
const receipt = templateOf('receipt');

function codes(template: LetterTemplate, original: LetterTemplate) {
  return checkLetterTemplate(template, original).map(({ code, path }) => [code, path]);
}

describe('the installed texts', () => {
  test('are free of faults, so that an office can publish what it has not broken', () => {
    for (const template of letterTemplates.values()) {
      expect([template.key, codes(template, template)]).toEqual([template.key, []]);
      expect(cleanLetterTemplate(template)).toEqual(template);
    }
  });

  test('are read whole: no text is left out of the walk, and every place has words', () => {
    for (const template of letterTemplates.values()) {
      const walked = letterTexts(template).map(({ text }) => text);
      const { key, title, shape, version, sopSteps, offeredFor, documentKey, numbering, ...parts } =
        template;
      expect([typeof key, typeof title, typeof shape, typeof version]).toContain('string');
      expect([sopSteps, offeredFor, documentKey, numbering]).toBeDefined();
      // Every sentence of the file is one of the walk's; keys of pieces have no blank in them.
      for (const [, text = ''] of JSON.stringify(parts).matchAll(/:"((?:[^"\\]|\\.)* [^"]*)"/g)) {
        expect(walked).toContain(JSON.parse(`"${text}"`));
      }
      for (const { path } of letterTexts(template)) {
        for (const locale of ['id', 'en'] as const) {
          expect(placeWords(path, locale)).not.toMatch(/[a-z][A-Z]|undefined|^$/);
        }
      }
    }
  });
});

describe('the check', () => {
  const faulty: Readonly<
    Record<LetterProblemCode, readonly [LetterTemplate, LetterTemplate, string]>
  > = {
    shape: [setAt(application, 'blocks.0.kind', 'poem'), application, 'blocks.0.kind'],
    blank: [setAt(application, 'head.1.text', '  '), application, 'head.1.text'],
    'list-empty': [setAt(application, 'addressee.lines', []), application, 'addressee.lines'],
    'placeholder-unknown': [
      setAt(application, 'blocks.0.text', 'Yth. {applicant.nickname}'),
      application,
      'blocks.0.text',
    ],
    'stand-in-blank': [setAt(application, 'dateline', '{letter.date| }'), application, 'dateline'],
    'brace-loose': [setAt(application, 'dateline', '{letter.date'), application, 'dateline'],
    'mark-loose': [setAt(application, 'dateline', '**Contoh'), application, 'dateline'],
    'fixed-changed': [setAt(receipt, 'numbering', 'outgoing'), receipt, 'numbering'],
  };

  test.each(letterProblemCodes)(
    '%s is found where it stands, and told in both languages',
    (code) => {
      const [template, original, path] = faulty[code];
      const found = checkLetterTemplate(template, original).find((one) => one.code === code);
      expect(found).toMatchObject({ path, severity: code === 'mark-loose' ? 'warning' : 'error' });
      if (found === undefined) return;
      const text = faultText(found, 'id');
      expect(text.startsWith(`${placeWords(path, 'id')}: `)).toBe(true);
      expect(text).not.toMatch(/[{][a-zA-Z]+[}]/);
      const key = `template.fault.${code}`;
      if (!isMessageKey(key)) throw new Error(key);
      expect(placeholdersOf(translateMessage('en', { key }))).toContain('place');
    },
  );

  test('holds fast which paper it is, whose head it bears, who signs and where it belongs', () => {
    for (const [path, value] of [
      ['key', 'another-paper'],
      ['title', 'Nama Lain'],
      ['version', 9],
      ['documentKey', 'police-report'],
      ['sopSteps', []],
      ['kop.of', 'applicant-unit'],
      ['signatures.0.actor', 'verifier'],
    ] as const) {
      const wanted = path.startsWith('signatures') ? 'signatures' : path;
      expect(codes(setAt(receipt, path, value), receipt)).toContainEqual(['fixed-changed', wanted]);
    }
    expect(codes(removeAt(receipt, 'signatures', 1), receipt)).toContainEqual([
      'fixed-changed',
      'signatures',
    ]);
    expect(codes({ ...application, key: receipt.key }, receipt)).toContainEqual([
      'fixed-changed',
      'shape',
    ]);
  });

  test('lets an office word what is its own: texts, rows, conditions', () => {
    let template = setAt(application, 'blocks.0.text', 'Kalimat kantor untuk {applicant.name}.');
    template = removeAt(template, 'blocks', 1);
    template = setCondition(template, 'head.1', { optional: true });
    expect(codes(template, application)).toEqual([]);
  });

  test('names what stands twice once at each place, in the order of the paper', () => {
    const text = '{a.b} {a.b} {c.d}';
    const template = setAt(setAt(application, 'blocks.5.text', text), 'dateline', text);
    expect(codes(template, application)).toEqual([
      ['placeholder-unknown', 'dateline'],
      ['placeholder-unknown', 'dateline'],
      ['placeholder-unknown', 'blocks.5.text'],
      ['placeholder-unknown', 'blocks.5.text'],
    ]);
  });
});

describe('fields', () => {
  test('exist by the list, officials by their pattern, and nothing by accident', () => {
    expect(LETTER_PLACEHOLDERS).toContain('applicant.nik');
    expect(isKnownPlaceholder('official.kepala-seksi-2.rank')).toBe(true);
    for (const name of ['official.x.salary', 'official..name', 'toString', 'applicant', '']) {
      expect([name, isKnownPlaceholder(name)]).toEqual([name, false]);
    }
  });

  test('an official the SOP does not have refuses by name, and is left out where that is allowed', () => {
    const text = 'Kepada {official.section-head.name}';
    const strict = setAt(application, 'addressee.lines.0.text', text);
    const empty = { code: 'placeholder-empty', placeholder: 'official.section-head.name' };
    expect(prepareLetter(strict, sampleSources)).toEqual({ ok: false, error: empty });
    const lenient = setCondition(strict, 'addressee.lines.0', { optional: true });
    expect(prepareLetter(lenient, sampleSources).ok).toBe(true);
  });

  test('words for an empty field that say nothing do not print a blank', () => {
    const template = setAt(application, 'blocks.0.text', 'Nomor {receipt.number|}');
    expect(prepareLetter(template, { ...sampleSources, receipt: null })).toMatchObject({
      error: { code: 'placeholder-empty', placeholder: 'receipt.number' },
    });
  });

  test('a text is taken apart and put together again', () => {
    const text = 'a **{applicant.name}** b {letter.date|……} c';
    expect(splitLetterText(text)).toEqual([
      { kind: 'words', text: 'a ' },
      { kind: 'field', placeholder: 'applicant.name', standIn: null },
      { kind: 'words', text: ' b ' },
      { kind: 'field', placeholder: 'letter.date', standIn: '……' },
      { kind: 'words', text: ' c' },
    ]);
    expect(readLetterMarks(text)).toMatchObject({ looseBrace: false, looseMark: null });
  });

  test('actors and reasons of all SOPs are named once', () => {
    const { actors, reasons } = templateNames(allSops);
    expect(new Set(actors.map(({ key }) => key)).size).toBe(actors.length);
    expect(reasons.some(({ key }) => key === 'private-key-lost')).toBe(true);
    const own = { actor: 'office-head', position: 'Kepala Dinas Contoh' };
    const named = templateNames(allSops, [own]).actors.find(({ key }) => key === own.actor);
    expect(named?.label).toBe(own.position);
  });
});

describe('whatever an office publishes', () => {
  const fonts = readFonts();

  /** An edited text that the check lets through. */
  const publishable = editedTemplateArbitrary
    .map((template) => ({ template, original: templateOf(template.key) }))
    .filter(({ template, original }) =>
      checkLetterTemplate(cleanLetterTemplate(template), original).every(
        ({ severity }) => severity !== 'error',
      ),
    )
    .map(({ template }) => cleanLetterTemplate(template));

  test('is whole: what the check lets through the event takes, and nothing else', () => {
    fc.assert(
      fc.property(editedTemplateArbitrary, (edited) => {
        const template = cleanLetterTemplate(edited);
        const faults = checkLetterTemplate(template, templateOf(template.key));
        if (faults.some(({ severity }) => severity === 'error')) return;
        expect(letterTemplateSchema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
        for (const { text } of letterTexts(template)) {
          const { placeholders, looseBrace } = readLetterMarks(text);
          expect([looseBrace, placeholders.every(isKnownPlaceholder)]).toEqual([false, true]);
        }
      }),
    );
  });

  test('is worded without a hole, or names every field that is missing', () => {
    fc.assert(
      fc.property(publishable, sourcesArbitrary, (template, sources) => {
        const worded = prepareLetter(template, sources);
        const refusals = letterRefusals(template, sources);
        expect(worded.ok).toBe(refusals.length === 0);
        if (worded.ok) {
          expect(JSON.stringify(worded.value)).not.toMatch(/undefined|null\}|\{[a-z.-]+[|}]/);
          return;
        }
        expect(refusals).toContainEqual(worded.error);
        // The published text has no field that does not exist: what is missing is a value.
        expect(refusals.map(({ code }) => code)).not.toContain('placeholder-unknown');
        expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(refusals.length);
      }),
    );
  });

  test('is drawn, whatever was added, moved or taken away', async () => {
    await fc.assert(
      fc.asyncProperty(publishable, async (template) => {
        const worded = prepareLetter(template, sampleSources);
        if (!worded.ok) return;
        const made = await renderLetter(worded.value, { fonts }, draftOptions);
        expect(made.ok || made.error.code).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
