import type { PdfRevision } from './pdf-file';
import { lastStart, type XrefEntry } from './pdf-xref';
import { terminalFields, type Field } from './pdf-signatures';
import { entriesOf, itemsOf, PdfFault, pdfNull, type PdfValue } from './pdf-value';
import { createComparison } from './same-value';

/**
 * What was done to a document after it was signed, the worst thing counting: nothing; only further
 * signatures, validation data (DSS) or timestamps; forms filled in; what its pages show, or
 * anything else; or nobody can say.
 */
export const changeKinds = ['nothing', 'signatures', 'forms', 'content', 'unreadable'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Changes {
  readonly kind: ChangeKind;
  /** Codes of what was found, for the "Rincian" line; never content. */
  readonly details: readonly string[];
}

type Role =
  'page' | 'other' | 'earlier-signature' | 'form' | 'signature' | 'validation' | 'metadata';

/** Objects that are looked at for one signature. */
const MOST_OBJECTS = 200_000;

function isSameEntry(one: XrefEntry | undefined, other: XrefEntry | undefined): boolean {
  if (one?.kind === 'at') return other?.kind === 'at' && one.at === other.at;
  if (one?.kind !== 'in') return one?.kind === other?.kind;
  return other?.kind === 'in' && one.stream === other.stream && one.index === other.index;
}

/** Every object a later table names anew, or whose container one does. */
function renewedObjects(before: PdfRevision, after: PdfRevision): readonly number[] {
  const isNew = (number: number): boolean =>
    !isSameEntry(before.entries.get(number), after.entries.get(number));
  const renewed: number[] = [];
  for (const [number, entry] of after.entries) {
    if (isNew(number) || (entry.kind === 'in' && isNew(entry.stream))) renewed.push(number);
  }
  return renewed;
}

/**
 * Walks from some values to every object they lead to, without entering those of `closed`; `skip`
 * leaves entries of dictionaries out.
 */
function reachable(
  revision: PdfRevision,
  from: readonly (PdfValue | undefined)[],
  closed: ReadonlySet<number>,
  skip: (key: string) => boolean,
): ReadonlySet<number> {
  const seen = new Set<number>();
  const waiting: PdfValue[] = from.map((value) => value ?? pdfNull);
  let steps = 0;
  for (;;) {
    const value = waiting.pop();
    if (value === undefined) return seen;
    steps += 1;
    if (steps > MOST_OBJECTS * 20 || seen.size > MOST_OBJECTS) throw new PdfFault('too-much');
    if (value.kind === 'reference') {
      if (seen.has(value.number) || closed.has(value.number)) continue;
      seen.add(value.number);
      waiting.push(revision.objectOf(value.number));
    } else if (value.kind === 'array') {
      for (const item of value.items) waiting.push(item);
    } else if (value.kind === 'dictionary' || value.kind === 'stream') {
      for (const [key, inner] of value.entries) {
        if (!skip(key)) waiting.push(inner);
      }
    }
  }
}

interface Roles {
  readonly roleOf: (number: number) => Role | null;
}

/** Keys of the catalog that lead to what a signature may add. */
const addedKeys: ReadonlySet<string> = new Set(['AcroForm', 'DSS', 'Metadata', 'Extensions']);
const namedKeys: ReadonlySet<string> = new Set([...addedKeys, 'Pages']);

/** Whatever leads back to a page or to the whole document is not followed. */
function closedObjects(revision: PdfRevision): ReadonlySet<number> {
  const root = revision.trailer.get('Root');
  return new Set([
    ...pagesOf(revision).map(({ number }) => number),
    ...(root?.kind === 'reference' ? [root.number] : []),
  ]);
}

const upward = (key: string): boolean => key === 'P' || key === 'Parent';
const never = (): boolean => false;

/** Fields that carried a signature before. */
function earlierFields(before: PdfRevision): ReadonlySet<number> {
  const signed = terminalFields(before).filter(({ isSigned }) => isSigned);
  return new Set(signed.flatMap(({ objects }) => objects));
}

/** What each object of the later revision is for; the role that allows least comes first. */
function findRoles(before: PdfRevision, after: PdfRevision): Roles {
  const entries = entriesOf(after.resolve(after.trailer.get('Root')));
  const fields = terminalFields(after);
  const earlier = earlierFields(before);
  const isEarlier = ({ objects }: Field): boolean => objects.some((number) => earlier.has(number));
  const closed = closedObjects(after);
  const widgets = new Set(fields.flatMap(({ objects }) => objects));
  const reach = (from: readonly (PdfValue | undefined)[], skip = upward): ReadonlySet<number> =>
    reachable(after, from, closed, skip);
  const valuesOf = (chosen: readonly Field[]): readonly PdfValue[] =>
    chosen.map(({ value }) => value);
  const order: readonly (readonly [Role, ReadonlySet<number>])[] = [
    [
      'page',
      reachable(
        after,
        [entries.get('Pages')],
        new Set(),
        (key) => key === 'Annots' || key === 'Parent',
      ),
    ],
    [
      'page',
      reach(
        annotationsOf(after).filter(
          (value) => !(value.kind === 'reference' && widgets.has(value.number)),
        ),
      ),
    ],
    ['earlier-signature', reach(valuesOf(fields.filter(isEarlier)))],
    ['other', reach([...entries].filter(([key]) => !namedKeys.has(key)).map(([, value]) => value))],
    ['signature', reach(valuesOf(fields.filter((field) => field.isSigned && !isEarlier(field))))],
    ['form', reach([entries.get('AcroForm')])],
    ['validation', reach([entries.get('DSS')], never)],
    [
      'metadata',
      reach([after.trailer.get('Info'), entries.get('Metadata'), entries.get('Extensions')], never),
    ],
  ];
  return { roleOf: (number) => order.find(([, set]) => set.has(number))?.[0] ?? null };
}

/** Every page of a revision, as its entries and its object's number. */
function pagesOf(
  revision: PdfRevision,
): readonly { readonly number: number; readonly page: PdfValue }[] {
  const root = entriesOf(revision.resolve(revision.trailer.get('Root')));
  const pages: { number: number; page: PdfValue }[] = [];
  const seen = new Set<number>();
  const waiting = [root.get('Pages')];
  for (;;) {
    const value = waiting.pop();
    if (value === undefined) return pages;
    if (value.kind !== 'reference' || seen.has(value.number)) continue;
    seen.add(value.number);
    if (seen.size > MOST_OBJECTS) throw new PdfFault('too-much');
    const page = revision.objectOf(value.number);
    const kids = itemsOf(revision.resolve(entriesOf(page).get('Kids')));
    if (kids.length === 0) pages.push({ number: value.number, page });
    else for (const kid of kids) waiting.push(kid);
  }
}

function annotationsOf(revision: PdfRevision): readonly PdfValue[] {
  return pagesOf(revision).flatMap(({ page }) =>
    itemsOf(revision.resolve(entriesOf(page).get('Annots'))),
  );
}

/** A dictionary without some of its entries. */
function without(value: PdfValue, keys: ReadonlySet<string>): PdfValue {
  const entries = new Map([...entriesOf(value)].filter(([key]) => !keys.has(key)));
  return { kind: 'dictionary', entries };
}

const annotationKeys: ReadonlySet<string> = new Set(['Annots']);
const formKeys: ReadonlySet<string> = new Set(['Fields', 'SigFlags', 'DR', 'DA']);

type Same = (one: PdfValue, other: PdfValue) => boolean;

/** Whether a list only grew at its end, by references to fields of the form. */
function onlyGrew(
  before: readonly PdfValue[],
  after: readonly PdfValue[],
  fields: ReadonlySet<number>,
  same: Same,
): boolean {
  return (
    after.length >= before.length &&
    before.every((item, index) => same(item, after[index] ?? pdfNull)) &&
    after.slice(before.length).every((item) => item.kind === 'reference' && fields.has(item.number))
  );
}

/** Faults of the parts that are looked at as a whole: catalog, form, annotations of pages. */
function structureFaults(before: PdfRevision, after: PdfRevision, same: Same): readonly string[] {
  const [rootBefore, rootAfter] = [before, after].map((revision) =>
    revision.resolve(revision.trailer.get('Root')),
  );
  if (rootBefore === undefined || rootAfter === undefined) return ['catalog'];
  const faults: string[] = [];
  // A new field that is not signed could show anything: that is content.
  const signed = terminalFields(after).filter(({ isSigned }) => isSigned);
  const fields = new Set(signed.flatMap(({ objects }) => objects));
  if (!same(without(rootBefore, addedKeys), without(rootAfter, addedKeys))) faults.push('catalog');
  const formBefore = before.resolve(entriesOf(rootBefore).get('AcroForm'));
  const formAfter = after.resolve(entriesOf(rootAfter).get('AcroForm'));
  const areFormsSame = same(without(formBefore, formKeys), without(formAfter, formKeys));
  if (formBefore.kind !== 'null' && !areFormsSame) faults.push('form');
  const list = (revision: PdfRevision, form: PdfValue): readonly PdfValue[] =>
    itemsOf(revision.resolve(entriesOf(form).get('Fields')));
  if (!onlyGrew(list(before, formBefore), list(after, formAfter), fields, same)) {
    faults.push('fields');
  }
  const [pagesBefore, pagesAfter] = [pagesOf(before), pagesOf(after)];
  if (pagesBefore.length !== pagesAfter.length) return [...faults, 'pages'];
  for (const [index, { number, page }] of pagesBefore.entries()) {
    const later = pagesAfter[index];
    if (later?.number !== number) return [...faults, 'pages'];
    if (!same(without(page, annotationKeys), without(later.page, annotationKeys))) {
      faults.push('page');
    }
    const annotations = (revision: PdfRevision, value: PdfValue): readonly PdfValue[] =>
      itemsOf(revision.resolve(entriesOf(value).get('Annots')));
    const grew = onlyGrew(annotations(before, page), annotations(after, later.page), fields, same);
    if (!grew) faults.push('annotations');
  }
  return faults;
}

/** Objects that were compared as a whole above, or only hold others. */
function comparedElsewhere(before: PdfRevision, after: PdfRevision): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const revision of [before, after]) {
    const root = revision.trailer.get('Root');
    if (root?.kind === 'reference') numbers.add(root.number);
    const form = entriesOf(revision.resolve(root)).get('AcroForm');
    if (form?.kind === 'reference') numbers.add(form.number);
    const fields = entriesOf(revision.resolve(form)).get('Fields');
    if (fields?.kind === 'reference') numbers.add(fields.number);
    for (const { number, page } of pagesOf(revision)) {
      numbers.add(number);
      const annotations = entriesOf(page).get('Annots');
      if (annotations?.kind === 'reference') numbers.add(annotations.number);
    }
  }
  return numbers;
}

