import { bundleForNode } from './bundle.mjs';
await (await import(await bundleForNode('tests/bench/reading/reading-bench.ts'))).benchReading();
process.exit(0);
