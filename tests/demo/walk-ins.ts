import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { sniffMediaType } from '../../src/domain/documents/sniff-media-type';
import type { ProblemParams } from '../../src/domain/identifiers/problem';
import { parseWalkIns, walkInsFormat } from '../../src/domain/walk-ins/parse-walk-ins';
import type { WalkIn, WalkInProblem } from '../../src/domain/walk-ins/walk-in';
import { isMessageKey, translateMessage } from '../../src/messages/catalogue';
import { fieldLabelKey } from '../../src/messages/field-label-key';
import { allSops } from '../helpers/all-sops';
import type { Visit } from '../helpers/clerk';

export interface Refused {
  readonly index: number;
  readonly field: string;
  readonly message: string;
}

/** A step that once says no, and the papers brought because of it: a loop of an SOP, acted out. */
export interface ActedRefusal {
  readonly step: string;
  readonly reason: string;
  readonly brings: Visit['papers'];
}

export interface DemoVisit {
  readonly index: number;
  readonly visit: Visit;
  readonly refusals: readonly ActedRefusal[];
}

export interface WalkInFile {
  readonly total: number;
  readonly visits: readonly DemoVisit[];
  readonly refused: readonly Refused[];
}

/** What only the demo reads of a row in JSON; the importer passes it over. */
const actedSchema = z.object({
  refusals: z
    .array(
      z.object({
        step: z.string(),
        reason: z.string(),
        brings: z.array(z.object({ document: z.string(), path: z.string() })).default([]),
      }),
    )
    .default([]),
});

/**
 * Reads a file of walk-ins as the importer does: each row taken, or refused with its first
 * field and reason; papers are looked at by content before anything is recorded.
 */
export function readWalkIns(path: string): WalkInFile {
  const text = readFileSync(path, 'utf8');
  const format = walkInsFormat(path, text);
  const parsed = parseWalkIns(text, format, {
    sops: allSops,
    emailSuffixes: [],
    yearNow: new Date().getFullYear(),
    now: new Date().toISOString(),
  });
  if (!parsed.ok) throw new Error(sentence(parsed.error.code, parsed.error.params));
  const acted = format === 'json' ? actedRefusals(text, dirname(path)) : [];
  const visits: DemoVisit[] = [];
  const refused: Refused[] = [];
  for (const row of parsed.value) {
    if (row.outcome === 'refused') {
      const [first] = row.problems;
      refused.push({
        index: row.index,
        field: first?.field ?? '',
        message: sentences(row.problems),
      });
      continue;
    }
    const visit = visitOf(row.walkIn, dirname(path));
    const paper = paperProblem(visit);
    if (paper === null) {
      visits.push({ index: row.index, visit, refusals: acted[row.index] ?? [] });
    } else {
      refused.push({ index: row.index, ...paper });
    }
  }
  return { total: parsed.value.length, visits, refused };
}

function actedRefusals(text: string, folder: string): readonly (readonly ActedRefusal[])[] {
  const rows: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  return z
    .array(z.unknown())
    .parse(rows)
    .map((row) => {
      const acted = actedSchema.safeParse(row);
      const refusals = acted.success ? acted.data.refusals : [];
      return refusals.map((one) => ({
        ...one,
        brings: papersIn(folder, one.brings),
      }));
    });
}

/** The catalogue's sentence for a code; the code itself when it has none. */
export function sentence(code: string, params: ProblemParams): string {
  const key = `problem.${code}`;
  return isMessageKey(key) ? translateMessage('id', { key, params }) : code;
}

/** One problem as its sentence; several, each with the label of its field. */
function sentences(problems: readonly WalkInProblem[]): string {
  return problems
    .map(({ field, code, params }) => {
      const words = sentence(code, params);
      if (problems.length === 1) return words;
      return `${translateMessage('id', { key: fieldLabelKey(field) })}: ${words}`;
    })
    .join(' ');
}

function visitOf(walkIn: WalkIn, folder: string): Visit {
  return {
    sopId: walkIn.sopId,
    arrivedAt: walkIn.arrivedAt,
    data: walkIn.data,
    papers: papersIn(folder, walkIn.attachments),
  };
}

/** Papers named relative to the file of walk-ins, where they lie. */
function papersIn(folder: string, papers: Visit['papers']): Visit['papers'] {
  return papers.map(({ document, path }) => ({ document, path: resolve(folder, path) }));
}

function paperProblem({ papers }: Visit): Omit<Refused, 'index'> | null {
  for (const [position, { path }] of papers.entries()) {
    const field = `attachments.${position}.path`;
    if (!existsSync(path)) {
      return {
        field,
        message: sentence('attachment-missing', { path: path.split('/').at(-1) ?? '' }),
      };
    }
    const kind = sniffMediaType(readFileSync(path));
    if (!kind.ok) return { field, message: sentence(kind.error.code, {}) };
  }
  return null;
}
