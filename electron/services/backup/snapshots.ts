import type { SnapshotSummary } from '../../../src/contract/backup';
import type { Disk } from '../disk';
import type { TargetPaths } from './layout';
import { listManifests, manifestPath, readManifest } from './manifest';

/** Summaries of the snapshots of a target, newest first. */
export type ListSnapshots = (paths: TargetPaths) => Promise<readonly SnapshotSummary[]>;

/** Reads each manifest once, however often the list is asked for. */
export function createSnapshotList(disk: Disk): ListSnapshots {
  const known = new Map<
    string,
    { readonly changedAt: number; readonly summary: SnapshotSummary }
  >();

  async function summaryOf(paths: TargetPaths, name: string): Promise<SnapshotSummary> {
    const path = manifestPath(paths, name);
    const changedAt = (await disk.find(path))?.changedAt ?? 0;
    const before = known.get(path);
    if (before?.changedAt === changedAt) return before.summary;
    const summary = await readSummary(disk, paths, name);
    known.set(path, { changedAt, summary });
    return summary;
  }

  return async (paths) => {
    const summaries: SnapshotSummary[] = [];
    for (const name of (await listManifests(disk, paths)).toReversed()) {
      summaries.push(await summaryOf(paths, name));
    }
    return summaries;
  };
}

async function readSummary(disk: Disk, paths: TargetPaths, name: string): Promise<SnapshotSummary> {
  const manifest = await readManifest(disk, paths, name).catch(() => undefined);
  if (manifest === undefined) return { state: 'unreadable', name };
  const { takenAt, program, counts, bytes } = manifest;
  const { records, files, drafts } = counts;
  return { state: 'whole', name, takenAt, program, records, files, drafts, bytes };
}
