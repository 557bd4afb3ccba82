import { z } from 'zod';
import type { ServiceContract } from './verb';

/** Most copies and most papers that one job may hold. */
export const MOST_COPIES = 20;
export const MOST_PAPERS = 50;

/** A printer queue of this computer, by the system's own name for it. */
export const printerSchema = z.object({
  name: z.string().min(1),
  isDefault: z.boolean(),
  /** Whether it takes new jobs. */
  isAccepting: z.boolean(),
  /** Whether it stands still: jobs it takes wait. */
  isStopped: z.boolean(),
});
export type Printer = z.infer<typeof printerSchema>;

/** Why a paper did not get into a queue. */
export const printRefusalSchema = z.enum([
  /** No printer of that name is there. */
  'printer-unknown',
  /** None was named, and the system has no default one. */
  'no-default',
  /** The printer takes no jobs now. */
  'not-accepting',
  /** The print service does not run, or said nothing in time. */
  'not-answering',
  /** This computer has no print service, or no program that can print a PDF by itself. */
  'no-print-service',
  'failed',
]);
export type PrintRefusal = z.infer<typeof printRefusalSchema>;

export const printOutcomeSchema = z.discriminatedUnion('outcome', [
  /** It is in the queue; `job` is the system's own id. Paper is another matter: ask. */
  z.object({ outcome: z.literal('sent'), job: z.string() }),
  /** `detail` is the system's own code, never its sentence. */
  z.object({ outcome: z.literal('refused'), reason: printRefusalSchema, detail: z.string() }),
]);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

/** `unknown`: the system does not say, or has forgotten the job. */
export const jobStateSchema = z.enum(['waiting', 'printing', 'done', 'failed', 'unknown']);
export type JobState = z.infer<typeof jobStateSchema>;

const paperSchema = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0,
);

/** The printers of this computer; how it is done: docs/printing.md. */
export const printingContract = {
  /** No printers is an answer like another; `service` says whether the system could be asked. */
  list: {
    input: z.object({}),
    output: z.object({
      service: z.enum(['running', 'absent', 'not-answering']),
      printers: z.array(printerSchema),
    }),
  },
  /** Puts papers into a queue as one job, byte for byte; each is printed `copies` times. */
  print: {
    input: z.object({
      papers: z.array(paperSchema).min(1).max(MOST_PAPERS),
      copies: z.number().int().min(1).max(MOST_COPIES),
      /** Null: the system's default printer. */
      printer: z.string().min(1).max(200).nullable(),
      /** What the queue shows of it to everybody: numbers and keys, never a person's name. */
      title: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}$/),
    }),
    output: printOutcomeSchema,
  },
  /** How far a job is; `reason` is the system's own code for it. */
  job: {
    input: z.object({ job: z.string().min(1).max(250) }),
    output: z.object({ state: jobStateSchema, reason: z.string().nullable() }),
  },
} as const satisfies ServiceContract;
