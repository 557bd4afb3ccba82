import type { LetterWordingError } from '../../domain/letters/letter-error';
import type { Sop } from '../../domain/sop/sop';
import { translate, type Locale } from '../../messages/catalogue';
import { letterErrorText, letterFieldName } from '../shared/letter-error-text';
import type { LetterLack } from './make-letters';

/** Where what a letter lacks can be put right; null where it comes by itself or not at all. */
export type LetterRemedy =
  'settings' | 'sops' | 'templates' | 'correction' | 'documents' | 'letters' | 'queue' | null;

/** Who fills a group of fields: the first word of a placeholder. */
const REMEDIES: Readonly<Record<string, LetterRemedy>> = {
  office: 'settings',
  official: 'settings',
  sop: 'sops',
  applicant: 'correction',
  superior: 'correction',
  certificate: 'correction',
  reason: 'correction',
  incoming: 'letters',
  receipt: 'queue',
};

/** Where to put right why a letter cannot be worded. */
export function letterRemedy(error: LetterWordingError): LetterRemedy {
  switch (error.code) {
    case 'placeholder-unknown':
      return 'templates';
    case 'papers-none':
      return error.of === 'held' ? 'documents' : null;
    case 'placeholder-empty':
      return REMEDIES[error.placeholder.split('.')[0] ?? ''] ?? null;
  }
}

/** Where to put right what is missing. */
export function lackRemedy(lack: LetterLack): LetterRemedy {
  return lack.code === 'letter-not-installed' ? null : letterRemedy(lack);
}

/** One thing a letter lacks, in words: the field and where it is filled in. */
export function lackText(lack: LetterLack, letter: string, locale: Locale, sop: Sop): string {
  if (lack.code === 'letter-not-installed') {
    return translate(locale, 'request.problem.letterNotInstalled', { letter });
  }
  if (lack.code !== 'placeholder-empty') return letterErrorText(locale, lack, sop);
  const field = letterFieldName(locale, lack.placeholder, sop);
  const remedy = letterRemedy(lack);
  switch (remedy) {
    case 'correction':
    case 'letters':
    case 'queue':
    case 'sops':
      return translate(locale, `request.lack.${remedy}`, { field });
    default:
      // The names of the office's own fields say already that they stand in the settings.
      return field;
  }
}
