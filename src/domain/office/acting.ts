import { z } from 'zod';

/**
 * How somebody acts for an official. Plt. and Plh. hold his place (pelaksana tugas, pelaksana
 * harian); a.n. and u.b. (atas nama, untuk beliau) only sign for him.
 */
export const ACTING_KINDS = ['plt', 'plh', 'an', 'ub'] as const;
export type ActingKind = (typeof ACTING_KINDS)[number];

/** Who acts for an official, and on which days. */
export const actingSchema = z.object({
  kind: z.enum(ACTING_KINDS),
  name: z.string(),
  nip: z.string().nullable(),
  rank: z.string().nullable(),
  /** The position of his own; '' leaves it out where he holds the official's place. */
  position: z.string(),
  /** With u.b.: the position between the official and the signer; '' for other kinds. */
  through: z.string(),
  /** Days yyyy-mm-dd, both counted in; null for one that is open. */
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});
export type Acting = z.infer<typeof actingSchema>;

/** An official as papers name him. */
export interface NamedOfficial {
  readonly name: string;
  readonly nip: string | null;
  readonly rank: string | null;
  /** As in the settings; '' where they have none. */
  readonly position: string;
}

interface Represented extends NamedOfficial {
  readonly acting?: Acting | null | undefined;
}

/** How the kinds are written before a position (usage of regional tata naskah dinas). */
const PREFIXES = {
  plt: 'Plt.',
  plh: 'Plh.',
  an: 'a.n.',
  ub: 'a.n.',
} as const satisfies Readonly<Record<ActingKind, string>>;
const THROUGH = 'u.b.';

/** Who acts for the official on that day (yyyy-mm-dd); null where he acts himself. */
export function actingOn({ acting }: Represented, day: string): Acting | null {
  if (!acting) return null;
  if (acting.from !== null && day < acting.from) return null;
  return acting.until !== null && day > acting.until ? null : acting;
}

/**
 * Who holds the official's place on that day: he himself, or who is Plt. or Plh., with that
 * before the position. A mandate to sign (a.n., u.b.) leaves the place with him.
 */
export function holderOn(official: Represented, day: string): NamedOfficial {
  const acting = actingOn(official, day);
  if (acting === null || acting.kind === 'an' || acting.kind === 'ub') return official;
  const { name, nip, rank, kind } = acting;
  const { position } = official;
  return { name, nip, rank, position: position && `${PREFIXES[kind]} ${position}` };
}

/** The officials with who holds the place of each on that day. */
export function officialsOn<One extends Represented>(
  officials: readonly One[],
  day: string,
): readonly One[] {
  return officials.map((official) => ({ ...official, ...holderOn(official, day), acting: null }));
}

/**
 * Who signs for the official on that day. The position is what stands above the signature
 * without its last comma, one line for each part:
 * "a.n. Kepala Dinas", "Sekretaris,", "u.b.", "Kepala Bidang Persandian".
 * `title` stands in for a position the settings lack.
 */
export function signerOn(official: Represented, day: string, title: string): NamedOfficial {
  const acting = actingOn(official, day);
  const position = official.position || title;
  if (acting === null) return { ...official, position };
  const { name, nip, rank, kind } = acting;
  return { name, nip, rank, position: signingLines(acting, `${PREFIXES[kind]} ${position}`) };
}

function signingLines({ kind, position, through }: Acting, first: string): string {
  const between = kind === 'ub' && through !== '' ? [`${through},`, THROUGH] : [];
  return [first, ...between, position].filter((line) => line !== '').join('\n');
}
