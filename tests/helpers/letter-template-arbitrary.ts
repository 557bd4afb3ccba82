import fc from 'fast-check';
import { letterTemplates } from '../../src/documents/letter-templates';
import { LETTER_PLACEHOLDERS, type LetterSources } from '../../src/domain/letters/letter-data';
import { LETTER_BLOCK_KINDS, type LetterTemplate } from '../../src/domain/letters/letter-template';
import { letterTexts } from '../../src/domain/letters/letter-texts';
import {
  FRESH_LINE,
  freshBlock,
  insertAt,
  moveAt,
  removeAt,
  setAt,
  setCondition,
  valueAt,
} from '../../src/features/letter-templates/editor/edit-template';
import { sampleSources } from './letters';

/** What people type into a text: words, fields right and wrong, marks with and without their half. */
const textArbitrary = fc
  .array(
    fc.oneof(
      fc.constantFrom('Bersama ini', ' ', 'kami', '.', ',', '\n', '**', '*', '{', '}', '|', ''),
      fc.constantFrom(...LETTER_PLACEHOLDERS).map((name) => `{${name}}`),
      fc.constantFrom(...LETTER_PLACEHOLDERS).map((name) => `{${name}|……}`),
      fc.constantFrom(
        '{official.office-head.name}',
        '{official.nobody.rank}',
        '{official.office-head.salary}',
        '{applicant.nickname}',
        '{applicant.rank|}',
        '{constructor}',
      ),
    ),
    { minLength: 0, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

interface Edit {
  readonly what: 'write' | 'condition' | 'remove' | 'move' | 'add' | 'copy';
  readonly at: number;
  readonly text: string;
}

const editArbitrary: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('write', 'write', 'write', 'condition', 'remove', 'move', 'add', 'copy'),
  at: fc.nat(200),
  text: textArbitrary,
});

/** An installed text after some edits, sensible or not, as the editor makes them. */
export const editedTemplateArbitrary: fc.Arbitrary<LetterTemplate> = fc
  .tuple(
    fc.constantFrom(...letterTemplates.values()),
    fc.array(editArbitrary, { minLength: 1, maxLength: 6 }),
  )
  .map(([template, edits]) => edits.reduce(edited, template));

function edited(template: LetterTemplate, { what, at, text }: Edit): LetterTemplate {
  const texts = letterTexts(template);
  const path = texts[at % texts.length]?.path ?? '';
  const entry = path.replace(/\.(?:text|label)$/, '');
  const list = entry.split('.').slice(0, -1).join('.');
  const index = Number(entry.split('.').at(-1));
  const isList = Array.isArray(valueAt(template, list));
  switch (what) {
    case 'write':
      return setAt(template, path, text);
    case 'condition':
      return path.endsWith('.text') && isList && hasCondition(valueAt(template, entry))
        ? setCondition(template, entry, { optional: at % 2 === 0, onlyForReasons: ['other'] })
        : template;
    case 'remove':
      return isList ? removeAt(template, list, index) : template;
    case 'move':
      return isList ? moveAt(template, list, index, at % 2 === 0 ? 1 : -1) : template;
    case 'add': {
      const kind = LETTER_BLOCK_KINDS[at % LETTER_BLOCK_KINDS.length] ?? 'steps';
      return insertAt(template, 'blocks', at % 3, freshBlock(kind));
    }
    case 'copy':
      return insertAt(template, 'copies', 0, { ...FRESH_LINE, text });
  }
}

/** The editor offers conditions for lines, rows and paragraphs, not for the boxes of urgency. */
function hasCondition(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'optional' in entry;
}

/** A request that has everything, or lacks what people and offices often have not said. */
export const sourcesArbitrary: fc.Arbitrary<LetterSources> = fc
  .record({
    superior: fc.boolean(),
    rank: fc.boolean(),
    reason: fc.constantFrom('private-key-lost', 'other', null),
    note: fc.constantFrom(null, 'contoh'),
    officials: fc.boolean(),
    papers: fc.boolean(),
    receipt: fc.boolean(),
    numbered: fc.boolean(),
  })
  .map((has) => {
    const { data, office, papers } = sampleSources;
    return {
      ...sampleSources,
      data: {
        ...data,
        superior: has.superior ? data.superior : null,
        applicant: { ...data.applicant, rank: has.rank ? data.applicant.rank : null },
        reason: { key: has.reason, note: has.note },
      },
      office: { ...office, officials: has.officials ? office.officials : [] },
      papers: has.papers ? papers : { held: [], missing: [] },
      receipt: has.receipt ? sampleSources.receipt : null,
      letterNumber: has.numbered ? sampleSources.letterNumber : null,
      letterDate: has.numbered ? sampleSources.letterDate : null,
    };
  });
