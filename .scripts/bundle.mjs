/** Bundles a TypeScript entry for Node, so that tools can share the product's own modules. */
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * Returns the path of a runnable module made from `entry`; packages stay outside.
 * @param {string} entry path of a .ts file
 */
export async function bundleForNode(entry) {
  const outDir = resolve('out/tools', basename(entry, '.ts'));
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { external: true, noExternal: [/^\.{1,2}\//] },
    build: {
      ssr: resolve(entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'entry.mjs' } },
    },
  });
  return join(outDir, 'entry.mjs');
}
