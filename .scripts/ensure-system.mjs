/**
 * Programs of the system that the application or its tests need. Each function returns the
 * program's path, or null after saying what is missing and how to get it. On Debian, as root,
 * it installs what is missing and says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The places the product itself looks at (electron/browser/find-browser.ts). */
const places = JSON.parse(
  readFileSync(join(import.meta.dirname, '../electron/browser/browser-places.json'), 'utf8'),
);

/** An installed Chromium, Chrome or Edge; `LOKET_BROWSER` names one. */
export async function ensureChromium() {
  const chosen = process.env['LOKET_BROWSER'];
  if (chosen) return existsSync(chosen) ? chosen : missing(`${chosen} (LOKET_BROWSER)`, null);
  const find = () => browserCandidates().find((path) => existsSync(path));
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

/** `qpdf`, a second reader of PDFs: tests ask it whether a letter is sound. */
export async function ensureQpdf() {
  const find = () => findOnPath(['qpdf']);
  return find() ?? (install('qpdf') ? (find() ?? null) : missing('qpdf', 'qpdf'));
}

/** What a real print queue of CUPS is made of, for tests: the service, its clients, its filters. */
export async function ensureCups() {
  const find = () => findOnPath(['cupsd'], ['/usr/sbin', '/usr/local/sbin']);
  const isWhole = () =>
    find() !== undefined &&
    findOnPath(['lp', 'lpstat']) !== undefined &&
    existsSync('/usr/lib/cups/filter/gziptoany');
  // Without what Debian recommends beside them: services that look for printers on the network.
  const packages = 'cups-daemon cups-client cups-core-drivers';
  if (isWhole()) return find();
  if (install(packages, '--no-install-recommends') && isWhole()) return find();
  return missing('CUPS (cupsd, lp)', packages);
}

/** `scanimage` of SANE, with which scanners on a cable are asked; its test device is for tests. */
export async function ensureSane() {
  const find = () => findOnPath(['scanimage']);
  return (
    find() ??
    (install('sane-utils', '--no-install-recommends')
      ? (find() ?? null)
      : missing('scanimage', 'sane-utils'))
  );
}

function browserCandidates() {
  const { platform, env } = process;
  if (platform === 'darwin') return places.darwin;
  if (platform === 'win32') {
    const roots = places.win32.roots.map((name) => env[name]).filter(Boolean);
    return places.win32.places.flatMap((place) => roots.map((root) => join(root, place)));
  }
  const folders = [...foldersOnPath(), ...places.linux.folders];
  return places.linux.names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function foldersOnPath() {
  return (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
}

function findOnPath(names, besides = []) {
  const folders = [...foldersOnPath(), ...besides];
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

function install(debianPackages, ...options) {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
  if (!mayInstall || findOnPath(['apt-get']) === undefined) return false;
  const packages = debianPackages.split(' ');
  console.log(`${debianPackages} missing: installing with apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    }).status === 0;
  return (
    apt('install', '-y', ...options, ...packages) ||
    (apt('update') && apt('install', '-y', ...options, ...packages))
  );
}

function missing(what, debianPackage) {
  const remedy = debianPackage === null ? '' : `; on Debian: apt-get install ${debianPackage}`;
  console.error(`Not found: ${what}${remedy}`);
  return null;
}
