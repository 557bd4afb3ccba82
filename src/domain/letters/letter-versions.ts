import type { LetterTemplate } from './letter-template';

/** One change of a paper's text by the office: never changed, and readable as long as it. */
export interface LetterVersion {
  /** Key of the paper. */
  readonly letter: string;
  /** Counted from 1 for each paper; going back to the original takes a number too. */
  readonly version: number;
  /** The text; null where the office went back to the one that came with the program. */
  readonly template: LetterTemplate | null;
  /** Why, in the office's words; '' where nobody said. */
  readonly note: string;
  /** RFC 3339 UTC. */
  readonly publishedAt: string;
  /** Name of who published it. */
  readonly publishedBy: string;
}

/** Which text a letter was made from. */
export interface TemplateVersion {
  /** Version of the office; null for the text that came with the program. */
  readonly office: number | null;
  /** Version of that original: the text itself, or the one the office's was written after. */
  readonly original: number;
}

/** What the office did with one paper's text, oldest first. */
export function versionsOf(
  versions: readonly LetterVersion[],
  letter: string,
): readonly LetterVersion[] {
  return versions.filter((one) => one.letter === letter);
}

/** The last of them; null where the paper is as it came. */
export function latestVersion(
  versions: readonly LetterVersion[],
  letter: string,
): LetterVersion | null {
  return versionsOf(versions, letter).at(-1) ?? null;
}

/** The number the next change of a paper's text takes. */
export function nextVersion(versions: readonly LetterVersion[], letter: string): number {
  return (latestVersion(versions, letter)?.version ?? 0) + 1;
}

/**
 * The text with everything in it that is not the office's to change: which paper it is, whose
 * step and document it belongs to, where its number comes from, for whom it is offered. A newer
 * program may know more of that than the text the office wrote after an older one.
 */
export function withOriginalFacts(
  template: LetterTemplate,
  original: LetterTemplate,
): LetterTemplate {
  const { key, title, sopSteps, offeredFor, documentKey, numbering } = original;
  return { ...template, key, title, sopSteps, offeredFor, documentKey, numbering };
}

/** Whether two texts say and decide the same. */
export function isSameTemplate(one: LetterTemplate, other: LetterTemplate): boolean {
  return one === other || JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Names in one order, whatever wrote them; what is undefined is not there. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(
    entries
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, ordered(part)]),
  );
}
