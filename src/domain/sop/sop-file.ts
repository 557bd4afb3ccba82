import type { z } from 'zod';
import { fail, succeed, type Result } from '../../contract/result';
import { sopSchema, type Sop } from './sop';

/** Where an SOP file says its shape is described; also how a file of another shape is told. */
export const SOP_SCHEMA_PLACE = '../contracts/sop.schema.json';

/** Characters: the largest preset has 13,000; a million is no SOP. */
export const LARGEST_SOP_FILE = 1_000_000;

/** What one place of a file has that an SOP cannot have. */
export interface SopFileIssue {
  /** `steps.3.actor`. */
  readonly path: string;
  readonly code: 'missing' | 'wrong-type' | 'blank' | 'not-a-choice' | 'wrong-form' | 'too-small';
  /** What may stand there, where it is a choice of words. */
  readonly choices: readonly string[];
}

/** Why a file is not taken as an SOP. */
export type SopFileProblem =
  | { readonly code: 'too-large' }
  /** `line` from 1: where reading stopped; null where that is not known. */
  | { readonly code: 'not-json'; readonly line: number | null; readonly detail: string }
  | { readonly code: 'not-an-sop' }
  /** It has fields or kinds of steps this version does not know and would drop. */
  | { readonly code: 'newer-shape'; readonly fields: readonly string[] }
  | { readonly code: 'wrong-shape'; readonly issues: readonly SopFileIssue[] };

/**
 * An SOP as a file: JSON in the order of the schema, two spaces, a line break at its end.
 * `parseSopFile` gives the very same SOP back.
 */
export function sopFileText(sop: Sop): string {
  const ordered = sopSchema.parse({ ...sop, $schema: SOP_SCHEMA_PLACE });
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** `sop-<id>-v<version>.json`. */
export function sopFileName({ id, version }: Pick<Sop, 'id' | 'version'>): string {
  return `sop-${id}-v${version}.json`;
}

/**
 * Reads the text of an SOP file, with or without byte order mark, any line breaks. Takes it
 * whole or not at all; what a newer version added is never dropped silently.
 */
export function parseSopFile(text: string): Result<Sop, SopFileProblem> {
  if (text.length > LARGEST_SOP_FILE) return fail({ code: 'too-large' });
  const json = text.replace(/^\uFEFF/, '');
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return fail({ code: 'not-json', line: lineOf(detail, json), detail });
  }
  if (!isRecord(file) || !('steps' in file || 'identity' in file)) {
    return fail({ code: 'not-an-sop' });
  }
  const parsed = sopSchema.safeParse(file);
  if (parsed.success) {
    const fields = unknownFields(file, parsed.data);
    return fields.length > 0 ? fail({ code: 'newer-shape', fields }) : succeed(parsed.data);
  }
  return fail({
    code: 'wrong-shape',
    issues: parsed.error.issues.map((one) => issueOf(one, file)),
  });
}

/** The line at which JSON.parse stopped: it tells the position, or that the text just ended. */
function lineOf(message: string, json: string): number | null {
  const position = /\bposition (\d+)/.exec(message)?.[1];
  if (position === undefined && !message.includes('end of JSON')) return null;
  // Blank lines at the end have nothing to mend.
  const readable = json.trimEnd();
  return readable.slice(0, Number(position ?? readable.length)).split('\n').length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths of what stands in the file and not in what was read of it. */
function unknownFields(file: unknown, read: unknown, path = ''): readonly string[] {
  if (Array.isArray(file) && Array.isArray(read)) {
    return file.flatMap((item, index) => unknownFields(item, read[index], `${path}${index}.`));
  }
  if (!isRecord(file) || !isRecord(read)) return [];
  return Object.entries(file).flatMap(([name, value]) =>
    name in read ? unknownFields(value, read[name], `${path}${name}.`) : [`${path}${name}`],
  );
}

function issueOf(issue: z.core.$ZodIssue, file: unknown): SopFileIssue {
  const path = issue.path.join('.');
  if (valueAt(file, issue.path) === undefined) return { path, code: 'missing', choices: [] };
  switch (issue.code) {
    case 'invalid_value':
      return { path, code: 'not-a-choice', choices: issue.values.map(String) };
    case 'too_small':
      return { path, code: issue.origin === 'number' ? 'too-small' : 'blank', choices: [] };
    case 'invalid_format':
      return { path, code: 'wrong-form', choices: [] };
    default:
      return { path, code: 'wrong-type', choices: [] };
  }
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    file,
  );
}
