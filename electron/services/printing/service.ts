import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Services } from '../../../src/contract/index';
import { succeed } from '../../../src/contract/result';
import type { Log } from '../../log';
import { errorCode, onDisk, systemDisk, type Disk } from '../disk';
import { createCups } from './cups';
import type { PrintSystem } from './print-system';
import { createRunProgram } from '../run-program';
import { createWindowsPrinting } from './windows';

/** How long a program of the print service may take, in milliseconds. */
const PATIENCE = 20_000;

/** The print service of this computer. */
export function systemPrinting(platform: NodeJS.Platform = process.platform): PrintSystem {
  const run = createRunProgram(PATIENCE);
  return platform === 'win32' ? createWindowsPrinting(run) : createCups(run);
}

/**
 * Papers into a printer's queue. Each lies in a file of its own under `folder` for as long as
 * the queue takes to read it (mode 0600, a random name), and is removed whatever came of it;
 * what a crash left there goes at the next start. The log has codes alone.
 */
export function createPrinting(options: {
  readonly folder: string;
  readonly log: Log;
  readonly system: PrintSystem;
  readonly disk?: Disk;
}): { readonly service: Services['printing']; readonly close: () => Promise<void> } {
  const { folder, log, system } = options;
  const disk = options.disk ?? systemDisk;

  const remove = (path: string): Promise<void> =>
    disk.remove(path).catch((error: unknown) => {
      log({ event: 'print-file-left', code: errorCode(error) });
    });

  const sweep = async (): Promise<void> => {
    const left = await disk.list(folder).catch(() => []);
    await Promise.all(left.map((name) => remove(join(folder, name))));
  };
  const swept = sweep();

  const service: Services['printing'] = {
    list: async () => succeed(await system.list()),
    job: async ({ job }) => succeed(await system.job(job)),
    print: ({ papers, ...job }) =>
      onDisk('printing', async () => {
        const paths = papers.map(() => join(folder, `loket-${randomUUID()}.pdf`));
        try {
          await swept;
          await disk.makeFolder(folder);
          for (const [index, path] of paths.entries()) {
            await writePaper(disk, path, papers[index] ?? new Uint8Array());
          }
          const answer = await system.print({ ...job, paths });
          if (answer.outcome === 'refused') {
            log({ event: 'print-refused', reason: answer.reason, detail: answer.detail });
          }
          return succeed(answer);
        } finally {
          await Promise.all(paths.map(remove));
        }
      }),
  };
  return { service, close: () => swept };
}

async function writePaper(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'create', 0o600);
  try {
    await file.write(0, bytes);
  } finally {
    await file.close();
  }
}
