import { useEffect, useState } from 'react';
import { Progress } from '../../ui/feedback/progress';
import { useMessages } from '../../ui/messages/use-messages';

const SECOND = 1000;

/** A signature on its way, with the time after which it is given an end whatever happens. */
export function SigningProgress({ limitMs }: { readonly limitMs: number }) {
  const t = useMessages();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((before) => before + 1);
    }, SECOND);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const limit = Math.ceil(limitMs / SECOND);
  return (
    <Progress
      label={t('signing.working', { seconds, limit })}
      value={Math.min(1, seconds / limit)}
    />
  );
}
