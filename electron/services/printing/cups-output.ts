import type { JobState, Printer, PrintRefusal } from '../../../src/contract/printing';

/** A job as `lpstat -l -o` tells it. */
export interface ToldJob {
  readonly id: string;
  /** CUPS's own codes (job-state-reasons), `none` left out. */
  readonly alerts: readonly string[];
}

/** The printers that `lpstat -p -a -d` tells, in its order; pure. */
export function readPrinters(text: string): readonly Printer[] {
  const lines = text.split('\n');
  const fallback = firstOf(lines, /^system default destination: ([^\s/]+)/);
  const refusing = new Set(allOf(lines, /^(\S+) not accepting requests\b/));
  return lines.flatMap((line): readonly Printer[] => {
    const [, name, rest] = /^printer (\S+) (.*)$/.exec(line) ?? [];
    if (name === undefined || rest === undefined) return [];
    return [
      {
        name,
        isDefault: name === fallback,
        isAccepting: !refusing.has(name),
        isStopped: /^disabled\b/.test(rest),
      },
    ];
  });
}

/** The jobs that `lpstat -l -o` tells; pure. */
export function readJobs(text: string): readonly ToldJob[] {
  const jobs: { id: string; alerts: readonly string[] }[] = [];
  for (const line of text.split('\n')) {
    const id = /^(\S+-\d+)\s/.exec(line)?.[1];
    if (id !== undefined) jobs.push({ id, alerts: [] });
    const alerts = /^\s+Alerts: (.*)$/.exec(line)?.[1];
    const last = jobs.at(-1);
    if (alerts !== undefined && last !== undefined) {
      last.alerts = alerts.split(/[\s,]+/).filter((code) => code !== '' && code !== 'none');
    }
  }
  return jobs;
}

/** What IPP calls the states of a job (RFC 8011, 5.3.7), in the words of the contract. */
const IPP_STATES: Readonly<Record<string, JobState>> = {
  pending: 'waiting',
  'pending-held': 'waiting',
  'processing-stopped': 'waiting',
  processing: 'printing',
  completed: 'done',
  canceled: 'failed',
  aborted: 'failed',
};

/** The job that `ipptool -tv … get-job-attributes.test` tells; null where it tells none; pure. */
export function readIppJob(
  text: string,
): { readonly state: JobState; readonly reasons: readonly string[] } | null {
  const word = /^\s*job-state \(enum\) = (\S+)/m.exec(text)?.[1];
  const state = IPP_STATES[word ?? ''];
  if (word === undefined || state === undefined) return null;
  const told = /^\s*job-state-reasons \([^)]*\) = (.*)$/m.exec(text)?.[1] ?? '';
  const reasons = told.split(/[\s,]+/).filter((code) => code !== '' && code !== 'none');
  // CUPS 2.4 leaves a reason of the work under way behind; the state itself says more.
  return { state, reasons: state === 'failed' ? [word, ...reasons] : reasons };
}

/** The id in `request id is Loket-12 (1 file(s))`; null where there is none. */
export function readJobId(text: string): string | null {
  return /^request id is (\S+-\d+) /m.exec(text)?.[1] ?? null;
}

/** What the words of `lp` and `lpstat` for a failure mean; pure. */
export function readRefusal(text: string): PrintRefusal {
  if (/no default destination/i.test(text)) return 'no-default';
  if (/printer or class does not exist|unknown destination/i.test(text)) return 'printer-unknown';
  if (/not accepting jobs/i.test(text)) return 'not-accepting';
  if (isSilentServer(text)) return 'not-answering';
  return 'failed';
}

/** Whether the words say that the print service does not run. */
export function isSilentServer(text: string): boolean {
  return /scheduler is not running|unable to connect|bad file descriptor|connection refused|no such file/i.test(
    text,
  );
}

function firstOf(lines: readonly string[], pattern: RegExp): string | undefined {
  return allOf(lines, pattern)[0];
}

function allOf(lines: readonly string[], pattern: RegExp): readonly string[] {
  return lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
}
