import { useEffect, useState } from 'react';
import type { Host } from '../../contract';
import type { WatchedFolderProblem } from '../../contract/watched-folder';

export type KeptFolderProblem = WatchedFolderProblem | 'unanswered';

export interface KeptFolder {
  /** Null while none is watched. */
  readonly kept: string | null;
  readonly busy: boolean;
  readonly problem: KeptFolderProblem | null;
  /** True once it is kept. */
  readonly save: (folder: string | null) => Promise<boolean>;
  readonly forgetProblem: () => void;
}

/** Which folder of this computer is watched for files of other programs, and the choice of it. */
export function useKeptFolder(
  service: Pick<Host['arrivals'], 'describe' | 'setFolder'>,
  onKept: (folder: string | null) => void,
): KeptFolder {
  const [kept, setKept] = useState<string | null>(null);
  const [problem, setProblem] = useState<KeptFolderProblem | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let isWanted = true;
    void service.describe({}).then((answer) => {
      if (isWanted && answer.ok) setKept(answer.value.folder);
    });
    return () => {
      isWanted = false;
    };
  }, [service]);

  async function save(folder: string | null): Promise<boolean> {
    setBusy(true);
    const answer = await service.setFolder({ folder });
    setBusy(false);
    const refused = answer.ok && answer.value.outcome === 'refused' ? answer.value.problem : null;
    setProblem(answer.ok ? refused : 'unanswered');
    if (!answer.ok || answer.value.outcome === 'refused') return false;
    setKept(answer.value.folder);
    onKept(answer.value.folder);
    return true;
  }

  return {
    kept,
    busy,
    problem,
    save,
    forgetProblem: () => {
      setProblem(null);
    },
  };
}
