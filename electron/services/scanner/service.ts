import { createHash, randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../../src/contract/index';
import { fail, succeed } from '../../../src/contract/result';
import type { ScanProfile } from '../../../src/contract/scanner';
import type { Log } from '../../log';
import { systemDisk } from '../disk';
import { createRunProgram } from '../run-program';
import { createEscl } from './escl';
import { createSane } from './sane';
import type { ScanBackend } from './scan-backend';
import { beginScan, type ScanSession, type ScanTimes } from './scan-session';
import { createWia } from './wia';

/** Milliseconds a scanner may say nothing: a lamp warms up for half a minute. */
const PATIENCE = 60_000;

/** Milliseconds; see `ScanTimes`. */
const TIMES: ScanTimes = { wait: 10_000, abandoned: 60_000 };

/** How long an ended scan is kept for the page to fetch its end, in milliseconds. */
const REMEMBERED = 120_000;

/** The ways to scanners of this computer; pages rest in `folder` until they are read. */
export function systemScanners(
  dataFolder: string,
  platform: NodeJS.Platform = process.platform,
): readonly ScanBackend[] {
  const run = createRunProgram(PATIENCE);
  const local = { run, disk: systemDisk, folder: spoolFolder(dataFolder) };
  const network = createEscl({ patience: PATIENCE });
  return platform === 'win32' ? [createWia(local), network] : [createSane(local), network];
}

/** In memory where the system has such a place, so that no paper rests unsealed on a disk. */
function spoolFolder(dataFolder: string): string {
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const inMemory = [process.env['XDG_RUNTIME_DIR'], '/dev/shm'].find(isOurs);
  return inMemory === undefined ? join(dataFolder, 'scanning') : join(inMemory, `loket-${mark}`);
}

function isOurs(folder: string | undefined): folder is string {
  try {
    if (!folder) return false;
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export interface ScannerOptions {
  readonly backends: readonly ScanBackend[];
  readonly log: Log;
  readonly times?: ScanTimes;
}

/** The scanners of this computer and its network; one scan at a time on each of them. */
export function createScanner({ backends, log, times = TIMES }: ScannerOptions): {
  readonly service: Services['scanner'];
  /** Stops every scan and waits for the scanners. */
  readonly close: () => Promise<void>;
} {
  const sessions = new Map<string, ScanSession>();
  const busy = new Set<string>();

  const begin = (scanner: string, profile: ScanProfile) => {
    const backend = backends.find(({ kind }) => scanner.startsWith(`${kind}:`));
    if (backend === undefined) return refused('device-gone', 'kind-unknown');
    if (busy.has(scanner)) return refused('device-busy', 'own-scan');
    busy.add(scanner);
    const scan = randomUUID();
    const session = beginScan(backend, scanner, profile, times);
    sessions.set(scan, session);
    void session.ended.then(() => {
      busy.delete(scanner);
      setTimeout(() => sessions.delete(scan), REMEMBERED).unref();
    });
    return { outcome: 'started' as const, scan };
  };

  const service: Services['scanner'] = {
    list: async ({ addresses }) => {
      const found = await Promise.all(backends.map((one) => one.list(addresses)));
      return succeed({
        systems: backends.map(({ kind }, index) => ({
          kind,
          state: found[index]?.state ?? ('absent' as const),
        })),
        scanners: found.flatMap(({ scanners }) => [...scanners]),
        silent: found.flatMap(({ silent }) => [...silent]),
      });
    },
    start: ({ scanner, profile }) => Promise.resolve(succeed(begin(scanner, profile))),
    next: async ({ scan }) => {
      const session = sessions.get(scan);
      if (session === undefined) return fail({ kind: 'not-found', detail: 'scan' });
      const event = await session.next();
      if (event?.state === 'ended') {
        sessions.delete(scan);
        const { refusal, detail, pages } = event;
        if (refusal !== null) log({ event: 'scan-refused', reason: refusal, detail, pages });
      }
      return succeed({ event });
    },
    cancel: ({ scan }) => {
      sessions.get(scan)?.cancel();
      return Promise.resolve(succeed({}));
    },
  };
  return {
    service,
    close: async () => {
      for (const session of sessions.values()) session.cancel();
      await Promise.all([...sessions.values()].map(({ ended }) => ended));
    },
  };
}

function refused(refusal: 'device-gone' | 'device-busy', detail: string) {
  return { outcome: 'refused' as const, refusal, detail };
}
