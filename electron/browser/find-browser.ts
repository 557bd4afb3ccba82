import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
// Apart, because the scripts before the first build look at the same places.
// Node itself, which loads this for tests, wants the attribute.
import places from './browser-places.json' with { type: 'json' };

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly exists?: (path: string) => boolean;
}

/**
 * The path of an installed Chromium, Chrome or Edge, undefined when there is none.
 * `LOKET_BROWSER` names one and is then the only one tried. Chrome and Edge come before
 * Chromium, because a Chromium from a snap may not use a profile in a hidden folder.
 */
export function findBrowser(search: BrowserSearch): string | undefined {
  const exists = search.exists ?? existsSync;
  const chosen = search.environment['LOKET_BROWSER'];
  if (chosen !== undefined && chosen !== '') return exists(chosen) ? chosen : undefined;
  return candidates(search).find((path) => exists(path));
}

function candidates({ platform, environment }: BrowserSearch): readonly string[] {
  if (platform === 'win32') return windowsCandidates(environment);
  if (platform === 'darwin') return places.darwin;
  const { names, folders: usual } = places.linux;
  const folders = [...(environment['PATH'] ?? '').split(':').filter(Boolean), ...usual];
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function windowsCandidates(environment: NodeJS.ProcessEnv): readonly string[] {
  const roots = places.win32.roots
    .map((name) => environment[name])
    .filter((root) => root !== undefined);
  return places.win32.places.flatMap((place) => roots.map((root) => win32.join(root, place)));
}
