import type { LetterTemplate } from '../domain/letters/letter-template';
import {
  latestVersion,
  versionsOf,
  withOriginalFacts,
  type LetterVersion,
  type TemplateVersion,
} from '../domain/letters/letter-versions';
import type { OfficeState } from '../domain/office/office-state';

/** A paper's text as letters are made from now. */
export interface LetterInUse {
  readonly template: LetterTemplate;
  readonly version: TemplateVersion;
  /** The program has a newer original than the one the office's text was written after. */
  readonly isOriginalNewer: boolean;
}

export interface LetterLibrary {
  /** Keys of the papers the program can make, in the order they are made at a desk. */
  readonly keys: readonly string[];
  /** What is in use now; undefined for a paper the program does not have. */
  inUse(letter: string): LetterInUse | undefined;
  /** The text that came with the program, whatever the office made of it. */
  original(letter: string): LetterTemplate | undefined;
  /** What the office did with the paper's text, oldest first. */
  versions(letter: string): readonly LetterVersion[];
  /** One text the office published; undefined where there is none of that number. */
  find(letter: string, version: number): LetterTemplate | undefined;
}

/**
 * Finds the text of a paper: the office's latest version, or the installed one where it has none
 * or went back to it. `office` gives the office as it is now: what it published counts from the
 * moment it is recorded. A version is the same object each time.
 */
export function createLetterLibrary(
  installed: readonly LetterTemplate[],
  office: () => Pick<OfficeState, 'letterVersions'>,
): LetterLibrary {
  const originals = new Map(installed.map((template) => [template.key, template]));
  const texts = new WeakMap<LetterVersion, LetterTemplate>();

  function textOf(version: LetterVersion): LetterTemplate | undefined {
    const original = originals.get(version.letter);
    if (original === undefined || version.template === null) return undefined;
    const known = texts.get(version) ?? withOriginalFacts(version.template, original);
    texts.set(version, known);
    return known;
  }

  return {
    keys: [...originals.keys()],
    inUse: (letter) => {
      const original = originals.get(letter);
      if (original === undefined) return undefined;
      const latest = latestVersion(office().letterVersions, letter);
      const own = latest === null ? undefined : textOf(latest);
      if (latest === null || own === undefined) {
        const version = { office: null, original: original.version };
        return { template: original, version, isOriginalNewer: false };
      }
      return {
        template: own,
        version: { office: latest.version, original: own.version },
        isOriginalNewer: own.version < original.version,
      };
    },
    original: (letter) => originals.get(letter),
    versions: (letter) => versionsOf(office().letterVersions, letter),
    find: (letter, version) => {
      const found = versionsOf(office().letterVersions, letter).find(
        (one) => one.version === version,
      );
      return found && textOf(found);
    },
  };
}
