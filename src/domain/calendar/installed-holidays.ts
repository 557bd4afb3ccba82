import year2025 from '../../../resources/holidays/2025.json';
import year2026 from '../../../resources/holidays/2026.json';
import year2027 from '../../../resources/holidays/2027.json';
import { nationalHolidaysSchema, type NationalHolidays } from './national-holidays';

/**
 * The national holidays that came with this program, one entry a year; throws at start when a
 * file does not fit its schema. A new year is a file in `resources/holidays` and a line here.
 */
export const installedHolidays: readonly NationalHolidays[] = [year2025, year2026, year2027].map(
  (raw) => nationalHolidaysSchema.parse(raw),
);
