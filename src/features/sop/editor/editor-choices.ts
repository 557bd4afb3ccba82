import type { LetterTemplate } from '../../../domain/letters/letter-template';
import { commonDocuments } from '../../../domain/sop/known-documents';
import type { Sop } from '../../../domain/sop/sop';
import type { Choice } from '../../../ui/forms/select';

/** The SOP's actors; `nameless` stands for one that has no words yet. */
export function actorChoices({ actors }: Sop, nameless: string): readonly Choice[] {
  return actors.map(({ key, label }) => ({ value: key, label: label.trim() || nameless }));
}

/** The letters the program can make. */
export function letterChoices(templates: ReadonlyMap<string, LetterTemplate>): readonly Choice[] {
  return [...templates.values()].map(({ key, title }) => ({ value: key, label: title }));
}

/** The SOP's documents, then the papers people bring whatever the SOP. */
export function documentChoices(
  { documents }: Sop,
  labelOf: (key: string) => string,
  nameless: string,
): readonly Choice[] {
  const named = documents.map(({ key, label }) => ({
    value: key,
    label: label.trim() || nameless,
  }));
  const common = commonDocuments
    .filter((key) => !documents.some((one) => one.key === key))
    .map((key) => ({ value: key, label: labelOf(key) }));
  return [...named, ...common];
}

/** The choices, and what is chosen but no longer one of them. */
export function withGone(
  choices: readonly Choice[],
  value: string,
  gone: (key: string) => string,
): readonly Choice[] {
  const isThere = value === '' || choices.some((choice) => choice.value === value);
  return isThere ? choices : [...choices, { value, label: gone(value) }];
}
