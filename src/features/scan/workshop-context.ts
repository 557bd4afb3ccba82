import { createContext, useContext } from 'react';
import type { ScanWorkshop } from '../../documents/scan-client';

/** Gives the page's one worker for looking and showing, started when it is first asked for. */
export const WorkshopContext = createContext<(() => ScanWorkshop) | null>(null);

/** The worker of the table around. Throws outside of one: a programming error. */
export function useWorkshop(): () => ScanWorkshop {
  const workshop = useContext(WorkshopContext);
  if (workshop === null) throw new Error('useWorkshop outside WorkshopContext');
  return workshop;
}
