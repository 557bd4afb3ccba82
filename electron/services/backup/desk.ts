import type { Result } from '../../../src/contract/result';
import { createOneAtATime } from '../../../src/domain/one-at-a-time';
import type { Log } from '../../log';
import { systemDisk, type Disk } from '../disk';
import type { JournalPlace } from '../journal';
import { readBackupSettings, writeBackupSettings, type BackupSettings } from './settings';
import { lenientDisk } from './target-disk';

export interface BackupOptions {
  readonly dataFolder: string;
  /** Version of the program, for the snapshots. */
  readonly version: string;
  readonly now: () => Date;
  readonly log: Log;
  /** Where the journal stands now. */
  readonly place: () => Promise<Result<JournalPlace>>;
  readonly disk?: Disk;
}

/** What the parts of the service share. */
export interface Desk extends Omit<BackupOptions, 'disk'> {
  readonly disk: Disk;
  readonly targetDisk: Disk;
  readonly settings: () => Promise<BackupSettings>;
  /** Changes the settings; changes are made one after another. */
  readonly change: (edit: (settings: BackupSettings) => BackupSettings) => Promise<void>;
}

/** The desk over a data folder. */
export function createDesk(options: BackupOptions): Desk {
  const { dataFolder } = options;
  const disk = options.disk ?? systemDisk;
  const oneAtATime = createOneAtATime();
  let known: BackupSettings | undefined;
  const settings = async (): Promise<BackupSettings> =>
    (known ??= await readBackupSettings(disk, dataFolder));
  return {
    ...options,
    disk,
    targetDisk: lenientDisk(disk),
    settings: () => oneAtATime(settings),
    change: (edit) =>
      oneAtATime(async () => {
        // What is known counts even where the full disk of the data does not take it.
        known = edit(await settings());
        await writeBackupSettings(disk, dataFolder, known);
      }),
  };
}
