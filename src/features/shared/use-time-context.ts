import { useEffect, useMemo, useState } from 'react';
import type { TimeContext } from '../../ui/format/date-time';
import { useLocale } from '../../ui/messages/use-messages';
import { useLoket } from './loket-context';

const HALF_MINUTE = 30_000;

/** The screen's language and the office's zone: what every time is shown in. */
export function useTimeContext(): TimeContext {
  const locale = useLocale();
  const { office } = useLoket();
  const timeZone = office.profile?.timeZone ?? 'Asia/Jakarta';
  return useMemo(() => ({ locale, timeZone }), [locale, timeZone]);
}

/** RFC 3339 UTC of now, renewed twice a minute: for "2 jam lalu" that stays true. */
export function useNow(): string {
  const { now } = useLoket();
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setShown(now());
    }, HALF_MINUTE);
    return () => {
      clearInterval(timer);
    };
  }, [now]);
  return shown;
}
