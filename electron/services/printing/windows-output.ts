import { z } from 'zod';
import type { Printer, PrintRefusal } from '../../../src/contract/printing';
import { parsedJson } from '../parsed-json';
import type { JobReport } from './print-system';

const printersSchema = z.array(
  z.object({
    Name: z.string().min(1),
    Default: z.boolean().nullable(),
    WorkOffline: z.boolean().nullable(),
    /** Bits of PRINTER_INFO_2.Status. */
    PrinterState: z.number().nullable(),
  }),
);
const PAUSED = 0x1;
const PENDING_DELETION = 0x4;

/** The printers in the JSON of the script `list`; null for anything else. */
export function readWindowsPrinters(text: string): readonly Printer[] | null {
  const told = parsedJson(text, printersSchema);
  return (
    told?.map(({ Name, Default, WorkOffline, PrinterState }) => ({
      name: Name,
      isDefault: Default === true,
      isAccepting: ((PrinterState ?? 0) & PENDING_DELETION) === 0,
      isStopped: WorkOffline === true || ((PrinterState ?? 0) & PAUSED) !== 0,
    })) ?? null
  );
}

/** The job's number in the answer of the script `print`; null where the queue showed none. */
export function readWindowsJobId(text: string): number | null {
  return parsedJson(text, z.object({ Id: z.number().int().nullable() }))?.Id ?? null;
}

/**
 * The state in the answer of the script `job`. Windows drops a job from its queue once it was
 * printed, and when it was deleted as well: a job that is gone is `unknown`.
 */
export function readWindowsJob(text: string): JobReport {
  const status = parsedJson(text, z.object({ Status: z.string().nullable() }))?.Status ?? null;
  if (status === null) return { state: 'unknown', reason: 'job-gone' };
  const flags = status.split(/,\s*/);
  const has = (...names: readonly string[]) => names.some((name) => flags.includes(name));
  const state = has('Error', 'Deleting', 'Deleted', 'Blocked')
    ? 'failed'
    : has('Printed', 'Complete', 'Completed')
      ? 'done'
      : has('Printing')
        ? 'printing'
        : 'waiting';
  return { state, reason: flags.filter((flag) => flag !== 'Normal').join(' ') || null };
}

/** What a failed script means, by the codes in its words and not their language. */
export function readWindowsRefusal(text: string): PrintRefusal {
  // 1155 (0x80004005 by Start-Process): no program is associated, so nothing prints PDFs alone.
  if (/InvalidOperationException,Microsoft\.PowerShell\.Commands\.StartProcessCommand/.test(text)) {
    return 'no-print-service';
  }
  if (/HRESULT 0x80070705/i.test(text)) return 'printer-unknown';
  if (/HRESULT 0x800706b[ae]/i.test(text)) return 'not-answering';
  return 'failed';
}
