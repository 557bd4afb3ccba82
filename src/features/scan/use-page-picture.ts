import { useEffect, useEffectEvent, useState } from 'react';
import type { ScanPage } from '../../domain/scanning/scan-page';
import { usePictureDesk, type PictureDesk } from './picture-desk';
import type { ReadPageBytes } from './use-page-bytes';

/** Address of a picture in memory; `lost` where it cannot be made. */
export type PagePicture = { readonly url: string } | 'lost' | null;

/**
 * A page as it will be, its longer side at most `side` points; null while it is being made. An
 * older picture stays until the new one is there, so that nothing flickers.
 */
export function usePagePicture(page: ScanPage, side: number, read: ReadPageBytes): PagePicture {
  const desk = usePictureDesk();
  const [picture, setPicture] = useState<PagePicture>(null);
  // All of the page that its picture depends on.
  const look = JSON.stringify([page.file.address, page.pdfPage, page.edit]);
  const draw = useEffectEvent(() => drawn(page, side, read, desk));
  useEffect(() => {
    let isWanted = true;
    let url: string | null = null;
    void draw().then((blob) => {
      if (!isWanted) return;
      if (blob === null) setPicture('lost');
      else {
        url = URL.createObjectURL(blob);
        setPicture({ url });
      }
    });
    return () => {
      isWanted = false;
      // The next picture takes its place first.
      const old = url;
      if (old !== null) setTimeout(() => URL.revokeObjectURL(old), 1000);
    };
  }, [look, side, read, desk]);
  return picture;
}

async function drawn(
  page: ScanPage,
  side: number,
  read: ReadPageBytes,
  { workshop, pdfs }: PictureDesk,
): Promise<Blob | null> {
  const bytes = await read(page);
  if (bytes === null) return null;
  if (page.pdfPage !== null) return pdfs.picture(bytes, page.pdfPage, side);
  const shown = await workshop().show(bytes, page.edit, side);
  return shown.ok ? new Blob([shown.value], { type: 'image/jpeg' }) : null;
}
