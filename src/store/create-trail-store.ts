import { succeed } from '../contract/result';
import { notesAbout } from './notes-about';
import { checkTrail, hashAt, lastTrailCheck, type TrailCheckParts } from './trail-check';
import { trailDay, trailPage } from './trail-queries';
import type { TrailStore } from './trail-store';

/** The trail over the parts of the store. */
export function createTrailStore(parts: TrailCheckParts): TrailStore {
  const { journal } = parts;
  return {
    page: (cursor, size, filter) => trailPage(parts, cursor, size, filter),
    notesAbout: (requestIds, signal) => notesAbout(parts, requestIds, signal),
    day: (from, before) => trailDay(parts, from, before),
    head: async () => {
      const found = await journal.head({});
      return found.ok ? succeed(found.value.head) : found;
    },
    hashAt: (sequence) => hashAt(journal, sequence),
    check: (options) => checkTrail(parts, options),
    lastCheck: () => lastTrailCheck(parts),
  };
}
