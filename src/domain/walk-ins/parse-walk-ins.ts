import { fail, succeed, type Result } from '../../contract/result';
import {
  checkRequestData,
  cleanRequestData,
  type TypedRequestData,
} from '../request/check-request-data';
import { cleanText } from '../identifiers/person-name';
import type { ProblemParams, Severity } from '../identifiers/problem';
import { personnelSchema, type Personnel, type RequestData } from '../request/request-data';
import { isKnownDocument } from '../sop/known-documents';
import type { Sop } from '../sop/sop';
import { splitCsv } from './csv';
import { instantOf } from './instant';
import { knownSopIds } from './known-sops';
import {
  hasKnownColumns,
  objectReader,
  tableReader,
  type RowProblem,
  type RowReader,
} from './row-reader';
import type { WalkIn, WalkInProblem, WalkInRow } from './walk-in';

export interface WalkInRules {
  /** SOPs of this installation, each id once. */
  readonly sops: readonly Sop[];
  readonly emailSuffixes: readonly string[];
  /** Calendar year in which the file is read: gives a NIK its century. */
  readonly yearNow: number;
  /** RFC 3339; nobody has arrived after it, as in the form. */
  readonly now: string;
}

/** Why a file cannot be read as walk-ins at all, said once and not per row. */
export const walkInsFileProblemCodes = [
  'file-not-json',
  'file-not-list',
  'csv-quote-open',
  'csv-no-header',
  'csv-columns-unknown',
] as const;
export interface WalkInsFileProblem {
  readonly code: (typeof walkInsFileProblemCodes)[number];
  readonly params: ProblemParams;
}

export type WalkInsFormat = 'json' | 'csv';

