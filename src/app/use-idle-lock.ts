import { useEffect } from 'react';

const SIGNS_OF_A_HAND = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** How often the clock is looked at, in milliseconds: a computer that slept is noticed too. */
const LOOK_EVERY_MS = 5_000;

/** Calls `lock` once nobody has touched mouse or keyboard for so many minutes. */
export function useIdleLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    let lastSeen = Date.now();
    const seen = () => {
      lastSeen = Date.now();
    };
    for (const name of SIGNS_OF_A_HAND) window.addEventListener(name, seen, { passive: true });
    const timer = window.setInterval(() => {
      if (Date.now() - lastSeen >= minutes * 60_000) lock();
    }, LOOK_EVERY_MS);
    return () => {
      for (const name of SIGNS_OF_A_HAND) window.removeEventListener(name, seen);
      window.clearInterval(timer);
    };
  }, [minutes, lock]);
}
