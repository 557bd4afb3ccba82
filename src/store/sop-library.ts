import { sopSchema, type Sop, type SopReference } from '../domain/sop/sop';
import type { SopLibrary } from './store';

/** A file that is no SOP: where in the list it stood, what it calls itself, what is wrong. */
export interface BadSop {
  readonly index: number;
  readonly id: string | null;
  /** Paths and codes of the schema, for the "Rincian" line. */
  readonly detail: string;
}

/** Parses SOP files; a bad one is reported and does not keep the others out. */
export function parseSops(files: readonly unknown[]): {
  readonly sops: readonly Sop[];
  readonly bad: readonly BadSop[];
} {
  const sops: Sop[] = [];
  const bad: BadSop[] = [];
  files.forEach((file, index) => {
    const parsed = sopSchema.safeParse(file);
    if (parsed.success) {
      sops.push(parsed.data);
      return;
    }
    const id = sopSchema.pick({ id: true }).safeParse(file).data?.id ?? null;
    const detail = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
    bad.push({ index, id, detail: detail.join('; ') });
  });
  return { sops, bad };
}

/** Finds SOPs by id and version; a request keeps the version it began with. */
export function createSopLibrary(sops: readonly Sop[]): SopLibrary {
  const newest = new Map<string, Sop>();
  for (const sop of sops) {
    if (sop.version > (newest.get(sop.id)?.version ?? 0)) newest.set(sop.id, sop);
  }
  return {
    installed: () => [...newest.values()],
    find: ({ id, version }: SopReference) =>
      sops.find((sop) => sop.id === id && sop.version === version),
    latest: (id) => newest.get(id),
  };
}
