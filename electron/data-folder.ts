import envPaths from 'env-paths';
import { resolve } from 'node:path';

/**
 * Where the office's records lie; never to change after version 1.
 *
 * - Windows: `%LOCALAPPDATA%\loket-se\Data`
 * - macOS: `~/Library/Application Support/loket-se`
 * - Linux: `$XDG_DATA_HOME/loket-se`, or `~/.local/share/loket-se`
 *
 * The environment variable `LOKET_DATA` names another folder: for tests, for a second,
 * separate office on one machine, and for records kept on an encrypted disk.
 */
export function findDataFolder(environment: NodeJS.ProcessEnv): string {
  const chosen = environment['LOKET_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return envPaths('loket-se', { suffix: '' }).data;
}
