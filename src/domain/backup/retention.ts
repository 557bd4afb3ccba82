/** How many snapshots are kept of each kind of period, the newest of each period. */
export const retention = { days: 7, weeks: 4, months: 12 } as const;

const DAY = 24 * 3_600_000;
/** Monday, 29 December 1969: weeks run from Monday to Sunday. */
const MONDAY = -3 * DAY;

/**
 * Which snapshots stay: the newest one, and the newest of each of the last 7 days, 4 weeks
 * and 12 months that have any. Periods without a snapshot do not count, so that a desk closed
 * for a month loses nothing by it. Times are epoch milliseconds; `offsetMinutes` is the local
 * time ahead of UTC, since a day is the office's day. Asked again of what it kept, it keeps
 * the same.
 */
export function keptSnapshots(
  times: readonly number[],
  offsetMinutes: number,
): ReadonlySet<number> {
  const newestFirst = [...new Set(times)].sort((one, other) => other - one);
  const local = (time: number): number => time + offsetMinutes * 60_000;
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOf(newestFirst, retention.days, (time) => Math.floor(local(time) / DAY)),
    ...newestOf(newestFirst, retention.weeks, (time) =>
      Math.floor((local(time) - MONDAY) / (7 * DAY)),
    ),
    ...newestOf(newestFirst, retention.months, (time) => {
      const date = new Date(local(time));
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    }),
  ]);
}

function newestOf(
  newestFirst: readonly number[],
  count: number,
  periodOf: (time: number) => number,
): readonly number[] {
  const newest = new Map<number, number>();
  for (const time of newestFirst) {
    const period = periodOf(time);
    if (newest.has(period)) continue;
    if (newest.size === count) break;
    newest.set(period, time);
  }
  return [...newest.values()];
}
