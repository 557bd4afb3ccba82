import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module of `.scripts`, which is plain JavaScript, under the type its test gives it. */
export async function loadTool<Tool>(name: string): Promise<Tool> {
  const { href } = pathToFileURL(resolve(import.meta.dirname, '../../.scripts', name));
  return (await import(/* @vite-ignore */ href)) as Tool;
}
