import { useCallback, useEffect, useRef, useState } from 'react';
import { createScanWorkshop, type ScanWorkshop } from '../../documents/scan-client';
import { plainFileName } from '../../domain/documents/file-name';
import { LARGEST_FILE } from '../../domain/documents/sniff-media-type';
import type { PageCommand } from '../../domain/scanning/page-table';
import { openPdf } from '../../ui/viewers/pdf-document';
import { inspectPaper } from '../shared/inspect-paper';
import { useLoket } from '../shared/loket-context';
import { readChosen } from '../shared/thrown-as-failure';
import { createPdfShelf } from './pdf-shelf';
import type { PictureDesk } from './picture-desk';
import { takePages, type PageFailure } from './take-page';

/** Something that did not become a page, and why. */
export interface Untaken {
  readonly name: string;
  readonly failure: PageFailure;
}

export interface Taking {
  /** Takes one page of a scanner or a camera; settles once it is stored. */
  readonly takePicture: (bytes: Uint8Array<ArrayBuffer>, dpi: number | null) => Promise<void>;
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  readonly untaken: readonly Untaken[];
  readonly dismiss: () => void;
  /** What pictures of the pages are made with. */
  readonly pictures: PictureDesk;
}

/** How pages come onto the table, from wherever; those pasted with Ctrl+V too. */
export function useTaking(requestId: string, change: (command: PageCommand) => void): Taking {
  const { host, newId } = useLoket();
  const [untaken, setUntaken] = useState<readonly Untaken[]>([]);
  const pictures = usePictures();
  const { workshop } = pictures;
  const take = useCallback(
    async (name: string, bytes: Uint8Array<ArrayBuffer>, dpi: number | null) => {
      const desk = { host, newId, inspect: inspectPaper, workshop: workshop(), countPages };
      const taken = await takePages(desk, requestId, { bytes, dpi });
      if (taken.ok) change({ kind: 'add', pages: taken.value });
      else setUntaken((before) => [...before, { name, failure: taken.error }]);
    },
    [host, newId, workshop, requestId, change],
  );
  const takeFiles = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const name = plainFileName(file.name);
        const bytes = file.size > LARGEST_FILE ? null : await readChosen(file);
        if (bytes === null) {
          const failure: PageFailure =
            file.size > LARGEST_FILE
              ? { kind: 'file-refused', problem: { code: 'file-too-large' } }
              : { kind: 'file-unreadable' };
          setUntaken((before) => [...before, { name, failure }]);
        } else await take(name, new Uint8Array(bytes), null);
      }
    },
    [take],
  );
  usePasted(takeFiles);
  return {
    takePicture: (bytes, dpi) => take('', bytes, dpi),
    takeFiles,
    untaken,
    dismiss: () => {
      setUntaken([]);
    },
    pictures,
  };
}

/** One worker and one shelf for all looking and showing of the page, ended when it is left. */
function usePictures(): PictureDesk {
  const made = useRef<ScanWorkshop | null>(null);
  const [pictures] = useState<PictureDesk>(() => ({
    workshop: () => (made.current ??= createScanWorkshop()),
    pdfs: createPdfShelf(),
  }));
  useEffect(
    () => () => {
      made.current?.dispose();
      made.current = null;
      pictures.pdfs.clear();
    },
    [pictures],
  );
  return pictures;
}

function usePasted(takeFiles: (files: readonly File[]) => Promise<void>): void {
  useEffect(() => {
    const listener = (event: ClipboardEvent) => {
      const files = Array.from(event.clipboardData?.files ?? []);
      if (files.length === 0 || document.querySelector('dialog:modal') !== null) return;
      event.preventDefault();
      void takeFiles(files);
    };
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, [takeFiles]);
}

async function countPages(bytes: Uint8Array): Promise<number> {
  const { task, document } = await openPdf(bytes);
  const count = document.numPages;
  await task.destroy();
  return count;
}
