import { createLaunchTokens } from '../../electron/browser/launch-tokens';
import { startLoopbackServer } from '../../electron/browser/loopback-server';
import { createRendererFiles } from '../../electron/renderer-files';
import { createServeVerb } from '../../electron/serve-verb';
import { createServices } from '../../electron/services/index';

/**
 * The browser shell's own services and server for a page of the bench, as a process: data
 * folder and page folder come as arguments, the first line out is the launch address.
 */
async function main(): Promise<void> {
  const [dataFolder, pageFolder] = process.argv.slice(2);
  if (dataFolder === undefined || pageFolder === undefined)
    throw new Error('data folder, page folder');
  const now = (): Date => new Date();
  const log = (): void => undefined;
  const running = createServices({
    dataFolder,
    kind: 'browser',
    version: '0.0.0',
    now,
    protector: undefined,
    log,
    // No document is checked here.
    checkScript: '',
  });
  const tokens = createLaunchTokens(now);
  const server = await startLoopbackServer({
    port: 0,
    files: await createRendererFiles(pageFolder),
    serveVerb: createServeVerb(running.services, log),
    tokens,
    instanceSecret: tokens.issue(0),
    openWindow: () => Promise.resolve({ address: null }),
  });
  process.stdout.write(`${server.origin}/launch?token=${tokens.issue(5)}\n`);
}

await main();
