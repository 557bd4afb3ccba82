import {
  isSilentServer,
  readIppJob,
  readJobId,
  readJobs,
  readPrinters,
  readRefusal,
} from './cups-output';
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
import type { RunProgram } from '../run-program';

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
      const number = /-(\d+)$/.exec(id)?.[1];
      if (number === undefined) return unknownJob('job-forgotten');
      return (await askIpp(run, list, id, number)) ?? askLpstat(run, list, id);
    },
  };
}

type List = () => Promise<PrinterList>;

/** The state by IPP, which alone tells printed from failed; null where `ipptool` cannot say. */
async function askIpp(
  run: RunProgram,
  list: List,
  id: string,
  number: string,
): Promise<JobReport | null> {
  const server = await run('lpstat', ['-H']);
  if (server.kind !== 'ended' || server.code !== 0) return null;
  const host = server.out.trim();
  // A socket's path stands for the host, escaped.
  const authority = host.startsWith('/') ? encodeURIComponent(host) : host;
  const uri = `ipp://${authority}/jobs/${number}`;
  const ran = await run('ipptool', ['-tv', uri, 'get-job-attributes.test']);
  const told = ran.kind === 'ended' ? readIppJob(ran.out) : null;
  if (told === null) return null;
  const { state, reasons } = told;
  if (state === 'waiting') return waitingReport(await list(), id, reasons);
  return { state, reason: state === 'done' ? null : reasons.join(' ') || null };
}

/** The state by lists of jobs: one that has left the queue may have been printed, or not. */
async function askLpstat(run: RunProgram, list: List, id: string): Promise<JobReport> {
  const waiting = await findJob(run, 'not-completed', id);
  if (typeof waiting === 'string') return unknownJob(waiting);
  if (waiting !== null) return waitingReport(await list(), id, waiting);
  const ended = await findJob(run, 'completed', id);
  if (typeof ended === 'string') return unknownJob(ended);
  return unknownJob(ended === null ? 'job-forgotten' : 'job-ended');
}

/** The codes of a job among those of one kind; null where it is not there, a text where nobody said. */
async function findJob(
  run: RunProgram,
  which: 'not-completed' | 'completed',
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
