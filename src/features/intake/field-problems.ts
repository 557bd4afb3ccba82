import { isRealIsoDate } from '../../domain/identifiers/calendar-date';
import type { ProblemParams, Severity } from '../../domain/identifiers/problem';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { checkRequestData, type FieldProblem } from '../../domain/request/check-request-data';
import type { PublishedNotice } from '../../domain/privacy/notice';
import type { Sop } from '../../domain/sop/sop';
import {
  isMessageKey,
  translateMessage,
  type Locale,
  type Message,
  type MessageKey,
} from '../../messages/catalogue';
import { formatDate } from '../../ui/format/date-time';
import { arrivalInstant, checkArrival } from './arrival-time';
import { fieldPaths, isFieldPath, type FieldPath } from './form-fields';
import { toRequestData, type IntakeValues } from './intake-values';
import { privacyProblems } from './privacy-values';

/** What is wrong with a field, as a message. Errors refuse the record, warnings are shown. */
export interface FormProblem {
  readonly field: FieldPath;
  readonly severity: Severity;
  readonly message: Message;
}

export interface FormRules {
  readonly form: 'intake' | 'correction';
  /** The chosen SOP; null while none is chosen. */
  readonly sop: Sop | null;
  readonly office: OfficeProfile;
  /** RFC 3339 UTC. */
  readonly now: string;
  /** RFC 3339 UTC: when the person of a corrected record came; null in an intake. */
  readonly arrivedAt: string | null;
  /** The privacy notice in force; null while none was published. */
  readonly notice: PublishedNotice | null;
}

/**
 * Everything wrong with the form, in its order: the domain's rules for the record, and what
 * only the form knows (the arrival, the SOP, the reason of a correction).
 */
export function findProblems(values: IntakeValues, rules: FormRules): readonly FormProblem[] {
  const { office, sop } = rules;
  const arrivedAt = rules.arrivedAt ?? arrivalInstant(values.arrival, office.timeZone) ?? rules.now;
  const ofRecord = checkRequestData(toRequestData(values), {
    sop: sop ?? { reasons: [] },
    emailSuffixes: office.emailSuffixes,
    yearNow: localDate(arrivedAt, office.timeZone).year,
  }).flatMap(formProblem);
  const all = [
    ...ofRecord,
    ...(rules.form === 'intake' ? ofIntake(values, rules) : ofCorrection(values)),
  ];
  return all.toSorted((one, other) => position(one) - position(other));
}

/** The first problem of each field, errors before warnings. */
export function problemOfField(
  problems: readonly FormProblem[],
  field: FieldPath,
): FormProblem | undefined {
  const own = problems.filter((problem) => problem.field === field);
  return own.find(({ severity }) => severity === 'error') ?? own[0];
}

/** The sentence of a problem; days in it are written out ("15 Januari 1985"). */
export function problemText(locale: Locale, { message }: Pick<FormProblem, 'message'>): string {
  const context = { locale, timeZone: 'UTC' };
  const params = Object.entries(message.params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && isRealIsoDate(value) ? formatDate(value, context) : value,
  ]);
  return translateMessage(locale, {
    key: message.key,
    params: Object.fromEntries(params) as ProblemParams,
  });
}

/** A problem that a command was refused for, on its field; none for a field of another form. */
export function formProblem({
  field,
  code,
  severity,
  params,
}: FieldProblem): readonly FormProblem[] {
  if (!isFieldPath(field)) return [];
  const key = keyOf(code);
  return [{ field, severity, message: { key, params } }];
}

/** The form takes dates as people write them, so its sentence differs from the importer's. */
function keyOf(code: string): MessageKey {
  if (code === 'date-invalid') return 'intake.problem.date-invalid';
  const key = `problem.${code}`;
  return isMessageKey(key) ? key : 'intake.problem.other';
}

function ofIntake(values: IntakeValues, rules: FormRules): readonly FormProblem[] {
  const arrival = checkArrival(values.arrival, rules.now, rules.office.timeZone).map(
    ({ field, code }) => error(field, `intake.problem.${code}`),
  );
  const privacy = privacyProblems(values, rules.notice).map(({ field, key }) => error(field, key));
  const sop = rules.sop === null ? [error('sop', 'intake.problem.sop-missing')] : [];
  return [...privacy, ...sop, ...arrival];
}

function ofCorrection(values: IntakeValues): readonly FormProblem[] {
  return values.correctionReason.trim() === ''
    ? [error('correctionReason', 'intake.problem.correction-reason-missing')]
    : [];
}

function error(field: FieldPath, key: MessageKey): FormProblem {
  return { field, severity: 'error', message: { key } };
}

function position({ field }: FormProblem): number {
  return fieldPaths.indexOf(field);
}
