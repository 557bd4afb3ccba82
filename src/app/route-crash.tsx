import { useRouteError } from 'react-router';
import { CrashScreen } from './crash-boundary';

/** What broke in a page, shown inside the frame: the other pages stay in reach. */
export function RouteCrash() {
  return <CrashScreen error={useRouteError()} />;
}
