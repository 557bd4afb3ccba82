import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `summary.json`, exactly as walk-ins.md has it. */
export interface Summary {
  walkIns: number;
  recorded: number;
  refused: { index: number; field: string; message: string }[];
  letters: number;
  jobs: { done: number; needsAction: number; unknown: number };
  submissions: {
    registerNumber: string;
    id: string;
    state: string;
    receipt: string | null;
  }[];
  seconds: { firstScreen: number; recordMedian: number; syncAll: number };
}

export function emptySummary(walkIns: number): Summary {
  return {
    walkIns,
    recorded: 0,
    refused: [],
    letters: 0,
    jobs: { done: 0, needsAction: 0, unknown: 0 },
    submissions: [],
    seconds: { firstScreen: 0, recordMedian: 0, syncAll: 0 },
  };
}

/** Middle value, three decimals; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  const value = sorted.length % 2 === 1 ? high : (low + high) / 2;
  return Math.round(value * 1000) / 1000;
}

/** Seconds with three decimals since a moment of `performance.now()`. */
export function secondsSince(start: number): number {
  return Math.round(performance.now() - start) / 1000;
}

const RESULTS = [
  { folder: 'letters', name: /^[A-Z0-9]{1,4}-\d{4}-\d{4,}-.+\.pdf$/ },
  { folder: 'screens', name: /^[12]-(?:offline|online)-\d+-.+\.png$/ },
  { folder: '.', name: /^summary\.json$/ },
] as const;

/** Removes what an earlier demo wrote there, and nothing else. */
export function clearResults(out: string): void {
  for (const { folder, name } of RESULTS) {
    const path = join(out, folder);
    const old = existsSync(path) ? readdirSync(path).filter((file) => name.test(file)) : [];
    for (const file of old) rmSync(join(path, file));
  }
}

export function writeSummary(folder: string, summary: Summary): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}

/** The same as a table for people. */
export function printSummary(summary: Summary): void {
  const { jobs, seconds } = summary;
  console.table({
    'walk-ins': summary.walkIns,
    recorded: summary.recorded,
    refused: summary.refused.length,
    letters: summary.letters,
    'jobs done': jobs.done,
    'jobs needing action': jobs.needsAction,
    'jobs unknown': jobs.unknown,
    'first screen (s)': seconds.firstScreen,
    'record, median (s)': seconds.recordMedian,
    'send all (s)': seconds.syncAll,
  });
  if (summary.refused.length > 0) console.table(summary.refused);
  if (summary.submissions.length > 0) console.table(summary.submissions);
}
