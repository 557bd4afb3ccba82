import type { SubmissionBody } from '../../domain/submission/submission-body';
import { isMessageKey, translateMessage, type Locale } from '../../messages/catalogue';
import { documentLabel, letterTitle } from '../shared/sop-words';

/**
 * A place in the frozen body (JSON Pointer, RFC 6901) in the form's words: "/applicant/nik"
 * is "NIK pemohon", "/files/2/size" the paper it names. A place with no word keeps the pointer.
 */
export function pointerLabel(
  pointer: string,
  body: Pick<SubmissionBody, 'files' | 'letters'> | null,
  locale: Locale,
): string {
  const parts = pointer.replace(/^#/, '').split('/').filter(Boolean).map(unescape);
  const [place, index] = parts;
  if (place === 'files') {
    const file = body?.files[Number(index)];
    if (file !== undefined) return documentLabel(undefined, file.document, locale);
  }
  if (place === 'letters') {
    const letter = body?.letters[Number(index)];
    if (letter !== undefined) return letterTitle(letter.kind);
  }
  // What the office says of itself has its words in the settings.
  const key = place === 'office' ? `settings.field.${index ?? ''}` : `field.${parts.join('.')}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : pointer;
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
