import { useCallback, useEffect, useReducer } from 'react';
import { z } from 'zod';
import type { Author } from '../../domain/event';
import {
  changePages,
  NO_PAGES,
  type PageCommand,
  type PageTable,
} from '../../domain/scanning/page-table';
import { scanPageSchema } from '../../domain/scanning/scan-page';
import { useDraft, type KeptDraft } from '../shared/use-draft';

/** What is kept of a document that is being put together; the pages' bytes are stored files. */
const scanDraftSchema = z.object({ document: z.string(), pages: z.array(scanPageSchema) });
export type ScanDraft = z.infer<typeof scanDraftSchema>;

/** A kept draft of this very paper; null for anything else. */
export function parseScanDraft(document: string): (values: unknown) => ScanDraft | null {
  return (values) => {
    const parsed = scanDraftSchema.safeParse(values);
    return parsed.success && parsed.data.document === document ? parsed.data : null;
  };
}

export interface KeptTable {
  readonly table: PageTable;
  readonly change: (command: PageCommand) => void;
  readonly draft: KeptDraft<ScanDraft>;
}

/** The pages with their draft: each change is kept within a second. */
export function usePageTable(options: {
  readonly requestId: string;
  readonly document: string;
  readonly draftId: string;
  readonly owner: Author;
  readonly kept: { readonly values: ScanDraft; readonly at: string } | null;
}): KeptTable {
  const { requestId, document, draftId, owner, kept } = options;
  const [table, dispatch] = useReducer(changePages, {
    ...NO_PAGES,
    pages: kept?.values.pages ?? [],
  });
  const draft = useDraft<ScanDraft>(
    { id: draftId, form: 'scan', requestId },
    owner,
    kept?.at ?? null,
  );
  const { saver } = draft;
  const { pages, past, future } = table;
  // A step taken back to where it began is to be kept like any other.
  const isChanged = past.length + future.length > 0;
  useEffect(() => {
    if (isChanged) saver.change({ document, pages: [...pages] });
  }, [isChanged, pages, document, saver]);
  const change = useCallback((command: PageCommand) => {
    dispatch(command);
  }, []);
  return { table, change, draft };
}
