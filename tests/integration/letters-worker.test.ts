import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browserLaunch } from '../helpers/installed-browser';
import { securityHeaders } from '../../electron/security';
import { renderLetter } from '../../src/documents/render-letter';
import type { LetterContent } from '../../src/domain/letters/letter-content';
import type { LetterOptions } from '../../src/documents/letter-options';
import type { LettersProbe } from '../fixtures/letters-page/page';
import {
  draftOptions,
  finalOptions,
  longSources,
  readFonts,
  sampleSources,
  wordedLetter,
} from '../helpers/letters';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ttf': 'font/ttf',
};

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
let asked: string[] = [];
let refuseFonts = false;
let violations = 0;
/** Reports reach the server from the worker too, whose events the page never sees. */
const headers = {
  ...securityHeaders,
  'content-security-policy': `${securityHeaders['content-security-policy']}; report-uri /violations`,
};

declare global {
  interface Window {
    readonly lettersProbe: LettersProbe;
  }
}

/** The page and its worker bundled with the settings of the application's own bundle. */
async function bundlePage(): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, '../fixtures/letters-page'),
    configFile: false,
    logLevel: 'error',
    base: './',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
}

/** The bundle behind the headers both shells send. */
async function serveBundle(): Promise<void> {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://loopback').pathname;
    asked.push(path);
    if (path === '/violations') violations += 1;
    const type = TYPES[extname(path)];
    if (!type || (refuseFonts && path.endsWith('.ttf'))) {
      response.writeHead(404, headers).end();
      return;
    }
    readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, { ...headers, 'content-type': type }).end(bytes),
      () => response.writeHead(404, headers).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-letters-'));
  await bundlePage();
  await serveBundle();
  browser = await chromium.launch(browserLaunch());
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  asked = [];
  refuseFonts = false;
  violations = 0;
  page = await browser.newPage();
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${String(port)}/index.html`);
});

afterEach(() => page.close());

function make(content: LetterContent, options: LetterOptions = finalOptions) {
  return page.evaluate(([letter, how]) => window.lettersProbe.make(letter, how), [
    content,
    options,
  ] as const);
}

async function madeInNode(content: LetterContent, options: LetterOptions): Promise<string> {
  const result = await renderLetter(content, { fonts: readFonts() }, options);
  if (!result.ok) throw new Error(result.error.code);
  return Buffer.from(result.value).toString('hex');
}

test('under the strict policy a worker makes the very bytes that Node makes, with no violation', async () => {
  for (const [key, sources, options] of [
    ['revocation-application', sampleSources, finalOptions],
    ['revocation-reason-statement', longSources, draftOptions],
    ['disposition-sheet', sampleSources, finalOptions],
  ] as const) {
    const content = wordedLetter(key, sources);
    expect(await make(content, options)).toBe(await madeInNode(content, options));
  }
  expect(page.workers()).toHaveLength(1);
  const fonts = asked.filter((path) => path.endsWith('.ttf'));
  expect(fonts).toHaveLength(4);
  expect(new Set(fonts).size).toBe(4);
  // Now one on purpose, in the worker: it must be the first and only one reported.
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      Reflect.construct(Function, ['']);
    }, 0);
  });
  await expect.poll(() => violations).toBe(1);
});

test('letters asked for at the same time do not get each other’s bytes', async () => {
  const one = wordedLetter('revocation-application', sampleSources);
  const other = wordedLetter('disposition-sheet', sampleSources);
  const [first, second] = await Promise.all([make(one), make(other)]);
  expect(first).toBe(await madeInNode(one, finalOptions));
  expect(second).toBe(await madeInNode(other, finalOptions));
});

test('a refusal crosses the worker as data, and the next letter is made', async () => {
  const content = wordedLetter('revocation-application', sampleSources);
  const strange = wordedLetter('revocation-application', {
    ...sampleSources,
    data: {
      ...sampleSources.data,
      applicant: { ...sampleSources.data.applicant, name: 'Contoh 中ua' },
    },
  });
  expect(await make(strange)).toEqual({
    code: 'glyph-missing',
    character: '中',
    codePoint: 'U+4E2D',
  });
  expect(typeof (await make(content))).toBe('string');
});

test('fonts that cannot be read refuse the letter, and are asked for again next time', async () => {
  const content = wordedLetter('revocation-application', sampleSources);
  refuseFonts = true;
  expect(await make(content)).toEqual({ code: 'fonts-unavailable' });
  refuseFonts = false;
  expect(typeof (await make(content))).toBe('string');
});

test('closing the renderer answers what is under way instead of leaving it waiting', async () => {
  const content = wordedLetter('revocation-application', sampleSources);
  const answers = await page.evaluate(
    async ([letter, how]) => {
      const underWay = window.lettersProbe.make(letter, how);
      window.lettersProbe.dispose();
      return [await underWay, await window.lettersProbe.make(letter, how)];
    },
    [content, finalOptions] as const,
  );
  expect(answers).toEqual([{ code: 'renderer-closed' }, { code: 'renderer-closed' }]);
});