const weight: Readonly<Record<Role, ChangeKind>> = {
  page: 'content',
  other: 'content',
  'earlier-signature': 'content',
  form: 'forms',
  signature: 'signatures',
  validation: 'signatures',
  metadata: 'signatures',
};

/** Whether what follows the signed part is only blank. */
function isBlank(text: string, from: number): boolean {
  return /^[\s\0]*$/.test(text.slice(from, from + 4096)) && text.length - from <= 4096;
}

/**
 * What was done to a file after the revision that ends at `before.end`. Object by object: whoever
 * added something that is not a field of a signature, its look, validation data or metadata has
 * changed the content, also where no viewer shows it. Bytes behind the last table that no table
 * names count as content too. Throws `PdfFault` where the file cannot be read.
 */
export function changesAfter(text: string, before: PdfRevision, after: PdfRevision): Changes {
  if (before.end === text.length || isBlank(text, before.end))
    return { kind: 'nothing', details: [] };
  if (after.trailer.has('Encrypt')) return { kind: 'unreadable', details: ['encrypted'] };
  const details: string[] = [];
  const { mark } = lastStart(text);
  const isEnd = /^startxref[\s\0]+\d+[\s\0]+%%EOF[\s\0]*$/.test(text.slice(mark, mark + 4200));
  if (mark < before.end || !isEnd) details.push('bytes-behind');
  const comparison = createComparison(text);
  const same: Same = (one, other) => comparison.areSame(one, other, [before, after]);
  for (const key of ['Root', 'Encrypt']) {
    const [one, other] = [before, after].map(({ trailer }) => trailer.get(key) ?? pdfNull);
    if (one === undefined || other === undefined || !same(one, other))
      details.push(`trailer-${key}`);
  }
  details.push(...structureFaults(before, after, same));
  if (details.length > 0) return { kind: 'content', details: [...new Set(details)] };
  const elsewhere = comparedElsewhere(before, after);
  const { roleOf } = findRoles(before, after);
  let worst: ChangeKind = 'signatures';
  for (const number of renewedObjects(before, after)) {
    if (elsewhere.has(number)) continue;
    const role = roleOf(number);
    // What nothing leads to is neither shown nor used: old tables, containers of objects.
    if (role === null) continue;
    const [earlier, later] = [before.objectOf(number), after.objectOf(number)];
    if (same(earlier, later)) continue;
    const kind = weight[role];
    details.push(`${role}-${String(number)}`);
    if (changeKinds.indexOf(kind) > changeKinds.indexOf(worst)) worst = kind;
  }
  return { kind: worst, details: details.slice(0, 50) };
}
