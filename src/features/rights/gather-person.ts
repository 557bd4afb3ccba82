import { fail, succeed, type Result } from '../../contract/result';
import type { Held, HeldRequest } from '../../domain/privacy/person-copy';
import type { RegisterRow, Store } from '../../store/store';

/** Somebody the register knows, by his NIK. */
export interface FoundPerson {
  readonly nik: string;
  /** As the latest request has them. */
  readonly name: string;
  readonly unit: string;
  readonly requests: number;
}

/** A request could not be read: a copy without it would say that it is whole. */
export interface HeldUnreadable {
  readonly kind: 'held-unreadable';
}

const PAGE = 60;

/** People whose name, NIK or NIP fits; `more` when the first hits were not all. */
export async function findPeople(
  { requests }: Pick<Store, 'requests'>,
  text: string,
): Promise<{ readonly people: readonly FoundPerson[]; readonly more: boolean }> {
  const page = await requests.search(text, null, PAGE);
  return { people: peopleOf(page.rows), more: page.next !== null };
}

/** The rows by person, in their order: latest first. */
export function peopleOf(rows: readonly RegisterRow[]): readonly FoundPerson[] {
  const people = new Map<string, FoundPerson>();
  for (const { summary } of rows) {
    const known = people.get(summary.nik);
    const { nik, name, unit } = summary;
    people.set(
      nik,
      known ? { ...known, requests: known.requests + 1 } : { nik, name, unit, requests: 1 },
    );
  }
  return [...people.values()].filter(({ nik }) => nik !== '');
}

/** Everything that is held on the person with this NIK, with the notes about it. */
export async function gatherPerson(
  { requests, trail }: Pick<Store, 'requests' | 'trail'>,
  nik: string,
  signal: AbortSignal,
): Promise<Result<Held, HeldUnreadable>> {
  const rows = await requests.ofPerson(nik);
  const held: HeldRequest[] = [];
  for (const { id } of rows) {
    const [state, events] = await Promise.all([requests.get(id), requests.timeline(id)]);
    if (state === null) return fail({ kind: 'held-unreadable' });
    held.push({ state, events });
  }
  const notes = await trail.notesAbout(new Set(rows.map(({ id }) => id)), signal);
  return succeed({ nik, requests: held, notes });
}
