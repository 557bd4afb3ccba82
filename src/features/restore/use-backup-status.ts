import { useCallback, useEffect, useState } from 'react';
import type { Host } from '../../contract';
import type { BackupStatus } from '../../contract/backup';

/** The part of the shell these screens work with. */
export type BackupHost = Pick<Host, 'backup'>;

const WORKING = 700;
const RESTING = 60_000;

/** The state of the backups, asked for while it may change. */
export interface WatchedStatus {
  /** Null until the shell has answered. */
  readonly status: BackupStatus | null;
  /** Asks at once, after something was started. */
  readonly refresh: () => Promise<void>;
}

/** Asks the shell for the state of the backups: often while work is under way, else rarely. */
export function useBackupStatus(host: BackupHost): WatchedStatus {
  const [status, setStatus] = useState<BackupStatus | null>(null);
  const refresh = useCallback(async () => {
    const answer = await host.backup.status({});
    if (answer.ok) setStatus(answer.value);
  }, [host]);
  const isWorking = status !== null && status.running !== null;
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      void host.backup.status({}).then((answer) => {
        if (ended) return;
        if (answer.ok) setStatus(answer.value);
        timer = setTimeout(ask, isWorking ? WORKING : RESTING);
      });
    };
    ask();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [host, isWorking]);
  return { status, refresh };
}
