import { freeKey, proposeKey } from '../../../domain/sop/sop-keys';
import type {
  Sop,
  SopActor,
  SopDocument,
  SopIdentity,
  SopReason,
  SopStep,
} from '../../../domain/sop/sop';

/** The lists of an SOP whose rows have keys that other rows name. */
export type RowList = 'actors' | 'documents' | 'reasons' | 'steps';

interface Rows {
  readonly actors: SopActor;
  readonly documents: SopDocument;
  readonly reasons: SopReason;
  readonly steps: SopStep;
}

/** Keys of rows that have no words yet; replaced by the first words, stable afterwards. */
const freshKeys = {
  actors: 'new-actor',
  documents: 'new-document',
  reasons: 'new-reason',
  steps: 'new-step',
} as const satisfies Readonly<Record<RowList, string>>;

/** Whether nobody has named the row yet. */
export function isFreshKey(list: RowList, key: string): boolean {
  const fresh = freshKeys[list];
  return (
    key === fresh || (key.startsWith(`${fresh}-`) && /^\d+$/.test(key.slice(fresh.length + 1)))
  );
}

export function keysOf(sop: Sop, list: RowList): readonly string[] {
  return sop[list].map(({ key }) => key);
}

/** A key for a row without words, free in its list. */
export function freshKey(sop: Sop, list: RowList): string {
  return freeKey(freshKeys[list], keysOf(sop, list));
}

/** Changes fields of the identity block; the others stay. */
export function editIdentity(sop: Sop, fields: Partial<SopIdentity>): Sop {
  return { ...sop, identity: { ...sop.identity, ...fields } };
}

/** Changes fields of one row; a field set to `undefined` is left out afterwards. */
export function editRow<List extends RowList>(
  sop: Sop,
  list: List,
  index: number,
  fields: Partial<Rows[List]>,
): Sop {
  const rows = sop[list].map((row, place) => (place === index ? merged(row, fields) : row));
  return { ...sop, [list]: rows };
}

/** Leaves out what is undefined: JSON and the published event have no such thing. */
function merged<Row extends object>(row: Row, fields: Partial<Row>): Row {
  const all = Object.entries({ ...row, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as Row;
}

/** Gives a row its words while they are being typed: its key stays. */
export function typeName(sop: Sop, list: RowList, index: number, words: string): Sop {
  return list === 'steps'
    ? editRow(sop, list, index, { activity: words })
    : editRow(sop, list, index, { label: words });
}

/**
 * Gives a row its words. A new row gets its key from the first words, everywhere it is named;
 * later words leave the key alone, so that versions can be compared and officials found.
 */
export function nameRow(sop: Sop, list: RowList, index: number, words: string): Sop {
  const row = sop[list][index];
  if (row === undefined) return sop;
  const named = typeName(sop, list, index, words);
  if (!isFreshKey(list, row.key) || words.trim() === '') return named;
  const taken = keysOf(sop, list).filter((_, place) => place !== index);
  return renameKey(named, list, index, proposeKey(words, freshKeys[list], taken));
}

/** A new key for one row, in the row itself and wherever it is named. */
function renameKey(sop: Sop, list: RowList, index: number, key: string): Sop {
  const old = sop[list][index]?.key;
  if (old === undefined || old === key) return sop;
  const rows = sop[list].map((row, place) => (place === index ? { ...row, key } : row));
  const named = { ...sop, [list]: rows };
  return mapReferences(named, list, (name) => (name === old ? key : name));
}

/** Every place that names a row of the list, with the name it has there put through `map`. */
function mapReferences(sop: Sop, list: RowList, map: (key: string) => string): Sop {
  switch (list) {
    case 'actors':
      return {
        ...sop,
        documents: sop.documents.map((row) =>
          row.broughtBy === undefined ? row : { ...row, broughtBy: map(row.broughtBy) },
        ),
        steps: sop.steps.map((step) => ({
          ...step,
          actor: map(step.actor),
          alternateActors: step.alternateActors.map(map),
          ...(step.disposesTo && {
            disposesTo: {
              ...step.disposesTo,
              actor: step.disposesTo.actor === null ? null : map(step.disposesTo.actor),
            },
          }),
        })),
      };
    case 'documents':
      return mapRequirements(sop, (one) => ({ ...one, document: map(one.document) }));
    case 'reasons':
      return mapRequirements(sop, (one) =>
        one.onlyForReasons ? { ...one, onlyForReasons: one.onlyForReasons.map(map) } : one,
      );
    case 'steps':
      return {
        ...sop,
        steps: sop.steps.map((step) => ({
          ...step,
          ...(typeof step.passesTo === 'string' && { passesTo: map(step.passesTo) }),
          ...(step.refusal && {
            refusal: { ...step.refusal, returnsTo: map(step.refusal.returnsTo) },
          }),
        })),
      };
  }
}

function mapRequirements(
  sop: Sop,
  map: (one: SopStep['requires'][number]) => SopStep['requires'][number],
): Sop {
  return {
    ...sop,
    steps: sop.steps.map((step) => ({ ...step, requires: step.requires.map(map) })),
  };
}

/** A row without words at the end of its list; the check asks for them. */
export function addActor(sop: Sop): Sop {
  const actor: SopActor = { key: freshKey(sop, 'actors'), label: '', side: 'office' };
  return { ...sop, actors: [...sop.actors, actor] };
}

/** A document brought by the first actor until the office says otherwise. */
export function addDocument(sop: Sop): Sop {
  const bringer = sop.actors[0]?.key;
  const document: SopDocument = {
    key: freshKey(sop, 'documents'),
    label: '',
    ...(bringer !== undefined && { broughtBy: bringer }),
    source: null,
  };
  return { ...sop, documents: [...sop.documents, document] };
}

/** A reason without a code of RFC 5280. */
export function addReason(sop: Sop): Sop {
  const reason: SopReason = {
    key: freshKey(sop, 'reasons'),
    label: '',
    letterText: '',
    crlReasonCode: null,
    noteRequired: false,
    source: null,
    inferred: false,
  };
  return { ...sop, reasons: [...sop.reasons, reason] };
}

/** Takes a row away. What still names it stays, and the check reports it. */
export function removeRow(sop: Sop, list: Exclude<RowList, 'steps'>, index: number): Sop {
  return { ...sop, [list]: sop[list].filter((_, place) => place !== index) };
}

/** Exchanges a row with the one above (-1) or below (1); nothing at either end. */
export function moveRow(sop: Sop, list: Exclude<RowList, 'steps'>, index: number, by: -1 | 1): Sop {
  return { ...sop, [list]: swapped<{ readonly key: string }>(sop[list], index, by) };
}

/** The list with one row exchanged with its neighbour; itself at either end. */
export function swapped<Row>(rows: readonly Row[], index: number, by: -1 | 1): readonly Row[] {
  const row = rows[index];
  const other = rows[index + by];
  if (row === undefined || other === undefined) return rows;
  return rows.map((one, place) => (place === index ? other : place === index + by ? row : one));
}
