import { useEffect, useMemo, useState } from 'react';
import { isOfficeLate, openVisitTime } from '../../domain/sop/time-account';
import type { RegisterRow } from '../../store/store';
import { useLive } from '../../store/use-live';
import { useLoket } from '../shared/loket-context';
import { readOpenRequests } from '../shared/read-open-requests';
import { useNow } from '../shared/use-time-context';
import { useWorkingCalendar } from '../shared/use-working-calendar';

/** The open requests whose standard time has gone by: the office's own, and at others. */
export interface LateRequests {
  /** Longest at their step first. */
  readonly office: readonly RegisterRow[];
  /** At BSrE or with the applicant: said apart, for the office is not late there. */
  readonly others: number;
}

/** Over all open requests, not only those on the screen; undefined until they were read once. */
export function useLateRequests(): LateRequests | undefined {
  const { store } = useLoket();
  const calendar = useWorkingCalendar();
  const now = useNow();
  const isQuiet = useQuiet();
  const rows = useLive(
    () => (isQuiet ? readOpenRequests(store) : Promise.resolve(undefined)),
    [store, isQuiet],
  );
  return useMemo(() => {
    if (rows === undefined) return undefined;
    const overdue = rows.flatMap((row) => {
      const sop = store.sops.find(row.sop);
      const time = sop === undefined ? null : openVisitTime(sop, row, calendar, now);
      return time?.standing === 'overdue' ? [{ row, time }] : [];
    });
    const office = overdue.filter(({ time }) => isOfficeLate(time)).map(({ row }) => row);
    return { office, others: overdue.length - office.length };
  }, [rows, store, calendar, now]);
}

/** True once the browser has nothing to do: the board itself must not wait for this count. */
function useQuiet(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      setQuiet(true);
    });
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return isQuiet;
}
