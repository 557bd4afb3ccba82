import type { OfflineReason } from '../contract/ams';

/** Beyond this the device's clock is called wrong (contract page: "warns beyond 10 minutes"). */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** What is known of the way to the gateway; replaced as a whole at every change. */
export interface LineState {
  readonly state: 'unknown' | 'online' | 'offline' | 'no-gateway';
  /** RFC 3339 UTC: since when this state holds. */
  readonly since: string;
  /** Why it is offline; null when online, or when the shell itself did not answer. */
  readonly reason: OfflineReason | null;
  /** The gateway refused the token: the whole queue waits for new settings or for a person. */
  readonly paused: null | 'credentials';
  /** Server time minus device time in milliseconds when last measured. */
  readonly clockOffsetMs: number | null;
  /** The device's clock is more than ten minutes off. */
  readonly clockSuspect: boolean;
}

/** The line before anything was asked. */
export function unknownLine(since: string): LineState {
  return {
    state: 'unknown',
    since,
    reason: null,
    paused: null,
    clockOffsetMs: null,
    clockSuspect: false,
  };
}

/** The line with one probe's finding; `since` moves only when the state does. */
export function withFinding(
  line: LineState,
  found: {
    readonly state: LineState['state'];
    readonly reason: OfflineReason | null;
    readonly clockOffsetMs: number | null;
  },
  at: string,
): LineState {
  const clockOffsetMs = found.clockOffsetMs ?? line.clockOffsetMs;
  return {
    ...line,
    state: found.state,
    reason: found.reason,
    since: found.state === line.state ? line.since : at,
    clockOffsetMs,
    clockSuspect: clockOffsetMs !== null && Math.abs(clockOffsetMs) > CLOCK_TOLERANCE_MS,
  };
}
