import {
  actorFields,
  documentFields,
  identityValue,
  reasonFields,
  stepFields,
  type ActorField,
  type DocumentField,
  type IdentityField,
  type ReasonField,
  type RowChange,
  type RowDiff,
  type SopDiff,
  type StepField,
} from '../../domain/sop/diff-sops';
import { findStep } from '../../domain/sop/route';
import type { Sop, SopActor, SopDocument, SopReason, SopStep } from '../../domain/sop/sop';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import { formatLongDate } from '../../ui/format/date-time';
import { formatStandardTime } from '../../ui/format/duration';
import { actorLabel, documentLabel, letterTitle, serviceLabel } from '../shared/sop-words';

/** What a cell shows: lines of text, none for a blank one; null where the row is not there. */
export type CellLines = readonly string[] | null;

/** One field in words, before and after. */
export interface ShownCell {
  readonly field: string;
  readonly label: string;
  readonly before: CellLines;
  readonly after: CellLines;
}

/** One row in words: what became of it, and what of it differs. */
export interface ShownRow {
  readonly key: string;
  readonly change: RowChange;
  readonly name: string;
  /** Places in the two lists, from 1. */
  readonly from: number;
  readonly to: number;
  readonly cells: readonly ShownCell[];
}

export interface ShownDiff {
  readonly identity: readonly ShownCell[];
  readonly actors: readonly ShownRow[];
  readonly documents: readonly ShownRow[];
  readonly reasons: readonly ShownRow[];
  readonly steps: readonly ShownRow[];
}

/** A comparison in the words of the screen. */
export function diffInWords(diff: SopDiff, before: Sop, after: Sop, locale: Locale): ShownDiff {
  const sops = { before, after, locale };
  return {
    identity: diff.identity.map((field) => ({
      field,
      label: translate(locale, `sopEditor.field.${field}`),
      before: identityLines(before, field, locale),
      after: identityLines(after, field, locale),
    })),
    actors: rowsInWords(diff.actors, actorFields, sops, {
      nameOf: (_, { label }) => label,
      linesOf: (_, row, field) => actorLines(row, field, locale),
    }),
    documents: rowsInWords(diff.documents, documentFields, sops, {
      nameOf: (_, { label }) => label,
      linesOf: documentLines,
    }),
    reasons: rowsInWords(diff.reasons, reasonFields, sops, {
      nameOf: (_, { label }) => label,
      linesOf: (_, row, field) => reasonLines(row, field, locale),
    }),
    steps: rowsInWords(diff.steps, stepFields, sops, {
      nameOf: (sop, { key }) => stepName(sop, key),
      linesOf: (sop, row, field) => stepLines(sop, row, field, locale),
    }),
  };
}

function fieldLabel(field: RowField, locale: Locale): string {
  return translate(locale, `sopEditor.field.${field}`);
}

type RowField = ActorField | DocumentField | ReasonField | StepField;

interface RowWords<Row, Field> {
  readonly nameOf: (sop: Sop, row: Row) => string;
  readonly linesOf: (sop: Sop, row: Row, field: Field) => readonly string[];
}

/** Of a row that only one SOP has, all fields that say something; of the others what differs. */
function rowsInWords<Row, Field extends RowField>(
  rows: readonly RowDiff<Row, Field>[],
  fields: readonly Field[],
  { before, after, locale }: { before: Sop; after: Sop; locale: Locale },
  { nameOf, linesOf }: RowWords<Row, Field>,
): readonly ShownRow[] {
  return rows.map((row) => {
    const old = row.before;
    const isWhole = old === null || row.after === null;
    const cells = (isWhole ? fields : row.fields).map((field) => ({
      field,
      label: fieldLabel(field, locale),
      before: old === null ? null : linesOf(before, old, field),
      after: row.after === null ? null : linesOf(after, row.after, field),
    }));
    return {
      key: row.key,
      change: row.change,
      name: row.after !== null ? nameOf(after, row.after) : old === null ? '' : nameOf(before, old),
      from: row.placeBefore + 1,
      to: row.placeAfter + 1,
      cells: cells.filter((cell) => !isWhole || (cell.before ?? cell.after ?? []).length > 0),
    };
  });
}

