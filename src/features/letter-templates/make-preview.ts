import { fail, succeed, type Result } from '../../contract/result';
import type { LetterOptions } from '../../documents/letter-options';
import type { LetterRenderer } from '../../documents/letters-client';
import type { LetterContent, TitledContent } from '../../domain/letters/letter-content';
import type { LetterSources } from '../../domain/letters/letter-data';
import type { LetterError } from '../../domain/letters/letter-error';
import { fillLetterText } from '../../domain/letters/letter-markup';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import { letterTexts } from '../../domain/letters/letter-texts';
import { prepareLetter } from '../../domain/letters/prepare-letter';
import type { TemplateFault } from './template-words';

/**
 * A paper with example data, by the renderer of letters and marked as a draft. What the font
 * lacks is found in every text, also in those the example leaves out.
 */
export async function makePreview(
  letters: Pick<LetterRenderer, 'render'>,
  template: LetterTemplate,
  sources: LetterSources,
  options: Omit<LetterOptions, 'final'>,
): Promise<Result<Uint8Array, LetterError>> {
  const content = prepareLetter(template, sources);
  if (!content.ok) return fail(content.error);
  const draft = { ...options, final: false };
  const probed = await letters.render(allWords(template, content.value), draft);
  if (!probed.ok && probed.error.code === 'glyph-missing') return fail(probed.error);
  const made = await letters.render(content.value, draft);
  return made.ok ? succeed(made.value) : fail(made.error);
}

/** Every text of a paper one below another, whatever its conditions; never shown to anybody. */
function allWords(template: LetterTemplate, content: LetterContent): TitledContent {
  const nothing = new Map<string, string>();
  const { letterId, title, kop } = content;
  return {
    letterId,
    title,
    kop,
    shape: 'judul',
    heading: [],
    numberLine: [],
    blocks: letterTexts(template).map(({ text }) => ({
      kind: 'paragraph',
      text: fillLetterText(text, nothing).text,
      indented: false,
    })),
    signatures: [],
    copies: [],
    slip: [],
  };
}

/**
 * Where the text has what the renderer refused; empty where the fault is not in the words, such
 * as a logo that cannot be read.
 */
export function faultsOfPreview(
  template: LetterTemplate,
  error: LetterError,
): readonly TemplateFault[] {
  if (error.code !== 'glyph-missing') return [];
  const { character, codePoint } = error;
  return letterTexts(template)
    .filter(({ text }) => text.includes(character))
    .map(({ path }) => ({
      severity: 'error',
      code: 'glyph-missing',
      path,
      params: { character, codePoint },
    }));
}
