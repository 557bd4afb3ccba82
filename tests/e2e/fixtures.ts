import { test as base, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCable, type Cable } from '../helpers/cable';
import { Clerk } from '../helpers/clerk';
import { removeFolder } from '../helpers/remove-folder';
import { freePort } from '../helpers/launch-shell';
import { mountSmallDisk } from '../helpers/small-disk';
import {
  electronBinary,
  startInBrowser,
  startInElectron,
  type RunningProgram,
} from '../helpers/running-program';
import {
  startAmsGatewaySimulator,
  type AmsGatewaySimulator,
} from '../simulators/ams-gateway/simulator';

const TOKEN = 'contoh-token';

/** One desk with a data folder of its own, a gateway, and a line that can be pulled out. */
export class TestDesk {
  readonly token = TOKEN;
  /** Words of the page's console that are errors, such as a breach of the content policy. */
  readonly consoleErrors: string[] = [];

  constructor(
    private running: RunningProgram,
    private readonly start: () => Promise<RunningProgram>,
    readonly dataFolder: string,
    readonly cable: Cable,
    readonly gateway: AmsGatewaySimulator,
  ) {
    this.watch();
  }

  get page(): Page {
    return this.running.page;
  }

  get clerk(): Clerk {
    return new Clerk(this.page);
  }

  /** Ends the program and starts it again on the same data, or what `between` makes of it. */
  async reopen(
    how: 'close' | 'kill' = 'close',
    between: (dataFolder: string) => Promise<void> | void = () => undefined,
  ): Promise<void> {
    await this.running[how]();
    await between(this.dataFolder);
    this.running = await this.start();
    this.watch();
  }

  async close(): Promise<void> {
    await this.running.close();
  }

  private watch(): void {
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    this.page.on('pageerror', (error) => this.consoleErrors.push(String(error)));
  }
}

interface Options {
  /** Megabytes of the disk the data folder lies on; null for the machine's own. */
  readonly diskSize: number | null;
}

export const test = base.extend<Options & { desk: TestDesk }>({
  diskSize: [null, { option: true }],
  desk: async ({ diskSize }, use, info) => {
    const { shell } = info.project.metadata as { readonly shell: 'browser' | 'electron' };
    test.skip(
      shell === 'electron' && electronBinary() === null,
      'not run: Electron has no binary here',
    );
    const folder = mkdtempSync(join(tmpdir(), 'loket-e2e-'));
    const dataFolder = join(folder, 'data');
    mkdirSync(dataFolder);
    const disk = diskSize === null ? null : mountSmallDisk(dataFolder, diskSize);
    test.skip(diskSize !== null && disk === null, 'not run: this user may not mount a small disk');
    const gateway = await startAmsGatewaySimulator({
      folder: join(folder, 'gateway'),
      token: TOKEN,
    });
    const cable = await startCable(gateway.url, false);
    // Always the same port, as in life: the origin holds the records.
    const port = await freePort();
    const start = () =>
      shell === 'electron' ? startInElectron(dataFolder) : startInBrowser(dataFolder, port);
    const desk = new TestDesk(await start(), start, dataFolder, cable, gateway);
    try {
      await use(desk);
    } finally {
      await desk.close();
      await cable.close();
      await gateway.stop();
      disk?.unmount();
      await removeFolder(folder);
    }
  },
});
export { expect } from '@playwright/test';
