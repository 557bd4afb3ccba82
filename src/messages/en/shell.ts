import type { shellMessages as indonesian } from '../id/shell';
import type { TranslationOf } from '../translation';

/** What the shell says outside the page: in its console, and in a window of the system. */
export const shellMessages = {
  'shell.title': 'Loket SE',
  'shell.portTaken':
    'Loket SE cannot open: port {port} of this computer is used by another program. Close that program, then open Loket SE again.',
  'shell.notAnswering':
    'Loket SE seems to be running (process {pid}) but does not answer. End that process or restart the computer, then open Loket SE again.',
  'shell.openInElectron':
    'Loket SE is open already as an Electron program (process {pid}). Use its window.',
  'shell.openInBrowser':
    'Loket SE is open already in a browser window. Use that window, or close it first.',
  'shell.broughtToFront': 'Loket SE is open already; its window is shown.',
  'shell.notBuilt': 'The pages of Loket SE are not built yet. Run first: npm run build',
  'shell.startFailed':
    'Loket SE cannot open ({code}). See whether the data folder {folder} exists and can be written to, then open it again; if that does not help, install Loket SE again. Records in the data folder are not lost.',
  'shell.dataFolderFailed': 'The data folder {folder} cannot be used ({code}).',
  'shell.noBrowser':
    'No Chromium, Chrome or Edge was found on this computer. Install one, or name its place in LOKET_BROWSER.',
  'shell.noDisplay': 'There is no display; Loket SE runs without opening a window.',
  'shell.openAddress':
    'Open this address in Chromium, Chrome or Edge on this computer (once, within {minutes} minutes):',
  'shell.stopHint': 'Press Ctrl+C to stop.',
  'shell.noSandbox':
    'Warning: run as root, so the browser is opened without its sandbox. In the office, run as an ordinary user.',
  'shell.backupReadme': `Backup of Loket SE

This folder holds the backups of one office's records. Do not change, move in part, or delete it.
Its contents are encrypted; opening them takes the recovery key printed at set-up.

To restore: install Loket SE on a computer, open it, choose "Restore from a backup" and name the
folder that loket-se-backup lies in. Where Loket SE is in use already: Settings, section Backup.

What lies here:
  snapshots  the contents of each backup, one JSON file each, named by its time in UTC
  objects    the files' bytes, named by their SHA-256
  vault      wrapped keys, shared by all backups

Without Loket SE: for each of the "entries" of a snapshot, join its "objects" in their order and
save them under its "path" in a new data folder; copy keyring.json and subject-keys.jsonl from
vault to the folder vault there. All of it: docs/backup.md in the source of Loket SE.`,
  'shell.browserFailed': 'No window could be opened with {browser} ({code}).',
  'shell.stopped': 'Loket SE has stopped.',
  'shell.refusedPage':
    'Only Loket SE itself can open this page. Close it and open Loket SE from its icon or with npm start.',
} as const satisfies TranslationOf<typeof indonesian>;
