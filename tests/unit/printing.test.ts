import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/log';
import { createCups } from '../../electron/services/printing/cups';
import { createRunProgram, type Ran, type RunProgram } from '../../electron/services/run-program';
import { createPrinting } from '../../electron/services/printing/service';
import type { PrintSystem, SpooledJob } from '../../electron/services/printing/print-system';
import { printingContract } from '../../src/contract/printing';

/** What CUPS 2.4 said on a computer with three queues. */
const THREE = `printer Henti disabled since Mon Nov 30 11:51:24 2026 -
\tPaused
printer Loket is idle.  enabled since Mon Nov 30 11:51:24 2026
printer Tolak now printing Tolak-7.  enabled since Mon Nov 30 11:51:24 2026
Henti accepting requests since Mon Nov 30 11:51:24 2026
Loket accepting requests since Mon Nov 30 11:51:24 2026
Tolak not accepting requests since Mon Nov 30 11:51:24 2026 -
\treason unknown
system default destination: Loket
`;
const WAITING = `Loket-1                 root              2048   Mon Nov 30 11:51:25 2026
\tStatus: 
\tAlerts: job-printing
\tqueued for Loket
Henti-2                 root              1024   Mon Nov 30 11:51:25 2026
\tAlerts: none
\tqueued for Henti
`;

const ended = (out: string, err = '', code = err === '' ? 0 : 1): Ran => ({
  kind: 'ended',
  code,
  out,
  err,
});

/** Programs that say what was recorded; `asked` has every call. */
function recorded(answers: Readonly<Record<string, Ran>>): {
  readonly run: RunProgram;
  readonly asked: (readonly string[])[];
} {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    run: (program, args) => {
      asked.push([program, ...args]);
      const key = [program, ...args].join(' ');
      const found = Object.entries(answers).find(([start]) => key.startsWith(start));
      return Promise.resolve(found?.[1] ?? ended('', 'unasked', 1));
    },
  };
}

const job: SpooledJob = {
  paths: ['/data/printing/a.pdf', '/data/printing/b.pdf'],
  copies: 2,
  printer: 'Loket',
  title: '2026-A-0012',
};

describe('CUPS', () => {
  test('tells each printer with what it does now', async () => {
    const { run } = recorded({ 'lpstat -p': ended(THREE) });
    expect(await createCups(run).list()).toEqual({
      service: 'running',
      printers: [
        { name: 'Henti', isDefault: false, isAccepting: true, isStopped: true },
        { name: 'Loket', isDefault: true, isAccepting: true, isStopped: false },
        { name: 'Tolak', isDefault: false, isAccepting: false, isStopped: false },
      ],
    });
  });

  test.each([
    [
      'no printers',
      ended('no system default destination\n', 'lpstat: No destinations added.\n'),
      'running',
    ],
    ['no CUPS at all', { kind: 'absent' } as const, 'absent'],
    ['a service that hangs', { kind: 'hung' } as const, 'not-answering'],
    ['a service that is down', ended('', 'lpstat: Scheduler is not running.\n'), 'not-answering'],
  ])('answers %s calmly', async (_, ran, service) => {
    const { run } = recorded({ 'lpstat -p': ran });
    expect(await createCups(run).list()).toEqual({ service, printers: [] });
  });

  test('prints several papers as one job, the file names behind `--`', async () => {
    const { run, asked } = recorded({
      'lpstat -p': ended(THREE),
      'lp -d': ended('request id is Loket-3 (2 file(s))\n'),
    });
    expect(await createCups(run).print(job)).toEqual({ outcome: 'sent', job: 'Loket-3' });
    expect(asked.at(-1)).toEqual([
      'lp',
      '-d',
      'Loket',
      '-n',
      '2',
      '-t',
      '2026-A-0012',
      '--',
      ...job.paths,
    ]);
  });

  test('no printer named is the default one; a name that is not on the list never reaches lp', async () => {
    const { run, asked } = recorded({
      'lpstat -p': ended(THREE),
      'lp -d Loket': ended('request id is Loket-4 (1 file(s))\n'),
    });
    const cups = createCups(run);
    expect(await cups.print({ ...job, printer: null })).toMatchObject({ outcome: 'sent' });
    for (const printer of ['Tidak-ada', '-oraw', '', 'Loket;reboot', '../Loket']) {
      expect(await cups.print({ ...job, printer })).toMatchObject({ reason: 'printer-unknown' });
    }
    expect(await cups.print({ ...job, printer: 'Tolak' })).toMatchObject({
      reason: 'not-accepting',
    });
    expect(asked.filter(([program]) => program === 'lp')).toHaveLength(1);
  });

  test.each([
    [ended('', 'lp: Error - The printer or class does not exist.\n'), 'printer-unknown'],
    [ended('', 'lp: Destination "Loket" is not accepting jobs.\n'), 'not-accepting'],
    [ended('', 'lp: Error - scheduler not responding.\n'), 'failed'],
    [ended('', 'lp: Bad file descriptor\n'), 'not-answering'],
    [{ kind: 'hung' } as const, 'not-answering'],
    [{ kind: 'absent' } as const, 'no-print-service'],
  ])('a refusal of lp is a reason with a code, not its sentence', async (ran, reason) => {
    const { run } = recorded({ 'lpstat -p': ended(THREE), 'lp ': ran });
    const answer = await createCups(run).print(job);
    expect(answer).toMatchObject({ outcome: 'refused', reason });
    expect(JSON.stringify(answer)).not.toContain('Loket');
  });

  test.each([
    ['completed', 'processing-to-stop-point', { state: 'done', reason: null }],
    ['aborted', 'aborted-by-system', { state: 'failed', reason: 'aborted aborted-by-system' }],
    ['canceled', 'none', { state: 'failed', reason: 'canceled' }],
    ['processing', 'job-printing', { state: 'printing', reason: 'job-printing' }],
    ['pending', 'none', { state: 'waiting', reason: 'printer-stopped' }],
  ])('reads what IPP calls %s', async (word, reasons, report) => {
    const said = `    job-id (integer) = 9
        job-state (enum) = ${word}
        job-state-reasons (keyword) = ${reasons}\n`;
    const { run, asked } = recorded({
      'lpstat -H': ended('/run/cups/cups.sock\n'),
      'lpstat -p': ended(THREE),
      'ipptool -tv': ended(said),
    });
    expect(await createCups(run).job('Henti-9')).toEqual(report);
    expect(asked[1]?.[2]).toBe('ipp://%2Frun%2Fcups%2Fcups.sock/jobs/9');
  });

  test('without ipptool says how far a job is as far as lpstat tells', async () => {
    const { run } = recorded({
      'lpstat -p': ended(THREE),
      'lpstat -W not-completed': ended(WAITING),
      'lpstat -W completed': ended('Loket-6   root  1024  Mon\n\tAlerts: aborted-by-system\n'),
    });
    const { job: ask } = createCups(run);
    expect(await ask('Loket-1')).toEqual({ state: 'printing', reason: 'job-printing' });
    expect(await ask('Henti-2')).toEqual({ state: 'waiting', reason: 'printer-stopped' });
    // lpstat does not say whether a job that has left the queue was printed.
    expect(await ask('Loket-6')).toEqual({ state: 'unknown', reason: 'job-ended' });
    expect(await ask('Loket-9')).toEqual({ state: 'unknown', reason: 'job-forgotten' });
    const down = recorded({ lpstat: ended('', 'lpstat: Scheduler is not running.\n') });
    expect(await createCups(down.run).job('Loket-1')).toEqual({
      state: 'unknown',
      reason: 'not-answering',
    });
  });
});

