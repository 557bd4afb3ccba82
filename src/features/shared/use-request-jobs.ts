import type { Job } from '../../domain/outbox/job';
import { useLive } from '../../store/use-live';
import { useLoket } from './loket-context';

/** The latest job of each of these requests; kept up to date. */
export function useRequestJobs(requestIds: readonly string[]): ReadonlyMap<string, Job> {
  const { store } = useLoket();
  const key = requestIds.join(' ');
  const jobs = useLive(async () => {
    const ids = key === '' ? [] : key.split(' ');
    const found = await Promise.all(ids.map((id) => store.jobs.ofRequest(id)));
    return new Map(
      found.flatMap((ofOne, index): [string, Job][] => {
        const latest = latestOf(ofOne);
        const id = ids[index];
        return latest === undefined || id === undefined ? [] : [[id, latest]];
      }),
    );
  }, [store, key]);
  return jobs ?? NO_JOBS;
}

const NO_JOBS: ReadonlyMap<string, Job> = new Map();

function latestOf(jobs: readonly Job[]): Job | undefined {
  return jobs.toSorted((one, other) => one.queuedAt.localeCompare(other.queuedAt)).at(-1);
}
