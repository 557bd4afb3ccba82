import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ServiceError } from '../../contract/result';
import { SYSTEM_AUTHOR, type Author } from '../../domain/event';
import { isSevere } from '../../domain/trail/trail-finding';
import type { Store, StoreNotice } from '../../store/store';
import type { TrailCheck, TrailProgress } from '../../store/trail-store';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useLoket } from '../shared/loket-context';

/** A check from the first record is made at a start when the last one is older (milliseconds). */
const FULL_EVERY = 7 * 24 * 3_600_000;
const LAST_FULL = 'trail.lastFull';
const TOLD = 'trail.told';
const READ = 'trail.read';

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
  /** Whether somebody in charge has read what the last check found; undefined until known. */
  readonly isRead: boolean | undefined;
  /** Keeps that it was read, on this machine and in the trail; asked again for other findings. */
  readonly markRead: (by: Author) => Promise<void>;
}

export const TrailWatchContext = createContext<TrailWatch | null>(null);

/** The running check. Throws outside its provider: a programming error. */
export function useTrailWatch(): TrailWatch {
  const watch = useContext(TrailWatchContext);
  if (!watch) throw new Error('useTrailWatch outside TrailWatchContext');
  return watch;
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
  return { last, running, failure, checkNow, cancel, ...useReadFindings(last) };
}

/** What the last check found bad, and whether that was read; the same finding is asked once. */
function useReadFindings(last: TrailWatch['last']): Pick<TrailWatch, 'isRead' | 'markRead'> {
  const { store } = useLoket();
  const [read, setRead] = useState<string | null>();
  useEffect(() => {
    void store.getDeviceFact(READ).then(setRead, () => undefined);
  }, [store]);
  const bad = JSON.stringify(last?.findings.filter(isSevere) ?? []);
  const markRead = useCallback(
    async (by: Author) => {
      const count = last?.findings.filter(isSevere).length ?? 0;
      const details = { what: 'read', count };
      await store.note({ action: 'trail-checked', subject: null, details }, by);
      await store.setDeviceFact(READ, bad);
      setRead(bad);
    },
    [store, last, bad],
  );
  return { isRead: read === undefined ? undefined : read === bad, markRead };
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
  const bad = findings.filter(isSevere);
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
