import type { Host } from '../contract/index';
import { createLoopbackHost } from './loopback-host';

declare global {
  interface Window {
    /** Put there by the Electron shell's preload; absent in the browser shell. */
    readonly loket?: Host;
  }
}

/**
 * The page's one way to its shell: `host.files.put(...)`. In Electron the preload's functions,
 * else the loopback server that served the page. Every verb answers a result; it never throws.
 */
export function createHost(): Host {
  return window.loket ?? createLoopbackHost((path, request) => fetch(path, request));
}
