import type { ProblemParams } from '../identifiers/problem';
import { cleanText } from '../identifiers/person-name';
import type { WalkInAttachment, WalkInProblemCode } from './walk-in';

/** A problem before the row's number is known. */
export interface RowProblem {
  readonly field: string;
  readonly code: WalkInProblemCode;
  readonly params: ProblemParams;
}

/** Whether a paper of that key may be attached. */
type IsKnown = (document: string) => boolean;

/** Reads one row by the format's dotted names, whichever way the file writes it. */
export interface RowReader {
  /** The text of a field; null when it is missing, null or blank, or not text. */
  readonly text: (field: string) => string | null;
  readonly attachments: (isKnown: IsKnown) => readonly WalkInAttachment[];
  /** What could not be read so far. */
  readonly problems: readonly RowProblem[];
}

/**
 * Reads a row written as an object. A number is taken as its digits where it is exact; one
 * beyond 2⁵³ has lost digits already and is refused. A text in place of an object, or the
 * like, is a problem of the field.
 */
export function objectReader(row: object): RowReader {
  const problems: RowProblem[] = [];
  for (const part of ['applicant', 'superior', 'certificate']) {
    const value = own(row, part);
    if (value !== undefined && !isObject(value)) {
      problems.push({ field: part, code: 'not-object', params: {} });
    }
  }
  return {
    problems,
    text: (field) => textOf(valueAt(row, field), field, problems),
    attachments: (isKnown) => listedAttachments(own(row, 'attachments'), isKnown, problems),
  };
}

/**
 * Reads a row of a table: each column is a dotted name, attachments are written
 * `document=path;document=path`. Columns of other names are passed over.
 */
export function tableReader(columns: readonly string[], cells: readonly string[]): RowReader {
  const problems: RowProblem[] = [];
  const text = (field: string): string | null => {
    const at = columns.findIndex((column) => column.toLowerCase() === field.toLowerCase());
    return blankToNull(cells[at] ?? '');
  };
  return {
    problems,
    text,
    attachments: (isKnown) => writtenAttachments(text('attachments'), isKnown, problems),
  };
}

/** Names of columns by which a table is recognised as one of walk-ins. */
export function hasKnownColumns(columns: readonly string[]): boolean {
  const names = columns.map((column) => column.toLowerCase());
  return names.includes('sop') && names.includes('applicant.nik');
}

function own(of: object, key: string): unknown {
  const value: unknown = Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined;
  return value ?? undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(row: object, field: string): unknown {
  const [first = '', second] = field.split('.');
  const value = own(row, first);
  if (second === undefined) return value;
  return isObject(value) ? own(value, second) : undefined;
}

function textOf(value: unknown, field: string, problems: RowProblem[]): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return blankToNull(value);
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return String(value);
    problems.push({ field, code: 'number-imprecise', params: {} });
    return null;
  }
  problems.push({ field, code: 'not-text', params: {} });
  return null;
}

function listedAttachments(
  value: unknown,
  isKnown: IsKnown,
  problems: RowProblem[],
): readonly WalkInAttachment[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push({ field: 'attachments', code: 'not-list', params: {} });
    return [];
  }
  const items: readonly unknown[] = value;
  return items.flatMap((item, index) => {
    const field = `attachments.${index}`;
    if (!isObject(item)) {
      problems.push({ field, code: 'not-object', params: {} });
      return [];
    }
    return namedAttachment(
      field,
      textOf(own(item, 'document'), `${field}.document`, problems),
      textOf(own(item, 'path'), `${field}.path`, problems),
      isKnown,
      problems,
    );
  });
}

function writtenAttachments(
  cell: string | null,
  isKnown: IsKnown,
  problems: RowProblem[],
): readonly WalkInAttachment[] {
  const pieces = (cell ?? '').split(';').filter((piece) => piece.trim() !== '');
  return pieces.flatMap((piece, index) => {
    const field = `attachments.${index}`;
    const equals = piece.indexOf('=');
    if (equals < 0) {
      problems.push({ field, code: 'attachment-shape', params: { typed: piece.trim() } });
      return [];
    }
    const document = blankToNull(piece.slice(0, equals));
    return namedAttachment(
      field,
      document,
      blankToNull(piece.slice(equals + 1)),
      isKnown,
      problems,
    );
  });
}

function namedAttachment(
  field: string,
  typed: string | null,
  path: string | null,
  isKnown: IsKnown,
  problems: RowProblem[],
): readonly WalkInAttachment[] {
  const document = typed === null ? null : cleanText(typed);
  const has = (missing: string): boolean => problems.some((one) => one.field === missing);
  if (document === null && !has(`${field}.document`)) {
    problems.push({ field: `${field}.document`, code: 'required', params: {} });
  }
  if (document !== null && !isKnown(document)) {
    problems.push({ field: `${field}.document`, code: 'document-unknown', params: { document } });
  }
  if (path === null && !has(`${field}.path`)) {
    problems.push({ field: `${field}.path`, code: 'attachment-path-missing', params: {} });
  }
  if (document === null || path === null) return [];
  return [{ document, path: path.trim() }];
}

function blankToNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
