import { join } from 'node:path';
import type { Services } from '../../../src/contract/index';
import type { BackupAttempt } from '../../../src/contract/backup';
import { succeed, type Result } from '../../../src/contract/result';
import { scheduleStep } from '../../../src/domain/backup/schedule';
import { onDisk } from '../disk';
import { createDesk, type BackupOptions, type Desk } from './desk';
import type { Control } from './failure';
import { targetPaths } from './layout';
import { isRestoreOrdered, replacesOtherOffice } from './restore-order';
import { createRunner, type Runner } from './runner';
import type { BackupSettings } from './settings';
import { createSnapshotList, type ListSnapshots } from './snapshots';
import { journalOrigin } from './source';
import { suggestTargets } from './suggest';
import { isTargetPresent, lookAtTarget, meantFolder, prepareTarget } from './targets';
import { backUp, rehearseNow, restoreFrom } from './work';

export interface Backup {
  readonly service: Services['backup'];
  /** Looks at the schedule every minute from now on. */
  readonly start: () => void;
  /** Looks at the schedule once and begins the backup when it is due. */
  readonly look: () => Promise<void>;
  /** Resolves once nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Ends the schedule and the work under way, which a later run continues. */
  readonly close: () => Promise<void>;
}

const lookEvery = 60_000;
const firstLook = 10_000;

/** Backups of a data folder: verbs, daily schedule, and the work itself in the background. */
export function createBackup(options: BackupOptions): Backup {
  const desk = createDesk(options);
  const runner = createRunner();
  const startedAt = options.now().getTime();
  let timers: NodeJS.Timeout[] = [];
  const look = (): Promise<void> => lookAtSchedule(desk, runner, startedAt);
  return {
    service: createVerbs(desk, runner, look),
    look,
    idle: runner.idle,
    start: () => {
      // A look that fails is one that found nothing; the next comes in a minute.
      const quietly = (): void => void look().catch(() => undefined);
      timers = [setTimeout(quietly, firstLook).unref(), setInterval(quietly, lookEvery).unref()];
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      return runner.close();
    },
  };
}

async function lookAtSchedule(desk: Desk, runner: Runner, startedAt: number): Promise<void> {
  const { target, lastGood, lastAttempt } = await desk.settings();
  const now = desk.now();
  const present = target !== null && (await isTargetPresent(desk.targetDisk, target.folder));
  const step = scheduleStep({
    now: now.getTime(),
    offsetMinutes: -now.getTimezoneOffset(),
    target: target === null ? 'none' : present ? 'present' : 'missing',
    lastGood: lastGood === null ? null : Date.parse(lastGood.at),
    lastFailed: failedAt(lastAttempt),
    startedAt,
    isBusy: runner.running() !== null || (await isRestoreOrdered(desk.disk, desk.dataFolder)),
  });
  if (step === 'run') runner.start('backup', (control) => backUp(desk, control));
}

/** A missing target is looked for anew each time, and a run that was stopped goes on at once. */
function failedAt(attempt: BackupAttempt | null): number | null {
  if (attempt?.outcome.kind !== 'failed') return null;
  const { reason } = attempt.outcome;
  return reason === 'target-missing' || reason === 'stopped' ? null : Date.parse(attempt.at);
}

function createVerbs(desk: Desk, runner: Runner, look: () => Promise<void>): Verbs {
  const { targetDisk } = desk;
  const list = createSnapshotList(targetDisk);
  return {
    status: () => onDisk('backup/status', () => readStatus(desk, runner)),
    setTarget: ({ folder }) => onDisk('backup/setTarget', () => setTarget(desk, look, folder)),
    suggestTargets: () =>
      onDisk('backup/suggestTargets', async () => {
        const targets = await suggestTargets(targetDisk, process.platform, process.env);
        return succeed({ targets: [...targets] });
      }),
    listSnapshots: ({ folder }) =>
      onDisk('backup/listSnapshots', () => snapshotsIn(desk, list, folder)),
    runNow: () => onTarget(desk, runner, 'backup', backUp),
    rehearse: () => onTarget(desk, runner, 'rehearsal', rehearseNow),
    restore: ({ folder, snapshot, otherOffice = false, leaveOut = false }) => {
      const wanted = { folder: meantFolder(folder) ?? folder, snapshot, otherOffice, leaveOut };
      const started = runner.start('restore', (control) => restoreFrom(desk, wanted, control));
      return Promise.resolve(succeed({ outcome: started ? 'started' : 'busy' }));
    },
  };
}

type Verbs = Services['backup'];

async function setTarget(
  desk: Desk,
  look: () => Promise<void>,
  typed: string,
): ReturnType<Verbs['setTarget']> {
  const { dataFolder } = desk;
  const folder = meantFolder(typed);
  if (folder === null) return succeed({ outcome: 'refused', problem: 'not-absolute' });
  const origin = await journalOrigin(desk.disk, join(dataFolder, 'journal'));
  const problem = await prepareTarget(desk.targetDisk, folder, dataFolder, origin);
  if (problem !== null) return succeed({ outcome: 'refused', problem });
  await desk.change((settings) => withTarget(settings, folder, desk.now().toISOString()));
  await look();
  return succeed({ outcome: 'set', folder });
}

async function snapshotsIn(
  desk: Desk,
  list: ListSnapshots,
  typed: string,
): ReturnType<Verbs['listSnapshots']> {
  const disk = desk.targetDisk;
  const folder = meantFolder(typed);
  if (folder === null) return succeed({ outcome: 'refused', problem: 'not-absolute' });
  if ((await disk.find(folder)) === undefined) {
    return succeed({ outcome: 'refused', problem: 'missing' });
  }
  const paths = targetPaths(folder);
  const isOther = (origin: string | null) => replacesOtherOffice({ ...desk, paths, origin });
  const snapshots = [...(await list(paths, isOther))];
  const isBackup = snapshots.length > 0 || (await isTargetPresent(disk, folder));
  if (!isBackup) return succeed({ outcome: 'refused', problem: 'no-backup' });
  return succeed({ outcome: 'found', folder, snapshots });
}

async function onTarget(
  desk: Desk,
  runner: Runner,
  work: 'backup' | 'rehearsal',
  job: (desk: Desk, control: Control) => Promise<void>,
): Promise<Result<{ outcome: 'started' | 'busy' | 'no-target' }>> {
  if ((await desk.settings()).target === null) return succeed({ outcome: 'no-target' });
  const started = runner.start(work, (control) => job(desk, control));
  return succeed({ outcome: started ? 'started' : 'busy' });
}

/** Another target has had no backup yet, and nothing is known of how it keeps one. */
function withTarget(settings: BackupSettings, folder: string, at: string): BackupSettings {
  if (settings.target?.folder === folder) return settings;
  return {
    ...settings,
    target: { folder, since: at },
    lastGood: null,
    lastAttempt: null,
    rehearsal: null,
  };
}

async function readStatus(desk: Desk, runner: Runner): ReturnType<Services['backup']['status']> {
  const { target, lastGood, lastAttempt, rehearsal, restore } = await desk.settings();
  const present = target !== null && (await isTargetPresent(desk.targetDisk, target.folder));
  const look = present
    ? await lookAtTarget(target.folder, desk.dataFolder)
    : { freeBytes: null, sameDisk: false };
  return succeed({
    target: target === null ? null : { ...target, present, ...look },
    lastGood,
    lastAttempt,
    rehearsal,
    restore,
    running: runner.running(),
  });
}
