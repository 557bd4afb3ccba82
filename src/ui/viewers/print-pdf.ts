/** How printing went, as far as a page can know: the system says no more. */
export type PrintOutcome =
  /** The system's print dialog was opened with these very bytes. */
  | 'dialog-opened'
  /** This browser shows no PDFs: offer to save the file and print it elsewhere. */
  | 'no-viewer'
  /** The viewer did not take the bytes. */
  | 'failed';

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
 * the page. Whether paper came out only the person at the printer knows; ask them.
 */
export function printPdf(bytes: Uint8Array): Promise<PrintOutcome> {
  if (!navigator.pdfViewerEnabled) {
    return Promise.resolve('no-viewer');
  }
  const target = replaceFrame();
  return new Promise((resolve) => {
    target.addEventListener(
      'load',
      () => {
        try {
          target.contentWindow?.focus();
          target.contentWindow?.print();
          resolve('dialog-opened');
        } catch {
          resolve('failed');
        }
      },
      { once: true },
    );
    target.addEventListener('error', () => {
      resolve('failed');
    });
    target.src = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
    document.body.append(target);
  });
}
