import type { Official } from '../../domain/office/office-event';
import type { Sop } from '../../domain/sop/sop';

/** A role of the SOPs that somebody of this office holds. */
export interface OfficialRole {
  readonly actor: string;
  readonly label: string;
}

export type OfficialEntry = Readonly<Record<'name' | 'nip' | 'rank' | 'position', string>>;

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
): Readonly<Record<string, OfficialEntry>> {
  const entries = roles.map(({ actor }): readonly [string, OfficialEntry] => {
    const known = officials.find((official) => official.actor === actor);
    const { name = '', nip, rank, position = '' } = known ?? {};
    return [actor, { name, nip: nip ?? '', rank: rank ?? '', position }];
  });
  return Object.fromEntries(entries);
}

/** True when nothing was typed for the role: it is then left out. */
export function isBlankEntry(entry: OfficialEntry): boolean {
  return Object.values(entry).every((text) => text.trim() === '');
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
    .map(([actor, { name, nip, rank, position }]) => ({
      actor,
      name,
      nip: nip === '' ? null : nip,
      rank: rank === '' ? null : rank,
      position,
    }));
  return [...untouched, ...typed];
}
