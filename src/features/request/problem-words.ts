import type { Refusal } from '../../domain/request/request-command';
import type { Sop } from '../../domain/sop/sop';
import type { LetterError } from '../../domain/letters/letter-error';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import { fieldLabelKey } from '../../messages/field-label-key';
import type { CommandFailure } from '../../store/store';
import { diskLowWords } from '../shared/disk-banner';
import type { DiskLow } from '../shared/disk-room';
import { describeFailure } from '../shared/failure-banner';
import { letterErrorText } from '../shared/letter-error-text';
import { officeRefusalText } from '../shared/office-refusal-text';
import { permissionWords } from '../shared/role-words';
import { documentLabel, letterTitle } from '../shared/sop-words';
import type { AttachFailure } from '../shared/attach-document';
import { letterRemedy, type LetterRemedy } from './letter-lacks';
import type { LetterFailure } from './make-letters';

/** Everything that may keep a use-case of the request page from its end. */
export type RequestFailure = AttachFailure | LetterFailure | DiskLow;

/** A failure in words: what is the matter, what helps, and where the remedy is. */
export interface ProblemWords {
  readonly title: string;
  readonly text: string | null;
  /** Technical words behind "Rincian". */
  readonly detail: string | null;
  /** The screen that can put it right. */
  readonly remedy: LetterRemedy;
}

interface Speech {
  readonly locale: Locale;
  readonly sop: Sop | undefined;
}

/** The words of a failure; nothing of it is left as a code alone. */
export function problemWords(failure: RequestFailure, speech: Speech): ProblemWords {
  const { locale } = speech;
  switch (failure.kind) {
    case 'file-refused':
      return plain(translate(locale, `problem.${failure.problem.code}`));
    case 'file-unreadable':
      return plain(translate(locale, 'problem.file-unreadable'));
    case 'file-not-stored':
      return recordingWords({ kind: 'not-recorded', error: failure.error }, locale);
    case 'letter-not-installed': {
      const letter = failure.letter;
      return plain(translate(locale, 'request.problem.letterNotInstalled', { letter }));
    }
    case 'letter-refused':
      return letterWords(failure.letter, failure.error, speech);
    case 'number-refused':
      return {
        title: translate(locale, 'request.problem.number'),
        text: translateMessage(locale, {
          key: `problem.${failure.problem.code}`,
          params: failure.problem.params,
        }),
        detail: null,
        remedy: 'settings',
      };
    case 'number-not-free':
      return plain(translate(locale, 'number.notFree'));
    case 'number-not-dated-back':
      return plain(translate(locale, 'number.noneBefore'));
    case 'disk-low':
      return { ...diskLowWords(failure, locale), detail: null, remedy: null };
    case 'refused':
      return refusalWords(failure.refusal, speech);
    case 'office-refused':
      return plain(officeRefusalText(failure.refusal, locale));
    default:
      return recordingWords(failure, locale);
  }
}

function letterWords(letter: string, error: LetterError, { locale, sop }: Speech): ProblemWords {
  return {
    title: translate(locale, 'request.problem.letter', { letter: letterTitle(letter) }),
    text: letterErrorText(locale, error, sop),
    detail: error.code === 'renderer-failed' ? error.detail : null,
    remedy: errorRemedy(error),
  };
}

function errorRemedy(error: LetterError): LetterRemedy {
  switch (error.code) {
    case 'placeholder-unknown':
    case 'placeholder-empty':
    case 'papers-none':
      return letterRemedy(error);
    case 'logo-unreadable':
    case 'page-too-small':
      return 'settings';
    default:
      return null;
  }
}

function recordingWords(
  failure: Exclude<CommandFailure, { readonly kind: 'refused' | 'office-refused' }>,
  locale: Locale,
): ProblemWords {
  const { title, text, detail } = describeFailure(failure);
  return {
    title: translateMessage(locale, { key: title }),
    text: translateMessage(locale, { key: text }),
    detail,
    remedy: null,
  };
}

/** Why a command was refused, as a sentence with what helps. */
export function refusalWords(refusal: Refusal, { locale, sop }: Speech): ProblemWords {
  switch (refusal.code) {
    case 'not-permitted':
    case 'account-inactive':
    case 'person-needed':
      return { ...permissionWords(refusal, locale), detail: null, remedy: null };
    case 'documents-missing': {
      const documents = listOf(refusal.documents, (one) => documentLabel(sop, one, locale));
      const title = translate(locale, 'refusal.documents-missing', { documents });
      return { ...plain(title), remedy: 'documents' };
    }
    case 'letters-not-issued':
    case 'letters-not-printed': {
      const letters = listOf(refusal.letters, letterTitle);
      const title = translate(locale, `refusal.${refusal.code}`, { letters });
      return { ...plain(title), remedy: 'letters' };
    }
    case 'document-unknown': {
      const document = documentLabel(sop, refusal.document, locale);
      return plain(translate(locale, 'refusal.document-unknown', { document }));
    }
    case 'letter-unknown': {
      const letter = letterTitle(refusal.letter);
      return plain(translate(locale, 'refusal.letter-unknown', { letter }));
    }
    case 'already-imported': {
      const { registerNumber } = refusal;
      return plain(translate(locale, 'refusal.already-imported', { registerNumber }));
    }
    case 'sop-not-installed':
      return plain(translate(locale, 'refusal.sop-not-installed', { sop: refusal.sop }));
    case 'notice-unknown':
      return plain(translate(locale, 'refusal.notice-unknown', { version: refusal.version }));
    case 'fields-refused':
      return fieldWords(refusal, locale);
    case 'office-not-set-up':
      return { ...plain(translate(locale, 'refusal.office-not-set-up')), remedy: 'settings' };
    default:
      return plain(translate(locale, `refusal.${refusal.code}`));
  }
}

function fieldWords(
  { problems }: Extract<Refusal, { code: 'fields-refused' }>,
  locale: Locale,
): ProblemWords {
  const text = problems
    .map(({ field, code, params }) => {
      const key = `problem.${code}`;
      const label = translateMessage(locale, { key: fieldLabelKey(field) });
      return isMessageKey(key) ? `${label}: ${translateMessage(locale, { key, params })}` : label;
    })
    .join(' ');
  return {
    title: translate(locale, 'refusal.fields-refused'),
    text,
    detail: null,
    remedy: 'correction',
  };
}

function listOf(keys: readonly string[], label: (key: string) => string): string {
  return keys.map(label).join('; ');
}

function plain(title: string): ProblemWords {
  return { title, text: null, detail: null, remedy: null };
}
