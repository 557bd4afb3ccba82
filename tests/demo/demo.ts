import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCable } from '../helpers/cable';
import { freePort } from '../helpers/launch-shell';
import { startInBrowser } from '../helpers/running-program';
import { startAmsGatewaySimulator } from '../simulators/ams-gateway/simulator';
import { allEnded, sendWhatWaits, workOffline } from './day';
import { readOptions, type DemoOptions } from './options';
import { clearResults, emptySummary, printSummary, writeSummary } from './summary';
import { readWalkIns, type WalkInFile } from './walk-ins';

const SIMULATOR_TOKEN = 'demo-token';
/** The browser shell's fixed port (electron/browser.ts). */
const PRODUCT_PORT = 28617;

/** The whole demo; answers the exit code: 0 when every walk-in ended submitted or named. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const asked = readAsked(args);
  if (asked === null) return 1;
  const { options, file } = asked;
  if (options.esc !== null)
    console.log('--esc is not used: certificate checks are not part of this job.');
  clearResults(options.out);
  const summary = emptySummary(file.total);
  summary.refused.push(...file.refused);
  const scratch = mkdtempSync(join(tmpdir(), 'loket-demo-'));
  const simulator =
    options.ams === null
      ? await startAmsGatewaySimulator({ folder: join(scratch, 'gateway'), token: SIMULATOR_TOKEN })
      : null;
  const target = options.ams?.url ?? simulator?.url ?? '';
  const token = options.ams?.token ?? SIMULATOR_TOKEN;
  const cable = await startCable(target, false);
  const dataFolder = options.keepData ?? join(scratch, 'data');
  // A data folder that is kept opens later with the product's own start, at its own origin.
  const port = options.keepData === null ? await freePort() : PRODUCT_PORT;
  const start = () => startInBrowser(dataFolder, port);
  mkdirSync(join(options.out, 'letters'), { recursive: true });
  mkdirSync(join(options.out, 'screens'), { recursive: true });
  try {
    const day = { options, summary, file, start, loops: new Map() };
    await workOffline(day, { url: cable.url, token });
    await sendWhatWaits(day, cable.plug);
  } finally {
    writeSummary(options.out, summary);
    await cable.close();
    await simulator?.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  printSummary(summary);
  return allEnded(summary) ? 0 : 1;
}

/** Options and input; what is wrong with them is said in one sentence. */
function readAsked(
  args: readonly string[],
): { readonly options: DemoOptions; readonly file: WalkInFile } | null {
  try {
    const options = readOptions(args);
    return { options, file: readWalkIns(options.input) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}
