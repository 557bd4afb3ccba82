/**
 * Programs of the system that the application or its tests need. Each function returns the
 * program's path, or null after saying what is missing and how to get it. On Debian, as root,
 * it installs what is missing and says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const browsers = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];
const browserPlaces = {
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
};

/** An installed Chromium, Chrome or Edge; `LOKET_BROWSER` names one. */
export async function ensureChromium() {
  const chosen = process.env['LOKET_BROWSER'];
  if (chosen) return existsSync(chosen) ? chosen : missing(`${chosen} (LOKET_BROWSER)`, null);
  const find = () =>
    findOnPath(browsers) ?? browserPlaces[process.platform]?.find((path) => existsSync(path));
  return (
    find() ??
    (install('chromium') ? (find() ?? null) : missing('Chromium, Chrome or Edge', 'chromium'))
  );
}

/** `pdftotext`, with which tests read back the text of a PDF (and `pdftoppm`, `pdffonts`). */
export async function ensurePopplerUtils() {
  const find = () => findOnPath(['pdftotext']);
  return (
    find() ?? (install('poppler-utils') ? (find() ?? null) : missing('pdftotext', 'poppler-utils'))
  );
}

function findOnPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

function install(debianPackage) {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
  if (!mayInstall || findOnPath(['apt-get']) === undefined) return false;
  console.log(`${debianPackage} is missing: installing it with apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    }).status === 0;
  return (
    apt('install', '-y', debianPackage) || (apt('update') && apt('install', '-y', debianPackage))
  );
}

function missing(what, debianPackage) {
  const remedy = debianPackage === null ? '' : `; on Debian: apt-get install ${debianPackage}`;
  console.error(`Not found: ${what}${remedy}`);
  return null;
}
