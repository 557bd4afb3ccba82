import type { OfficeState } from '../domain/office/office-state';
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

/**
 * Finds SOPs by id and version; a request keeps the version it began with. `office` gives
 * the office as it is now: what it published counts from the moment it is recorded.
 */
export function createSopLibrary(
  presets: readonly Sop[],
  office: () => Pick<OfficeState, 'profile' | 'sops'>,
): SopLibrary {
  const all = () => [...presets, ...office().sops];
  const versions = (id: string) =>
    all()
      .filter((sop) => sop.id === id)
      .toSorted((one, other) => one.version - other.version);
  const latest = (id: string) => versions(id).at(-1);
  const installed = () => [...new Set(all().map(({ id }) => id))].flatMap((id) => latest(id) ?? []);
  return {
    installed,
    inUse: () => {
      const chosen = office().profile?.sopsInUse ?? null;
      const used = installed().filter(({ id }) => chosen === null || chosen.includes(id));
      // A choice whose SOPs are all gone must not close the counter.
      return used.length > 0 ? used : installed();
    },
    versions,
    isPreset: (id) => presets.some((sop) => sop.id === id),
    find: ({ id, version }: SopReference) =>
      all().find((sop) => sop.id === id && sop.version === version),
    latest,
  };
}
