import type { Store } from '../../store/store';
import type { TrailFilter, TrailRow } from '../../store/trail-store';

interface GatherOptions {
  /** Where to begin; null at the newest. */
  readonly from: string | null;
  /** Stops once there are so many. */
  readonly atLeast: number;
  readonly signal: AbortSignal;
  readonly onCount?: (rows: number) => void;
}

/** What was gathered, and the cursor of what follows; null at the beginning of the trail. */
export interface Gathered {
  readonly rows: readonly TrailRow[];
  readonly next: string | null;
}

const PAGE = 100;

/**
 * Pages of the trail one after the other: each looks at a bounded number of events, so that a
 * filter that fits little holds nothing up and can be stopped between any two.
 */
export async function gatherTrail(
  { trail }: Pick<Store, 'trail'>,
  filter: TrailFilter,
  { from, atLeast, signal, onCount }: GatherOptions,
): Promise<Gathered> {
  const rows: TrailRow[] = [];
  for (let cursor = from; ;) {
    const size = Math.min(PAGE, atLeast - rows.length);
    const page = await trail.page(cursor, size, filter);
    rows.push(...page.rows);
    onCount?.(rows.length);
    const { next } = page;
    if (next === null || rows.length >= atLeast || signal.aborted) return { rows, next };
    cursor = next;
  }
}
