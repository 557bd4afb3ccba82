import bold from '../../../resources/fonts/LiberationSans-Bold.ttf?url';
import boldItalic from '../../../resources/fonts/LiberationSans-BoldItalic.ttf?url';
import italic from '../../../resources/fonts/LiberationSans-Italic.ttf?url';
import regular from '../../../resources/fonts/LiberationSans-Regular.ttf?url';
import { assertNever } from '../../domain/assert-never';
import { openFontSet, type FontSet } from '../font-set';
import { renderLabels } from '../label-sheet';
import type { PaperReply, PaperRequest } from '../letters-protocol';
import { createPictureShelf } from '../pictures';
import { papersToPrint } from '../print-copy';
import { renderChart } from '../render-chart';
import { renderLetter } from '../render-letter';
import { renderReport } from '../render-report';
import { refusedLetter, type LetterResult } from '../letter-result';

declare const self: DedicatedWorkerGlobalScope;

/** Pictures live as long as the worker: an office's logo is read once. */
const pictures = createPictureShelf();
let opening: Promise<FontSet> | null = null;

/** The fonts, read once for the life of the worker; a failed reading is tried again. */
function fonts(): Promise<FontSet> {
  opening ??= openFonts().catch((reason: unknown) => {
    opening = null;
    throw reason;
  });
  return opening;
}

async function openFonts(): Promise<FontSet> {
  const [regularBytes, boldBytes, italicBytes, boldItalicBytes] = await Promise.all(
    [regular, bold, italic, boldItalic].map(readFont),
  );
  if (!regularBytes || !boldBytes || !italicBytes || !boldItalicBytes) throw new Error('fonts');
  return openFontSet({
    regular: regularBytes,
    bold: boldBytes,
    italic: italicBytes,
    'bold-italic': boldItalicBytes,
  });
}

async function readFont(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function answer(request: PaperRequest): Promise<LetterResult> {
  let opened: FontSet;
  try {
    opened = await fonts();
  } catch {
    return refusedLetter({ code: 'fonts-unavailable' });
  }
  try {
    const assets = { fonts: opened, pictures };
    switch (request.kind) {
      case 'letter':
        return await renderLetter(request.content, assets, request.options);
      case 'chart':
        return await renderChart(request.content, assets, request.options);
      case 'report':
        return await renderReport(request.content, assets, request.options);
      case 'labels':
        return await renderLabels(request.content, assets, request.createdAt);
      case 'print':
        return await papersToPrint(request.papers, opened);
      default:
        return assertNever(request);
    }
  } catch (thrown) {
    // The kind of error only: its message may quote the paper.
    return refusedLetter({
      code: 'renderer-failed',
      detail: thrown instanceof Error ? thrown.name : 'thrown',
    });
  }
}

self.onmessage = ({ data: request }: MessageEvent<PaperRequest>) => {
  void answer(request).then((result) => {
    const reply: PaperReply = { id: request.id, result };
    self.postMessage(reply, result.ok ? [result.value.buffer as ArrayBuffer] : []);
  });
};
