import { z } from 'zod';
import { longestTexts } from '../../domain/request/check-request-data';
import type { RequestCommand } from '../../domain/request/request-command';
import type { TimeZone } from '../../domain/office/office-event';
import { arrivalInstant, arrivalOf } from '../intake/arrival-time';

const text = z.string().catch('');

const askValuesSchema = z.object({
  askedBy: text,
  /** yyyy-mm-dd or the text that is no date yet, and the clock as typed. */
  date: text,
  time: text,
  wrong: text,
  evidence: text,
});
export type AskValues = z.infer<typeof askValuesSchema>;
export type AskField = keyof AskValues;

/** The values of a draft; null when it is none of this form. */
export function parseAskValues(values: unknown): AskValues | null {
  const parsed = askValuesSchema.safeParse(values);
  return parsed.success ? parsed.data : null;
}

/** A fresh form: the person himself, now. */
export function freshAsk(name: string, now: string, timeZone: TimeZone): AskValues {
  return { askedBy: name, ...arrivalOf(now, timeZone), wrong: '', evidence: '' };
}

export type AskProblem = 'askedBy' | 'wrong' | 'long' | 'time' | 'ahead';

/** What is wrong, by field; empty when it can be recorded. */
export function askProblems(
  values: AskValues,
  now: string,
  timeZone: TimeZone,
): Partial<Record<AskField, AskProblem>> {
  const at = arrivalInstant(values, timeZone);
  const isLong = (field: AskField) => values[field].trim().length > longestTexts.note;
  return {
    ...(values.askedBy.trim() === '' && { askedBy: 'askedBy' }),
    ...(isLong('askedBy') && { askedBy: 'long' }),
    ...(at === null && { date: 'time' }),
    ...(at !== null && Date.parse(at) > Date.parse(now) && { date: 'ahead' }),
    ...(values.wrong.trim() === '' && { wrong: 'wrong' }),
    ...(isLong('wrong') && { wrong: 'long' }),
    ...(isLong('evidence') && { evidence: 'long' }),
  };
}

/** The command of values without problems; null for a time that is no moment. */
export function askCommand(
  values: AskValues,
  ticketId: string,
  timeZone: TimeZone,
): Extract<RequestCommand, { command: 'ask-correction' }> | null {
  const askedAt = arrivalInstant(values, timeZone);
  if (askedAt === null) return null;
  const { askedBy, wrong, evidence } = values;
  return { command: 'ask-correction', ticketId, askedAt, askedBy, wrong, evidence };
}
