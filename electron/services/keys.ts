import { join } from 'node:path';
import { z } from 'zod';
import type { Services } from '../../src/contract/index';
import type { SecretName } from '../../src/contract/keys';
import { fail, succeed } from '../../src/contract/result';
import { createOneAtATime } from '../../src/domain/one-at-a-time';
import type { Log } from '../log';
import { onDisk, replaceFile, systemDisk, type Disk } from './disk';
import { openBytes, sealBytes } from './vault/aes';

/** The operating system's own safe for small secrets, where there is one. */
export interface SecretProtector {
  /** False where the system would only scramble the text with a well-known key. */
  readonly available: () => boolean;
  readonly protect: (text: string) => Uint8Array;
  readonly reveal: (bytes: Uint8Array) => string;
}

export interface Keys {
  readonly service: Services['keys'];
  /** The gateway's token if one is kept for exactly this origin, else null. */
  readonly tokenFor: (origin: string) => Promise<string | null>;
  /** Any credential, likewise. */
  readonly secretFor: (name: SecretName, origin: string) => Promise<string | null>;
}

export interface KeysOptions {
  readonly folder: string;
  readonly protector: SecretProtector | undefined;
  /** Key of the vault for credentials; null while it is locked. */
  readonly vaultKey: () => Uint8Array | null;
  readonly log: Log;
  readonly disk?: Disk;
}

const keptSecretSchema = z.object({
  origin: z.string(),
  /** `owner-only-file` is how earlier versions kept one: sealed at the first look. */
  protection: z.enum(['os-keychain', 'vault', 'owner-only-file']),
  /** Base64: what the protector or the vault made; the text itself in earlier versions. */
  value: z.string(),
});
type KeptSecret = z.infer<typeof keptSecretSchema>;
/** As this version keeps one. */
type SafeSecret = KeptSecret & { readonly protection: 'os-keychain' | 'vault' };

/**
 * Credentials of remote services, one file per name under `folder` (mode 0600), each bound to
 * one origin: in the system's keychain where there is one, else sealed by the vault, which has
 * to be open.
 */
export function createKeys(options: KeysOptions): Keys {
  const disk = options.disk ?? systemDisk;
  const oneAtATime = createOneAtATime();
  const pathOf = (name: SecretName): string => join(options.folder, `${name}.json`);

  async function find(name: SecretName): Promise<KeptSecret | undefined> {
    if ((await disk.find(pathOf(name))) === undefined) return undefined;
    const kept = parseSecret(await disk.read(pathOf(name)));
    if (kept === undefined) options.log({ event: 'secret-unreadable', name });
    return kept?.protection === 'owner-only-file' ? sealEarlier(name, kept) : kept;
  }

  async function sealEarlier(name: SecretName, kept: KeptSecret): Promise<KeptSecret | undefined> {
    const text = Buffer.from(kept.value, 'base64').toString('utf8');
    const sealed = keep(options, name, text, kept.origin);
    if (sealed !== undefined) await write(name, sealed);
    return sealed;
  }

  async function write(name: SecretName, kept: KeptSecret | null): Promise<void> {
    await disk.makeFolder(options.folder);
    if (kept !== null) return replaceFile(disk, pathOf(name), Buffer.from(JSON.stringify(kept)));
    await disk.remove(pathOf(name));
    await disk.syncFolder(options.folder);
  }

  async function secretFor(name: SecretName, origin: string): Promise<string | null> {
    const kept = await find(name).catch(() => undefined);
    if (kept === undefined || !URL.canParse(origin)) return null;
    return new URL(origin).origin === kept.origin ? reveal(options, name, kept) : null;
  }

  return {
    service: {
      setSecret: ({ name, origin, value }) =>
        oneAtATime(() =>
          onDisk(`keys/${name}`, async () => {
            const bound = new URL(origin).origin;
            if (bound === 'null') {
              return fail({ kind: 'input-refused', detail: 'origin:not-an-origin' });
            }
            const kept = keep(options, name, value ?? '', bound);
            if (kept === undefined) return fail({ kind: 'vault-locked', detail: `keys/${name}` });
            await write(name, value === null ? null : kept);
            return succeed({ protection: kept.protection });
          }),
        ),
      describeSecret: ({ name }) =>
        onDisk(`keys/${name}`, async () => {
          const kept = await find(name);
          const present = kept !== undefined && reveal(options, name, kept) !== null;
          return succeed({ present, origin: present ? kept.origin : null });
        }),
    },
    tokenFor: (origin) => secretFor('ams-token', origin),
    secretFor,
  };
}

function parseSecret(bytes: Uint8Array): KeptSecret | undefined {
  try {
    return keptSecretSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Undefined while the vault, which would have to seal it, is locked. */
function keep(
  options: KeysOptions,
  name: SecretName,
  value: string,
  origin: string,
): SafeSecret | undefined {
  if (options.protector?.available() === true) {
    const bytes = options.protector.protect(value);
    return { origin, protection: 'os-keychain', value: Buffer.from(bytes).toString('base64') };
  }
  const key = options.vaultKey();
  if (key === null) return undefined;
  const sealed = sealBytes(key, boundOf(name, origin), Buffer.from(value));
  return { origin, protection: 'vault', value: Buffer.from(sealed).toString('base64') };
}

function reveal(options: KeysOptions, name: SecretName, kept: KeptSecret): string | null {
  const bytes = Buffer.from(kept.value, 'base64');
  try {
    if (kept.protection === 'os-keychain') return options.protector?.reveal(bytes) ?? null;
    const key = options.vaultKey();
    const text = key && openBytes(key, boundOf(name, kept.origin), bytes);
    return text ? Buffer.from(text).toString('utf8') : null;
  } catch {
    // A new keychain (system reinstalled, other user): the clerk has to enter it again.
    options.log({ event: 'secret-not-revealed', name });
    return null;
  }
}

function boundOf(name: SecretName, origin: string): string {
  return JSON.stringify(['loket-se', 'keys', name, origin]);
}
