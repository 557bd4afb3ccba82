import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { toneIcons, type Tone } from '../feedback/tone';
import tones from '../feedback/tone.module.css';
import styles from './timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  /** Machine-readable time (RFC 3339). */
  readonly at: string;
  /** The same as people read it: "2 Mar 09.14". */
  readonly time: string;
  readonly title: string;
  /** Who, at which desk. */
  readonly who?: string | undefined;
  readonly detail?: ReactNode;
  readonly tone?: Tone | undefined;
  readonly icon?: LucideIcon | undefined;
}

/** What happened, with who and when; in the order given. */
export function Timeline(props: {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}) {
  return (
    <ol aria-label={props.label} className={styles.timeline}>
      {props.entries.map((entry) => {
        const tone = entry.tone ?? 'neutral';
        const Icon = entry.icon ?? toneIcons[tone];
        return (
          <li key={entry.id} className={styles.entry}>
            <span className={classNames(styles.mark, tones[tone])}>
              <Icon size={14} aria-hidden="true" />
            </span>
            <div className={styles.words}>
              <div className={styles.first}>
                <span className={styles.title}>{entry.title}</span>
                <time dateTime={entry.at} className={styles.time}>
                  {entry.time}
                </time>
              </div>
              {entry.who !== undefined && <div className={styles.who}>{entry.who}</div>}
              {entry.detail !== undefined && <div className={styles.detail}>{entry.detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
