const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** After a failure the next attempt waits so long; a missing target is looked for all the time. */
const RETRY = HOUR;

export interface ScheduleFacts {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Local time ahead of UTC, in minutes. */
  readonly offsetMinutes: number;
  /** Whether a target is chosen, and whether it is there: a drive may be unplugged. */
  readonly target: 'none' | 'missing' | 'present';
  /** Epoch milliseconds of the last good backup to this target; null when there is none. */
  readonly lastGood: number | null;
  /** Epoch milliseconds of the last attempt that failed after the last good one; else null. */
  readonly lastFailed: number | null;
  /** When this program was started. */
  readonly startedAt: number;
  /** A backup, a rehearsal or a restore is under way, or a restore waits for the next start. */
  readonly isBusy: boolean;
}

/** What the schedule has to do now. */
export type ScheduleStep = 'run' | 'wait-for-target' | 'nothing';

/**
 * A backup is due a day after the last good one, and as soon as the program is started on a
 * later local day than that one's, so that a desk that opens at eight and closes at four has
 * one every day. One at a time. A last good backup in the future (the clock was wrong) is
 * none. Where the target is missing the backup stays due and waits for it.
 */
export function scheduleStep(facts: ScheduleFacts): ScheduleStep {
  if (facts.target === 'none' || facts.isBusy || !isDue(facts)) return 'nothing';
  if (facts.target === 'missing') return 'wait-for-target';
  const { lastFailed, now } = facts;
  const waits = lastFailed !== null && lastFailed <= now && now - lastFailed < RETRY;
  return waits ? 'nothing' : 'run';
}

function isDue({ now, offsetMinutes, lastGood, startedAt }: ScheduleFacts): boolean {
  if (lastGood === null || lastGood > now) return true;
  if (now - lastGood >= DAY) return true;
  const day = (time: number): number => Math.floor((time + offsetMinutes * 60_000) / DAY);
  return startedAt > lastGood && day(startedAt) > day(lastGood);
}
