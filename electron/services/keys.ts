import { join } from 'node:path';
import { z } from 'zod';
import type { Services } from '../../src/contract/index';
import { secretNameSchema, type SecretName } from '../../src/contract/keys';
import { fail, succeed } from '../../src/contract/result';
import { createOneAtATime } from '../../src/domain/one-at-a-time';
import type { Log } from '../log';
import { onDisk, replaceFile, systemDisk, type Disk } from './disk';

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
}

export interface KeysOptions {
  readonly folder: string;
  readonly protector: SecretProtector | undefined;
  readonly log: Log;
  readonly disk?: Disk;
}

const keptSecretSchema = z.object({
  origin: z.string(),
  protection: z.enum(['os-keychain', 'owner-only-file']),
  /** Base64: what the protector made, or the text itself. */
  value: z.string(),
});
type KeptSecret = z.infer<typeof keptSecretSchema>;

/**
 * Credentials of remote services, one file per name under `folder` (mode 0600), each bound to
 * one origin. Without a protector the file's mode is all that guards it, and the answer says so.
 */
export function createKeys(options: KeysOptions): Keys {
  const disk = options.disk ?? systemDisk;
  const oneAtATime = createOneAtATime();
  const pathOf = (name: SecretName): string => join(options.folder, `${name}.json`);

  async function find(name: SecretName): Promise<KeptSecret | undefined> {
    if ((await disk.find(pathOf(name))) === undefined) return undefined;
    const kept = parseSecret(await disk.read(pathOf(name)));
    if (kept === undefined) options.log({ event: 'secret-unreadable', name });
    return kept;
  }

  async function write(name: SecretName, kept: KeptSecret | null): Promise<void> {
    await disk.makeFolder(options.folder);
    if (kept !== null) return replaceFile(disk, pathOf(name), Buffer.from(JSON.stringify(kept)));
    await disk.remove(pathOf(name));
    await disk.syncFolder(options.folder);
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
            const kept = keep(options.protector, value ?? '', bound);
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
    tokenFor: async (origin) => {
      const name = secretNameSchema.enum['ams-token'];
      const kept = await find(name).catch(() => undefined);
      if (kept === undefined || !URL.canParse(origin)) return null;
      return new URL(origin).origin === kept.origin ? reveal(options, name, kept) : null;
    },
  };
}

function parseSecret(bytes: Uint8Array): KeptSecret | undefined {
  try {
    return keptSecretSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

function keep(protector: SecretProtector | undefined, value: string, origin: string): KeptSecret {
  const isKeychain = protector?.available() === true;
  const bytes = isKeychain ? protector.protect(value) : Buffer.from(value);
  return {
    origin,
    protection: isKeychain ? 'os-keychain' : 'owner-only-file',
    value: Buffer.from(bytes).toString('base64'),
  };
}

function reveal(options: KeysOptions, name: SecretName, kept: KeptSecret): string | null {
  const bytes = Buffer.from(kept.value, 'base64');
  if (kept.protection === 'owner-only-file') return bytes.toString('utf8');
  try {
    return options.protector?.reveal(bytes) ?? null;
  } catch {
    // A new keychain (system reinstalled, other user): the clerk has to enter it again.
    options.log({ event: 'secret-not-revealed', name });
    return null;
  }
}
