import type { PdfRevision } from './pdf-file';
import { numberOf, type PdfValue } from './pdf-value';

/** Content of streams that is compared, in signs, for one file. */
const MOST_COMPARED = 64_000_000;

/** Compares values of two revisions of one file. References count by number: their targets are
 * compared on their own. */
export interface Comparison {
  readonly areSame: (
    one: PdfValue,
    other: PdfValue,
    revisions: readonly [PdfRevision, PdfRevision],
  ) => boolean;
}

function packed(text: string, value: Extract<PdfValue, { kind: 'stream' }>, revision: PdfRevision) {
  const length = numberOf(revision.resolve(value.entries.get('Length')));
  const mark = text.indexOf('endstream', value.start);
  const end = length === null ? mark : value.start + length;
  return text.slice(value.start, Math.max(end, value.start));
}

function areSameEntries(
  one: ReadonlyMap<string, PdfValue>,
  other: ReadonlyMap<string, PdfValue>,
  same: (one: PdfValue, other: PdfValue) => boolean,
): boolean {
  if (one.size !== other.size) return false;
  for (const [key, value] of one) {
    const counterpart = other.get(key);
    if (counterpart === undefined || !same(value, counterpart)) return false;
  }
  return true;
}

/** Opens a comparison over the text of a file; streams are compared as they are packed. */
export function createComparison(text: string): Comparison {
  let left = MOST_COMPARED;
  function areSame(
    one: PdfValue,
    other: PdfValue,
    revisions: readonly [PdfRevision, PdfRevision],
  ): boolean {
    const same = (first: PdfValue, second: PdfValue): boolean => areSame(first, second, revisions);
    if (one.kind === 'stream' && other.kind === 'stream') {
      if (one.start === other.start) return true;
      const [first, second] = [packed(text, one, revisions[0]), packed(text, other, revisions[1])];
      left -= first.length;
      // Too much to compare counts as changed: the safe side.
      return left >= 0 && first === second && areSameEntries(one.entries, other.entries, same);
    }
    if (one.kind === 'dictionary' && other.kind === 'dictionary') {
      return areSameEntries(one.entries, other.entries, same);
    }
    if (one.kind === 'array' && other.kind === 'array') {
      return (
        one.items.length === other.items.length &&
        one.items.every((item, index) => same(item, other.items[index] ?? { kind: 'null' }))
      );
    }
    if (one.kind === 'reference' && other.kind === 'reference') return one.number === other.number;
    if (one.kind === 'null' && other.kind === 'null') return true;
    return (
      'value' in one && 'value' in other && one.kind === other.kind && one.value === other.value
    );
  }
  return { areSame };
}
