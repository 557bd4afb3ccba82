import { CircleAlert, LoaderCircle, Settings2, Wifi, WifiOff, type LucideIcon } from 'lucide-react';
import { classNames } from '../class-names';
import { useMessages } from '../messages/use-messages';
import styles from './line-status.module.css';

export type LineState = 'online' | 'offline' | 'checking' | 'off';

export interface LineStatusProps {
  /** `off`: no gateway is set up, so that nothing is ever sent by itself. */
  readonly state: LineState;
  /** Since when, as read ("09.12"); null when not known. */
  readonly since: string | null;
  /** Why it is down, in a few words. */
  readonly reason?: string | null | undefined;
  readonly sending: number;
  readonly waiting: number;
  readonly needAction: number;
  /** The outbox. */
  readonly href: string;
}

const icons: Readonly<Record<LineState, LucideIcon>> = {
  online: Wifi,
  offline: WifiOff,
  checking: LoaderCircle,
  off: Settings2,
};

/** "Luring sejak 09.12 · 3 menunggu kirim · 1 perlu tindakan"; leads to the outbox. */
export function LineStatus(props: LineStatusProps) {
  const t = useMessages();
  const { state, since, sending, waiting, needAction } = props;
  const Icon = icons[state];
  const first = {
    online: () =>
      since === null ? t('frame.line.online') : t('frame.line.onlineSince', { time: since }),
    offline: () =>
      since === null ? t('frame.line.offline') : t('frame.line.offlineSince', { time: since }),
    checking: () => t('frame.line.checking'),
    off: () => t('frame.line.off'),
  }[state]();
  return (
    <div role="status" aria-label={t('frame.line')} className={styles.status}>
      <a href={props.href} className={styles.link} title={props.reason ?? undefined}>
        <span className={classNames(styles.part, styles[state])}>
          <Icon className={styles.icon} size={14} aria-hidden="true" />
          {first}
          {typeof props.reason === 'string' && (
            <span className={styles.reason}> ({props.reason})</span>
          )}
        </span>
        {sending > 0 && (
          <span className={styles.part}>{t('frame.line.sending', { count: sending })}</span>
        )}
        {waiting > 0 && (
          <span className={styles.part}>{t('frame.line.waiting', { count: waiting })}</span>
        )}
        {needAction > 0 && (
          <span className={classNames(styles.part, styles.action)}>
            <CircleAlert className={styles.icon} size={14} aria-hidden="true" />
            {t('frame.line.action', { count: needAction })}
          </span>
        )}
      </a>
    </div>
  );
}
