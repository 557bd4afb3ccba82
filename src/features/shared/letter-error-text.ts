import { assertNever } from '../../domain/assert-never';
import type { LetterError } from '../../domain/letters/letter-error';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';

/** What went wrong with a letter and what helps, in the reader's language. */
export function letterErrorText(locale: Locale, error: LetterError): string {
  switch (error.code) {
    case 'placeholder-unknown':
      return translate(locale, 'letter.placeholder-unknown', { placeholder: error.placeholder });
    case 'placeholder-empty':
      return translate(locale, 'letter.placeholder-empty', {
        field: fieldName(locale, error.placeholder),
      });
    case 'papers-none':
      return translate(locale, `letter.papers-none.${error.of}`);
    case 'glyph-missing':
      return translate(locale, 'letter.glyph-missing', {
        character: error.character,
        codePoint: error.codePoint,
      });
    case 'logo-unreadable':
    case 'page-too-small':
    case 'fonts-unavailable':
    case 'renderer-closed':
    case 'renderer-failed':
      return translate(locale, `letter.${error.code}`);
    default:
      return assertNever(error);
  }
}

function fieldName(locale: Locale, placeholder: string): string {
  const key = `letter.field.${placeholder}`;
  if (isMessageKey(key)) return translateMessage(locale, { key });
  return placeholder.startsWith('official.')
    ? translate(locale, 'letter.field.official')
    : placeholder;
}
