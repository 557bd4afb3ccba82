import { join } from 'node:path';
import { z } from 'zod';
import type { Services } from '../../src/contract/index';
import { keysContract, secretNameSchema, type SecretName } from '../../src/contract/keys';
import { fail, succeed } from '../../src/contract/result';
import type { Log } from '../log';
import { onDisk, replaceFile, systemDisk, type Disk } from './disk';
import { createOneAtATime } from './one-at-a-time';

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

const keptSecretSchema = z.object({
  origin: z.string(),
  protection: z.enum(['os-keychain', 'owner-only-file']),
  /** Base64: what the protector made, or the text itself. */
  value: z.string(),
});
type Description = z.infer<typeof keysContract.describeSecret.output>;
type KeptSecret = z.infer<typeof keptSecretSchema>;

/**
 * Credentials of remote services, one file per name under `folder` (mode 0600), each bound to
 * one origin. Without a protector the file's mode is all that guards it, and the answer says so.
 */
export function createKeys(options: {
  readonly folder: string;
  readonly protector: SecretProtector | undefined;
  readonly log: Log;
  readonly disk?: Disk;
}): Keys {
  const disk = options.disk ?? systemDisk;
  const oneAtATime = createOneAtATime();
  const pathOf = (name: SecretName): string => join(options.folder, `${name}.json`);

  async function find(name: SecretName): Promise<KeptSecret | undefined> {
    if ((await disk.find(pathOf(name))) === undefined) return undefined;
    const text = Buffer.from(await disk.read(pathOf(name))).toString('utf8');
    try {
      return keptSecretSchema.parse(JSON.parse(text));
    } catch {
      options.log({ event: 'secret-unreadable', name });
      return undefined;
    }
  }

  function reveal(name: SecretName, kept: KeptSecret): string | null {
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

  function keep(value: string, origin: string): KeptSecret {
    const protector = options.protector;
    if (protector?.available() !== true) {
      return {
        origin,
        protection: 'owner-only-file',
        value: Buffer.from(value).toString('base64'),
      };
    }
    const sealed = Buffer.from(protector.protect(value)).toString('base64');
    return { origin, protection: 'os-keychain', value: sealed };
  }

  return {
    service: {
      setSecret: ({ name, origin, value }) =>
        oneAtATime(() =>
          onDisk(`keys/${name}`, async () => {
            const bound = new URL(origin).origin;
            if (bound === 'null')
              return fail({ kind: 'input-refused', detail: 'origin:not-an-origin' });
            const kept = keep(value ?? '', bound);
            await disk.makeFolder(options.folder);
            if (value === null) {
              await disk.remove(pathOf(name));
              await disk.syncFolder(options.folder);
            } else {
              await replaceFile(disk, pathOf(name), Buffer.from(JSON.stringify(kept)));
            }
            return succeed({ protection: kept.protection });
          }),
        ),
      describeSecret: ({ name }) =>
        onDisk(`keys/${name}`, async () => {
          const kept = await find(name);
          if (kept === undefined || reveal(name, kept) === null) {
            return succeed<Description>({ present: false, origin: null });
          }
          return succeed<Description>({ present: true, origin: kept.origin });
        }),
    },
    tokenFor: async (origin) => {
      const name = secretNameSchema.enum['ams-token'];
      const kept = await find(name).catch(() => undefined);
      if (kept === undefined || !URL.canParse(origin) || new URL(origin).origin !== kept.origin)
        return null;
      return reveal(name, kept);
    },
  };
}
