import { z } from 'zod';
import type { ServiceContract } from './verb';

/** Where paper lies: on the glass, or in the feeder, read on one side or both. */
export const paperSources = ['flatbed', 'feeder', 'feeder-duplex'] as const;
export const colourModes = ['color', 'gray', 'lineart'] as const;
export type ColourMode = (typeof colourModes)[number];

/** Coarsest and finest resolution this program asks for, in dots per inch. */
export const COARSEST_DPI = 75;
export const FINEST_DPI = 600;

const scannerIdSchema = z.string().min(1).max(400);

/** One paper source of a scanner and what it can do there. */
export const scannerSourceSchema = z.object({
  source: z.enum(paperSources),
  /** Dots per inch, rising, within `COARSEST_DPI` and `FINEST_DPI`. */
  resolutions: z.array(z.number().int().min(COARSEST_DPI).max(FINEST_DPI)).min(1),
  colours: z.array(z.enum(colourModes)).min(1),
  /** Largest area in millimetres. */
  width: z.number().positive(),
  height: z.number().positive(),
});
export type ScannerSource = z.infer<typeof scannerSourceSchema>;

/** A scanner that can be asked now; `id` begins with its kind. */
export const scannerSchema = z.object({
  id: scannerIdSchema,
  /** By its maker's and its own name. */
  name: z.string(),
  kind: z.enum(['sane', 'escl', 'wia']),
  sources: z.array(scannerSourceSchema).min(1),
});
export type Scanner = z.infer<typeof scannerSchema>;

/** How one page is read. */
export const scanProfileSchema = z.object({
  source: z.enum(paperSources),
  dpi: z.number().int().min(COARSEST_DPI).max(FINEST_DPI),
  colour: z.enum(colourModes),
  /** Millimetres of the area, from its upper left corner. */
  width: z.number().positive().max(1000),
  height: z.number().positive().max(1000),
});
export type ScanProfile = z.infer<typeof scanProfileSchema>;

/** Why a scan ended before its paper did. */
export const scanRefusalSchema = z.enum([
  'paper-jam',
  /** The feeder is empty, or nothing lies in it. */
  'no-paper',
  'cover-open',
  /** Another program, or another scan of this one, has it. */
  'device-busy',
  /** Switched off, unplugged, or not in this network. */
  'device-gone',
  /** This user may not use it. */
  'no-access',
  /** It cannot do what was asked of it. */
  'profile-refused',
  /** It said nothing for too long and was given up. */
  'hung',
  'failed',
]);
export type ScanRefusal = z.infer<typeof scanRefusalSchema>;

export const scanEventSchema = z.discriminatedUnion('state', [
  /** `share` of page `page` (from 1) is read, from 0 to 1; null where the scanner does not say. */
  z.object({ state: z.literal('reading'), page: z.number().int(), share: z.number().nullable() }),
  /** One whole page, as the scanner gave it. */
  z.object({
    state: z.literal('page'),
    page: z.number().int(),
    bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
    dpi: z.number(),
  }),
  /** No more will come. `refusal` null: every paper was read. `detail` is the system's own code. */
  z.object({
    state: z.literal('ended'),
    pages: z.number().int(),
    refusal: scanRefusalSchema.nullable(),
    cancelled: z.boolean(),
    detail: z.string(),
  }),
]);
export type ScanEvent = z.infer<typeof scanEventSchema>;

/** Whether a way to scanners could be asked at all. */
export const scanSystemSchema = z.object({
  kind: z.enum(['sane', 'escl', 'wia']),
  state: z.enum(['running', 'absent', 'not-answering']),
});

/** The scanners of this computer and its network; how it is done: docs/scanning.md. */
export const scannerContract = {
  /** None is an answer like another. `addresses`: scanners of the network named by hand. */
  list: {
    input: z.object({ addresses: z.array(z.string().max(300)).max(20) }),
    output: z.object({
      systems: z.array(scanSystemSchema),
      scanners: z.array(scannerSchema),
      /** Those of `addresses` that gave no answer, each with the code of why. */
      silent: z.array(z.object({ address: z.string(), detail: z.string() })),
    }),
  },
  /** Begins; what comes is fetched by `next`. A scan nobody asks about for a minute is cancelled. */
  start: {
    input: z.object({ scanner: scannerIdSchema, profile: scanProfileSchema }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('started'), scan: z.uuid() }),
      z.object({ outcome: z.literal('refused'), refusal: scanRefusalSchema, detail: z.string() }),
    ]),
  },
  /** The next thing that happened, once; null when nothing has within ten seconds. */
  next: {
    input: z.object({ scan: z.uuid() }),
    output: z.object({ event: scanEventSchema.nullable() }),
  },
  /** Stops the scanner; pages that are whole by then still come. */
  cancel: { input: z.object({ scan: z.uuid() }), output: z.object({}) },
} as const satisfies ServiceContract;
