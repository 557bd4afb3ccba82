import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const here = import.meta.dirname;

/**
 * Three bundles from one command: the shells (`out/main/{main,browser}.js`, with the thread that
 * checks documents, `check-worker.js`), the preload
 * (`out/preload/preload.cjs`, one CommonJS file because a sandboxed preload cannot load
 * modules) and the user interface (`out/renderer`).
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: resolve(here, 'electron/main.ts'),
          browser: resolve(here, 'electron/browser.ts'),
          'check-worker': resolve(here, 'electron/services/pki/check-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(here, 'out/renderer'),
      minify: true,
      // Served over loopback or from disk: fewer, larger chunks open faster than many small ones.
      chunkSizeWarningLimit: 1000,
      sourcemap: true,
      // Data URLs would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(here, 'src/index.html') },
    },
  },
});
