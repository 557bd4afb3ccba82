/**
 * `npm run bench`: speed as ratios against the bare thing, each pair side by side in one run.
 * Prints them and writes out/bench/*.json. `npm run bench -- store` runs one of them.
 */
import { spawnSync } from 'node:child_process';
import { bundleForNode } from './bundle.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './ensure-system.mjs';

const benches = {
  start: async () =>
    (await import(await bundleForNode('tests/bench/start/start-bench.ts'))).benchStart(),
  store: () => runScript('tests/bench/store-bench.mjs'),
  restore: async () =>
    (await import(await bundleForNode('tests/bench/restore-bench.ts'))).benchRestore(),
  outbox: () => runScript('tests/bench/outbox-bench.mjs'),
  reading: async () =>
    (await import(await bundleForNode('tests/bench/reading/reading-bench.ts'))).benchReading(),
  letters: () => runScript('tests/bench/letters-bench.mjs'),
  scan: () => runScript('tests/bench/scan-bench.mjs'),
  signatures: async () =>
    (await import(await bundleForNode('tests/bench/signatures-bench.ts'))).benchSignatures(),
};

function runScript(path) {
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${path} ended with ${status}`);
}

await ensureChromium();
ensureBuilt();
const chosen = process.argv.slice(2);
for (const [name, run] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name}`);
  await run();
}
