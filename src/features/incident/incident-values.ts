import { z } from 'zod';
import { LONGEST_INCIDENT_TEXT } from '../../domain/incident/decide-incident';
import { dataKindSchema, type IncidentFacts } from '../../domain/incident/incident-event';
import type { TimeZone } from '../../domain/office/office-event';
import { arrivalInstant, arrivalOf } from '../intake/arrival-time';

const text = z.string().catch('');

const incidentValuesSchema = z.object({
  /** The incident that is revised; null for a new one. */
  incidentId: z.string().nullable().catch(null),
  date: text,
  time: text,
  title: text,
  occurred: text,
  how: text,
  kinds: z.array(dataKindSchema).catch([]),
  otherKinds: text,
  affected: z.enum(['all', 'requests', 'unknown']).catch('unknown'),
  requestIds: z.array(z.string()).catch([]),
  count: text,
  measures: text,
});
export type IncidentValues = z.infer<typeof incidentValuesSchema>;
export type IncidentField = keyof IncidentValues;

/** The values of a draft; null when it is none of this form. */
export function parseIncidentValues(values: unknown): IncidentValues | null {
  const parsed = incidentValuesSchema.safeParse(values);
  return parsed.success ? parsed.data : null;
}

/** A fresh form: it became known just now. */
export function freshIncident(now: string, timeZone: TimeZone): IncidentValues {
  return { ...incidentValuesSchema.parse({}), ...arrivalOf(now, timeZone) };
}

/** The form of an incident that exists, for more that is known. */
export function incidentValuesOf(
  incidentId: string,
  facts: IncidentFacts,
  timeZone: TimeZone,
): IncidentValues {
  const { knownAt, affected, count, ...texts } = facts;
  return {
    ...texts,
    incidentId,
    ...arrivalOf(knownAt, timeZone),
    affected: affected.kind,
    requestIds: affected.kind === 'requests' ? affected.requestIds : [],
    count: count === null ? '' : String(count),
  };
}

export type IncidentProblem =
  'missing' | 'long' | 'time' | 'ahead' | 'kinds' | 'affected' | 'count';

const texts = ['title', 'occurred', 'how', 'measures'] as const;

/** What is wrong, by field and in the order of the form; empty when it can be recorded. */
export function incidentProblems(
  values: IncidentValues,
  now: string,
  timeZone: TimeZone,
): Partial<Record<IncidentField, IncidentProblem>> {
  const at = arrivalInstant(values, timeZone);
  const found: Partial<Record<IncidentField, IncidentProblem>> = {};
  if (at === null) found.date = 'time';
  else if (Date.parse(at) > Date.parse(now)) found.date = 'ahead';
  for (const name of texts) {
    if (values[name].trim() === '') found[name] = 'missing';
    else if (values[name].length > LONGEST_INCIDENT_TEXT) found[name] = 'long';
  }
  if (values.kinds.length === 0) found.kinds = 'kinds';
  if (values.kinds.includes('other') && values.otherKinds.trim() === '') {
    found.otherKinds = 'missing';
  }
  if (values.affected === 'requests' && values.requestIds.length === 0) found.affected = 'affected';
  if (!/^\d{0,9}$/.test(values.count.trim())) found.count = 'count';
  return found;
}

/** The facts of values without problems; null for a time that is no moment. */
export function incidentFacts(values: IncidentValues, timeZone: TimeZone): IncidentFacts | null {
  const knownAt = arrivalInstant(values, timeZone);
  if (knownAt === null) return null;
  const { title, occurred, how, kinds, otherKinds, measures, requestIds } = values;
  const count = values.count.trim();
  return {
    knownAt,
    title,
    occurred,
    how,
    kinds,
    otherKinds,
    measures,
    affected:
      values.affected === 'requests'
        ? { kind: 'requests', requestIds: [...requestIds] }
        : { kind: values.affected },
    count: count === '' ? null : Number(count),
  };
}
