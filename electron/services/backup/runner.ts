import type { BackupStatus } from '../../../src/contract/backup';
import { BackupStopped, type Control } from './failure';

export type Work = NonNullable<BackupStatus['running']>['work'];

/** Runs long work in the background, one piece at a time. */
export interface Runner {
  readonly running: () => BackupStatus['running'];
  /** Begins the work unless other work is under way; `job` must not reject. */
  readonly start: (work: Work, job: (control: Control) => Promise<void>) => boolean;
  /** Asks the work under way to stop and waits for its end; nothing is begun after it. */
  readonly close: () => Promise<void>;
  /** Resolves once nothing is under way. */
  readonly idle: () => Promise<void>;
}

/** A runner with nothing to do yet. */
export function createRunner(): Runner {
  let running: BackupStatus['running'] = null;
  let current: Promise<void> = Promise.resolve();
  let closing = false;
  return {
    running: () => running,
    start: (work, job) => {
      if (running !== null || closing) return false;
      running = { work, done: 0, total: 0 };
      const control: Control = {
        progress: (done, total) => {
          running = { work, done, total };
        },
        checkpoint: () => {
          if (closing) throw new BackupStopped('stopped', work);
        },
      };
      current = job(control).finally(() => {
        running = null;
      });
      return true;
    },
    close: () => {
      closing = true;
      return current;
    },
    idle: () => current,
  };
}
