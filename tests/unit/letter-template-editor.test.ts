import { describe, expect, test } from 'vitest';
import { letterTemplates } from '../../src/documents/letter-templates';
import { renderLetter } from '../../src/documents/render-letter';
import { diffLetterTexts } from '../../src/domain/letters/diff-letter-texts';
import { LETTER_BLOCK_KINDS } from '../../src/domain/letters/letter-template';
import { letterTexts } from '../../src/domain/letters/letter-texts';
import { isSameTemplate } from '../../src/domain/letters/letter-versions';
import { prepareLetter } from '../../src/domain/letters/prepare-letter';
import {
  freshBlock,
  insertAt,
  moveAt,
  removeAt,
  setAt,
  setCondition,
  textAt,
} from '../../src/features/letter-templates/editor/edit-template';
import { TemplateEditor } from '../../src/features/letter-templates/editor/template-editor';
import { fieldIdsOf } from '../../src/features/letter-templates/editor/use-go-to';
import {
  exampleReason,
  exampleSop,
  exampleSources,
} from '../../src/features/letter-templates/example-sources';
import { faultsOfPreview, makePreview } from '../../src/features/letter-templates/make-preview';
import {
  beginTemplateDraft,
  parseTemplateDraft,
  toPublish,
} from '../../src/features/letter-templates/template-draft';
import { stepsOf } from '../../src/features/letter-templates/template-steps';
import {
  conditionWords,
  fieldChoices,
  fieldsOf,
  templateNames,
} from '../../src/features/letter-templates/template-words';
import { createSopLibrary } from '../../src/store/sop-library';
import { EMPTY_OFFICE } from '../../src/domain/office/office-state';
import { allSops, presetOf } from '../helpers/all-sops';
import { finalOptions, readFonts, templateOf } from '../helpers/letters';
import { profile } from '../helpers/memory-desk';

const application = templateOf('revocation-application');
const speech = { locale: 'id', names: templateNames(allSops) } as const;

describe('changes of a text', () => {
  test('put words, entries and conditions where a path leads, and nothing elsewhere', () => {
    const written = setAt(application, 'blocks.2.rows.0.text', 'Contoh');
    expect(textAt(written, 'blocks.2.rows.0.text')).toBe('Contoh');
    expect(textAt(application, 'blocks.2.rows.0.text')).not.toBe('Contoh');
    expect(setAt(application, 'slip.0.text', 'x')).toEqual(application);
    const moved = moveAt(application, 'head', 0, 1);
    expect(moved.shape === 'korespondensi' && moved.head.map(({ label }) => label)).toEqual([
      'Sifat',
      'Nomor',
      'Lampiran',
      'Hal',
    ]);
    expect(moveAt(application, 'head', 0, -1)).toEqual(application);
    expect(removeAt(insertAt(application, 'head', 2, 'x'), 'head', 2)).toEqual(application);
  });

  test('a condition that holds no more leaves nothing behind', () => {
    const only = setCondition(application, 'head.0', { optional: true, onlyForReasons: ['other'] });
    const back = setCondition(only, 'head.0', { optional: false });
    expect(back).toEqual(application);
    expect(JSON.stringify(only)).toContain('"onlyForReasons":["other"]');
  });

  test('every kind of block begins with room for its first words', () => {
    for (const kind of LETTER_BLOCK_KINDS) {
      const template = insertAt(application, 'blocks', 0, freshBlock(kind));
      expect(parseTemplateDraft({ template, follows: 0 })?.template).toEqual(template);
    }
  });

  test('one visit of a field is taken back as one, a removal by its notice', () => {
    const kept: unknown[] = [];
    const editor = new TemplateEditor({ template: application, follows: 0 }, (draft) => {
      kept.push(draft);
    });
    const type = (text: string, visit: string) => {
      editor.type(
        (draft) => ({ ...draft, template: setAt(draft.template, 'dateline', text) }),
        visit,
      );
    };
    type('a', 'typing-1');
    type('ab', 'typing-1');
    const before = editor.history().present;
    editor.change((was) => removeAt(was, 'head', 0));
    editor.backTo(before);
    expect(textAt(editor.history().present.template, 'dateline')).toBe('ab');
    editor.undo();
    expect(editor.history().present.template).toEqual(application);
    expect(kept.length).toBe(5);
  });

  test('a fault leads to its field, or to what is nearest to it', () => {
    expect(fieldIdsOf('blocks.2.rows')).toEqual([
      'blocks.2.rows',
      'blocks.2.rows.label',
      'blocks.2.rows.text',
      'blocks.2',
      'blocks',
      'part-blocks',
    ]);
  });
});

describe('a draft', () => {
  test('keeps anything typed, and begins after the versions there are', () => {
    for (const template of letterTemplates.values()) {
      const blank = letterTexts(template).reduce((was, { path }) => setAt(was, path, ''), template);
      expect(parseTemplateDraft({ template: blank, follows: 0 })).toEqual({
        template: blank,
        follows: 0,
      });
    }
    const versions = () => [
      {
        letter: application.key,
        version: 4,
        template: null,
        note: '',
        publishedAt: '',
        publishedBy: '',
      },
    ];
    expect(beginTemplateDraft(application, { versions }).follows).toBe(4);
    expect(parseTemplateDraft({ sop: {} })).toBeNull();
  });

  test('is published with the facts of the original its author has before him', () => {
    const original = { ...application, version: 3, documentKey: null };
    const published = toPublish(setAt(application, 'dateline', 'x'), original);
    expect([published.version, published.documentKey]).toEqual([3, null]);
    expect(textAt(published, 'dateline')).toBe('x');
  });
});

