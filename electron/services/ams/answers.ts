import { z } from 'zod';
import { receiptSchema, type Receipt, type RemoteSubmission } from '../../../src/contract/ams';
import type { Answer } from './exchange';

/** JSON read from an answer of the expected content type. */
export interface JsonAnswer {
  readonly value: unknown;
  /** True for `application/problem+json`. */
  readonly isProblem: boolean;
}

/** A problem document (RFC 9457), cut to what a person can read and a schema can hold. */
export interface Problem {
  readonly type: string;
  /** The document's `detail`, else its `title`, else ''. */
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  /** Lower-case SHA-256 hex of the files asked for (424). */
  readonly missing: readonly string[];
}

const longestText = 500;
const mostEntries = 200;
const longestWaitMs = 24 * 60 * 60 * 1000;

/** The media type of a `Content-Type` header in lower case, without its parameters; '' for none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * The JSON of an answer, or null when the answer is not the gateway's: another content type
 * (a captive portal's page), compressed, not UTF-8, or not JSON.
 */
export function readJson(answer: Pick<Answer, 'headers' | 'body'>): JsonAnswer | null {
  const mediaType = mediaTypeOf(answer.headers['content-type']);
  const isProblem = mediaType === 'application/problem+json';
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if ((!isProblem && mediaType !== 'application/json') || encoding !== 'identity') return null;
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(answer.body),
    );
    return { value, isProblem };
  } catch {
    return null;
  }
}

/** An HTTP date (IMF-fixdate, RFC 9110 5.6.7) as milliseconds since 1970; null for anything else. */
export function parseHttpDate(text: string | undefined): number | null {
  if (
    text === undefined ||
    !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
  )
    return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/**
 * `Retry-After` (RFC 9110 10.2.3) as milliseconds from the answer, at most one day; null when
 * absent or unreadable. A date is measured against the server's own `Date`, because the
 * device clock may be wrong; against the device clock only where the server sends none.
 */
export function readRetryAfter(answer: Pick<Answer, 'headers' | 'answeredAtMs'>): number | null {
  const text = answer.headers['retry-after']?.trim();
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestWaitMs);
  const date = parseHttpDate(text);
  if (date === null) return null;
  const from = parseHttpDate(answer.headers['date']) ?? answer.answeredAtMs;
  return Math.min(Math.max(date - from, 0), longestWaitMs);
}

/**
 * Server clock minus device clock in milliseconds, from `Date`, taken at the middle of the
 * exchange; null without a readable `Date`. `Date` counts whole seconds: half a second off at most.
 */
export function clockOffset(
  answer: Pick<Answer, 'headers' | 'sentAtMs' | 'answeredAtMs'>,
): number | null {
  const date = parseHttpDate(answer.headers['date']);
  return date === null
    ? null
    : Math.round(date + 500 - (answer.sentAtMs + answer.answeredAtMs) / 2);
}

const healthSchema = z.object({
  service: z.literal('ams-gateway'),
  version: z.literal('1'),
  time: z.iso.datetime({ offset: true }),
});

/** True only for the exact shape of `GET /v1/health` (unknown fields are ignored). */
export function isHealth(value: unknown): boolean {
  return healthSchema.safeParse(value).success;
}

const text = z.string().transform((value) => value.slice(0, longestText));
const problemSchema = z.object({
  type: text.catch(''),
  title: text.catch(''),
  detail: text.catch(''),
  errors: z.array(z.unknown()).catch([]),
  missing: z.array(z.unknown()).catch([]),
});
// RFC 9457 shows pointers as URI fragments (`#/age`); both ways come out as `/age`.
const pointer = text.transform((value) => value.replace(/^#/, ''));
const problemErrorSchema = z.object({ pointer, detail: text.catch('') });
const sha256Schema = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .transform((value) => value.toLowerCase());

function parseEach<Value>(schema: z.ZodType<Value>, values: readonly unknown[]): Value[] {
  return values.slice(0, mostEntries).flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Reads a problem document; parts that are missing or malformed come out empty. */
export function readProblem(value: unknown): Problem {
  const parsed = problemSchema.safeParse(value);
  if (!parsed.success) return { type: '', detail: '', errors: [], missing: [] };
  const { type, title, detail, errors, missing } = parsed.data;
  return {
    type,
    detail: detail === '' ? title : detail,
    errors: parseEach(problemErrorSchema, errors),
    missing: parseEach(sha256Schema, missing),
  };
}

const lenientReceipt = receiptSchema.nullable().catch(null);
const lenientText = z.string().nullable().catch(null);

const storedSchema = z.object({
  id: z.string(),
  receipt: lenientReceipt,
  state: z.string().min(1).catch('received'),
});

/**
 * The answer to a PUT that stored: null unless it is about this very id, so that a portal's
 * `200 {"error":…}` never counts as a receipt.
 */
export function readStored(
  value: unknown,
  id: string,
): { readonly receipt: Receipt | null; readonly state: string } | null {
  const parsed = storedSchema.safeParse(value);
  if (!parsed.success || parsed.data.id.toLowerCase() !== id.toLowerCase()) return null;
  return { receipt: parsed.data.receipt, state: parsed.data.state };
}

const submissionSchema = z.object({
  id: z.string(),
  revision: z.number().int().catch(1),
  receipt: lenientReceipt,
  state: z.string().min(1),
  updatedAt: lenientText,
  note: lenientText,
  missingDocuments: z.array(z.string()).catch([]),
  certificate: z
    .object({ status: z.string(), serialNumber: lenientText, revokedAt: lenientText })
    .nullable()
    .catch(null),
});

/** One submission as the gateway tells it; null without an id or a state. */
export function readSubmission(value: unknown): RemoteSubmission | null {
  const parsed = submissionSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const pageSchema = z.object({
  items: z.array(z.unknown()),
  cursor: lenientText,
  more: z.boolean().catch(false),
});

/** A page of submissions; unreadable items are left out so that one cannot block the others. */
export function readPage(value: unknown): {
  readonly items: RemoteSubmission[];
  readonly cursor: string | null;
  readonly more: boolean;
} | null {
  const parsed = pageSchema.safeParse(value);
  if (!parsed.success) return null;
  const items = parsed.data.items.flatMap((item) => {
    const submission = readSubmission(item);
    return submission === null ? [] : [submission];
  });
  return { items, cursor: parsed.data.cursor, more: parsed.data.more };
}
