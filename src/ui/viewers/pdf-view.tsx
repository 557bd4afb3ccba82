import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../controls/button';
import { Banner } from '../feedback/banner';
import { useMessages } from '../messages/use-messages';
import { drawPdfPage, openPdf, readPdfPageText } from './pdf-document';
import styles from './pdf-view.module.css';

export interface PdfViewProps {
  readonly bytes: Uint8Array;
  /** What is shown: "Surat Permohonan Pencabutan". */
  readonly label: string;
  /** Beside the zoom buttons: print, save. */
  readonly actions?: ReactNode;
}

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy };

const loading: Opened = { state: 'loading' };
const failed: Opened = { state: 'failed' };

/** Keeps the document of these bytes open while they are shown. */
function usePdf(bytes: Uint8Array): Opened {
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly result: Opened }>();
  useEffect(() => {
    let left = false;
    const opening = openPdf(bytes);
    opening.then(
      ({ document }) => {
        if (!left) {
          setOpened({ of: bytes, result: { state: 'open', document } });
        }
      },
      () => {
        if (!left) {
          setOpened({ of: bytes, result: failed });
        }
      },
    );
    return () => {
      left = true;
      void opening.then(({ task }) => task.destroy()).catch(() => undefined);
    };
  }, [bytes]);
  return opened?.of === bytes ? opened.result : loading;
}

interface PageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
}

/** One page as a picture, and its text for screen readers. */
function PdfPage({ document: pdf, number, width }: PageProps) {
  const t = useMessages();
  const holder = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [isFailed, setIsFailed] = useState(false);

  useEffect(() => {
    let left = false;
    readPdfPageText(pdf, number).then(
      (read) => {
        if (!left) {
          setText(read);
        }
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [pdf, number]);

  useEffect(() => {
    let left = false;
    // Drawn aside and put in place when ready: zooming never flashes an empty page.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.width = `${String(width)}px`;
    drawPdfPage(pdf, number, canvas, width, window.devicePixelRatio).then(
      () => {
        if (!left) {
          setIsFailed(false);
          holder.current?.replaceChildren(canvas);
        }
      },
      () => {
        if (!left) {
          setIsFailed(true);
        }
      },
    );
    return () => {
      left = true;
    };
  }, [pdf, number, width]);

  return (
    <section
      aria-label={t('ui.pdf.page', { page: number, pages: pdf.numPages })}
      className={styles.page}
    >
      {isFailed && <Banner tone="bad" title={t('ui.pdf.pageFailed', { page: number })} />}
      <div ref={holder} className={styles.paper} />
      <div className={styles.text}>{text}</div>
    </section>
  );
}

/** Width of an element in CSS pixels, kept up to date; 0 before the first measure. */
function useWidth(): readonly [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) {
      return undefined;
    }
    const observer = new ResizeObserver((entries) => {
      setWidth(Math.floor(entries[0]?.contentRect.width ?? 0));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return [setElement, width];
}

const zooms: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** Bytes of a PDF as pages, at most 900 px wide at 100 %; scrolls by keyboard. */
export function PdfView({ bytes, label, actions }: PdfViewProps) {
  const t = useMessages();
  const opened = usePdf(bytes);
  const [setScroller, available] = useWidth();
  const [zoom, setZoom] = useState(1);
  const width = Math.round(Math.min(available, 900) * zoom);
  const step = (direction: 1 | -1) => () => {
    const next = zooms[zooms.indexOf(zoom) + direction];
    setZoom(next ?? zoom);
  };
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <span className={styles.label}>{label}</span>
        <Button
          variant="plain"
          size="small"
          icon={ZoomOut}
          aria-label={t('ui.pdf.zoomOut')}
          onClick={step(-1)}
        />
        <span className={styles.zoom}>{Math.round(zoom * 100)} %</span>
        <Button
          variant="plain"
          size="small"
          icon={ZoomIn}
          aria-label={t('ui.pdf.zoomIn')}
          onClick={step(1)}
        />
        <Button
          variant="plain"
          size="small"
          icon={Maximize2}
          aria-label={t('ui.pdf.fitWidth')}
          onClick={() => {
            setZoom(1);
          }}
        />
        {actions}
      </div>
      <div
        ref={setScroller}
        tabIndex={0}
        role="region"
        aria-label={label}
        className={styles.scroller}
      >
        {opened.state === 'failed' && <Banner tone="bad" title={t('ui.pdf.failed')} />}
        {opened.state === 'loading' && <p className={styles.loading}>{t('ui.pdf.loading')}</p>}
        {opened.state === 'open' &&
          width > 0 &&
          Array.from({ length: opened.document.numPages }, (_, index) => (
            <PdfPage key={index} document={opened.document} number={index + 1} width={width} />
          ))}
      </div>
    </div>
  );
}
