import { ACTING_KINDS, type Acting, type ActingKind } from '../../domain/office/acting';
import type { Official } from '../../domain/office/office-event';
import type { Sop } from '../../domain/sop/sop';

/** A role of the SOPs that somebody of this office holds. */
export interface OfficialRole {
  readonly actor: string;
  readonly label: string;
}

/** What is typed of somebody who acts for an official; '' as the kind is nobody. */
export type ActingEntry = Readonly<
  Record<'name' | 'nip' | 'rank' | 'position' | 'through' | 'from' | 'until', string>
> & { readonly kind: ActingKind | '' };

export type OfficialEntry = Readonly<Record<'name' | 'nip' | 'rank' | 'position', string>> & {
  readonly acting?: ActingEntry;
};

const NOBODY: ActingEntry = {
  kind: '',
  name: '',
  nip: '',
  rank: '',
  position: '',
  through: '',
  from: '',
  until: '',
};

export const actingChoices = ['', ...ACTING_KINDS] as const;

/** The office's own actors of all installed SOPs, each once, in the order of the SOPs. */
export function officialRoles(sops: readonly Sop[]): readonly OfficialRole[] {
  const roles = new Map<string, OfficialRole>();
  for (const { key, label, side } of sops.flatMap(({ actors }) => actors)) {
    if (side === 'office' && !roles.has(key)) roles.set(key, { actor: key, label });
  }
  return [...roles.values()];
}

/** What the form shows for each role. */
export function officialEntries(
  roles: readonly OfficialRole[],
  officials: readonly Official[],
): Readonly<Record<string, Required<OfficialEntry>>> {
  const entries = roles.map(({ actor }): readonly [string, Required<OfficialEntry>] => {
    const known = officials.find((official) => official.actor === actor);
    const { name = '', nip, rank, position = '', acting } = known ?? {};
    const entry = { name, nip: nip ?? '', rank: rank ?? '', position };
    return [actor, { ...entry, acting: actingEntry(acting) }];
  });
  return Object.fromEntries(entries);
}

function actingEntry(acting: Official['acting']): ActingEntry {
  if (!acting) return NOBODY;
  const { nip, rank, from, until, ...words } = acting;
  return { ...words, nip: nip ?? '', rank: rank ?? '', from: from ?? '', until: until ?? '' };
}

/** True when nothing was typed for the role: it is then left out. */
export function isBlankEntry({ name, nip, rank, position, acting }: OfficialEntry): boolean {
  const isAlone = acting === undefined || acting.kind === '';
  return isAlone && [name, nip, rank, position].every((text) => text.trim() === '');
}

/**
 * The officials to keep: the form's entries, and those of roles the form does not show (an
 * SOP that is not installed any more), which nobody meant to remove.
 */
export function keptOfficials(
  before: readonly Official[],
  entries: Readonly<Record<string, OfficialEntry>>,
): Official[] {
  const untouched = before.filter(({ actor }) => entries[actor] === undefined);
  const typed = Object.entries(entries)
    .filter(([, entry]) => !isBlankEntry(entry))
    .map(([actor, { name, nip, rank, position, acting }]) => {
      const represented = acting && keptActing(acting);
      return {
        actor,
        name,
        nip: nip || null,
        rank: rank || null,
        position,
        ...(represented && { acting: represented }),
      };
    });
  return [...untouched, ...typed];
}

/** Who acts, as the records keep it; null for nobody. */
export function keptActing(entry: ActingEntry): Acting | null {
  const { kind, name, nip, rank, position, through, from, until } = entry;
  if (kind === '') return null;
  return {
    kind,
    name,
    nip: nip || null,
    rank: rank || null,
    position,
    through: kind === 'ub' ? through : '',
    from: from || null,
    until: until || null,
  };
}
