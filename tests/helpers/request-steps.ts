import type { RequestEvent } from '../../src/domain/request/request-event';
import type { RequestState } from '../../src/domain/request/request-state';
import type { Store } from '../../src/store/store';
import { dispositionCommand, file, staff } from './memory-fixtures';

/** A request and its timeline; throws when it is not there. */
export async function readRequest(
  store: Store,
  id: string,
): Promise<{ readonly state: RequestState; readonly events: readonly RequestEvent[] }> {
  const state = await store.requests.get(id);
  if (state === null) throw new Error(`no request ${id}`);
  return { state, events: await store.requests.timeline(id) };
}

/** Passes a step, a dispose step by what its official wrote; throws when it is refused. */
export async function completeStep(store: Store, id: string, step: string): Promise<void> {
  const { state } = await readRequest(store, id);
  const sop = store.sops.find(state.sop);
  const disposes = sop?.steps.find(({ key }) => key === step)?.kind === 'dispose';
  const passed = await store.execute(
    id,
    disposes
      ? dispositionCommand(step)
      : { command: 'complete-step', step, note: null, actedBy: null },
    staff,
  );
  if (!passed.ok) throw new Error(JSON.stringify(passed.error));
}

/** Makes letters final without making their bytes. */
export async function issuedLetters(
  store: Store,
  state: RequestState,
  letters: readonly string[],
): Promise<void> {
  const name = 'letter/outgoing/2026';
  for (const letter of letters) {
    const value = await store.nextOf(name);
    const issued = await store.execute(
      state.id,
      {
        command: 'issue-letter',
        letterId: crypto.randomUUID(),
        letter,
        number: `000.6.5.2/${value}/Diskominfo/2026`,
        counter: { name, value },
        date: '2026-03-02',
        file: file(value),
      },
      staff,
    );
    if (!issued.ok) throw new Error(JSON.stringify(issued.error));
  }
}

/** Attaches a paper without storing its bytes. */
export async function attachmentOf(store: Store, id: string, document: string): Promise<void> {
  const attached = await store.execute(
    id,
    {
      command: 'attach-document',
      attachmentId: crypto.randomUUID(),
      document,
      file: file(document.length + 1000),
      originalName: 'pindaian.pdf',
    },
    staff,
  );
  if (!attached.ok) throw new Error(JSON.stringify(attached.error));
}
