import { assertNever } from '../../domain/assert-never';
import { readOfficialPlaceholder } from '../../domain/letters/letter-data';
import type { LetterError } from '../../domain/letters/letter-error';
import type { Sop } from '../../domain/sop/sop';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';

/** What names the officials of a letter: the actors of the SOP it belongs to. */
export type NamedActors = Pick<Sop, 'actors'>;

/** What went wrong with a letter and what helps, in the reader's language. */
export function letterErrorText(locale: Locale, error: LetterError, sop?: NamedActors): string {
  switch (error.code) {
    case 'placeholder-unknown':
      return translate(locale, 'letter.placeholder-unknown', { placeholder: error.placeholder });
    case 'placeholder-empty':
      return translate(locale, 'letter.placeholder-empty', {
        field: letterFieldName(locale, error.placeholder, sop),
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

/** A field of letters as people call it; officials by the SOP's word for them, where it is known. */
export function letterFieldName(locale: Locale, placeholder: string, sop?: NamedActors): string {
  const key = `letter.field.${placeholder}`;
  if (isMessageKey(key)) return translateMessage(locale, { key });
  const official = readOfficialPlaceholder(placeholder);
  if (official === null) return placeholder;
  const { part } = official;
  const actor = sop?.actors.find((one) => one.key === official.actor)?.label;
  return actor === undefined
    ? translate(locale, 'letter.field.official')
    : translate(locale, `letter.official.${part}`, { actor });
}
