import { fail, succeed, type Result } from '../../contract/result';
import type { LetterRun, LetterText } from './letter-content';
import type { LetterData } from './letter-data';
import type { LetterWordingError } from './letter-error';

export interface FilledText {
  readonly text: LetterText;
  /** The first placeholder that had neither a value nor words of its own. */
  readonly empty: string | null;
}

const TOKENS = /\{([^{}|]+)(?:\|([^{}]*))?\}|\*\*|\*/g;

/**
 * A template's text with its placeholders filled and its marks turned into runs. The marks
 * are read before the values are put in, so that a name with an asterisk prints as typed.
 */
export function fillLetterText(
  template: string,
  data: LetterData,
): Result<FilledText, LetterWordingError> {
  const runs: LetterRun[] = [];
  let bold = false;
  let italic = false;
  let empty: string | null = null;
  let read = 0;
  const add = (text: string): void => {
    if (text !== '') runs.push({ text, bold, italic });
  };
  for (const token of template.matchAll(TOKENS)) {
    add(template.slice(read, token.index));
    read = token.index + token[0].length;
    const [mark, placeholder, standIn] = token;
    if (placeholder === undefined) {
      if (mark === '**') bold = !bold;
      else italic = !italic;
      continue;
    }
    const value = data.get(placeholder);
    if (value === undefined) return fail({ code: 'placeholder-unknown', placeholder });
    if (!value && standIn === undefined) empty ??= placeholder;
    add(value || (standIn ?? ''));
  }
  add(template.slice(read));
  return succeed({ text: runs, empty });
}
