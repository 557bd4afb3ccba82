import type { PDFDocumentProxy } from 'pdfjs-dist';
import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
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
  /**
   * For bytes made anew while somebody types: the pages shown stay, where they are scrolled to,
   * until the next ones can take their place.
   */
  readonly steady?: boolean | undefined;
}

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy };

const loading: Opened = { state: 'loading' };
const failed: Opened = { state: 'failed' };

/** Keeps the document of these bytes open while they are shown; see `steady`. */
function usePdf(bytes: Uint8Array, isSteady: boolean): Opened {
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly result: Opened }>();
  /** Closes the document whose pages still stand while the next one is opened. */
  const closeBefore = useRef<(() => void) | null>(null);
  useEffect(() => {
    let left = false;
    let isShown = false;
    const opening = openPdf(bytes);
    const close = () => void opening.then(({ task }) => task.destroy()).catch(() => undefined);
    const show = (result: Opened) => {
      if (left) return;
      isShown = true;
      setOpened({ of: bytes, result });
    };
    opening.then(
      ({ document }) => {
        show({ state: 'open', document });
      },
      () => {
        show(failed);
      },
    );
    return () => {
      left = true;
      if (isSteady && isShown) closeBefore.current = close;
      else close();
    };
  }, [bytes, isSteady]);
  useEffect(() => {
    const release = () => {
      closeBefore.current?.();
      closeBefore.current = null;
    };
    // Only now are the pages of the one before off the screen.
    release();
    return release;
  }, [opened]);
  if (isSteady) return opened?.result ?? loading;
  return opened?.of === bytes ? opened.result : loading;
}

/** Height of an upright A4 page by its width: what a page takes before it is drawn. */
const A4 = Math.SQRT2;

/** Pages in one go; a document with more is leafed through. */
const PAGES_AT_ONCE = 50;

/** Whether an element is on the screen or within two screens of it. */
function useNear(): readonly [(element: HTMLElement | null) => void, boolean] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        setIsNear(entries.at(-1)?.isIntersecting ?? false);
      },
      { root: element.parentElement, rootMargin: '200% 0px' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return [setElement, isNear];
}

interface PageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
  /** What stands on it, once it was read. */
  readonly text: string;
}

/** One page as a picture, and its text for screen readers. */
function PdfPage({ document: pdf, number, width, text }: PageProps) {
  const t = useMessages();
  const holder = useRef<HTMLDivElement>(null);
  const [isFailed, setIsFailed] = useState(false);

  const [place, isNear] = useNear();
  /** Height by width, as drawn last: a page out of sight keeps its room. */
  const [shape, setShape] = useState(A4);

  useEffect(() => {
    // Pages far out of sight hold no picture: a thousand would take the computer's memory.
    if (!isNear) {
      holder.current?.replaceChildren();
      return undefined;
    }
    let left = false;
    // Drawn aside and put in place when ready: zooming never flashes an empty page.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.width = `${String(width)}px`;
    drawPdfPage(pdf, number, canvas, width, window.devicePixelRatio).then(
      () => {
        if (!left) {
          setIsFailed(false);
          setShape(canvas.height / canvas.width);
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
  }, [pdf, number, width, isNear]);

  return (
    <section
      ref={place}
      aria-label={t('ui.pdf.page', { page: number, pages: pdf.numPages })}
      className={styles.page}
    >
      {isFailed && <Banner tone="bad" title={t('ui.pdf.pageFailed', { page: number })} />}
      <div
        ref={holder}
        className={styles.paper}
        style={{ minWidth: width, minHeight: Math.floor(width * shape) }}
      />
      <div className={styles.text}>{text}</div>
    </section>
  );
}

const noTexts: ReadonlyMap<number, string> = new Map();

/** The text of pages, read one after another: the reader is not asked for many at once. */
function usePageTexts(
  pdf: PDFDocumentProxy,
  first: number,
  last: number,
): ReadonlyMap<number, string> {
  const [texts, setTexts] = useState(noTexts);
  useEffect(() => {
    let left = false;
    const isLeft = (): boolean => left;
    const readFrom = async (number: number): Promise<void> => {
      if (isLeft() || number > last) return;
      const text = await readPdfPageText(pdf, number).catch(() => '');
      if (!isLeft()) setTexts((known) => new Map(known).set(number, text));
      await readFrom(number + 1);
    };
    void readFrom(first);
    return () => {
      left = true;
    };
  }, [pdf, first, last]);
  return texts;
}

/** A stretch of a document's pages, with ways to the ones before and after where there are more. */
function PdfPages({ document: pdf, width }: Pick<PageProps, 'document' | 'width'>) {
  const t = useMessages();
  const [first, setFirst] = useState(1);
  const last = Math.min(first + PAGES_AT_ONCE - 1, pdf.numPages);
  const texts = usePageTexts(pdf, first, last);
  const leaf = (label: 'ui.pdf.previousPages' | 'ui.pdf.nextPages', to: number) => (
    <Button
      size="small"
      icon={label === 'ui.pdf.nextPages' ? ChevronRight : ChevronLeft}
      disabled={to < 1 || to > pdf.numPages}
      onClick={() => {
        setFirst(to);
      }}
    >
      {t(label)}
    </Button>
  );
  return (
    <>
      {pdf.numPages > PAGES_AT_ONCE && (
        <div className={styles.leaf}>
          {leaf('ui.pdf.previousPages', first - PAGES_AT_ONCE)}
          <span>{t('ui.pdf.pages', { from: first, to: last, pages: pdf.numPages })}</span>
          {leaf('ui.pdf.nextPages', first + PAGES_AT_ONCE)}
        </div>
      )}
      {Array.from({ length: last - first + 1 }, (_, index) => (
        <PdfPage
          key={first + index}
          document={pdf}
          number={first + index}
          width={width}
          text={texts.get(first + index) ?? ''}
        />
      ))}
    </>
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
export function PdfView({ bytes, label, actions, steady = false }: PdfViewProps) {
  const t = useMessages();
  const opened = usePdf(bytes, steady);
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
        {opened.state === 'open' && width > 0 && (
          <PdfPages
            key={steady ? 'steady' : opened.document.fingerprints[0]}
            document={opened.document}
            width={width}
          />
        )}
      </div>
    </div>
  );
}
