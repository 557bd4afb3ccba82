import { useEffect, useMemo, useState } from 'react';
import { localDate } from '../../domain/numbering/local-date';
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

/** The day it is at the office now, yyyy-mm-dd. */
export function useToday(): string {
  const { now, office } = useLoket();
  return localDate(now(), office.profile?.timeZone ?? 'Asia/Jakarta').isoDate;
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
