import { useState } from 'react';
import { createOneAtATime } from '../../domain/one-at-a-time';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { Sop } from '../../domain/sop/sop';
import type { CommandFailure } from '../../store/store';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useOfficeCommand } from '../settings/settings-form';
import { useLoket } from '../shared/loket-context';

/**
 * The choice with one SOP taken in or off; all of them are "every installed one" again, so
 * that what is installed later is offered too. The last one stays.
 */
export function offeredWith(
  offered: readonly string[],
  installed: readonly string[],
  id: string,
  isOffered: boolean,
): OfficeProfile['sopsInUse'] {
  const chosen = installed.filter((one) => (one === id ? isOffered : offered.includes(one)));
  if (chosen.length === 0) return [id];
  return chosen.length === installed.length ? null : chosen;
}

export interface OfferedSops {
  readonly ids: readonly string[];
  readonly failure: CommandFailure | null;
  readonly offer: (sop: Sop, isOffered: boolean) => Promise<void>;
}

/** Which SOPs the intake offers; a change is recorded at once, one after another. */
export function useOfferedSops(): OfferedSops {
  const t = useMessages();
  const toast = useToast();
  const { store } = useLoket();
  const execute = useOfficeCommand();
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [inTurn] = useState(createOneAtATime);
  const ids = store.sops.inUse().map(({ id }) => id);

  async function record(sop: Sop, isOffered: boolean): Promise<void> {
    // As it is now: what was ticked a moment before may not be on the screen yet.
    const { profile } = await store.office();
    if (profile === null) return;
    const installed = store.sops.installed().map(({ id }) => id);
    const offered = store.sops.inUse().map(({ id }) => id);
    const sopsInUse = offeredWith(offered, installed, sop.id, isOffered);
    if ((sopsInUse ?? installed).includes(sop.id) !== isOffered) return;
    const problem = await execute({
      command: 'configure-office',
      profile: { ...profile, sopsInUse },
    });
    setFailure(problem);
    const { title } = sop.identity;
    if (problem === null) {
      toast({ text: t(isOffered ? 'sop.nowOffered' : 'sop.noLongerOffered', { title }) });
    }
  }

  return { ids, failure, offer: (sop, isOffered) => inTurn(() => record(sop, isOffered)) };
}
