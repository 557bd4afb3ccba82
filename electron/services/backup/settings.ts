import { join } from 'node:path';
import { z } from 'zod';
import {
  backupAttemptSchema,
  rehearsalSchema,
  restoreStateSchema,
} from '../../../src/contract/backup';
import { replaceFile, type Disk } from '../disk';

const settingsSchema = z.object({
  version: z.literal(1),
  target: z.object({ folder: z.string(), since: z.string() }).nullable(),
  /** Of the present target. */
  lastGood: backupAttemptSchema.nullable(),
  lastAttempt: backupAttemptSchema.nullable(),
  rehearsal: rehearsalSchema.nullable(),
  restore: restoreStateSchema.nullable(),
  /** RFC 3339 UTC of the last restore that was carried out, whatever was tried after it. */
  restoredAt: z.string().nullable().default(null),
  /** The next run reads back every object: a rehearsal found damage. */
  thorough: z.boolean(),
});
/** What the shell remembers of backups: `backup.json` in the data folder; no personal data. */
export type BackupSettings = z.infer<typeof settingsSchema>;

const nothing: BackupSettings = {
  version: 1,
  target: null,
  lastGood: null,
  lastAttempt: null,
  rehearsal: null,
  restore: null,
  restoredAt: null,
  thorough: false,
};

/** The settings; those of a new installation when the file is absent or cannot be read. */
export async function readBackupSettings(disk: Disk, dataFolder: string): Promise<BackupSettings> {
  try {
    const bytes = await disk.read(pathIn(dataFolder));
    return settingsSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return nothing;
  }
}

/** Replaces the settings whole. */
export async function writeBackupSettings(
  disk: Disk,
  dataFolder: string,
  settings: BackupSettings,
): Promise<void> {
  await replaceFile(disk, pathIn(dataFolder), Buffer.from(JSON.stringify(settings)));
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'backup.json');
}
