import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { projectRoot } from '../ensure-built';
import type { MainProcess } from './main-process';

/** Stands for `app://loket`: Chromium alone cannot register a scheme of its own. */
export const pageOrigin = 'https://loket';
const appOrigin = 'app://loket';
const preloadWorld = 'electron-preload';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

interface Invocation {
  readonly number: number;
  readonly channel: string;
  readonly input: unknown;
}

/**
 * Opens the built page in Chromium as the window of a main process: every request is answered
 * by the handler of `app://`, the built preload runs in an isolated world before the page's
 * scripts (tutorial/context-isolation), and its IPC reaches the main process with the frame it
 * really came from.
 */
export async function openStandInWindow(context: BrowserContext, main: MainProcess): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const url = route.request().url().replace(pageOrigin, appOrigin);
    const answer = await main.request(url, route.request().method());
    if (answer === null) return route.abort();
    return route.fulfill({ ...answer, body: Buffer.from(answer.body) });
  });
  const cdp = await context.newCDPSession(page);
  await installWorlds(cdp);
  carryIpc(cdp, main);
  await page.goto(`${pageOrigin}/`);
  await main.ask({ ask: 'readyToShow' });
  return page;
}

async function installWorlds(cdp: CDPSession): Promise<void> {
  const preload = readFileSync(join(projectRoot, 'out/preload/preload.cjs'), 'utf8');
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', {
    name: 'standInInvoke',
    executionContextName: preloadWorld,
  });
  const mainWorld = read('packing.js') + read('main-world.js');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld });
  // CommonJS, as Electron wraps a preload: the bundle sees `require`, `module`, `exports` only.
  const wrapped = `if (globalThis === globalThis.top) ((require, module, exports) => {\n${preload}\n})(globalThis.standInRequire, { exports: {} }, {});`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: read('packing.js') + read('preload-world.js') + wrapped,
    worldName: preloadWorld,
  });
}

function carryIpc(cdp: CDPSession, main: MainProcess): void {
  const frameOf = new Map<number, string>();
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const data: unknown = context.auxData;
    const frameId = typeof data === 'object' && data !== null && 'frameId' in data && data.frameId;
    if (typeof frameId === 'string') frameOf.set(context.id, frameId);
  });
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    void (async () => {
      const { number, channel, input } = JSON.parse(payload) as Invocation;
      const { frameTree } = await cdp.send('Page.getFrameTree');
      const isTop = frameOf.get(executionContextId) === frameTree.frame.id;
      const url = frameTree.frame.url.replace(pageOrigin, appOrigin);
      const sender = { window: 'own', frame: { url, isTop } } as const;
      const answer = await main.invoke(channel, unpack(input), sender).then(
        (value) => ({ number, value: pack(value) }),
        (error: unknown) => ({ number, error: String(error) }),
      );
      await cdp.send('Runtime.evaluate', {
        expression: `standInAnswer(${JSON.stringify(answer)})`,
        contextId: executionContextId,
      });
    })().catch(() => undefined);
  });
}

/** By hand: a Buffer would turn itself into something else before a JSON replacer sees it. */
function pack(value: unknown): unknown {
  if (value instanceof Uint8Array) return { standInBytes: Array.from(value) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pack(inner)]));
}

function unpack(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (_key, inner: unknown) =>
    typeof inner === 'object' &&
    inner !== null &&
    'standInBytes' in inner &&
    Array.isArray(inner.standInBytes)
      ? Uint8Array.from(inner.standInBytes as number[])
      : inner,
  );
}
