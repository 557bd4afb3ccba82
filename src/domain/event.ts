import { z } from 'zod';

/** Who did it. The name is kept beside the id so that the trail reads without a look-up. */
export const authorSchema = z.object({ id: z.string(), name: z.string() });
export type Author = z.infer<typeof authorSchema>;

/** The engine, when it records what the gateway answered. */
export const SYSTEM_AUTHOR: Author = { id: 'system', name: 'Loket SE' };

/** What every event carries, whatever it says. */
export const eventEnvelopeSchema = z.object({
  /** UUIDv7. */
  id: z.uuid(),
  /** The request's id, or `OFFICE_STREAM`. */
  stream: z.string(),
  /** RFC 3339 UTC, the device's clock. */
  at: z.string(),
  /** Server time minus device time when last measured, in milliseconds; null if never. */
  clockOffsetMs: z.number().nullable(),
  by: authorSchema,
  /** Prefix of the desk where it happened. */
  desk: z.string(),
  /** A counter this event advanced, with the value it reached. */
  counter: z.object({ name: z.string(), value: z.number().int().positive() }).optional(),
});

/** Where and when a command is decided; time and ids come in, so `decide` stays pure. */
export interface Occasion {
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly clockOffsetMs: number | null;
  readonly by: Author;
  readonly desk: string;
  /** A fresh UUIDv7 at each call. */
  readonly newId: () => string;
}

/** The last value given of each counter, 0 where none was. */
export type Counters = (name: string) => number;
