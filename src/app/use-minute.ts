import { useEffect, useState } from 'react';

/** Epoch milliseconds of now, renewed as each minute begins. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setNow(Date.now());
      },
      60_000 - (now % 60_000) + 50,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [now]);
  return now;
}
