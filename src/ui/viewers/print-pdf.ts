/** How printing went, as far as a page can know: the system says no more. */
export type PrintOutcome =
  /** The system's print dialog was opened with these very bytes. */
  | 'dialog-opened'
  /** This browser shows no PDFs: offer to save the file and print it elsewhere. */
  | 'no-viewer'
  /** The viewer did not take the bytes, or said nothing in time. */
  | 'failed';

/** How long a viewer may take to show a letter before it counts as failed, in milliseconds. */
const PATIENCE = 15_000;

let frame: HTMLIFrameElement | null = null;

/** The frame must outlive its dialog; it is replaced at the next print. */
function replaceFrame(): HTMLIFrameElement {
  if (frame !== null) {
    URL.revokeObjectURL(frame.src);
    frame.remove();
  }
  frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Not `display: none`, which some viewers do not print; through the CSSOM, as the policy wants.
  frame.style.cssText = 'position:fixed;width:1px;height:1px;right:0;bottom:0;border:0;opacity:0';
  return frame;
}

/**
 * Hands the stored bytes to the system's print dialog, unchanged: nothing is drawn again by
 * the page. Whether paper came out only the person at the printer knows; ask them. Always
 * answers: a viewer silent for `patience` milliseconds has failed, and opens no dialog later.
 */
export function printPdf(bytes: Uint8Array, patience = PATIENCE): Promise<PrintOutcome> {
  if (!navigator.pdfViewerEnabled) {
    return Promise.resolve('no-viewer');
  }
  const target = replaceFrame();
  return new Promise((resolve) => {
    const once = new AbortController();
    const end = (outcome: PrintOutcome) => {
      clearTimeout(limit);
      once.abort();
      resolve(outcome);
    };
    const limit = setTimeout(() => {
      end('failed');
    }, patience);
    const { signal } = once;
    target.addEventListener(
      'load',
      () => {
        end(openDialog(target));
      },
      { signal },
    );
    target.addEventListener(
      'error',
      () => {
        end('failed');
      },
      { signal },
    );
    target.src = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
    document.body.append(target);
  });
}

function openDialog(target: HTMLIFrameElement): PrintOutcome {
  try {
    target.contentWindow?.focus();
    target.contentWindow?.print();
    return 'dialog-opened';
  } catch {
    return 'failed';
  }
}
