import { useEffect, useRef, useState } from 'react';
import type { ScanPage } from '../../domain/scanning/scan-page';
import { attachDocument, type AttachFailure } from '../shared/attach-document';
import { inspectPaper } from '../shared/inspect-paper';
import { useLoket } from '../shared/loket-context';
import type { DraftSaver } from '../shared/draft-saver';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import type { ScanDeskProps } from './scan-desk';
import type { Binding } from './use-bound-document';
import type { ScanDraft } from './use-page-table';

export interface SaveScan {
  readonly saving: boolean;
  readonly failure: AttachFailure | null;
  /** Saves once the document is bound; asked before, it waits for that. */
  readonly run: () => void;
}

interface SaveOptions {
  readonly pages: readonly ScanPage[];
  readonly binding: Binding;
  readonly saver: DraftSaver<ScanDraft>;
  /** With the bytes it weighs. */
  readonly onSaved: (size: number) => void;
}

/** Puts the bound document on the request, and then lets its draft go. */
export function useSaveScan(
  { state, document, draftId, staff }: ScanDeskProps,
  { pages, binding, saver, onSaved }: SaveOptions,
): SaveScan {
  const loket = useLoket();
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<AttachFailure | null>(null);
  const begun = useRef(false);
  const bound = binding.state === 'bound' ? binding.document : null;
  useEffect(() => {
    if (!asked || begun.current || bound === null) return;
    begun.current = true;
    const { store, host, newId } = loket;
    const save = async () => {
      const desk = { store, host, newId, inspect: inspectPaper, by: staff };
      const attached = await thrownAsFailure(() =>
        attachDocument(desk, state.id, {
          document,
          name: `pindaian-${document}.pdf`,
          bytes: bound.bytes,
          scan: originOf(pages),
        }),
      );
      begun.current = false;
      setAsked(false);
      if (!attached.ok) {
        setFailure(attached.error);
        return;
      }
      await saver.stop();
      await store.drafts.remove(draftId);
      onSaved(bound.weight);
    };
    void save();
  }, [asked, bound, loket, staff, state.id, document, pages, saver, draftId, onSaved]);
  return {
    saving: asked,
    failure,
    run: () => {
      if (pages.length === 0 || binding.state === 'failed') return;
      setFailure(null);
      setAsked(true);
    },
  };
}

function originOf(pages: readonly ScanPage[]) {
  const pictures = pages.filter(({ pdfPage }) => pdfPage === null);
  return {
    originals: pictures.map(({ file, mediaType }) => ({ ...file, mediaType })),
    likenesses: pictures.map(({ likeness }) => likeness),
  };
}
