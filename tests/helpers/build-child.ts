import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * Bundles a TypeScript program of `tests/helpers` so that plain Node can run it in a process
 * of its own, and gives the path of the bundle.
 */
export async function buildChild(source: string): Promise<string> {
  const name = basename(source, '.ts');
  const outDir = join(root, 'out/test-children', name);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: resolve(import.meta.dirname, source),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
