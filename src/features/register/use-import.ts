import { useRef, useState } from 'react';
import type { WalkInRow } from '../../domain/walk-ins/walk-in';
import {
  parseWalkIns,
  walkInsFormat,
  type WalkInsFileProblem,
} from '../../domain/walk-ins/parse-walk-ins';
import { localDate } from '../../domain/numbering/local-date';
import { deskOf } from '../request/use-request-work';
import { useLoket } from '../shared/loket-context';
import { checkPapers, importWalkIns, type ImportOutcome } from './import-walk-ins';
import type { NearbyFile } from './import-files';

/** The chosen file of walk-ins. */
interface ChosenFile {
  readonly name: string;
  readonly rows: readonly WalkInRow[];
}

export type ReviewedRow = ReturnType<typeof checkPapers>[number];

export interface ImportWork {
  readonly fileName: string | null;
  readonly problem: WalkInsFileProblem | null;
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

const isList = (file: File) => /\.(json|csv|tsv|txt)$/i.test(file.name);

/** Choosing, reviewing and recording walk-ins. Nothing is recorded before `start`. */
export function useImport(): ImportWork {
  const loket = useLoket();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [problem, setProblem] = useState<WalkInsFileProblem | null>(null);
  const [files, setFiles] = useState<readonly NearbyFile[]>([]);
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const [phase, setPhase] = useState<'choosing' | 'running' | 'stopping' | 'ended'>('choosing');
  const stopped = useRef(false);
  const rows = chosen === null ? [] : checkPapers(chosen.rows, files);

  async function choose(picked: readonly File[]): Promise<void> {
    const list = picked.find(isList);
    const papers = picked.filter((file) => file !== list).map(nearbyFile);
    setFiles((known) => [...known.filter(({ path }) => !papers.some((one) => one.path === path)), ...papers]);
    const { profile } = loket.office;
    if (list === undefined || profile === null) return;
    const text = await list.text();
    const parsed = parseWalkIns(text, walkInsFormat(list.name, text), {
      sops: loket.store.sops.installed(),
      emailSuffixes: profile.emailSuffixes,
      yearNow: localDate(loket.now(), profile.timeZone).year,
    });
    setOutcomes([]);
    setPhase('choosing');
    setProblem(parsed.ok ? null : parsed.error);
    setChosen(parsed.ok ? { name: list.name, rows: parsed.value } : null);
  }

  async function start(): Promise<void> {
    const desk = deskOf(loket);
    if (desk === null || phase === 'running' || phase === 'stopping') return;
    stopped.current = false;
    setOutcomes([]);
    setPhase('running');
    const taken = rows.filter((row) => row.outcome === 'taken');
    try {
      await importWalkIns(
        { ...desk, store: loket.store, sops: loket.store.sops.installed() },
        taken,
        files,
        {
          stopped: () => stopped.current,
          onOutcome: (outcome) => {
            setOutcomes((known) => [...known, outcome]);
          },
        },
      );
    } finally {
      setPhase('ended');
    }
  }

  return {
    fileName: chosen?.name ?? null,
    problem,
    rows,
    papers: files.length,
    outcomes,
    running: phase === 'running' || phase === 'stopping',
    stopping: phase === 'stopping',
    ended: phase === 'ended',
    choose,
    start,
    stop: () => {
      stopped.current = true;
      setPhase('stopping');
    },
    reset: () => {
      setChosen(null);
      setFiles([]);
      setOutcomes([]);
      setPhase('choosing');
    },
  };
}

function nearbyFile(file: File): NearbyFile {
  const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
  return { path, read: async () => new Uint8Array(await file.arrayBuffer()) };
}
