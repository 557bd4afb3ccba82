import { createScanWorkshop } from '../../../../src/documents/scan-client';
import type { PageEdit } from '../../../../src/domain/scanning/scan-page';

/** What a scanner makes of a paper. */
export interface Wear {
  /** Degrees by which its lines fall to the right. */
  readonly skew: number;
  /** Share of the contrast that is left, from 0 to 1. */
  readonly contrast: number;
  /** Shades by which points differ from what they should be, on average. */
  readonly noise: number;
  /** Of the JPEG, from 0 to 1. */
  readonly quality: number;
  readonly seed: number;
}

const workshop = createScanWorkshop();

/** The product's own workshop, and worn pictures to try it on; bytes cross as base64. */
const readingBench = {
  wear: async (base64: string, wear: Wear): Promise<string> => {
    const picture = await createImageBitmap(new Blob([bytesOf(base64)]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((wear.skew * Math.PI) / 180);
    context.drawImage(picture, -picture.width / 2, -picture.height / 2);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    const random = randomFrom(wear.seed);
    for (let at = 0; at < image.data.length; at += 4) {
      const dirt = (random() + random() + random() - 1.5) * 2 * wear.noise;
      for (let channel = at; channel < at + 3; channel += 1) {
        image.data[channel] = 255 - (255 - (image.data[channel] ?? 0)) * wear.contrast + dirt;
      }
    }
    context.putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: wear.quality });
    return base64Of(new Uint8Array(await blob.arrayBuffer()));
  },
  look: (base64: string) => workshop.look(bytesOf(base64), null),
  show: async (
    base64: string,
    edit: PageEdit,
    side: number,
    least?: number,
  ): Promise<string | null> => {
    const shown = await workshop.show(bytesOf(base64), edit, side, least);
    return shown.ok ? base64Of(shown.value) : null;
  },
};
export type ReadingBenchPage = typeof readingBench;
Object.assign(globalThis, { readingBench });

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
