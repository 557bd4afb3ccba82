import type { Host } from '../contract';
import { succeed, type Result } from '../contract/result';
import type { Sealer } from '../domain/sealing/sealer';
import type { RunningDrafts } from './draft-store';
import type { LoketDatabase } from './schema';

/** Subjects in one call, as the contract allows. */
const MOST_AT_ONCE = 2000;

/** What destroys keys and files; the shell's. */
export interface Erasing {
  readonly vault: Pick<Host['vault'], 'eraseSubjects'>;
  readonly files: Pick<Host['files'], 'removeErased'>;
}

interface FinishParts {
  readonly db: LoketDatabase;
  readonly sealer: Sealer;
  readonly drafts: Pick<RunningDrafts, 'removeOfRequests'>;
  readonly erasing: Erasing;
}

/**
 * Destroys what the events say is destroyed: keys first, then files, then what was being typed
 * about them. Asked at every start of all that was ever destroyed, so that a key that came
 * back with an older copy of the vault goes again. Safe to repeat; ended anywhere, the next
 * time goes on. Fails with the shell's error.
 */
export async function finishDestructions(parts: FinishParts): Promise<Result<void>> {
  const { db, sealer, drafts, erasing } = parts;
  const subjects = await db.destroyed.toCollection().primaryKeys();
  let erased = 0;
  for (let start = 0; start < subjects.length; start += MOST_AT_ONCE) {
    const part = subjects.slice(start, start + MOST_AT_ONCE);
    const answer = await erasing.vault.eraseSubjects({ subjects: part });
    if (!answer.ok) return answer;
    erased += answer.value.erased;
    sealer.forget(part);
  }
  const unfinished = await db.destroyed.where('unfinished').equals(1).primaryKeys();
  if (erased === 0 && unfinished.length === 0) return succeed(undefined);
  const removed = await erasing.files.removeErased({});
  if (!removed.ok) return removed;
  await drafts.removeOfRequests(new Set(subjects));
  await db.destroyed
    .where('unfinished')
    .equals(1)
    .modify((row, context) => {
      const { unfinished: _done, ...kept } = row;
      context.value = kept;
    });
  return succeed(undefined);
}
