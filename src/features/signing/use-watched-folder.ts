import { useEffect, useEffectEvent, useState } from 'react';
import type { FoundFile, ReturnFolderLook } from '../../contract/returns';
import { useLoket, type Loket } from '../shared/loket-context';
import { startRounds } from '../shared/start-rounds';
import type { FinalLetter } from '../request/print-letters';
import {
  decideFolder,
  judge,
  type FittingFile,
  type FolderDecision,
  type Inspected,
  type JudgedFile,
} from './found-files';
import { inspectReturned, type ReturnedFile } from './returned-file';

/** What the watched folder holds for a letter. */
export type WatchedFolderState =
  | { readonly at: 'no-folder' }
  | { readonly at: 'folder-away'; readonly folder: string }
  | ({ readonly at: 'watching'; readonly folder: string; readonly settling: number } & Omit<
      FolderDecision,
      'take'
    >);

/** Milliseconds between two looks. */
const EVERY = 2_500;

/** By the SHA-256 of a file: what its bytes proved to be for this letter. */
type Known = Map<string, Inspected>;

/**
 * Looks into the watched folder while a letter is out, and hands on the one file that is clearly
 * it, once. What was looked at is not looked at again; null until the first look.
 */
export function useWatchedFolder(
  letter: FinalLetter,
  onClear: (file: ReturnedFile) => void,
): WatchedFolderState | null {
  const loket = useLoket();
  const [state, setState] = useState<WatchedFolderState | null>(null);
  const look = useEffectEvent((known: Known) => lookOnce(loket, letter, known));
  const hand = useEffectEvent(onClear);
  const { sha256 } = letter.file;

  useEffect(() => {
    const known: Known = new Map();
    const handed = new Set<string>();
    return startRounds(EVERY, async (isWanted) => {
      const looked = await look(known);
      if (!isWanted() || looked === null) return;
      const { take, ...shown } = looked;
      setState(shown);
      if (take === null || handed.has(take.sha256)) return;
      handed.add(take.sha256);
      hand(take.file);
    });
  }, [letter.id, sha256]);
  return state;
}

type Looked = WatchedFolderState & { readonly take: FittingFile | null };

async function lookOnce(loket: Loket, letter: FinalLetter, known: Known): Promise<Looked | null> {
  const answer = await loket.host.returns.look({});
  if (!answer.ok) return null;
  const found = answer.value;
  if (found.outcome === 'no-folder') return { at: 'no-folder', take: null };
  const { folder } = found;
  if (found.outcome === 'folder-away') return { at: 'folder-away', folder, take: null };
  const files = await judgeAll(loket, letter, found, known);
  return { at: 'watching', folder, settling: found.settling.length, ...decideFolder(files) };
}

async function judgeAll(
  loket: Loket,
  letter: FinalLetter,
  { files, tooLarge }: Extract<ReturnFolderLook, { outcome: 'looked' }>,
  known: Known,
): Promise<readonly JudgedFile[]> {
  const judged: JudgedFile[] = [];
  for (const file of files) {
    const inspected = file.finding === 'signed' ? await inspect(loket, letter, file, known) : null;
    judged.push(judge(file, inspected));
  }
  const large = tooLarge.map((name): JudgedFile => ({
    name,
    sha256: name,
    verdict: 'too-large',
    file: null,
  }));
  return [...judged, ...large];
}

/** What could not be looked at just now is looked at again next time. */
async function inspect(
  loket: Loket,
  letter: FinalLetter,
  { name, sha256 }: FoundFile,
  known: Known,
): Promise<Inspected> {
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const read = await loket.host.returns.read({ name, sha256 });
  if (!read.ok || read.value.outcome !== 'file') return null;
  const inspected = await inspectReturned(loket, letter, read.value.bytes);
  if (inspected.ok || inspected.error !== 'not-checked') known.set(sha256, inspected);
  return inspected;
}
