import { useEffect, useState } from 'react';
import { useLoket } from './loket-context';

const SECOND = 1000;
const HALF_MINUTE = 30_000;

/**
 * RFC 3339 UTC of now. `isClose` says from the last one whether seconds matter: then it is
 * renewed every second, else twice a minute, so that a minute never shows late.
 */
export function useTickingNow(isClose: (now: string) => boolean): string {
  const { now } = useLoket();
  const [shown, setShown] = useState(now);
  const period = isClose(shown) ? SECOND : HALF_MINUTE;
  useEffect(() => {
    const timer = setInterval(() => {
      setShown(now());
    }, period);
    return () => {
      clearInterval(timer);
    };
  }, [now, period]);
  return shown;
}
