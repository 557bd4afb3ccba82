import { z } from 'zod';

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** A stretch of work on the office's clock, "07:30" to "12:00"; lunch is the gap between two. */
export const stretchSchema = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { error: 'stretch-backwards' });
export type Stretch = z.infer<typeof stretchSchema>;

/** One day's stretches in their order, without overlap; none: a day off. */
const daySchema = z
  .array(stretchSchema)
  .refine(
    (day) => day.every((one, index) => index === 0 || (day[index - 1]?.to ?? '') <= one.from),
    {
      error: 'stretches-overlap',
    },
  );

/** A date the office adds to the national holidays, or works on although they name it. */
export const calendarExceptionSchema = z.object({
  /** Date yyyy-mm-dd in the office's zone. */
  date: z.iso.date(),
  name: z.string(),
  kind: z.enum(['holiday', 'working']),
});
export type CalendarException = z.infer<typeof calendarExceptionSchema>;

/** The office's own part of its working calendar; its zone is in the profile. */
export const calendarSettingsSchema = z.object({
  /** Monday first, Sunday last. */
  week: z.tuple([daySchema, daySchema, daySchema, daySchema, daySchema, daySchema, daySchema]),
  exceptions: z.array(calendarExceptionSchema),
});
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;

function day(...stretches: readonly (readonly [string, string])[]): Stretch[] {
  return stretches.map(([from, to]) => ({ from, to }));
}

/**
 * Five days, 37.5 hours, lunch at noon and a longer one on Friday: inferred, every hour can be
 * changed in the settings.
 */
export const DEFAULT_CALENDAR: CalendarSettings = {
  week: [
    day(['07:30', '12:00'], ['13:00', '16:00']),
    day(['07:30', '12:00'], ['13:00', '16:00']),
    day(['07:30', '12:00'], ['13:00', '16:00']),
    day(['07:30', '12:00'], ['13:00', '16:00']),
    day(['07:30', '11:30'], ['13:00', '16:30']),
    day(),
    day(),
  ],
  exceptions: [],
};