describe('two texts side by side', () => {
  test('lines that are the same stay together, whatever came between', () => {
    const after = insertAt(application, 'blocks', 0, { ...freshBlock('paragraph'), text: 'Baru.' });
    const changes = diffLetterTexts(application, after);
    expect(changes.filter(({ change }) => change !== 'same')).toEqual([
      { change: 'added', path: 'blocks.0.text', text: 'Baru.' },
    ]);
    const back = diffLetterTexts(after, application);
    expect(back.filter(({ change }) => change !== 'same')).toEqual([
      { change: 'removed', path: 'blocks.0.text', text: 'Baru.' },
    ]);
    expect(diffLetterTexts(application, application).every(({ change }) => change === 'same')).toBe(
      true,
    );
  });

  test('the order in which fields of an entry were written makes no difference', () => {
    const { key, ...rest } = application;
    expect(isSameTemplate({ ...rest, key }, application)).toBe(true);
    expect(isSameTemplate(setAt(application, 'dateline', 'x'), application)).toBe(false);
  });
});

describe('the example', () => {
  const context = { profile, today: '2026-03-02', clerk: 'Petugas Contoh' };

  test('has everything any installed paper asks for, with every reason of every SOP', () => {
    for (const template of letterTemplates.values()) {
      const services = template.offeredFor.map(({ service }) => service);
      const steps = template.sopSteps.map(({ sop }) => sop);
      const sops = allSops.filter(
        (sop) => services.includes(sop.service) || steps.includes(sop.id),
      );
      for (const sop of sops) {
        const reasons = sop.reasons.length === 0 ? [null] : sop.reasons.map(({ key }) => key);
        for (const reason of reasons) {
          const sources = exampleSources(template, { ...context, sop, reason });
          const worded = prepareLetter(template, sources);
          expect([template.key, sop.id, reason, worded.ok ? 'ok' : worded.error]).toEqual([
            template.key,
            sop.id,
            reason,
            'ok',
          ]);
          if (worded.ok) expect(JSON.stringify(worded.value)).toContain('ontoh');
        }
      }
    }
  });

  test('is of the SOP and the reason a paper belongs to', () => {
    const forgotten = templateOf('passphrase-forgotten-application');
    const sop = exampleSop(forgotten, allSops);
    expect(sop?.reasons.map(({ key }) => key)).toContain('passphrase-forgotten');
    expect(sop && exampleReason(forgotten, sop)).toBe('passphrase-forgotten');
    expect(exampleSop(application, [])).toBeUndefined();
  });

  test('names an official the SOP does not have, so that the paper can be looked at', () => {
    const template = setAt(application, 'copies', [
      { text: '{official.camat.name}, {official.camat.title}', optional: false },
    ]);
    const sop = presetOf('tapin-2025-revocation');
    const sources = exampleSources(template, { ...context, sop, reason: 'retired' });
    expect(prepareLetter(template, sources).ok).toBe(true);
  });
});

describe('the preview', () => {
  const fonts = readFonts();
  const letters = {
    render: (...[content, options]: Parameters<Parameters<typeof makePreview>[0]['render']>) =>
      renderLetter(content, { fonts }, options),
  };
  const sop = presetOf('ciamis-2025-revocation');
  const { final: _, ...options } = finalOptions;

  function preview(template: typeof application) {
    const reason = 'private-key-lost';
    const context = { profile, sop, reason, today: '2026-03-02', clerk: 'Petugas Contoh' };
    return makePreview(letters, template, exampleSources(template, context), options);
  }

  test('is a PDF by the renderer of letters, for every installed paper', async () => {
    for (const template of letterTemplates.values()) {
      const made = await preview(template);
      expect(made.ok && new TextDecoder().decode(made.value.slice(0, 5))).toBe('%PDF-');
    }
  });

  test('a letter the font lacks is found where it stands, also in a text left out of the example', async () => {
    const path = 'blocks.4.text';
    const template = setCondition(setAt(application, path, 'Nama 漢'), 'blocks.4', {
      optional: false,
      onlyForReasons: ['never'],
    });
    const made = await preview(template);
    if (made.ok) throw new Error('drawn with a hole');
    expect(made.error).toMatchObject({
      code: 'glyph-missing',
      character: '漢',
      codePoint: 'U+6F22',
    });
    expect(faultsOfPreview(template, made.error).map((fault) => fault.path)).toEqual([path]);
    expect(faultsOfPreview(template, { code: 'logo-unreadable' })).toEqual([]);
  });
});

describe('words', () => {
  test('every field can be chosen by a name of its own', () => {
    const choices = fieldChoices(speech);
    expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
    expect(choices.every(({ label }) => !/^[a-z.]+$/.test(label))).toBe(true);
    expect(choices.map(({ id }) => id)).toContain('official.division-head.name');
  });

  test('a text names its fields once, and only those there are', () => {
    expect(fieldsOf('{applicant.name} {applicant.name} {applicant.nickname}', speech)).toEqual([
      'nama pemohon',
    ]);
  });

  test('conditions name reasons in the words of the SOPs, gone ones by their key', () => {
    expect(
      conditionWords({ optional: true, onlyForReasons: ['private-key-lost', 'gone'] }, speech),
    ).toEqual(['dilewati bila kosong', expect.stringMatching(/^hanya untuk: .+; gone$/)]);
  });

  test('a paper tells the steps that make it, by the number of the SOP', () => {
    const sops = createSopLibrary(allSops, () => EMPTY_OFFICE);
    const steps = stepsOf(application, sops);
    expect(steps).toEqual([{ sop: '000.6.5/1024/Diskominfo.05', numbers: '1' }]);
    expect(stepsOf(templateOf('receipt'), sops).length).toBe(allSops.length);
  });
});
