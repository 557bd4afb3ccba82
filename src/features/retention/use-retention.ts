import { useState } from 'react';
import type { RetentionCommand } from '../../domain/retention/retention-command';
import type { RetentionState } from '../../domain/retention/retention-state';
import type { RetentionDone, RetentionFailure } from '../../store/retention-store';
import { useLive } from '../../store/use-live';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';

/** Retention as it is recorded; undefined until it was read. */
export function useRetention(): RetentionState | undefined {
  const { store } = useLoket();
  return useLive(() => store.retention.state(), [store]);
}

export interface RetentionWork {
  readonly busy: boolean;
  readonly failure: RetentionFailure | null;
  /** What the command left; null when it recorded nothing, which `failure` then tells. */
  readonly act: (command: RetentionCommand) => Promise<RetentionDone | null>;
}

/** Gives retention commands in the name of who sits at the desk, one at a time. */
export function useRetentionWork(): RetentionWork {
  const { store, staff } = useLoket();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RetentionFailure | null>(null);
  return {
    busy,
    failure,
    act: async (command) => {
      // Without a member of staff no screen is shown; nothing could be recorded in a name.
      if (staff === null || busy) return null;
      setBusy(true);
      const done = await thrownAsFailure(() => store.executeRetention(command, staff));
      setBusy(false);
      setFailure(done.ok ? null : done.error);
      return done.ok ? done.value : null;
    },
  };
}
