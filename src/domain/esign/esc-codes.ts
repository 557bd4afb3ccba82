import { z } from 'zod';
import type { EscProblem } from '../../contract/esign';
import { hideNiksIn } from '../identifiers/niks-in-text';

/** Longest text of the service that is shown. */
const LONGEST_TEXT = 500;

/** esign-client-service.md, 1.4. 1111 is no problem: a status of version 1. */
const problems: Readonly<Record<string, EscProblem>> = {
  '1110': 'not-registered',
  '2011': 'not-registered',
  '2021': 'no-certificate',
  '2031': 'passphrase-wrong',
  '4014': 'nik-missing',
  '4015': 'nik-malformed',
  '4024': 'nik-taken',
  '4044': 'already-downloaded',
};

/** An error as the service tells it, in any of its shapes. */
export interface EscError {
  readonly problem: EscProblem;
  /** The service's own code; null where it gives none but an HTTP status. */
  readonly code: string | null;
  /** Its text, any NIK masked; '' where it gives none. */
  readonly text: string;
}

/** A text of the service as a person may see it: cut, any NIK masked. */
export function shownText(text: string): string {
  return hideNiksIn(text).slice(0, LONGEST_TEXT);
}

/** What a code means; `unknown` for one that is not in the list. */
export function problemOf(code: string | null): EscProblem {
  return (code === null ? undefined : problems[code]) ?? 'unknown';
}

/** A code that stands at the end of a text: `User tidak terdaftar 2011`. */
function codeAtEnd(text: string): string | null {
  const code = /(?<!\d)(\d{4})[\s.)\]]*$/.exec(text)?.[1] ?? null;
  return code !== null && code in problems ? code : null;
}

const words = z.union([z.string(), z.number()]).transform(String);
const errorSchema = z.object({
  status_code: words.nullable().catch(null),
  statusCode: words.nullable().catch(null),
  code: words.nullable().catch(null),
  error: z.unknown().optional(),
  message: z.unknown().optional(),
  detail: z.unknown().optional(),
});

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const inner = z.object({ message: z.string() }).safeParse(value);
  return inner.success ? inner.data.message : '';
}

/**
 * Reads an error: `{error, status_code}` with the code in its field or at the end of the text,
 * `{message, …}`, Spring's `{timestamp, status, error, path}`, and whatever else has a text
 * (esign-client-service.md, 1.2 and 1.4). Anything unreadable is `unknown` without a text.
 */
export function readEscError(value: unknown): EscError {
  const parsed = errorSchema.safeParse(value);
  if (!parsed.success) return { problem: 'unknown', code: null, text: '' };
  const { status_code, statusCode, code, error, message, detail } = parsed.data;
  const text = [error, message, detail].map(textOf).find((found) => found !== '') ?? '';
  const fields = [status_code, statusCode, code].filter((found) => found !== null);
  const known = fields.find((found) => found in problems) ?? codeAtEnd(text);
  // A field with an HTTP status says no more than the answer's own.
  const other = fields.find((found) => /^\d{4,}$/.test(found)) ?? null;
  return { problem: problemOf(known), code: known ?? other, text: shownText(text) };
}
