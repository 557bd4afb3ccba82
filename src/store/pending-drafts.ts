import type { LoketDatabase } from './schema';
import type { PendingDrafts } from './store';

/**
 * How much each member of staff has typed and not recorded, longest waiting first. Read from
 * what the rows say openly (owner and time): nothing sealed is opened, so nobody sees what
 * another is typing, nor in which form.
 */
export async function pendingDrafts(db: LoketDatabase): Promise<readonly PendingDrafts[]> {
  const timesOf = new Map<string, string[]>();
  for (const { owner, updatedAt, removed } of await db.drafts.toArray()) {
    if (!removed) timesOf.set(owner, [...(timesOf.get(owner) ?? []), updatedAt]);
  }
  return [...timesOf]
    .map(([owner, times]) => {
      const ordered = times.toSorted();
      const oldestAt = ordered[0] ?? '';
      return { owner, count: times.length, oldestAt, latestAt: ordered.at(-1) ?? oldestAt };
    })
    .toSorted((one, other) => one.oldestAt.localeCompare(other.oldestAt));
}
