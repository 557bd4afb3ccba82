import { startAmsGatewaySimulator } from './simulator';

/**
 * The simulator as a process of its own, bundled by whoever starts it. Settings come from the
 * environment: `AMS_SIMULATOR_FOLDER`, `AMS_SIMULATOR_TOKEN`, `AMS_SIMULATOR_PORT` (0 = any).
 * The first line on standard output is `{"url":"…"}`; it ends on SIGTERM, or as killed by an order.
 */
async function main(): Promise<void> {
  const folder = process.env['AMS_SIMULATOR_FOLDER'];
  const token = process.env['AMS_SIMULATOR_TOKEN'];
  if (folder === undefined || token === undefined) {
    throw new Error('AMS_SIMULATOR_FOLDER and AMS_SIMULATOR_TOKEN are needed');
  }
  const simulator = await startAmsGatewaySimulator({
    folder,
    token,
    port: Number(process.env['AMS_SIMULATOR_PORT'] ?? '0'),
    onKill: () => {
      process.kill(process.pid, 'SIGKILL');
    },
  });
  process.stdout.write(`${JSON.stringify({ url: simulator.url })}\n`);
  process.once('SIGTERM', () => {
    simulator.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

await main();