/** The format a file is written in: by its name, else by its first character. */
export function walkInsFormat(fileName: string, text: string): WalkInsFormat {
  if (/\.json$/i.test(fileName)) return 'json';
  if (/\.(csv|tsv|txt)$/i.test(fileName)) return 'csv';
  return /^\uFEFF?\s*[[{]/.test(text) ? 'json' : 'csv';
}

/**
 * Reads a file of walk-ins (walk-ins.md): each row taken or refused with every field that
 * refuses it. Identifiers are cleaned and checked as in the form; warnings do not refuse.
 * Attachments are named, not opened: whether a path may be read is the reader's to decide.
 */
export function parseWalkIns(
  text: string,
  format: WalkInsFormat,
  rules: WalkInRules,
): Result<readonly WalkInRow[], WalkInsFileProblem> {
  return format === 'json' ? parseJson(text, rules) : parseCsv(text, rules);
}

function parseJson(
  text: string,
  rules: WalkInRules,
): Result<readonly WalkInRow[], WalkInsFileProblem> {
  const source = text.replace(/^\uFEFF/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    return fail({ code: 'file-not-json', params: { line: lineOfJsonError(error, source) } });
  }
  if (!Array.isArray(parsed)) return fail({ code: 'file-not-list', params: {} });
  const rows: readonly unknown[] = parsed;
  return succeed(
    rows.map((row, index) =>
      typeof row === 'object' && row !== null && !Array.isArray(row)
        ? parseRow(objectReader(row), index, rules)
        : refused(index, [{ field: '', code: 'row-not-object', params: {} }]),
    ),
  );
}

function parseCsv(
  text: string,
  rules: WalkInRules,
): Result<readonly WalkInRow[], WalkInsFileProblem> {
  const table = splitCsv(text);
  if (!table.ok) return fail({ code: table.error.code, params: { line: table.error.line } });
  const { columns, rows } = table.value;
  if (!hasKnownColumns(columns)) return fail({ code: 'csv-columns-unknown', params: {} });
  return succeed(rows.map((cells, index) => parseRow(tableReader(columns, cells), index, rules)));
}

function parseRow(reader: RowReader, index: number, rules: WalkInRules): WalkInRow {
  const sopId = cleanText(reader.text('sop') ?? '');
  const sop = rules.sops.find(({ id }) => id === sopId);
  // Without its SOP nothing else of a row can be judged.
  if (sop === undefined) return refused(index, [sopProblem(sopId, reader.problems)]);
  const { personnel, data } = readData(reader);
  const arrivedAt = readArrival(reader, rules.now);
  const ref = cleanText(reader.text('ref') ?? '');
  const attachments = reader.attachments((document) => isKnownDocument(sop, document));
  const checked = checkRequestData(data, { ...rules, sop })
    .map((problem) => ({ ...problem, field: fileField(problem.field) }))
    .filter(({ field }) => isJudged(field, personnel, reader.problems));
  const found: readonly (RowProblem & { readonly severity: Severity })[] = [
    ...asErrors(arrivedAt.problems),
    ...asErrors(reader.problems),
    ...asErrors(personnel.problems),
    ...checked,
  ];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || arrivedAt.instant === null) return refused(index, errors);
  const walkIn: WalkIn = {
    ref: ref === '' ? null : ref,
    arrivedAt: arrivedAt.instant,
    sopId,
    data,
    attachments,
  };
  return { index, outcome: 'taken', walkIn, warnings: numbered(index, found) };
}

function sopProblem(sopId: string, unread: readonly RowProblem[]): RowProblem {
  const misread = unread.find(({ field }) => field === 'sop');
  if (misread !== undefined) return misread;
  if (sopId === '') return { field: 'sop', code: 'required', params: {} };
  const code = knownSopIds.includes(sopId) ? 'sop-not-installed' : 'sop-unknown';
  return { field: 'sop', code, params: { sop: sopId } };
}

interface PersonnelReading {
  readonly known: boolean;
  readonly problems: readonly RowProblem[];
}

function readData(reader: RowReader): {
  readonly personnel: PersonnelReading;
  readonly data: RequestData;
} {
  const typed = cleanText(reader.text('applicant.personnel') ?? '').toLowerCase();
  const parsed = personnelSchema.safeParse(typed.replace(/[\s_]+/g, '-'));
  const personnel: Personnel = parsed.success ? parsed.data : 'pns';
  const field = 'applicant.personnel';
  const problem: RowProblem =
    typed === ''
      ? { field, code: 'required', params: {} }
      : { field, code: 'personnel-unknown', params: { typed } };
  const misread = reader.problems.some((one) => one.field === field);
  return {
    personnel: { known: parsed.success, problems: parsed.success || misread ? [] : [problem] },
    data: cleanRequestData(readTyped(reader, personnel)),
  };
}

function readTyped(reader: RowReader, personnel: Personnel): TypedRequestData {
  const { text } = reader;
  return {
    applicant: {
      name: text('applicant.name'),
      nik: text('applicant.nik'),
      personnel,
      nip: text('applicant.nip'),
      rank: text('applicant.rank'),
      position: text('applicant.position'),
      unit: text('applicant.unit'),
      email: text('applicant.email'),
      phone: text('applicant.phone'),
    },
    superior: {
      name: text('superior.name'),
      nip: text('superior.nip'),
      rank: text('superior.rank'),
      position: text('superior.position'),
    },
    certificate: {
      subjectDn: text('certificate.subjectDn'),
      serialNumber: text('certificate.serialNumber'),
      notAfter: text('certificate.notAfter'),
    },
    reason: { key: text('reason'), note: text('reasonNote') },
  };
}

function readArrival(
  reader: RowReader,
  now: string,
): {
  readonly instant: string | null;
  readonly problems: readonly RowProblem[];
} {
  const field = 'arrivedAt';
  const typed = cleanText(reader.text(field) ?? '');
  const instant = instantOf(typed);
  if (instant !== null && Date.parse(instant) > Date.parse(now)) {
    return { instant, problems: [{ field, code: 'arrival-future', params: { typed } }] };
  }
  if (instant !== null || reader.problems.some((one) => one.field === field)) {
    return { instant, problems: [] };
  }
  const code = typed === '' ? 'required' : 'arrival-format';
  return { instant, problems: [{ field, code, params: typed === '' ? {} : { typed } }] };
}

/** A field that could not be read, or that hangs on one, has its problem already. */
function isJudged(
  field: string,
  personnel: PersonnelReading,
  unread: readonly RowProblem[],
): boolean {
  if (field === 'applicant.nip' && !personnel.known) return false;
  return !unread.some((one) => field === one.field || field.startsWith(`${one.field}.`));
}

function fileField(field: string): string {
  if (field === 'reason.key') return 'reason';
  return field === 'reason.note' ? 'reasonNote' : field;
}

function asErrors(
  problems: readonly RowProblem[],
): readonly (RowProblem & { readonly severity: Severity })[] {
  return problems.map((problem) => ({ ...problem, severity: 'error' }));
}

function refused(index: number, problems: readonly RowProblem[]): WalkInRow {
  return { index, outcome: 'refused', problems: numbered(index, problems) };
}

function numbered(index: number, problems: readonly RowProblem[]): readonly WalkInProblem[] {
  return problems.map(({ field, code, params }) => ({ index, field, code, params }));
}

/** The line a JSON parser stopped at, as far as it says; else the last. */
function lineOfJsonError(error: unknown, source: string): number {
  const said = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(said)?.[1];
  const upTo = position === undefined ? source : source.slice(0, Number(position));
  return upTo.split('\n').length;
}
