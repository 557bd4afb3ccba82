import { useEffect, useState } from 'react';
import type { JobState, Printer } from '../../contract/printing';
import { useLoket } from '../shared/loket-context';

/** The printers of this computer; `service` says why there are none. */
export interface PrinterList {
  readonly service: 'running' | 'absent' | 'not-answering';
  readonly printers: readonly Printer[];
}

/** The printers, asked for once; null until the system has answered. */
export function usePrinters(): PrinterList | null {
  const { host } = useLoket();
  const [list, setList] = useState<PrinterList | null>(null);
  useEffect(() => {
    let left = false;
    void host.printing.list({}).then((told) => {
      if (!left) setList(told.ok ? told.value : { service: 'not-answering', printers: [] });
    });
    return () => {
      left = true;
    };
  }, [host]);
  return list;
}

/** The printer to begin with: the default one, else the first that takes jobs; null for none. */
export function firstPrinter({ printers }: PrinterList): string | null {
  const open = printers.filter(({ isAccepting }) => isAccepting);
  return (open.find(({ isDefault }) => isDefault) ?? open[0])?.name ?? null;
}

/** How often a job is asked for, in milliseconds. */
const AGAIN = 2_000;

/** How far a job is, asked again until it has ended; null while nothing is known. */
export function useJobState(job: string | null): JobState | null {
  const { host } = useLoket();
  const [told, setTold] = useState<{ readonly of: string; readonly state: JobState } | null>(null);
  useEffect(() => {
    if (job === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const answer = await host.printing.job({ job });
      if (left) return;
      const state = answer.ok ? answer.value.state : 'unknown';
      setTold({ of: job, state });
      if (state === 'waiting' || state === 'printing') timer = setTimeout(() => void ask(), AGAIN);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [host, job]);
  return told !== null && told.of === job ? told.state : null;
}
