import type { BackupAttempt } from '../../../src/contract/backup';
import { errorCode } from '../disk';
import type { Desk } from './desk';
import { BackupStopped, failureOf, type Control } from './failure';
import { targetPaths, type TargetPaths } from './layout';
import { rehearse } from './rehearse';
import { canLeaveOut, leftOut, orderRestore } from './restore-order';
import { takeSnapshot, type TakenSnapshot } from './take-snapshot';
import { isTargetPresent } from './targets';
import { tidyTarget } from './tidy';

/** One backup to the chosen target; how it ended is in the settings, it never rejects. */
export function backUp(desk: Desk, control: Control): Promise<void> {
  return told(desk, 'backup', async () => {
    const outcome = await attempt(desk, control);
    const at = desk.now().toISOString();
    const made: BackupAttempt = { at, outcome };
    desk.log(
      outcome.kind === 'good'
        ? { event: 'backup-made', snapshot: outcome.snapshot, newObjects: outcome.newObjects }
        : { event: 'backup-failed', reason: outcome.reason, detail: outcome.detail },
    );
    await desk.change((settings) => ({
      ...settings,
      lastAttempt: made,
      lastGood: outcome.kind === 'good' ? made : settings.lastGood,
      thorough: settings.thorough && outcome.kind !== 'good',
    }));
  });
}

async function attempt(desk: Desk, control: Control): Promise<BackupAttempt['outcome']> {
  try {
    const settings = await desk.settings();
    const paths = await chosenTarget(desk, settings.target?.folder);
    const take = () =>
      takeSnapshot({
        ...desk,
        program: desk.version,
        paths,
        thorough: settings.thorough,
        restoredAt: settings.restoredAt,
        control,
        place: async () => {
          const place = await desk.place();
          if (!place.ok) throw new BackupStopped('source-not-read', place.error.detail);
          return place.value;
        },
      });
    const taken = await take().catch(async (error: unknown) => {
      // Old snapshots go only after a good run: on a full target there would never be one.
      const isFull = failureOf(error).reason === 'target-full';
      if (!isFull || !(await tidyQuietly(desk, paths))) throw error;
      return take();
    });
    return goodOutcome(taken, await tidyQuietly(desk, paths));
  } catch (error) {
    return { kind: 'failed', ...(await reasonOf(desk, error)) };
  }
}

/** A drive pulled out in the middle refuses in many ways: what counts is that it is gone. */
async function reasonOf(desk: Desk, error: unknown): Promise<ReturnType<typeof failureOf>> {
  const failure = failureOf(error);
  const { target } = await desk.settings();
  const isGone = target !== null && !(await isTargetPresent(desk.targetDisk, target.folder));
  return isGone && failure.reason === 'target-failed'
    ? { ...failure, reason: 'target-missing' }
    : failure;
}

/** The snapshot is whole by now: that old ones could not be removed does not undo it. */
async function tidyQuietly(desk: Desk, paths: TargetPaths): Promise<boolean> {
  try {
    return await tidyTarget(desk.targetDisk, paths, -desk.now().getTimezoneOffset());
  } catch (error) {
    desk.log({ event: 'backup-not-tidied', code: errorCode(error) });
    return false;
  }
}

function goodOutcome(taken: TakenSnapshot, tidied: boolean): BackupAttempt['outcome'] {
  const { name, manifest, newObjects, newBytes } = taken;
  const { records, files, drafts } = manifest.counts;
  const counts = { records, files, drafts, bytes: manifest.bytes };
  return { kind: 'good', snapshot: name, ...counts, newObjects, newBytes, tidied };
}

/** A rehearsal of the newest snapshot; damage makes the next backup read everything back. */
export function rehearseNow(desk: Desk, control: Control): Promise<void> {
  return told(desk, 'rehearsal', async () => {
    const rehearsal = await rehearsed(desk, control);
    desk.log({ event: 'backup-rehearsed', outcome: rehearsal.outcome.kind });
    await desk.change((settings) => ({
      ...settings,
      rehearsal,
      thorough: settings.thorough || rehearsal.outcome.kind === 'damaged',
    }));
  });
}

async function rehearsed(desk: Desk, control: Control): ReturnType<typeof rehearse> {
  try {
    const paths = await chosenTarget(desk, (await desk.settings()).target?.folder);
    return await rehearse({ ...desk, paths, control });
  } catch (error) {
    const outcome = { kind: 'failed' as const, ...(await reasonOf(desk, error)) };
    return { at: desk.now().toISOString(), snapshot: '', outcome };
  }
}

/** Which snapshot of which folder to restore, and what the person was told of it. */
export interface WantedRestore {
  readonly folder: string;
  readonly snapshot: string;
  readonly otherOffice: boolean;
  readonly leaveOut: boolean;
}

/** Copies a snapshot beside the data and orders the restore for the next start. */
export function restoreFrom(desk: Desk, wanted: WantedRestore, control: Control): Promise<void> {
  return told(desk, 'restore', async () => {
    const { snapshot } = wanted;
    const outcome = await ordered(desk, wanted, control);
    desk.log({ event: 'restore-ordered', snapshot, outcome: outcome.kind });
    const at = desk.now().toISOString();
    await desk.change((settings) => ({ ...settings, restore: { at, snapshot, outcome } }));
  });
}

async function ordered(desk: Desk, wanted: WantedRestore, control: Control) {
  try {
    const paths = targetPaths(wanted.folder);
    const damaged = await orderRestore({ ...desk, ...wanted, paths, control });
    if (damaged.length === 0) return { kind: 'ordered' as const };
    const without = leftOut(damaged);
    const can = canLeaveOut(damaged);
    if (can && wanted.leaveOut) return { kind: 'ordered' as const, without };
    return { kind: 'damaged' as const, ...without, ...(can ? { canLeaveOut: true } : {}) };
  } catch (error) {
    return { kind: 'failed' as const, ...failureOf(error) };
  }
}

async function chosenTarget(desk: Desk, folder: string | undefined): Promise<TargetPaths> {
  if (folder === undefined || !(await isTargetPresent(desk.targetDisk, folder))) {
    throw new BackupStopped('target-missing', 'README.txt');
  }
  return targetPaths(folder);
}

/** Work in the background has nobody to reject to: what goes wrong at its very end is logged. */
async function told(desk: Desk, work: string, job: () => Promise<void>): Promise<void> {
  try {
    await job();
  } catch (error) {
    desk.log({ event: 'backup-outcome-not-kept', work, code: errorCode(error) });
  }
}
