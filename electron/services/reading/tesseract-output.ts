import { z } from 'zod';
import type { Box, ReadLine } from '../../../src/contract/reading';

const boxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const wordSchema = z.object({ text: z.string(), confidence: z.number(), bbox: boxSchema });
const lineSchema = z.object({ words: z.array(wordSchema), bbox: boxSchema });
const pageSchema = z.object({
  blocks: z
    .array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineSchema) })) }))
    .nullable(),
});

/** The lines of a page as the library gives them, from the top; null where it gave no page. */
export function linesOf(data: unknown): readonly ReadLine[] | null {
  const page = pageSchema.safeParse(data);
  if (!page.success) return null;
  const lines = (page.data.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines
    .map(({ words, bbox }) => ({
      words: words
        .map(({ text, confidence, bbox: place }) => ({
          text: text.trim(),
          confidence: Math.min(1, Math.max(0, confidence / 100)),
          box: boxOf(place),
        }))
        .filter(({ text }) => text !== ''),
      box: boxOf(bbox),
      digits: null,
    }))
    .filter(({ words }) => words.length > 0)
    .toSorted((one, other) => one.box.top - other.box.top);
}

function boxOf({ x0, y0, x1, y1 }: z.infer<typeof boxSchema>): Box {
  return { left: x0, top: y0, width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0) };
}
