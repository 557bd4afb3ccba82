import { createContext, useContext } from 'react';
import type { ScanWorkshop } from '../../documents/scan-client';
import type { PdfShelf } from './pdf-shelf';

/** What pictures of pages are made with. */
export interface PictureDesk {
  /** Gives the page's one worker for looking and showing, started when it is first asked for. */
  readonly workshop: () => ScanWorkshop;
  readonly pdfs: PdfShelf;
}

export const PictureDeskContext = createContext<PictureDesk | null>(null);

/** The desk of the table around. Throws outside of one: a programming error. */
export function usePictureDesk(): PictureDesk {
  const desk = useContext(PictureDeskContext);
  if (desk === null) throw new Error('usePictureDesk outside PictureDeskContext');
  return desk;
}
