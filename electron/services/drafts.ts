import { join } from 'node:path';
import { draftCopySchema, type DraftCopy } from '../../src/contract/drafts';
import { succeed } from '../../src/contract/result';
import type { Services } from '../../src/contract/index';
import { createOneAtATime } from '../../src/domain/one-at-a-time';
import type { Log } from '../log';
import { onDisk, replaceFile, systemDisk, type Disk } from './disk';

const ending = '.json';

/**
 * The second copy of what is being typed: `<id>.json` under `folder`, replaced whole, so that
 * a crash leaves the old copy or the new one. A copy that cannot be read is left where it is
 * and named in the log; it never hides the others.
 */
export function createDrafts(options: {
  readonly folder: string;
  readonly log: Log;
  readonly disk?: Disk;
}): Services['drafts'] {
  const disk = options.disk ?? systemDisk;
  const oneAtATime = createOneAtATime();
  const pathOf = (id: string): string => join(options.folder, id + ending);

  return {
    put: (draft) =>
      oneAtATime(() =>
        onDisk(`drafts/${draft.id}`, async () => {
          await disk.makeFolder(options.folder);
          const bytes = Buffer.from(JSON.stringify(draft));
          await replaceFile(disk, pathOf(draft.id), bytes);
          return succeed({});
        }),
      ),
    remove: ({ id }) =>
      oneAtATime(() =>
        onDisk(`drafts/${id}`, async () => {
          if ((await disk.find(pathOf(id))) === undefined) return succeed({});
          await disk.remove(pathOf(id));
          await disk.syncFolder(options.folder);
          return succeed({});
        }),
      ),
    list: () =>
      oneAtATime(() =>
        onDisk('drafts', async () => {
          const drafts: DraftCopy[] = [];
          for (const name of await disk.list(options.folder)) {
            if (!name.endsWith(ending)) continue;
            const draft = parseDraft(await disk.read(join(options.folder, name)));
            if (draft === undefined) options.log({ event: 'draft-unreadable', file: name });
            else drafts.push(draft);
          }
          return succeed({ drafts });
        }),
      ),
  };
}

function parseDraft(bytes: Uint8Array): DraftCopy | undefined {
  try {
    return draftCopySchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
