import { useRef, useState } from 'react';
import type { WalkInRow } from '../../domain/walk-ins/walk-in';
import {
  parseWalkIns,
  walkInsFormat,
  type WalkInsFileProblem,
} from '../../domain/walk-ins/parse-walk-ins';
import { localDate } from '../../domain/numbering/local-date';
import { deskOf } from '../request/use-request-work';
import { newWorkRefusal } from '../shared/disk-room';
import { useLoket, type Loket } from '../shared/loket-context';
import { readChosen } from '../shared/thrown-as-failure';
import { useTrail } from '../shared/use-trail';
import { checkPapers, importWalkIns, type ImportOutcome } from './import-walk-ins';
import type { NearbyFile } from './import-files';

/** The chosen file of walk-ins. */
interface ChosenFile {
  readonly name: string;
  readonly rows: readonly WalkInRow[];
}

/** Why a list was not taken: what it holds, or that it was moved or locked since. */
type ListProblem =
  | WalkInsFileProblem
  | {
      readonly code: 'file-unreadable' | 'list-too-large';
      readonly params: WalkInsFileProblem['params'];
    };

export type ReviewedRow = ReturnType<typeof checkPapers>[number];

export interface ImportWork {
  readonly fileName: string | null;
  readonly problem: ListProblem | null;
  /** Each row with what will become of it; empty before a file was chosen. */
  readonly rows: readonly ReviewedRow[];
  readonly papers: number;
  readonly outcomes: readonly ImportOutcome[];
  readonly running: boolean;
  readonly stopping: boolean;
  /** True once a run has ended, whole or stopped. */
  readonly ended: boolean;
  readonly choose: (files: readonly File[]) => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  readonly reset: () => void;
}

/** Largest list taken, in bytes: a province's walk-ins of ten years have less. */
const LARGEST_LIST = 20_000_000;

/** Texts are lists or words about them, never a paper. */
const isText = (file: File) => /\.(json|csv|tsv|txt|md)$/i.test(file.name);

interface ChosenFiles {
  readonly chosen: ChosenFile | null;
  readonly problem: ListProblem | null;
  readonly papers: readonly NearbyFile[];
  /** True when a list was among them. */
  readonly add: (picked: readonly File[]) => Promise<boolean>;
  readonly clear: () => void;
}

/** The list and its papers, in whatever order they are chosen. */
function useChosenFiles(): ChosenFiles {
  const { office, store, now } = useLoket();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [problem, setProblem] = useState<ListProblem | null>(null);
  const [papers, setPapers] = useState<readonly NearbyFile[]>([]);

  async function add(picked: readonly File[]): Promise<boolean> {
    const fresh = picked.filter((file) => !isText(file)).map(nearbyFile);
    const isAnew = ({ path }: NearbyFile) => fresh.some((one) => one.path === path);
    setPapers((known) => [...known.filter((one) => !isAnew(one)), ...fresh]);
    const list = listAmong(picked);
    const { profile } = office;
    if (list === undefined || profile === null) return false;
    const isTooLarge = list.size > LARGEST_LIST;
    const bytes = isTooLarge ? null : await readChosen(list);
    if (bytes === null) {
      setProblem({ code: isTooLarge ? 'list-too-large' : 'file-unreadable', params: {} });
      setChosen(null);
      return true;
    }
    const text = new TextDecoder().decode(bytes);
    const parsed = parseWalkIns(text, walkInsFormat(list.name, text), {
      sops: store.sops.installed(),
      emailSuffixes: profile.emailSuffixes,
      yearNow: localDate(now(), profile.timeZone).year,
      now: now(),
    });
    setProblem(parsed.ok ? null : parsed.error);
    setChosen(parsed.ok ? { name: list.name, rows: parsed.value } : null);
    return true;
  }

  return {
    chosen,
    problem,
    papers,
    add,
    clear: () => {
      setChosen(null);
      setPapers([]);
    },
  };
}

/** Choosing, reviewing and recording walk-ins. Nothing is recorded before `start`. */
export function useImport(): ImportWork {
  const loket = useLoket();
  const { seen } = useTrail();
  const { chosen, problem, papers, add, clear } = useChosenFiles();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const [phase, setPhase] = useState<'choosing' | 'running' | 'stopping' | 'ended'>('choosing');
  const stopped = useRef(false);
  const rows = chosen === null ? [] : checkPapers(chosen.rows, papers);

  async function start(): Promise<void> {
    const desk = importDesk(loket);
    if (desk === null || phase === 'running' || phase === 'stopping') return;
    stopped.current = false;
    setOutcomes([]);
    setPhase('running');
    let recorded = 0;
    const taken = rows.filter((row) => row.outcome === 'taken');
    await importWalkIns(desk, taken, papers, {
      stopped: () => stopped.current,
      onOutcome: (outcome) => {
        if (outcome.outcome === 'recorded') recorded += 1;
        setOutcomes((known) => [...known, outcome]);
      },
    });
    void seen({ action: 'import', subject: null, details: { hits: recorded } });
    setPhase('ended');
  }

  return {
    fileName: chosen?.name ?? null,
    problem,
    rows,
    papers: papers.length,
    outcomes,
    running: phase === 'running' || phase === 'stopping',
    stopping: phase === 'stopping',
    ended: phase === 'ended',
    choose: async (picked) => {
      if (!(await add(picked))) return;
      setOutcomes([]);
      setPhase('choosing');
    },
    start,
    stop: () => {
      stopped.current = true;
      setPhase('stopping');
    },
    reset: () => {
      clear();
      setOutcomes([]);
      setPhase('choosing');
    },
  };
}

/** What an import works with; null while nobody is at the desk. */
function importDesk(loket: Loket) {
  const desk = deskOf(loket);
  const { store, host } = loket;
  return (
    desk && {
      ...desk,
      store,
      sops: store.sops.installed(),
      refusal: () => newWorkRefusal(host),
    }
  );
}

/** A folder may hold the same list twice: JSON says more than CSV. */
function listAmong(files: readonly File[]): File | undefined {
  return (
    files.find(({ name }) => /\.json$/i.test(name)) ??
    files.find(({ name }) => /\.(csv|tsv|txt)$/i.test(name))
  );
}

function nearbyFile(file: File): NearbyFile {
  const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
  return { path, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}
