import type { LucideIcon } from 'lucide-react';
import { classNames } from '../class-names';
import styles from './status-badge.module.css';
import { toneIcons, type Tone } from './tone';
import tones from './tone.module.css';

export interface StatusBadgeProps {
  readonly tone: Tone;
  /** One or two words: "Menunggu kirim". */
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
}

/** A state as icon and word on its colour. */
export function StatusBadge({ tone, label, icon }: StatusBadgeProps) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span className={classNames(styles.badge, tones[tone])}>
      <Icon className={styles.icon} size={14} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
    </span>
  );
}
