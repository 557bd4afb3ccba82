import { useMemo } from 'react';
import { DEFAULT_CALENDAR } from '../../domain/calendar/calendar-settings';
import { installedHolidays } from '../../domain/calendar/installed-holidays';
import {
  createWorkingCalendar,
  type WorkingCalendar,
} from '../../domain/calendar/working-calendar';
import { useLoket } from './loket-context';

/** The office's working calendar: its hours and dates on the national holidays installed. */
export function useWorkingCalendar(): WorkingCalendar {
  const { office } = useLoket();
  const settings = office.profile?.calendar ?? DEFAULT_CALENDAR;
  const timeZone = office.profile?.timeZone ?? 'Asia/Jakarta';
  return useMemo(
    () => createWorkingCalendar({ settings, timeZone, holidays: installedHolidays }),
    [settings, timeZone],
  );
}
