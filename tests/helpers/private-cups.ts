import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunProgram, type RunProgram } from '../../electron/services/run-program';

/** What a queue handed to its printer. */
export interface PrintedJob {
  /** Everything the printer got, one after another as it came. */
  readonly bytes: Buffer;
  /** What the queue left for the printer itself to repeat. */
  readonly copies: number;
  readonly title: string;
}

/** A print service of its own: no queue of this computer is seen or touched. */
export interface PrivateCups {
  /** Runs programs of CUPS against this service alone. */
  readonly run: RunProgram;
  /** What came out of the printer for a job; null while nothing has. */
  readonly printed: (jobId: string) => Promise<PrintedJob | null>;
  /** Ends the service; its socket answers nobody any more. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** `open` prints, `stands` is stopped, `shut` takes no jobs; `broken` fails at each job. */
export const QUEUES = { open: 'Loket', stands: 'Henti', shut: 'Tolak', broken: 'Rusak' } as const;

/** How long the service may take to answer first, in milliseconds. */
const START_LIMIT = 15_000;

/**
 * Starts `cupsd` in a temporary folder: its own configuration, spool and socket, raw queues,
 * and a printer that is a folder. No network, no browsing, nothing of the system is changed.
 */
export async function startPrivateCups(cupsd: string): Promise<PrivateCups> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-cups-'));
  await chmod(folder, 0o755);
  await writeServer(folder);
  const socket = join(folder, 'socket');
  const child = spawn(
    cupsd,
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    { stdio: 'ignore' },
  );
  const plain = createRunProgram(20_000);
  const run: RunProgram = (program, args, options = {}) =>
    plain(program, args, {
      ...options,
      environment: { ...options.environment, CUPS_SERVER: socket },
    });
  await answering(child, run);
  return {
    run,
    printed: (jobId) => readPrinted(join(folder, 'out', jobId.replace(/^.*-/, ''))),
    stop: () => ended(child),
    remove: async () => {
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(child: ChildProcess, run: RunProgram): Promise<void> {
  const until = performance.now() + START_LIMIT;
  for (;;) {
    const ran = await run('lpstat', ['-r']);
    if (ran.kind === 'ended' && ran.out.includes('scheduler is running')) return;
    if (child.exitCode !== null || performance.now() > until) {
      await ended(child);
      throw new Error(`cupsd did not start: exit ${String(child.exitCode)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return gone;
}

async function readPrinted(folder: string): Promise<PrintedJob | null> {
  if (!(await readdir(folder).catch((): string[] => [])).includes('facts')) return null;
  const [copies = '', title = ''] = (await readFile(join(folder, 'facts'), 'utf8')).split('\n');
  return { bytes: await readFile(join(folder, 'bytes')), copies: Number(copies), title };
}

async function writeServer(folder: string): Promise<void> {
  for (const name of ['root', 'spool/tmp', 'cache', 'state', 'bin/backend', 'out']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  // The printer runs as the user `lp`.
  await chmod(join(folder, 'out'), 0o777);
  for (const part of ['filter', 'daemon', 'monitor', 'notifier', 'cgi-bin']) {
    await symlink(join('/usr/lib/cups', part), join(folder, 'bin', part));
  }
  await writeBackend(folder, 'loket', 'exit 0');
  await writeBackend(folder, 'rusak', 'exit 1');
  await writeFile(join(folder, 'cupsd.conf'), serverSettings(folder));
  await writeFile(join(folder, 'cups-files.conf'), fileSettings(folder));
  await writeFile(join(folder, 'root/printers.conf'), queueSettings());
}

/** A printer, as CUPS calls one: job, user, title, copies, options, file (backend(7)). */
async function writeBackend(folder: string, name: string, ending: string): Promise<void> {
  const path = join(folder, 'bin/backend', name);
  const script = `#!/bin/sh
[ $# -eq 0 ] && exit 0
to="${folder}/out/$1"
mkdir -p "$to"
if [ -n "$6" ]; then cat "$6" > "$to/bytes"; else cat > "$to/bytes"; fi
printf '%s\\n%s\\n' "$4" "$3" > "$to/facts.part"
mv "$to/facts.part" "$to/facts"
${ending}
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
}

function serverSettings(folder: string): string {
  return `Listen ${folder}/socket
LogLevel error
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`;
}

function fileSettings(folder: string): string {
  return `ServerRoot ${folder}/root
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
ServerBin ${folder}/bin
DataDir /usr/share/cups
AccessLog ${folder}/access
ErrorLog ${folder}/error
PageLog ${folder}/page
User lp
Group lp
`;
}

function queueSettings(): string {
  const queue = (name: string, uri: string, lines: readonly string[], tag = 'Printer') => [
    `<${tag} ${name}>`,
    `DeviceURI ${uri}:/`,
    ...lines,
    'ErrorPolicy abort-job',
    '</Printer>',
  ];
  return [
    ...queue(QUEUES.open, 'loket', ['State Idle', 'Accepting Yes'], 'DefaultPrinter'),
    ...queue(QUEUES.stands, 'loket', ['State Stopped', 'StateMessage Paused', 'Accepting Yes']),
    ...queue(QUEUES.shut, 'loket', ['State Idle', 'Accepting No']),
    ...queue(QUEUES.broken, 'rusak', ['State Idle', 'Accepting Yes']),
    '',
  ].join('\n');
}
