import { useState } from 'react';
import type { Result } from '../../contract/result';
import type { IncidentCommand } from '../../domain/incident/incident-command';
import type { IncidentFailure } from '../../store/incident-store';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';

export interface IncidentWork {
  readonly busy: boolean;
  readonly failure: IncidentFailure | null;
  /** True when it was recorded. */
  readonly execute: (command: IncidentCommand) => Promise<boolean>;
  /** The same for work that ends in a command of its own. */
  readonly run: (work: () => Promise<Result<unknown, IncidentFailure>>) => Promise<boolean>;
}

/** Commands of one part of the page, one at a time, with why the last was refused. */
export function useIncidentWork(): IncidentWork {
  const { store, staff } = useLoket();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<IncidentFailure | null>(null);

  async function run(work: () => Promise<Result<unknown, IncidentFailure>>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setFailure(null);
    const done = await thrownAsFailure(work);
    if (!done.ok) setFailure(done.error);
    setBusy(false);
    return done.ok;
  }

  return {
    busy,
    failure,
    run,
    execute: async (command) =>
      staff !== null && (await run(() => store.executeIncident(command, staff))),
  };
}
