import { useRef, useState } from 'react';
import type { PaperKind } from '../../contract/reading';
import { fail, type Result } from '../../contract/result';
import type { CardReading } from '../../domain/reading/read-card';
import type { LetterReading } from '../../domain/reading/read-letter';
import { UNEDITED, type ScanPage } from '../../domain/scanning/scan-page';
import { useLoket } from '../shared/loket-context';
import {
  readCardPicture,
  readFailureOf,
  readLetterPicture,
  type PictureToRead,
  type ReadFailure,
  type ReadPaper,
  type ReadingDesk,
} from '../shared/read-paper';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import type { PdfShelf } from './pdf-shelf';
import { usePictureDesk } from './picture-desk';
import type { ReadPageBytes } from './use-page-bytes';

export type PageRead =
  | { readonly kind: 'card'; readonly found: ReadPaper<CardReading> }
  | { readonly kind: 'letter'; readonly found: ReadPaper<LetterReading> };

export type PageReading =
  | { readonly state: 'idle' | 'working' }
  | { readonly state: 'read'; readonly read: PageRead }
  | { readonly state: 'failed'; readonly failure: ReadFailure };

/** Points of the longer side of a page of a PDF that is drawn to be read: A4 at 300 dpi. */
const PDF_SIDE = 3500;

/** Reads a page when asked; what was read is kept by this alone, and goes with it. */
export function usePageReading(page: ScanPage, read: ReadPageBytes) {
  const { host, now } = useLoket();
  const { workshop, pdfs } = usePictureDesk();
  const [reading, setReading] = useState<PageReading>({ state: 'idle' });
  const asked = useRef(0);
  const start = async (kind: PaperKind): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    setReading({ state: 'working' });
    const picture = await pictureToRead(page, read, pdfs).catch(() => null);
    const desk = { host, workshop: workshop() };
    const done = await thrownAsFailure<PageRead, ReadFailure>(() =>
      picture === null
        ? Promise.resolve(fail({ kind: 'no-picture' }))
        : readPage(desk, picture, kind, Number(now().slice(0, 4))),
    );
    if (mine !== asked.current) return;
    if (done.ok) setReading({ state: 'read', read: done.value });
    else setReading({ state: 'failed', failure: readFailureOf(done.error) });
  };
  return { reading, start: (kind: PaperKind) => void start(kind) };
}

async function readPage(
  desk: ReadingDesk,
  picture: PictureToRead,
  kind: PaperKind,
  yearNow: number,
): Promise<Result<PageRead, ReadFailure>> {
  if (kind === 'card') {
    const found = await readCardPicture(desk, picture, yearNow);
    return found.ok ? { ok: true, value: { kind, found: found.value } } : found;
  }
  const found = await readLetterPicture(desk, picture);
  return found.ok ? { ok: true, value: { kind, found: found.value } } : found;
}

/** The page as it will be; one that is not straightened yet is straightened for reading. */
async function pictureToRead(
  page: ScanPage,
  read: ReadPageBytes,
  pdfs: PdfShelf,
): Promise<PictureToRead | null> {
  const bytes = await read(page);
  if (bytes === null) return null;
  if (page.pdfPage === null) {
    const skew = page.edit.skew === 0 ? page.skew : page.edit.skew;
    return { bytes, edit: { ...page.edit, skew, colour: 'as-scanned' } };
  }
  const drawn = await pdfs.picture(bytes, page.pdfPage, PDF_SIDE);
  return drawn && { bytes: new Uint8Array(await drawn.arrayBuffer()), edit: UNEDITED };
}
