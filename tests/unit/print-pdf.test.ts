import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printPdf } from '../../src/ui/viewers/print-pdf';

/** As much of a frame as printing touches. */
class Frame extends EventTarget {
  readonly style = { cssText: '' };
  readonly print = vi.fn();
  readonly contentWindow = { focus: () => undefined, print: this.print };
  src = '';
  setAttribute(): void {
    return undefined;
  }
  remove(): void {
    return undefined;
  }
}

let frame: Frame;

beforeEach(() => {
  frame = new Frame();
  vi.stubGlobal('navigator', { pdfViewerEnabled: true });
  vi.stubGlobal('document', { createElement: () => frame, body: { append: () => undefined } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('printing a PDF', () => {
  it('answers when the viewer stays silent, and opens no dialog after that', async () => {
    expect(await printPdf(new Uint8Array([1]), 0)).toBe('failed');
    frame.dispatchEvent(new Event('load'));
    expect(frame.print).not.toHaveBeenCalled();
  });

  it('opens the dialog once the viewer has the bytes', async () => {
    const printing = printPdf(new Uint8Array([1]));
    frame.dispatchEvent(new Event('load'));
    expect(await printing).toBe('dialog-opened');
    expect(frame.print).toHaveBeenCalledTimes(1);
  });

  it('says that it failed when the viewer refuses', async () => {
    frame.print.mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    const printing = printPdf(new Uint8Array([1]));
    frame.dispatchEvent(new Event('load'));
    expect(await printing).toBe('failed');
  });
});
