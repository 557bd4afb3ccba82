/** Wrong passphrases that cost nothing: fingers slip. */
const FREE_ATTEMPTS = 3;
const FIRST_DELAY_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 300;

/** Wrong passphrases in a row of one member, and when the last was. */
export interface FailedAttempts {
  readonly count: number;
  /** RFC 3339 UTC. */
  readonly lastAt: string;
}

/**
 * Whole seconds a member has to wait before the next attempt, 0 when none: nothing for the
 * first three slips, then 5 seconds doubling up to five minutes. A clock set back does not
 * lengthen the wait beyond one full delay.
 */
export function secondsToWait(attempts: FailedAttempts | undefined, now: Date): number {
  if (attempts === undefined || attempts.count < FREE_ATTEMPTS) return 0;
  const delay = Math.min(
    LONGEST_DELAY_SECONDS,
    FIRST_DELAY_SECONDS * 2 ** (attempts.count - FREE_ATTEMPTS),
  );
  const passed = (now.getTime() - Date.parse(attempts.lastAt)) / 1000;
  return Math.min(delay, Math.max(0, Math.ceil(delay - passed)));
}
