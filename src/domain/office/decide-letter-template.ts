import { fail, succeed, type Result } from '../../contract/result';
import { checkLetterTemplate } from '../letters/check-letter-template';
import type { LetterTemplate } from '../letters/letter-template';
import { cleanLetterTemplate } from '../letters/letter-texts';
import { isSameTemplate, latestVersion, nextVersion } from '../letters/letter-versions';
import type { OfficeContext } from './decide-office';
import type { OfficeCommand, OfficeRefusal } from './office-command';
import type { OfficeState } from './office-state';

type LetterCommand = Extract<
  OfficeCommand,
  { command: 'publish-letter-template' | 'reset-letter-template' }
>;

/** What an event about a paper's text says, whenever and by whomever it was given. */
type LetterChange =
  | {
      readonly type: 'letter-template-published';
      readonly version: number;
      readonly template: LetterTemplate;
      readonly note: string;
    }
  | {
      readonly type: 'letter-template-reset';
      readonly letter: string;
      readonly version: number;
      readonly note: string;
    };

/**
 * The next change of a paper's text; null where it says already what is asked for. Refused where
 * the program has no such paper, where it was changed meanwhile, and where the text is faulty.
 */
export function letterChange(
  { letterVersions }: OfficeState,
  command: LetterCommand,
  { templates }: Pick<OfficeContext, 'templates'>,
): Result<LetterChange | null, OfficeRefusal> {
  const isReset = command.command === 'reset-letter-template';
  const letter = isReset ? command.letter : command.template.key;
  const original = templates.find(({ key }) => key === letter);
  if (original === undefined) return fail({ code: 'letter-template-unknown', letter });
  const version = nextVersion(letterVersions, letter);
  if (command.version !== version) {
    return fail({ code: 'letter-template-version-taken', next: version });
  }
  const own = latestVersion(letterVersions, letter)?.template ?? null;
  const note = command.note.trim();
  if (isReset) {
    return succeed(own === null ? null : { type: 'letter-template-reset', letter, version, note });
  }
  const template = cleanLetterTemplate(command.template);
  const problems = checkLetterTemplate(template, original).filter(
    ({ severity }) => severity === 'error',
  );
  if (problems.length > 0) return fail({ code: 'letter-template-refused', problems });
  if (isSameTemplate(template, own ?? original)) return succeed(null);
  return succeed({ type: 'letter-template-published', version, template, note });
}
