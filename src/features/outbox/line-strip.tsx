import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useLive } from '../../store/use-live';
import type { LineState } from '../../sync/line-state';
import { useLine } from '../../sync/use-sync';
import { Button, ButtonLink } from '../../ui/controls/button';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Tone } from '../../ui/feedback/tone';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './outbox.module.css';

const tones = {
  online: 'good',
  offline: 'warn',
  unknown: 'neutral',
  'no-gateway': 'warn',
} as const satisfies Record<LineState['state'], Tone>;

/** How the way to the gateway is, since when and why; and what a person can do about it. */
export function LineStrip() {
  const t = useMessages();
  const { store, engine, now: loketNow } = useLoket();
  const line = useLine(engine);
  const context = useTimeContext();
  const now = useNow();
  const counts = useLive(() => store.jobs.counts(), [store]);
  const [asked, setAsked] = useState<{ readonly line: LineState; readonly at: string } | null>(
    null,
  );
  // Every finding is a new object, also when it is the same as before.
  const checking = asked?.line === line;
  const since = line.state === 'unknown' ? null : formatTimeOrDay(line.since, now, context);
  return (
    <div className={styles.line} data-paused={line.paused !== null}>
      <StatusBadge tone={tones[line.state]} label={lineWords(line, since ?? '', t)} />
      <span className={styles.lineFacts}>{lineFacts(line, counts ?? null, t).join(' · ')}</span>
      <span className={styles.lineFacts} aria-live="polite">
        {asked !== null &&
          (checking ? t('queue.line.checking') : t('queue.line.checked', { time: asked.at }))}
      </span>
      <span className={styles.lineButtons}>
        {(line.state === 'no-gateway' || line.paused !== null) && (
          <ButtonLink size="small" href="#/pengaturan">
            {t('queue.line.settings')}
          </ButtonLink>
        )}
        <Button
          size="small"
          icon={RefreshCw}
          data-action="check-line"
          busy={checking}
          onClick={() => {
            engine.resume();
            setAsked({ line: engine.line(), at: formatTimeOrDay(loketNow(), now, context) });
          }}
        >
          {t('queue.line.check')}
        </Button>
      </span>
    </div>
  );
}

function lineWords(line: LineState, time: string, t: Translate): string {
  switch (line.state) {
    case 'online':
      return t('frame.line.onlineSince', { time });
    case 'offline':
      return t('frame.line.offlineSince', { time });
    case 'unknown':
      return t('frame.line.checking');
    case 'no-gateway':
      return t('frame.line.off');
  }
}

function lineFacts(
  line: LineState,
  counts: { readonly waiting: number; readonly needsAction: number } | null,
  t: Translate,
): readonly string[] {
  const minutes = Math.round(Math.abs(line.clockOffsetMs ?? 0) / 60_000);
  return [
    ...(line.state === 'offline' && line.reason !== null
      ? [t(`frame.line.reason.${line.reason}`)]
      : []),
    ...(line.paused !== null ? [t('outbox.line.credentials')] : []),
    ...(counts === null || counts.waiting === 0
      ? []
      : [t('frame.line.waiting', { count: counts.waiting })]),
    ...(counts === null || counts.needsAction === 0
      ? []
      : [t('frame.line.action', { count: counts.needsAction })]),
    ...(line.clockSuspect ? [t('outbox.line.clock', { minutes })] : []),
  ];
}
