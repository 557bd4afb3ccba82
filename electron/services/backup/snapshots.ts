import type { SnapshotSummary } from '../../../src/contract/backup';
import type { Disk } from '../disk';
import type { TargetPaths } from './layout';
import { listManifests, manifestPath, readManifest } from './manifest';

/** Summaries of the snapshots of a target, newest first; `isOther` judges by their origin. */
export type ListSnapshots = (
  paths: TargetPaths,
  isOther: (origin: string | null) => Promise<boolean>,
) => Promise<readonly SnapshotSummary[]>;

/** What a manifest says by itself, and whose it is. */
interface KnownSummary {
  readonly changedAt: number;
  readonly summary: SnapshotSummary;
  readonly origin: string | null;
}

/** Reads each manifest once, however often the list is asked for. */
export function createSnapshotList(disk: Disk): ListSnapshots {
  const known = new Map<string, KnownSummary>();

  async function summaryOf(paths: TargetPaths, name: string): Promise<KnownSummary> {
    const path = manifestPath(paths, name);
    const changedAt = (await disk.find(path))?.changedAt ?? 0;
    const before = known.get(path);
    if (before?.changedAt === changedAt) return before;
    const read = { changedAt, ...(await readSummary(disk, paths, name)) };
    known.set(path, read);
    return read;
  }

  return async (paths, isOther) => {
    const summaries: SnapshotSummary[] = [];
    for (const name of (await listManifests(disk, paths)).toReversed()) {
      const { summary, origin } = await summaryOf(paths, name);
      const isWhole = summary.state === 'whole';
      summaries.push(isWhole ? { ...summary, otherOffice: await isOther(origin) } : summary);
    }
    return summaries;
  };
}

async function readSummary(
  disk: Disk,
  paths: TargetPaths,
  name: string,
): Promise<Pick<KnownSummary, 'summary' | 'origin'>> {
  const manifest = await readManifest(disk, paths, name).catch(() => undefined);
  if (manifest === undefined) return { summary: { state: 'unreadable', name }, origin: null };
  const { takenAt, program, counts, bytes, origin } = manifest;
  const { records, files, drafts } = counts;
  const numbers = { records, files, drafts, bytes };
  const summary = {
    state: 'whole',
    name,
    takenAt,
    program,
    ...numbers,
    otherOffice: false,
  } as const;
  return { summary, origin };
}
