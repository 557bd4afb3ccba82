import { isSilentServer, readJobId, readJobs, readPrinters, readRefusal } from './cups-output';
import {
  choosePrinter,
  NO_PRINTERS,
  notRun,
  refusedPrint,
  unlisted,
  type JobReport,
  type PrinterList,
  type PrintSystem,
} from './print-system';
import type { RunProgram } from './run-program';

/**
 * Linux and macOS by the programs of CUPS. Papers go to `lp` as the bytes they are; what the
 * queue makes of them is its own matter. Words: lp(1), lpstat(1) of CUPS 2.4.
 */
export function createCups(run: RunProgram): PrintSystem {
  const list = async (): Promise<PrinterList> => {
    const ran = await run('lpstat', ['-p', '-a', '-d']);
    if (ran.kind !== 'ended') return unlisted(ran);
    if (isSilentServer(ran.err)) return { service: 'not-answering', printers: [] };
    // Without printers lpstat counts as failed ("No destinations added"); that is no error here.
    return { ...NO_PRINTERS, printers: [...readPrinters(ran.out)] };
  };
  return {
    list,
    print: async ({ paths, copies, printer, title }) => {
      const chosen = choosePrinter(await list(), printer);
      if ('refused' in chosen) return chosen.refused;
      const args = ['-d', chosen.name, '-n', String(copies), '-t', title, '--', ...paths];
      const ran = await run('lp', args);
      if (ran.kind !== 'ended') return notRun('lp', ran);
      const job = readJobId(ran.out);
      if (ran.code === 0 && job !== null) return { outcome: 'sent', job };
      return refusedPrint(readRefusal(ran.err), `lp: exit ${ran.code}`);
    },
    job: async (id) => {
      const waiting = await findJob(run, 'not-completed', id);
      if (typeof waiting === 'string') return unknownJob(waiting);
      if (waiting !== null) return waitingReport(await list(), id, waiting);
      const done = await findJob(run, 'successful', id);
      if (done !== null && typeof done !== 'string') return { state: 'done', reason: null };
      const ended = await findJob(run, 'completed', id);
      if (ended === null) return unknownJob('job-forgotten');
      if (typeof ended === 'string') return unknownJob(ended);
      // A program too old to tell success from an end says nothing sure.
      const state = typeof done === 'string' ? 'unknown' : 'failed';
      return { state, reason: ended.join(' ') || null };
    },
  };
}

/** The codes of a job among those of one kind; null where it is not there, else what failed. */
async function findJob(
  run: RunProgram,
  which: 'not-completed' | 'successful' | 'completed',
  id: string,
): Promise<readonly string[] | string | null> {
  const ran = await run('lpstat', ['-W', which, '-l', '-o']);
  if (ran.kind !== 'ended') return `lpstat: ${ran.kind}`;
  if (ran.code !== 0) return isSilentServer(ran.err) ? 'not-answering' : `lpstat: exit ${ran.code}`;
  return readJobs(ran.out).find((job) => job.id === id)?.alerts ?? null;
}

function waitingReport(
  { printers }: PrinterList,
  id: string,
  alerts: readonly string[],
): JobReport {
  const printer = printers.find(({ name }) => id.replace(/-\d+$/, '') === name);
  const isStopped = printer?.isStopped === true;
  const codes = isStopped ? [...new Set([...alerts, 'printer-stopped'])] : alerts;
  const isPrinting = !isStopped && alerts.includes('job-printing');
  return { state: isPrinting ? 'printing' : 'waiting', reason: codes.join(' ') || null };
}

function unknownJob(reason: string): JobReport {
  return { state: 'unknown', reason };
}
