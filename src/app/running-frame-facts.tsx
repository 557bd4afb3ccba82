import { useMemo, type ReactNode } from 'react';
import { useLoket } from '../features/shared/loket-context';
import { useMay } from '../features/shared/use-permission';
import { useLive } from '../store/use-live';
import type { LineState } from '../sync/line-state';
import { useLine } from '../sync/use-sync';
import { formatTimeOrDay } from '../ui/format/date-time';
import { useLocale, useMessages, type Translate } from '../ui/messages/use-messages';
import { FrameFactsContext, type FrameFacts } from './frame-facts';

const NO_COUNTS = { waiting: 0, needsAction: 0 } as const;
const LINE_WORDS = {
  unknown: 'checking',
  online: 'online',
  offline: 'offline',
  'no-gateway': 'off',
} as const satisfies Record<LineState['state'], FrameFacts['line']['state']>;

/** Fills the frame with what is known of the running Loket: line, counts, desk and staff. */
export function RunningFrameFacts({ children }: { readonly children: ReactNode }) {
  const { store, engine, office, staff, now, signOut } = useLoket();
  const t = useMessages();
  const locale = useLocale();
  const line = useLine(engine);
  const counts = useLive(() => store.jobs.counts(), [store]) ?? NO_COUNTS;
  const openCount = useLive(() => store.requests.countOpen(), [store]) ?? 0;
  const mayRecord = useMay('record-request').may;
  const timeZone = office.profile?.timeZone ?? 'Asia/Jakarta';
  const facts = useMemo<FrameFacts>(
    () => ({
      line: {
        state: LINE_WORDS[line.state],
        since:
          line.state === 'unknown'
            ? null
            : formatTimeOrDay(line.since, now(), { locale, timeZone }),
        reason: reasonOf(line, t),
        sending: 0,
        waiting: counts.waiting,
        needAction: counts.needsAction,
      },
      desk: [t('frame.desk', { desk: office.profile?.desk ?? '' }), staff?.name ?? ''].join(' · '),
      onSwitchStaff: signOut,
      timeZone,
      mayRecord,
      openCount,
    }),
    [line, counts, mayRecord, openCount, timeZone, locale, t, office, staff, now, signOut],
  );
  return <FrameFactsContext value={facts}>{children}</FrameFactsContext>;
}

function reasonOf(line: LineState, t: Translate): string | null {
  if (line.paused !== null) return t(`frame.line.paused.${line.paused}`);
  return line.state === 'offline' && line.reason ? t(`frame.line.reason.${line.reason}`) : null;
}
