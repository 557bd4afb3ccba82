import { z } from 'zod';
import type { ServiceContract } from './verb';

/** Bytes of the largest picture that is read: an A4 page at 300 dpi has some two million. */
export const LARGEST_PICTURE = 30_000_000;

/** What lies on the picture: an identity card, or a page of writing. */
export const paperKinds = ['card', 'letter'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A place on a picture, in its points, from its upper left corner. */
export const boxSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Box = z.infer<typeof boxSchema>;

export const readWordSchema = z.object({
  text: z.string(),
  /** From 0 to 1, as the reader itself rates it. */
  confidence: z.number().min(0).max(1),
  box: boxSchema,
});
export type ReadWord = z.infer<typeof readWordSchema>;

/** One line of writing as it was read. */
export const readLineSchema = z.object({
  /** From the left; at least one. */
  words: z.array(readWordSchema).min(1),
  box: boxSchema,
  /** The same place read once more for digits alone; null where nothing called for it. */
  digits: z.string().nullable(),
});
export type ReadLine = z.infer<typeof readLineSchema>;

/** Why nothing was read. */
export const readRefusalSchema = z.enum([
  /** The reader or its words of Indonesian are not installed whole. */
  'absent',
  /** No JPEG or PNG, damaged, or the reader broke over it. */
  'unreadable',
  /** It took too long and was given up. */
  'too-slow',
]);
export type ReadRefusal = z.infer<typeof readRefusalSchema>;

/** Reading help, without any network; how it is done: docs/reading.md. */
export const readingContract = {
  /** Reads one picture, JPEG or PNG, upright. Nothing of it is kept. No writing: no lines. */
  read: {
    input: z.object({
      bytes: z.custom<Uint8Array>(
        (value) =>
          value instanceof Uint8Array && value.length > 0 && value.length <= LARGEST_PICTURE,
      ),
      kind: z.enum(paperKinds),
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('read'), lines: z.array(readLineSchema) }),
      /** `detail` is a code, never a word of the paper. */
      z.object({ outcome: z.literal('refused'), reason: readRefusalSchema, detail: z.string() }),
    ]),
  },
} as const satisfies ServiceContract;