const lines = (text: string | null | undefined): readonly string[] => (text ? [text] : []);
const yesNo = (value: boolean, locale: Locale): readonly string[] => [
  translate(locale, value ? 'sop.diff.yes' : 'sop.diff.no'),
];

/** An identity field in words. */
function identityLines(sop: Sop, field: IdentityField, locale: Locale): readonly string[] {
  if (field === 'service') return [serviceLabel(sop.service, locale)];
  if (field === 'legalBases') {
    return sop.identity.legalBases.map(({ text, correction }) =>
      correction === null
        ? text
        : translate(locale, 'sop.diff.corrected', { basis: text, correction }),
    );
  }
  const value = identityValue(sop, field);
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string') return [];
  const isDay = field === 'createdOn' || field === 'revisedOn' || field === 'effectiveOn';
  const isRead = isDay && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return lines(isRead ? formatLongDate(value, { locale, timeZone: 'UTC' }) : value);
}

function actorLines(actor: SopActor, field: ActorField, locale: Locale): readonly string[] {
  return field === 'side' ? [translate(locale, `sopEditor.side.${actor.side}`)] : [actor.label];
}

function documentLines(sop: Sop, document: SopDocument, field: DocumentField): readonly string[] {
  switch (field) {
    case 'label':
      return [document.label];
    case 'madeByLetter':
      return document.madeByLetter === undefined ? [] : [letterTitle(document.madeByLetter)];
    case 'broughtBy':
      return document.broughtBy === undefined ? [] : [actorLabel(sop, document.broughtBy)];
  }
}

function reasonLines(reason: SopReason, field: ReasonField, locale: Locale): readonly string[] {
  switch (field) {
    case 'label':
    case 'letterText':
      return lines(reason[field]);
    case 'crlReasonCode':
      return lines(codeText(reason.crlReasonCode, locale));
    case 'noteRequired':
      return yesNo(reason.noteRequired, locale);
  }
}

function codeText(code: number | null, locale: Locale): string {
  const key = code === null ? 'sopEditor.reasons.codeNone' : `sopEditor.crl.${String(code)}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : String(code);
}

/** A field of a step in words, with the labels of its own SOP. */
function stepLines(sop: Sop, step: SopStep, field: StepField, locale: Locale): readonly string[] {
  switch (field) {
    case 'activity':
    case 'completeness':
    case 'output':
    case 'note':
      return lines(step[field]);
    case 'kind':
      return [translate(locale, `sopEditor.kind.${step.kind}`)];
    case 'actor':
      return lines(actorLabel(sop, step.actor));
    case 'alternateActors':
      return step.alternateActors.map((key) => actorLabel(sop, key));
    case 'standardTime':
      return lines(step.standardTime && formatStandardTime(step.standardTime, locale));
    case 'requires':
      return step.requires.map((one) => requirementText(sop, one, locale));
    case 'letters':
      return step.letters.map(letterTitle);
    case 'optional':
      return yesNo(step.optional, locale);
    case 'passesTo':
      return [onwardText(sop, step, locale)];
    case 'refusal':
      return lines(refusalText(sop, step, locale));
    case 'disposesTo':
      return lines(step.disposesTo?.label);
  }
}

/** "3. Memeriksa …", with the number it has in its own SOP. */
function stepName(sop: Sop, key: string): string {
  const step = findStep(sop, key);
  return step === undefined ? key : `${String(step.number)}. ${step.activity}`;
}

function requirementText(sop: Sop, one: SopStep['requires'][number], locale: Locale): string {
  const document = documentLabel(sop, one.document, locale);
  const reasons = (one.onlyForReasons ?? []).map(
    (key) => sop.reasons.find((reason) => reason.key === key)?.label ?? key,
  );
  return reasons.length === 0
    ? document
    : translate(locale, 'sop.diff.forReasons', { document, reasons: reasons.join(', ') });
}

function onwardText(sop: Sop, { passesTo }: SopStep, locale: Locale): string {
  if (passesTo === undefined) return translate(locale, 'sop.diff.next');
  return passesTo === null ? translate(locale, 'sop.diff.end') : stepName(sop, passesTo);
}

function refusalText(sop: Sop, { refusal }: SopStep, locale: Locale): string | null {
  if (refusal === undefined) return null;
  const step = stepName(sop, refusal.returnsTo);
  return refusal.renewsDocuments ? translate(locale, 'sop.diff.renewed', { step }) : step;
}
