import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './banner.module.css';
import { toneIcons, type Tone } from './tone';
import tones from './tone.module.css';

export interface BannerProps {
  readonly tone: Tone;
  /** What is the matter, in one sentence. */
  readonly title: string;
  /** Where, and what to do. */
  readonly children?: ReactNode;
  /** Buttons that help. */
  readonly actions?: ReactNode;
  /** Technical words behind "Rincian"; never the only explanation. */
  readonly details?: { readonly summary: string; readonly text: string } | undefined;
}

/** A fact that stays until it is settled; problems are announced, others are only shown. */
export function Banner({ tone, title, children, actions, details }: BannerProps) {
  const Icon = toneIcons[tone];
  return (
    <div
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
      className={classNames(styles.banner, tones[tone])}
    >
      <Icon className={styles.icon} size={18} aria-hidden="true" />
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {children !== undefined && <div className={styles.text}>{children}</div>}
        {details !== undefined && (
          <details className={styles.details}>
            <summary>{details.summary}</summary>
            <code>{details.text}</code>
          </details>
        )}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
