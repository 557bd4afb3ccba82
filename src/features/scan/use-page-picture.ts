import { useEffect, useState } from 'react';
import type { ScanWorkshop } from '../../documents/scan-client';
import type { ScanPage } from '../../domain/scanning/scan-page';
import { drawPdfPage, openPdf } from '../../ui/viewers/pdf-document';
import type { ReadPageBytes } from './use-page-bytes';

/** Address of a picture in memory; `lost` where it cannot be made. */
export type PagePicture = { readonly url: string } | 'lost' | null;

/**
 * A page as it will be, its longer side at most `side` points; null while it is being made. An
 * older picture stays until the new one is there, so that nothing flickers.
 */
export function usePagePicture(
  page: ScanPage,
  side: number,
  read: ReadPageBytes,
  workshop: () => ScanWorkshop,
): PagePicture {
  const [picture, setPicture] = useState<PagePicture>(null);
  const look = JSON.stringify([page.file.address, page.pdfPage, page.edit]);
  useEffect(() => {
    let isWanted = true;
    let url: string | null = null;
    void drawn(page, side, read, workshop).then((blob) => {
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
    // `look` says all of the page that its picture depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [look, side, read, workshop]);
  return picture;
}

async function drawn(
  page: ScanPage,
  side: number,
  read: ReadPageBytes,
  workshop: () => ScanWorkshop,
): Promise<Blob | null> {
  const bytes = await read(page);
  if (bytes === null) return null;
  if (page.pdfPage !== null) return pictureOfPage(bytes, page.pdfPage, side).catch(() => null);
  const shown = await workshop().show(bytes, page.edit, side);
  return shown.ok ? new Blob([shown.value], { type: 'image/jpeg' }) : null;
}

/** A page of a PDF as JPEG; `side`: about so many points high. */
export async function pictureOfPage(
  bytes: Uint8Array,
  index: number,
  side: number,
): Promise<Blob | null> {
  const { task, document: pdf } = await openPdf(bytes);
  try {
    const canvas = document.createElement('canvas');
    await drawPdfPage(pdf, index + 1, canvas, side * 0.7, 1);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  } finally {
    await task.destroy();
  }
}
