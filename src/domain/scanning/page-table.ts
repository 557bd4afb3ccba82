import type { PageEdit, ScanPage } from './scan-page';

/** Pages in their order and what they were before, for taking steps back. */
export interface PageTable {
  readonly pages: readonly ScanPage[];
  /** Earlier orders, the latest last. */
  readonly past: readonly (readonly ScanPage[])[];
  /** Steps that were taken back, the next one last. */
  readonly future: readonly (readonly ScanPage[])[];
}

export type PageCommand =
  | { readonly kind: 'add'; readonly pages: readonly ScanPage[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  /** Puts a page to a place counted from 0 in the order without it. */
  | { readonly kind: 'move'; readonly id: string; readonly to: number }
  | { readonly kind: 'edit'; readonly ids: readonly string[]; readonly edit: Partial<PageEdit> }
  /** Takes back the skew that was found, on every page that has one. */
  | { readonly kind: 'straighten' }
  | { readonly kind: 'turn'; readonly ids: readonly string[]; readonly by: 90 | 180 | 270 }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** More steps than anybody takes back. */
const MOST_PAST = 100;

export const NO_PAGES: PageTable = { pages: [], past: [], future: [] };

/** The table after a command; the same table where it changes nothing. */
export function changePages(table: PageTable, command: PageCommand): PageTable {
  const { pages, past, future } = table;
  if (command.kind === 'undo') {
    const before = past.at(-1);
    if (before === undefined) return table;
    return { pages: before, past: past.slice(0, -1), future: [...future, pages] };
  }
  if (command.kind === 'redo') {
    const next = future.at(-1);
    if (next === undefined) return table;
    return { pages: next, past: [...past, pages], future: future.slice(0, -1) };
  }
  const changed = pagesAfter(pages, command);
  if (changed === pages) return table;
  return { pages: changed, past: [...past, pages].slice(-MOST_PAST), future: [] };
}

function pagesAfter(
  pages: readonly ScanPage[],
  command: Exclude<PageCommand, { kind: 'undo' | 'redo' }>,
): readonly ScanPage[] {
  switch (command.kind) {
    case 'add':
      return command.pages.length === 0 ? pages : [...pages, ...command.pages];
    case 'remove': {
      const left = pages.filter(({ id }) => !command.ids.includes(id));
      return left.length === pages.length ? pages : left;
    }
    case 'move': {
      const from = pages.findIndex(({ id }) => id === command.id);
      const to = Math.min(Math.max(command.to, 0), pages.length - 1);
      return from < 0 || from === to
        ? pages
        : pages.toSpliced(from, 1).toSpliced(to, 0, ...pages.slice(from, from + 1));
    }
    case 'edit':
      return edited(pages, command.ids, (edit) => ({ ...edit, ...command.edit }));
    case 'straighten':
      return pages.reduce(
        (now, { id, skew, pdfPage }) =>
          pdfPage === null ? edited(now, [id], (edit) => ({ ...edit, skew })) : now,
        pages,
      );
    case 'turn':
      return edited(pages, command.ids, (edit) => turned(edit, command.by));
  }
}

/** The same pages where the change leaves every one of them as it was. */
function edited(
  pages: readonly ScanPage[],
  ids: readonly string[],
  change: (edit: PageEdit) => PageEdit,
): readonly ScanPage[] {
  const changed = pages.map((page) => {
    if (!ids.includes(page.id)) return page;
    const edit = change(page.edit);
    return JSON.stringify(edit) === JSON.stringify(page.edit) ? page : { ...page, edit };
  });
  return changed.every((page, index) => page === pages[index]) ? pages : changed;
}

/** Turns a page; what was cut away stays cut away at the same side of the paper. */
function turned(edit: PageEdit, by: 90 | 180 | 270): PageEdit {
  let { crop } = edit;
  for (let quarter = 0; quarter < by / 90; quarter += 1) {
    crop = { left: crop.bottom, top: crop.left, right: crop.top, bottom: crop.right };
  }
  const rotation = ((edit.rotation + by) % 360) as PageEdit['rotation'];
  return { ...edit, rotation, crop };
}
