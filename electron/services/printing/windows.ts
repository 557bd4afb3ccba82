import {
  choosePrinter,
  NO_PRINTERS,
  notRun,
  refusedPrint,
  unlisted,
  type PrinterList,
  type PrintSystem,
} from './print-system';
import type { RunProgram } from '../run-program';
import {
  readWindowsJob,
  readWindowsJobId,
  readWindowsPrinters,
  readWindowsRefusal,
} from './windows-output';
import { powerShellArguments, WINDOWS_SCRIPTS } from './windows-scripts';

/** How long the script gives the reader for each paper, in milliseconds. */
const READER_WAIT = 5_000;

/**
 * Windows by PowerShell and the program that opens PDFs there. Written after Microsoft's
 * reference and never run on Windows: see docs/printing.md.
 */
export function createWindowsPrinting(run: RunProgram): PrintSystem {
  const ask = (
    script: keyof typeof WINDOWS_SCRIPTS,
    environment: Readonly<Record<string, string>> = {},
    longer = 0,
  ) => run('powershell.exe', powerShellArguments(WINDOWS_SCRIPTS[script]), { environment, longer });

  const list = async (): Promise<PrinterList> => {
    const ran = await ask('list');
    if (ran.kind !== 'ended') return unlisted(ran);
    const printers = ran.code === 0 ? readWindowsPrinters(ran.out) : null;
    if (printers === null) return { service: 'not-answering', printers: [] };
    return { ...NO_PRINTERS, printers: [...printers] };
  };

  return {
    list,
    print: async ({ paths, copies, printer }) => {
      const chosen = choosePrinter(await list(), printer);
      if ('refused' in chosen) return chosen.refused;
      const { name } = chosen;
      // `PrintTo` takes the name in quotes, which a printer's name cannot hold.
      if (name.includes('"')) return refusedPrint('printer-unknown', 'quote');
      const values = {
        LOKET_PRINTER: name,
        LOKET_PAPERS: paths.join('|'),
        LOKET_COPIES: String(copies),
      };
      const ran = await ask('print', values, paths.length * copies * READER_WAIT);
      if (ran.kind !== 'ended') return notRun('powershell', ran);
      if (ran.code !== 0) {
        return refusedPrint(readWindowsRefusal(ran.err), `powershell: exit ${ran.code}`);
      }
      return { outcome: 'sent', job: `${name}#${readWindowsJobId(ran.out) ?? 'unseen'}` };
    },
    job: async (id) => {
      const [, printer, number] = /^(.+)#(\d+)$/.exec(id) ?? [];
      if (printer === undefined || number === undefined) {
        return { state: 'unknown', reason: 'job-unseen' };
      }
      const ran = await ask('job', { LOKET_PRINTER: printer, LOKET_JOB: number });
      if (ran.kind !== 'ended') return { state: 'unknown', reason: `powershell: ${ran.kind}` };
      if (ran.code !== 0) return { state: 'unknown', reason: `powershell: exit ${ran.code}` };
      return readWindowsJob(ran.out);
    },
  };
}