describe('running a program', () => {
  test('one that says nothing is ended in time', async () => {
    const started = performance.now();
    const script = 'setInterval(() => undefined, 1000)';
    expect(await createRunProgram(300)(process.execPath, ['-e', script])).toEqual({ kind: 'hung' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('one that is not there is told apart', async () => {
    expect(await createRunProgram(5_000)('loket-no-such-program', [])).toEqual({ kind: 'absent' });
  });

  test('arguments arrive as they are: no shell reads them', async () => {
    const odd = ['$(id)', '`id`', '; echo x', 'a \'b\' "c"', '*'];
    const script = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
    const ran = await createRunProgram(20_000)(process.execPath, ['-e', script, '--', ...odd]);
    expect(ran).toMatchObject({ kind: 'ended', code: 0, out: JSON.stringify(odd) });
  });
});

describe('the service', () => {
  let folder: string;
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry): void => void logged.push(entry);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loket-printing-'));
    logged.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  const systemOf = (print: PrintSystem['print']): PrintSystem => ({
    list: () => Promise.resolve({ service: 'running', printers: [] }),
    print,
    job: () => Promise.resolve({ state: 'unknown', reason: null }),
  });
  const input = { copies: 1, printer: null, title: '2026-A-0012' };

  test('hands the very bytes over in files only this user reads, gone afterwards', async () => {
    const seen: { bytes: string; mode: number }[] = [];
    const system = systemOf(async ({ paths }) => {
      for (const path of paths) {
        const mode = (await stat(path)).mode & 0o777;
        seen.push({ bytes: await readFile(path, 'latin1'), mode });
      }
      return { outcome: 'sent', job: 'Loket-1' };
    });
    const { service } = createPrinting({ folder, log, system });
    const papers = [Buffer.from('%PDF-satu'), Buffer.from('%PDF-dua')];
    expect(await service.print({ ...input, papers })).toMatchObject({ ok: true });
    expect(seen).toEqual([
      { bytes: '%PDF-satu', mode: 0o600 },
      { bytes: '%PDF-dua', mode: 0o600 },
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves no file behind when the system fails or refuses, and logs codes', async () => {
    const failing = createPrinting({
      folder,
      log,
      system: systemOf(() => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' }))),
    });
    const papers = [Buffer.from('%PDF')];
    expect(await failing.service.print({ ...input, papers })).toMatchObject({
      ok: false,
      error: { kind: 'disk-failed' },
    });
    const refusing = createPrinting({
      folder,
      log,
      system: systemOf(() =>
        Promise.resolve({ outcome: 'refused', reason: 'failed', detail: 'lp: exit 1' }),
      ),
    });
    await refusing.service.print({ ...input, papers });
    expect(await readdir(folder)).toEqual([]);
    expect(logged).toEqual([{ event: 'print-refused', reason: 'failed', detail: 'lp: exit 1' }]);
  });

  test('what a crash left there is removed at the next start, before anything is printed', async () => {
    await writeFile(join(folder, 'loket-old.pdf'), '%PDF');
    const { close } = createPrinting({
      folder,
      log,
      system: systemOf(() => Promise.reject(new Error('unasked'))),
    });
    await close();
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a title is made of numbers and keys; copies have a limit', () => {
  const { input } = printingContract.print;
  const good = { papers: [Uint8Array.of(1)], copies: 20, printer: null, title: '2026/A-0012' };
  expect(input.safeParse(good).success).toBe(true);
  for (const title of ['', 'Budi Santoso', '-x', 'a;b', 'a\nb', 'x'.repeat(81)]) {
    expect(input.safeParse({ ...good, title }).success, title).toBe(false);
  }
  for (const copies of [0, 21, 1.5]) {
    expect(input.safeParse({ ...good, copies }).success).toBe(false);
  }
  expect(input.safeParse({ ...good, papers: [] }).success).toBe(false);
});
