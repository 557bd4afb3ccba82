import type { Sop, SopActor, SopDocument, SopReason, SopStep } from './sop';

/** What became of a row between two SOPs. A moved row may have changed fields as well. */
export type RowChange = 'same' | 'changed' | 'added' | 'removed' | 'moved';

/** One row of both SOPs: null in the one that lacks it. */
export interface RowDiff<Row, Field extends string = string> {
  /** What makes two rows the same row. */
  readonly key: string;
  readonly change: RowChange;
  readonly before: Row | null;
  readonly after: Row | null;
  /** Places in the two lists, from 0; -1 in the one that lacks it. */
  readonly placeBefore: number;
  readonly placeAfter: number;
  /** Fields that differ; empty for rows that only one of the two has. */
  readonly fields: readonly Field[];
}

export const identityFields = [
  'service',
  'number',
  'title',
  'office',
  'unit',
  'createdOn',
  'revisedOn',
  'effectiveOn',
  'approvedBy',
  'legalBases',
  'qualifications',
  'relatedSops',
  'equipment',
  'warnings',
  'records',
  'notices',
] as const;
export type IdentityField = (typeof identityFields)[number];

/** Fields of a row that an office works by; where they were read is not compared. */
export const actorFields = ['label', 'side'] as const;
export type ActorField = (typeof actorFields)[number];
export const documentFields = ['label', 'madeByLetter', 'broughtBy'] as const;
export type DocumentField = (typeof documentFields)[number];
export const reasonFields = ['label', 'letterText', 'crlReasonCode', 'noteRequired'] as const;
export type ReasonField = (typeof reasonFields)[number];
export const stepFields = [
  'activity',
  'kind',
  'actor',
  'alternateActors',
  'completeness',
  'standardTime',
  'output',
  'note',
  'requires',
  'letters',
  'optional',
  'passesTo',
  'refusal',
  'disposesTo',
] as const;
export type StepField = (typeof stepFields)[number];

export interface SopDiff {
  /** Identity fields that differ. */
  readonly identity: readonly IdentityField[];
  readonly actors: readonly RowDiff<SopActor, ActorField>[];
  readonly documents: readonly RowDiff<SopDocument, DocumentField>[];
  readonly reasons: readonly RowDiff<SopReason, ReasonField>[];
  readonly steps: readonly RowDiff<SopStep, StepField>[];
  /** How many rows, and identity fields, are not the same. */
  readonly changes: number;
}

/**
 * What differs between two SOPs; pure. Rows are matched by their keys, so that a renamed
 * actor is one changed row, whatever steps name it, and a step put elsewhere is one moved
 * row, whatever numbers shift with it. Where a fact was read (`source`, `inferred`) is not
 * compared: an office does not work by it.
 */
export function diffSops(before: Sop, after: Sop): SopDiff {
  const identity = identityFields.filter(
    (field) => !isSame(identityValue(before, field), identityValue(after, field)),
  );
  const lists = {
    actors: diffRows(before.actors, after.actors, actorFields),
    documents: diffRows(before.documents, after.documents, documentFields),
    reasons: diffRows(before.reasons, after.reasons, reasonFields),
    steps: diffRows(before.steps, after.steps, stepFields),
  };
  const rows = [lists.actors, lists.documents, lists.reasons, lists.steps].flat();
  const changes = identity.length + rows.filter(({ change }) => change !== 'same').length;
  return { identity, ...lists, changes };
}

/** What an identity field holds; service and notices stand beside the identity block. */
export function identityValue(sop: Sop, field: IdentityField): unknown {
  return field === 'service' || field === 'notices' ? sop[field] : sop.identity[field];
}

/** Equal for an office: absent lists are empty ones, and where it was read does not matter. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null, worked) === JSON.stringify(other ?? null, worked);
}

function worked(name: string, value: unknown): unknown {
  if (name === 'source' || name === 'inferred') return undefined;
  return name === 'onlyForReasons' && Array.isArray(value) && value.length === 0
    ? undefined
    : value;
}

/** Absent is "the next row" and null is "the end": the one place where the two differ. */
function valueOf<Row extends object>(row: Row, field: keyof Row): unknown {
  return field === 'passesTo' && row[field] === undefined ? 'next-row' : row[field];
}

function diffRows<Row extends { readonly key: string }, Field extends keyof Row & string>(
  before: readonly Row[],
  after: readonly Row[],
  fields: readonly Field[],
): readonly RowDiff<Row, Field>[] {
  const keys = (rows: readonly Row[]) => rows.map(({ key }) => key);
  const stayed = longestInOrder(keys(before), keys(after));
  const found = after.map((row, placeAfter): RowDiff<Row, Field> => {
    const { key } = row;
    const placeBefore = before.findIndex((one) => one.key === key);
    const old = before[placeBefore];
    const places = { placeBefore, placeAfter };
    if (old === undefined) {
      return { key, change: 'added', before: null, after: row, ...places, fields: [] };
    }
    const differing = fields.filter((field) => !isSame(valueOf(old, field), valueOf(row, field)));
    const inPlace = differing.length > 0 ? 'changed' : 'same';
    const change = stayed.has(key) ? inPlace : 'moved';
    return { key, change, before: old, after: row, ...places, fields: differing };
  });
  return withRemoved(found, before);
}

/** Rows that are gone stand behind the row they followed, so that both sides read in order. */
function withRemoved<Row extends { readonly key: string }, Field extends string>(
  found: readonly RowDiff<Row, Field>[],
  before: readonly Row[],
): readonly RowDiff<Row, Field>[] {
  const all = [...found];
  before.forEach((row, placeBefore) => {
    const { key } = row;
    if (found.some((one) => one.key === key)) return;
    const previous = before[placeBefore - 1]?.key;
    const at = all.findIndex((one) => one.key === previous) + 1;
    const places = { placeBefore, placeAfter: -1 };
    all.splice(at, 0, { key, change: 'removed', before: row, after: null, ...places, fields: [] });
  });
  return all;
}

/**
 * The keys of a longest run that both lists have in the same order: those stayed where they
 * were, the others moved. So one step put first is one moved row, not all the others.
 */
function longestInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  let above: readonly (readonly string[])[] = [];
  for (const key of before) {
    const row: (readonly string[])[] = [];
    after.forEach((other, index) => {
      const up = above[index] ?? [];
      const left = row[index - 1] ?? [];
      const diagonal = above[index - 1] ?? [];
      row.push(key === other ? [...diagonal, key] : up.length >= left.length ? up : left);
    });
    above = row;
  }
  return new Set(above.at(-1));
}
