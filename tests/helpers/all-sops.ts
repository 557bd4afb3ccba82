import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sopSchema, type Sop } from '../../src/domain/sop/sop';

const FOLDER = 'resources/sop';

/** The SOP files as they are written, by name. */
export function sopFiles(): readonly (readonly [name: string, file: unknown])[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))] as const);
}

/** The SOPs that come with the program, in the order of their files. */
export const allSops: readonly Sop[] = sopFiles().map(([, file]) => sopSchema.parse(file));

/** One of them by its id; throws for another. */
export function presetOf(id: string): Sop {
  const found = allSops.find((sop) => sop.id === id);
  if (found === undefined) throw new Error(`no SOP ${id}`);
  return found;
}
