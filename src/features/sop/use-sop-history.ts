import type { OfficeEvent } from '../../domain/office/office-event';
import type { RegisterRow } from '../../store/store';
import { useLive } from '../../store/use-live';
import { useLoket } from '../shared/loket-context';
import { readOpenRequests } from '../shared/read-open-requests';

export interface SopHistory {
  /** When a version was published and by whom; undefined for what came with the program. */
  readonly published: ReadonlyMap<number, Pick<OfficeEvent, 'at' | 'by'>>;
  /** Open requests by the version they run on. */
  readonly running: ReadonlyMap<number, number>;
}

/** Where the versions of an SOP came from and what runs on them; undefined while read. */
export function useSopHistory(id: string): SopHistory | undefined {
  const { store } = useLoket();
  return useLive(async () => {
    const [timeline, rows] = await Promise.all([store.officeTimeline(), readOpenRequests(store)]);
    return { published: publishedIn(timeline, id), running: runningOn(rows, id) };
  }, [store, id]);
}

/** Every version's publication; pure. */
export function publishedIn(timeline: readonly OfficeEvent[], id: string): SopHistory['published'] {
  return new Map(
    timeline.flatMap((event) =>
      event.type === 'sop-published' && event.sop.id === id
        ? [[event.sop.version, { at: event.at, by: event.by }] as const]
        : [],
    ),
  );
}

/** How many of the requests run on each version; pure. */
export function runningOn(
  rows: readonly Pick<RegisterRow, 'sop'>[],
  id: string,
): SopHistory['running'] {
  const counts = new Map<number, number>();
  for (const { sop } of rows) {
    if (sop.id === id) counts.set(sop.version, (counts.get(sop.version) ?? 0) + 1);
  }
  return counts;
}
