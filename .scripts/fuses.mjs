/**
 * `npm run fuses -- <Electron binary or .app>`: sets the fuses of a packaged Electron, reads them
 * back and ends with 1 when one is not as wanted. A packager runs it after copying Electron and
 * before signing. What each fuse does: electronjs.org/docs/latest/tutorial/fuses.
 */
import { fileURLToPath } from 'node:url';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** The fuses of the product: true is on. Why each: docs/security.md, "Fuses". */
export const wantedFuses = Object.freeze({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
});

/** How a byte of the wire reads: ASCII 0 and 1, `r` for a fuse that Electron took away. */
const states = { 0x30: 'off', 0x31: 'on', 0x72: 'removed' };

/**
 * The fuses of a binary by name: `on`, `off`, `removed`, or `unreadable`. Fuses of a newer
 * Electron, which the library has no name for, are called by their number. Rejects where the
 * file holds no fuse wire.
 */
export async function readFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  return Object.fromEntries(
    Object.entries(wire)
      .filter(([key]) => /^\d+$/.test(key))
      .map(([key, state]) => [FuseV1Options[key] ?? key, states[state] ?? 'unreadable']),
  );
}

/** Names of wanted fuses that a reading does not show as wanted. */
export function wrongFuses(found) {
  return Object.entries(wantedFuses)
    .filter(([name, on]) => found[name] !== (on ? 'on' : 'off'))
    .map(([name]) => name);
}

/**
 * Sets the wanted fuses in the binary's own file and gives what is read back. Fuses without a
 * name here keep Electron's default. Rejects where the wire is absent or shorter than wanted.
 */
export async function setFuses(binary) {
  const options = Object.entries(wantedFuses).map(([name, on]) => [FuseV1Options[name], on]);
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // An ad hoc signature breaks by the change; a real one is made afterwards anyway.
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(options),
  });
  return readFuses(binary);
}

async function main() {
  const [binary] = process.argv.slice(2);
  if (binary === undefined) {
    console.error('Usage: npm run fuses -- <Electron binary or .app>');
    return 2;
  }
  const found = await setFuses(binary);
  for (const [name, state] of Object.entries(found)) console.log(`${name}: ${state}`);
  const wrong = wrongFuses(found);
  if (wrong.length > 0) console.error(`Not as wanted: ${wrong.join(', ')}`);
  return wrong.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(
    await main().catch((error) => {
      console.error(String(error));
      return 1;
    }),
  );
}
