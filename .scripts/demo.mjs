/**
 * `npm run demo`: the main job on a file of walk-ins, through the real built application in
 * a headless browser. Options are in README.md; the work is in tests/demo.
 */
import { bundleForNode } from './bundle.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './ensure-system.mjs';

await ensureChromium();
await ensureBuilt();
const { runDemo } = await import(await bundleForNode('tests/demo/demo.ts'));
process.exitCode = await runDemo(process.argv.slice(2));
