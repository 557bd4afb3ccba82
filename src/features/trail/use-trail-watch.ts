import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ServiceError } from '../../contract/result';
import { SYSTEM_AUTHOR } from '../../domain/event';
import type { TrailFinding } from '../../domain/trail/trail-finding';
import type { Store, StoreNotice } from '../../store/store';
import type { TrailCheck, TrailProgress } from '../../store/trail-store';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useLoket } from '../shared/loket-context';

/** A check from the first record is made at a start when the last one is older (milliseconds). */
const FULL_EVERY = 7 * 24 * 3_600_000;
const LAST_FULL = 'trail.lastFull';
const TOLD = 'trail.told';

/** The check of the trail: how the last one ended and how far the present one is. */
export interface TrailWatch {
  /** Undefined until it was read; null before the first check. */
  readonly last: TrailCheck | null | undefined;
  /** Null while none runs; `of` is 0 until the first stretch is through. */
  readonly running: TrailProgress | null;
  readonly failure: ServiceError | null;
  /** Checks from the first record; answers how it ended, null when it did not. */
  readonly checkNow: () => Promise<TrailCheck | null>;
  readonly cancel: () => void;
}

export const TrailWatchContext = createContext<TrailWatch | null>(null);

/** The running check. Throws outside its provider: a programming error. */
export function useTrailWatch(): TrailWatch {
  const watch = useContext(TrailWatchContext);
  if (!watch) throw new Error('useTrailWatch outside TrailWatchContext');
  return watch;
}

/** Findings that say that records were changed or lost; the others are to be known. */
export function severe(findings: readonly TrailFinding[]): readonly TrailFinding[] {
  const kinds: readonly TrailFinding['kind'][] = ['chain', 'shown-differs', 'unreadable-body'];
  return findings.filter(({ kind }) => kinds.includes(kind));
}

/** Runs the check of the start once for each opened store, and further ones when asked. */
export function useCheckingTrail(): TrailWatch {
  const { store, now } = useLoket();
  const [last, setLast] = useState<TrailCheck | null>();
  const [running, setRunning] = useState<TrailProgress | null>(null);
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const cancelling = useRef<AbortController | null>(null);

  const run = useCallback(
    async (full: boolean): Promise<TrailCheck | null> => {
      if (cancelling.current !== null) return null;
      const cancel = new AbortController();
      cancelling.current = cancel;
      setRunning({ checked: 0, of: 0 });
      setFailure(null);
      const { signal } = cancel;
      const done = await thrownAsFailure(() =>
        store.trail.check({ full, onProgress: setRunning, signal }),
      );
      cancelling.current = null;
      setRunning(null);
      if (!done.ok) {
        setFailure('error' in done.error ? done.error.error : done.error);
        return null;
      }
      const check = done.value;
      if (!check.complete) return null;
      setLast(check);
      if (check.full) await store.setDeviceFact(LAST_FULL, check.at);
      await tellOnce(store, check);
      return check;
    },
    [store],
  );

  useEffect(() => {
    let left = false;
    void thrownAsFailure(async () => {
      const before = await store.trail.lastCheck();
      if (!left) setLast(before);
      if (!left) await run(await isFullDue(store, now()));
      return { ok: true as const, value: null };
    });
    return () => {
      left = true;
      cancelling.current?.abort();
    };
  }, [store, now, run]);

  const checkNow = useCallback(() => run(true), [run]);
  const cancel = useCallback(() => cancelling.current?.abort(), []);
  return { last, running, failure, checkNow, cancel };
}

const doubtful: readonly StoreNotice['kind'][] = [
  'chain-broken',
  'returned-to-journal',
  'rebuilt-from-journal',
];

async function isFullDue(store: Store, now: string): Promise<boolean> {
  if (store.notices.some(({ kind }) => doubtful.includes(kind))) return true;
  const last = await store.getDeviceFact(LAST_FULL);
  return last === null || Date.parse(now) - Date.parse(last) >= FULL_EVERY;
}

/** What a check found stands in the trail too, once for the same findings. */
async function tellOnce(store: Store, { findings, found }: TrailCheck): Promise<void> {
  const bad = severe(findings);
  const back = findings.find(({ kind }) => kind === 'returned');
  const told = JSON.stringify([bad, back ?? null]);
  if ((await store.getDeviceFact(TOLD)) === told) return;
  const about = { subject: null };
  const records = back?.kind === 'returned' ? back.records : 0;
  if (bad.length > 0) {
    await store.note(
      { action: 'trail-broken', ...about, details: { count: found } },
      SYSTEM_AUTHOR,
    );
  }
  if (records > 0) {
    const details = { count: records };
    await store.note({ action: 'journal-returned', ...about, details }, SYSTEM_AUTHOR);
  }
  await store.setDeviceFact(TOLD, told);
}
