import { matches, queryWords } from '../../domain/search/words';
import type { Draft, RegisterRow } from '../../store/store';
import { draftPerson } from '../shared/draft-name';

/** A line of the register: a recorded request, or an intake of mine not yet recorded. */
export type RegisterLine =
  | { readonly kind: 'request'; readonly id: string; readonly row: RegisterRow }
  | {
      readonly kind: 'draft';
      readonly id: string;
      readonly draft: Draft;
      readonly name: string;
      readonly nik: string;
    };

/**
 * Drafts stand before the recorded requests, latest first. They are in no index, so they are
 * matched here, by the same rules as the index; a search for nothing shows them all.
 */
export function draftLines(drafts: readonly Draft[], text: string): readonly RegisterLine[] {
  const words = queryWords(text);
  return drafts
    .filter(({ form }) => form === 'intake')
    .map((draft) => ({ draft, person: draftPerson(draft) }))
    .filter(({ person }) => words.length === 0 || matches({ ...person, numbers: [] }, words))
    .toSorted((one, other) => other.draft.updatedAt.localeCompare(one.draft.updatedAt))
    .map(({ draft, person }) => ({
      kind: 'draft',
      id: draft.id,
      draft,
      name: person.name,
      nik: person.nik,
    }));
}
