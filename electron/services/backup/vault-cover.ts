import { join } from 'node:path';
import type { Damage } from '../../../src/contract/backup';
import { keyLines } from '../../../src/domain/backup/merge-subject-keys';
import { readSealed } from '../../../src/domain/sealing/sealed-text';
import type { Disk } from '../disk';
import { readLines } from '../journal-lines';
import { readLine } from '../journal-record';
import { readIfThere, ringFacts, textOf, VAULT_FILES } from './vault-files';

/** How many of the wrapped keys name a data key that is not in the ring, and open nothing. */
export function unopened(ring: Uint8Array | undefined, keys: string): number {
  const known = ringFacts(ring)?.keyIds ?? [];
  return keyLines(keys).filter(
    ({ isDestroyed, keyId }) => !isDestroyed && keyId !== null && !known.includes(keyId),
  ).length;
}

/** Of some key rings, the best first, the one that leaves the fewest of the keys unopened. */
export function ringThatOpens<Ring extends Uint8Array>(
  rings: readonly (Ring | undefined)[],
  keys: string,
): Ring | undefined {
  const there = rings.flatMap((ring) => (ring === undefined ? [] : [ring]));
  const least = Math.min(...there.map((ring) => unopened(ring, keys)));
  return there.find((ring) => unopened(ring, keys) === least);
}

/**
 * What a restored folder lacks to open its own journal: every subject a record names has to
 * have a line (a key, or the note that it was destroyed), and the ring the data key of each.
 */
export async function lackingKeys(disk: Disk, folder: string): Promise<readonly Damage[]> {
  const vault = join(folder, 'vault');
  const ring = await readIfThere(disk, join(vault, VAULT_FILES.ring));
  const keys = textOf((await readIfThere(disk, join(vault, VAULT_FILES.keys))) ?? new Uint8Array());
  const known = new Set(keyLines(keys).map(({ subject }) => subject));
  const named = await subjectsIn(disk, join(folder, 'journal'));
  const isMissing = [...named].some((subject) => !known.has(subject));
  if (!isMissing && unopened(ring, keys) === 0) return [];
  return [{ path: `vault/${VAULT_FILES.keys}`, problem: 'incomplete' }];
}

/** Subjects whose keys sealed the records of a journal. */
async function subjectsIn(disk: Disk, folder: string): Promise<ReadonlySet<string>> {
  const subjects = new Set<string>();
  for (const name of await disk.list(folder)) {
    if (!/^\d{4}-\d{2}\.jsonl$/.test(name)) continue;
    const file = await disk.open(join(folder, name), 'existing');
    try {
      for await (const line of readLines(file, 0, await file.size())) {
        const reading = readLine(line.bytes);
        const sealed = reading.kind === 'record' ? readSealed(reading.record.sealed) : undefined;
        if (sealed !== undefined) subjects.add(sealed.subject);
      }
    } finally {
      await file.close();
    }
  }
  return subjects;
}
