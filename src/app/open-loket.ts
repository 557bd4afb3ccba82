import { v7 } from 'uuid';
import type { Host } from '../contract';
import { letterTemplates, signersOf } from '../documents/letter-templates';
import { createLetterRenderer, type LetterRenderer } from '../documents/letters-client';
import { SYSTEM_AUTHOR } from '../domain/event';
import { openStore } from '../store/open-store';
import { parseSops } from '../store/sop-library';
import { createVaultSealer } from '../store/vault-sealer';
import type { Store } from '../store/store';
import { createSyncEngine, type SyncEngine } from '../sync/engine';
import { installedSops } from './installed-sops';

/** The parts every screen works with, put together once. */
export interface OpenLoket {
  readonly host: Host;
  readonly store: Store;
  readonly engine: SyncEngine;
  readonly letters: LetterRenderer;
}

/**
 * Opens the records (catching up with the journal) and makes the engine, which the caller
 * starts after the first paint; the vault has to be open. `isActive` says whether this window may
 * record. Rejects when neither journal nor IndexedDB can be opened.
 */
export async function openLoket(host: Host, isActive: () => boolean): Promise<OpenLoket> {
  const clock = () => new Date();
  const store = await openStore({
    host,
    erasing: host,
    clock,
    newId: () => v7(),
    sealer: createVaultSealer(host.vault),
    sops: parseSops(installedSops()).sops,
    letters: [...letterTemplates.keys()],
    templates: [...letterTemplates.values()],
    signers: signersOf,
    isActive,
  });
  const engine = createSyncEngine({
    store,
    ams: host.ams,
    clock,
    random: () => Math.random(),
    timers: {
      setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
      clearTimeout: (handle) => window.clearTimeout(handle),
    },
    baseUrl: async () => (await store.office()).profile?.gateway.baseUrl ?? null,
    author: SYSTEM_AUTHOR,
  });
  return { host, store, engine, letters: createLetterRenderer() };
}
