import { existsSync, mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Settings of the browser's own profile: it must not keep a second copy of what is typed
 * (form entries, passwords), send words away to be checked or translated, or ask for anything.
 */
const preferences = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  translate: { enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  spellcheck: { use_spelling_service: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  alternate_error_pages: { enabled: false },
  signin: { allowed: false },
} as const;

/**
 * Makes the profile's folder with its settings the first time. The browser keeps and extends
 * them itself afterwards. The page's database lies in here.
 */
export function prepareProfile(folder: string): void {
  const inner = join(folder, 'Default');
  mkdirSync(inner, { recursive: true, mode: 0o700 });
  const path = join(inner, 'Preferences');
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(preferences), { mode: 0o600 });
}

/**
 * Whether a browser works in the profile right now. A process that hands its address over to a
 * running browser ends at once, so its end alone does not say that the window is closed.
 * Chromium marks its profile by a link to `<host>-<pid>`, on Windows by a file that cannot be
 * removed while it runs.
 */
export function isProfileInUse(folder: string, platform: NodeJS.Platform): boolean {
  try {
    if (platform === 'win32') {
      rmSync(join(folder, 'lockfile'), { force: true });
      return false;
    }
    const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1));
    process.kill(pid, 0);
    return true;
  } catch {
    return platform === 'win32';
  }
}
