import { z } from 'zod';
import { eventEnvelopeSchema, type Occasion } from '../event';
import { normalise } from '../search/words';

/** Notes of who looked at, printed, saved or searched something; beside requests and office. */
export const TRAIL_STREAM = 'trail';

/**
 * What is noted. Records may hold actions a later version adds: such a note is kept and shown
 * by its key, it is never set aside.
 */
export const trailActions = [
  'view-request',
  'view-file',
  'view-history',
  'view-person',
  'view-trail',
  'view-incident',
  'check-signature',
  'reveal-nik',
  'print',
  'export',
  'import',
  'search',
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'lock',
  'passphrase-changed',
  'access-given',
  'recovery-used',
  'recovery-renewed',
  'token-changed',
  'authority-imported',
  'authority-removed',
  'backup-run',
  'backup-failed',
  'restore-run',
  'key-rotated',
  'trail-checked',
  'trail-broken',
  'journal-returned',
] as const;
export type TrailAction = (typeof trailActions)[number];

/** Longest text of a search that is kept, in characters. */
export const LONGEST_TEXT = 80;

/** Small facts of a note; everything may be left out. */
export const trailDetailsSchema = z.looseObject({
  /** Key of a letter, or of a document of the SOP. */
  letter: z.string().optional(),
  document: z.string().optional(),
  /** Address of a stored file. */
  file: z.string().optional(),
  /** What was printed or saved: `letter`, `document`, `chart`, `sop`, `submission`, … */
  what: z.string().optional(),
  copies: z.number().optional(),
  /** Found by a search, or taken by an import. */
  hits: z.number().optional(),
  /** What was searched: personal data, sealed with the rest of the event. */
  text: z.string().optional(),
  reason: z.string().optional(),
  /** Why a backup failed, as the shell names it. */
  code: z.string().optional(),
  /** The incident that was looked at. */
  incident: z.string().optional(),
  /** Whom it concerns: a member of staff's id. */
  staffId: z.string().optional(),
  /** SHA-256 of an authority's certificate. */
  fingerprint: z.string().optional(),
  count: z.number().optional(),
});
export type TrailDetails = z.infer<typeof trailDetailsSchema>;

export const trailEventSchema = z.intersection(
  eventEnvelopeSchema,
  z.object({
    type: z.literal('noted'),
    stream: z.literal(TRAIL_STREAM),
    action: z.string().min(1),
    /** The request's id; null for what concerns none. */
    subject: z.string().nullable(),
    details: trailDetailsSchema,
  }),
);
export type TrailEvent = z.infer<typeof trailEventSchema>;

/** What a screen or service asks to be noted. */
export interface TrailNote {
  readonly action: TrailAction;
  /** The request's id; null for what concerns none. */
  readonly subject: string | null;
  readonly details?: TrailDetails;
}

/** The event of a note. The text of a search is kept normalised and short. */
export function noted(note: TrailNote, occasion: Occasion): TrailEvent {
  const { at, clockOffsetMs, by, desk, newId } = occasion;
  const { action, subject, details = {} } = note;
  const { text } = details;
  const kept = text === undefined ? {} : { text: normalise(text).slice(0, LONGEST_TEXT) };
  return {
    id: newId(),
    stream: TRAIL_STREAM,
    at,
    clockOffsetMs,
    by,
    desk,
    type: 'noted',
    action,
    subject,
    details: { ...details, ...kept },
  };
}
