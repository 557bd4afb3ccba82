import { v7 } from 'uuid';
import { z } from 'zod';
import { SYSTEM_AUTHOR } from '../../../src/domain/event';
import { createHost } from '../../../src/host/host';
import { openStore } from '../../../src/store/open-store';
import type { Store } from '../../../src/store/store';
import { createVaultSealer } from '../../../src/store/vault-sealer';
import { createSyncEngine } from '../../../src/sync/engine';
import { addStaffCommand } from '../../helpers/memory-fixtures';
import { clubOffice, tennisSop, walkIn } from '../../helpers/sync-club';

z.config({ jitless: true });

/** What the bench asks of the page, through Playwright. */
export interface OutboxBench {
  /** Records and queues so many submissions; gives the frozen bodies by id. */
  readonly queue: (
    count: number,
    baseUrl: string,
    token: string,
  ) => Promise<readonly { readonly id: string; readonly body: string }[]>;
  /** Milliseconds from the engine's start until the last of them is done. */
  readonly drain: (count: number) => Promise<number>;
  /** Milliseconds to put the bodies one after another through the shell, recording nothing. */
  readonly putThroughShell: (
    baseUrl: string,
    token: string,
    bodies: readonly { readonly id: string; readonly body: string }[],
  ) => Promise<number>;
}

declare global {
  interface Window {
    outboxBench: OutboxBench;
  }
}

const host = createHost();
const clerk = { id: v7(), name: 'Petugas Contoh' };
let store: Store;
const submissions: { readonly id: string; readonly requestId: string }[] = [];

async function taken(done: Promise<{ readonly ok: boolean }>): Promise<void> {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result));
}

async function keepToken(baseUrl: string, value: string): Promise<void> {
  await taken(host.keys.setSecret({ name: 'ams-token', origin: new URL(baseUrl).origin, value }));
}

async function queueOne(): Promise<{ readonly id: string; readonly body: string }> {
  const requestId = v7();
  const id = v7();
  const data = walkIn();
  await taken(
    store.execute(
      requestId,
      {
        command: 'record-request',
        sop: { id: 'tennis-club', version: 1 },
        arrivedAt: new Date().toISOString(),
        data,
        origin: { kind: 'counter' },
        besides: [],
      },
      clerk,
    ),
  );
  await taken(store.execute(requestId, { command: 'queue-submission', submissionId: id }, clerk));
  submissions.push({ id, requestId });
  const payload = await store.jobs.payload(id);
  if (!payload.ok) throw new Error(payload.error.code);
  return { id, body: payload.value.body };
}

window.outboxBench = {
  queue: async (count, baseUrl, token) => {
    const member = { memberId: clerk.id, signInName: 'loket1' };
    await taken(host.vault.create({ ...member, passphrase: 'kopi tumpah di meja' }));
    store = await openStore({
      host,
      clock: () => new Date(),
      newId: () => v7(),
      sealer: createVaultSealer(host.vault),
      sops: [tennisSop()],
    });
    await keepToken(baseUrl, token);
    await taken(
      store.executeOffice({ command: 'configure-office', profile: clubOffice(baseUrl) }, clerk),
    );
    await taken(store.executeOffice(addStaffCommand(clerk), clerk));
    const bodies = [];
    for (let number = 0; number < count; number += 1) bodies.push(await queueOne());
    return bodies;
  },
  drain: async (count) => {
    const engine = createSyncEngine({
      store,
      ams: host.ams,
      clock: () => new Date(),
      random: () => Math.random(),
      timers: {
        setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
        clearTimeout: (handle) => window.clearTimeout(handle),
      },
      baseUrl: async () => (await store.office()).profile?.gateway.baseUrl ?? null,
      author: SYSTEM_AUTHOR,
    });
    const begun = performance.now();
    engine.start();
    while ((await store.jobs.counts()).waiting > 0)
      await new Promise((done) => setTimeout(done, 50));
    const took = performance.now() - begun;
    await engine.stop();
    const done = await Promise.all(
      submissions.map(async ({ id }) => (await store.jobs.find(id))?.state === 'done'),
    );
    if (done.filter(Boolean).length !== count) throw new Error('not all submissions were stored');
    return took;
  },
  putThroughShell: async (baseUrl, token, bodies) => {
    await keepToken(baseUrl, token);
    const begun = performance.now();
    for (const { id, body } of bodies) {
      const answer = await host.ams.putSubmission({ baseUrl, id, body });
      if (!answer.ok || answer.value.outcome !== 'stored') throw new Error(JSON.stringify(answer));
    }
    return performance.now() - begun;
  },
};
