import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  /** One sentence that teaches the next step. */
  readonly text: string;
  readonly title?: string | undefined;
  /** One button. */
  readonly action?: ReactNode;
}

/** What a screen says when there is nothing to list yet. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {title !== undefined && <h2>{title}</h2>}
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}
