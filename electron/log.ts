import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a log line may hold: ids, codes, names of verbs and files. Never a person's data. */
export type LogEntry = Readonly<Record<string, string | number | boolean>> & {
  readonly event: string;
};
export type Log = (entry: LogEntry) => void;

const sizeLimit = 1024 * 1024;

/**
 * A log of at most two files of one mebibyte in `folder`, one JSON line per entry. It never
 * throws: a disk too full to log must not stop the clerk's work.
 */
export function createFileLog(folder: string, now: () => Date): Log {
  const path = join(folder, 'shell.log');
  return (entry) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit) {
        renameSync(path, join(folder, 'shell.1.log'));
      }
      appendFileSync(path, `${JSON.stringify({ at: now().toISOString(), ...entry })}\n`, {
        mode: 0o600,
      });
    } catch {
      // Nowhere left to say it.
    }
  };
}
