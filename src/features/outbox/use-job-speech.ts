import { useMemo } from 'react';
import { translateMessage } from '../../messages/catalogue';
import type { JobSpeech } from '../../sync/describe-job';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { formatBytes } from '../../ui/format/numbers';
import { useNow, useTimeContext } from '../shared/use-time-context';

/** What states of jobs are told with: the screen's language, the office's time, and now. */
export function useJobSpeech(): JobSpeech {
  const context = useTimeContext();
  const now = useNow();
  return useMemo(
    () => ({
      say: (key, params) => translateMessage(context.locale, { key, params }),
      time: (instant) => formatTimeOrDay(instant, now, context),
      size: (bytes) => formatBytes(bytes, context.locale),
    }),
    [context, now],
  );
}
