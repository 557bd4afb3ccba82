import { fail, succeed, type Result } from '../../contract/result';
import { LARGEST_FILE } from '../../domain/documents/sniff-media-type';
import type { Sop } from '../../domain/sop/sop';
import { importKey, type WalkIn, type WalkInRow } from '../../domain/walk-ins/walk-in';
import type { CommandFailure, RegisterRow, Store } from '../../store/store';
import { attachDocument, type AttachFailure, type Desk } from '../shared/attach-document';
import type { DiskLow } from '../shared/disk-room';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { findNearbyFile, type NearbyFile } from './import-files';

/** What the importer works with: the desk of the request page, and reading. */
export interface ImportDesk extends Desk {
  readonly store: Desk['store'] & {
    readonly requests: Pick<Store['requests'], 'get' | 'openDuplicates'>;
  };
  /** Installed SOPs, newest version each. */
  readonly sops: readonly Sop[];
  /** Whether the disk has too little room left for a new request. */
  readonly refusal: () => Promise<DiskLow | null>;
}

/** A problem of a row as the catalogue tells it: `problem.<code>`. */
export interface ImportProblem {
  /** Of the row in the file, from 0. */
  readonly index: number;
  /** As the file names it: `applicant.nik`, `attachments.0.path`; '' for the row. */
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How a row ended. One bad row never stops the others. */
export type ImportOutcome =
  | {
      readonly index: number;
      readonly outcome: 'recorded';
      readonly requestId: string;
      readonly registerNumber: string;
      /** Papers that could not be added after the request was recorded. */
      readonly papersMissing: readonly {
        readonly document: string;
        readonly failure: AttachFailure;
      }[];
    }
  | {
      readonly index: number;
      readonly outcome: 'refused';
      readonly problems: readonly ImportProblem[];
    }
  /** Nothing more can be recorded now: the disk is full, another window works. */
  | {
      readonly index: number;
      readonly outcome: 'failed';
      readonly failure: AttachFailure | DiskLow;
    };

type Taken = Extract<WalkInRow, { outcome: 'taken' }>;

/**
 * The rows with what can be said of their papers before anything is recorded: a row whose
 * paper is missing, or lies outside the folder, is refused like any other bad row.
 */
export function checkPapers(
  rows: readonly WalkInRow[],
  files: readonly NearbyFile[],
): readonly (WalkInRow | Extract<ImportOutcome, { outcome: 'refused' }>)[] {
  return rows.map((row) => {
    if (row.outcome === 'refused') return row;
    const problems = row.walkIn.attachments.flatMap(({ path }, at): ImportProblem[] => {
      const { found } = findNearbyFile(path, files);
      if (found === 'yes') return [];
      const code = found === 'missing' ? 'attachment-missing' : 'attachment-outside';
      return [paperProblem(row.index, at, code, { path })];
    });
    return problems.length === 0 ? row : { index: row.index, outcome: 'refused', problems };
  });
}

/**
 * Records the rows one after another, each with its papers. Stops before the next row when
 * `stopped` says so, or when recording itself fails, by an exception too. `onOutcome` hears
 * of each row at once.
 */
export async function importWalkIns(
  desk: ImportDesk,
  rows: readonly Taken[],
  files: readonly NearbyFile[],
  progress: {
    readonly stopped: () => boolean;
    readonly onOutcome: (outcome: ImportOutcome) => void;
  },
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const row of rows) {
    if (progress.stopped()) break;
    const done = await thrownAsFailure(async () => succeed(await importRow(desk, row, files)));
    const { index } = row;
    const outcome = done.ok ? done.value : refusedOrFailed(index, done.error);
    outcomes.push(outcome);
    progress.onOutcome(outcome);
    if (outcome.outcome === 'failed') break;
  }
  return outcomes;
}

