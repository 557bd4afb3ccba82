import type { Result } from '../../contract/result';
import type { Author } from '../../domain/event';
import type { CommandFailure, Recorded, Store } from '../../store/store';
import type { SyncEngine } from '../../sync/engine';

/** What queueing works with. */
export interface QueueDesk {
  readonly store: Pick<Store, 'execute'>;
  readonly engine: Pick<SyncEngine, 'wake'>;
  readonly newId: () => string;
  readonly by: Author;
}

/**
 * Freezes the submission and puts it into the outbox; it leaves by itself once the gateway
 * is reached. The engine is only woken after the record is safe.
 */
export async function queueSubmission(
  desk: QueueDesk,
  requestId: string,
): Promise<Result<Recorded, CommandFailure>> {
  const queued = await desk.store.execute(
    requestId,
    { command: 'queue-submission', submissionId: desk.newId() },
    desk.by,
  );
  if (queued.ok) desk.engine.wake();
  return queued;
}
