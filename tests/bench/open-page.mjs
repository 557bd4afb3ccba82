import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import { ensureChromium } from '../../.scripts/ensure-system.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.ttf': 'font/ttf' };

/**
 * Builds a page of a bench (`tests/bench/<name>/page`) as the product is built, serves it and
 * opens it in a browser of its own. `close` ends all of it.
 */
export async function openBenchPage(name) {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error('no browser');
  const folder = resolve('out/bench-pages', name);
  await build({
    root: `tests/bench/${name}/page`,
    configFile: false,
    logLevel: 'warn',
    base: './',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      minify: true,
      assetsInlineLimit: 0,
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://loopback').pathname;
    try {
      const bytes = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/index.html`);
  return {
    page,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