interface ReadPaper {
  readonly document: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function importRow(
  desk: ImportDesk,
  row: Taken,
  files: readonly NearbyFile[],
): Promise<ImportOutcome> {
  const { index, walkIn } = row;
  const low = await desk.refusal();
  if (low !== null) return { index, outcome: 'failed', failure: low };
  const refused = (problems: readonly ImportProblem[]): ImportOutcome => ({
    index,
    outcome: 'refused',
    problems,
  });
  const sop = desk.sops.find(({ id }) => id === walkIn.sopId);
  if (sop === undefined) {
    return refused([
      { index, field: 'sop', code: 'sop-not-installed', params: { sop: walkIn.sopId } },
    ]);
  }
  // Everything that may refuse the row comes before it is recorded.
  const papers = await readPapers(desk, row, files);
  if (!papers.ok) return refused(papers.error);
  const known = await knownAlready(desk, walkIn, sop);
  if (known !== null) return refused([{ index, ...known }]);
  return record(desk, row, sop, papers.value);
}

async function record(
  desk: ImportDesk,
  { index, walkIn }: Taken,
  sop: Sop,
  papers: readonly ReadPaper[],
): Promise<ImportOutcome> {
  const requestId = desk.newId();
  const recorded = await desk.store.execute(
    requestId,
    {
      command: 'record-request',
      sop: { id: sop.id, version: sop.version },
      arrivedAt: walkIn.arrivedAt,
      data: walkIn.data,
      origin: { kind: 'import', key: importKey(walkIn), ref: walkIn.ref },
      besides: [],
    },
    desk.by,
  );
  if (!recorded.ok) return refusedOrFailed(index, recorded.error);
  const papersMissing: { document: string; failure: AttachFailure }[] = [];
  for (const paper of papers) {
    // The request is recorded: whatever befalls a paper is told of the paper alone.
    const attached = await thrownAsFailure(() => attachDocument(desk, requestId, paper));
    if (!attached.ok) papersMissing.push({ document: paper.document, failure: attached.error });
  }
  const { registerNumber } = recorded.value.state;
  return { index, outcome: 'recorded', requestId, registerNumber, papersMissing };
}

function refusedOrFailed(index: number, failure: CommandFailure): ImportOutcome {
  if (failure.kind !== 'refused') return { index, outcome: 'failed', failure };
  const { refusal } = failure;
  if (refusal.code === 'already-imported') {
    const params = { registerNumber: refusal.registerNumber };
    const problems = [{ index, field: '', code: 'already-imported', params }];
    return { index, outcome: 'refused', problems };
  }
  if (refusal.code === 'fields-refused') {
    const problems = refusal.problems.map(({ field, code, params }) => ({
      index,
      field,
      code,
      params,
    }));
    return { index, outcome: 'refused', problems };
  }
  return { index, outcome: 'failed', failure };
}

/** A row that was imported before, or whose person has an open request of this service. */
async function knownAlready(
  desk: ImportDesk,
  walkIn: WalkIn,
  sop: Sop,
): Promise<Omit<ImportProblem, 'index'> | null> {
  const open = await desk.store.requests.openDuplicates(walkIn.data.applicant.nik, sop.service);
  const [first] = open;
  if (first === undefined) return null;
  const same = await importedAs(desk, open, importKey(walkIn));
  if (same !== null) {
    return { field: '', code: 'already-imported', params: { registerNumber: same } };
  }
  const params = { registerNumber: first.registerNumber };
  return { field: 'applicant.nik', code: 'duplicate-open-request', params };
}

async function importedAs(
  desk: ImportDesk,
  open: readonly RegisterRow[],
  key: string,
): Promise<string | null> {
  for (const { id, registerNumber } of open) {
    const origin = (await desk.store.requests.get(id))?.origin;
    if (origin?.kind === 'import' && origin.key === key) return registerNumber;
  }
  return null;
}

async function readPapers(
  desk: ImportDesk,
  { index, walkIn }: Taken,
  files: readonly NearbyFile[],
): Promise<Result<readonly ReadPaper[], readonly ImportProblem[]>> {
  const papers: ReadPaper[] = [];
  const problems: ImportProblem[] = [];
  for (const [at, { document, path }] of walkIn.attachments.entries()) {
    const place = findNearbyFile(path, files);
    if (place.found === 'yes' && place.file.size > LARGEST_FILE) {
      problems.push(paperProblem(index, at, 'file-too-large', {}));
      continue;
    }
    const bytes = place.found === 'yes' ? await readOrNull(place.file) : null;
    if (bytes === null) {
      const code = place.found === 'outside' ? 'attachment-outside' : 'attachment-missing';
      problems.push(paperProblem(index, at, code, { path }));
      continue;
    }
    const kind = await desk.inspect(bytes);
    if (kind.ok) papers.push({ document, name: nameOf(path), bytes });
    else problems.push(paperProblem(index, at, kind.error.code, {}));
  }
  return problems.length === 0 ? succeed(papers) : fail(problems);
}

/** A file that was moved or locked after it was chosen counts as missing. */
async function readOrNull(file: NearbyFile): Promise<Uint8Array | null> {
  try {
    return await file.read();
  } catch {
    return null;
  }
}

function paperProblem(
  index: number,
  at: number,
  code: string,
  params: ImportProblem['params'],
): ImportProblem {
  return { index, field: `attachments.${String(at)}.path`, code, params };
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
