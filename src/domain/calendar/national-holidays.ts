import { z } from 'zod';

/** National holiday, or joint leave ("cuti bersama"): the office is closed on both. */
const nationalDaySchema = z.object({
  /** Date yyyy-mm-dd. */
  date: z.iso.date(),
  /** In Indonesian, as the decree names it. */
  name: z.string().trim().min(1),
  kind: z.enum(['national', 'joint-leave']),
});
export type NationalDay = z.infer<typeof nationalDaySchema>;

/** One year of `resources/holidays/<year>.json`, in the order of its dates. */
export const nationalHolidaysSchema = z
  .object({
    year: z.number().int().min(2000).max(2999),
    /** The decree the dates were read in, in Indonesian; shown in the settings. */
    source: z.string().trim().min(1),
    /** False while only the dates are in it that are the same every year. */
    complete: z.boolean(),
    days: z.array(nationalDaySchema),
  })
  .refine(({ year, days }) => days.every(({ date }) => date.startsWith(`${year}-`)), {
    error: 'date-of-another-year',
  })
  .refine(
    ({ days }) =>
      days.every(({ date }, index) => index === 0 || (days[index - 1]?.date ?? '') < date),
    { error: 'dates-not-in-order' },
  );
export type NationalHolidays = z.infer<typeof nationalHolidaysSchema>;
