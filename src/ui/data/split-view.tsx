import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './split-view.module.css';

export interface SplitViewProps {
  readonly list: ReactNode;
  readonly listLabel: string;
  /** What is open from the list; null or undefined while nothing is. */
  readonly detail?: ReactNode;
  readonly detailLabel: string;
  /** Stands in the detail's place from 1200 px while nothing is open. */
  readonly placeholder?: ReactNode;
}

/** List left and detail right from 1200 px; below that the detail takes the list's place. */
export function SplitView(props: SplitViewProps) {
  const open = props.detail !== undefined && props.detail !== null;
  return (
    <div className={classNames(styles.split, open && styles.open)}>
      <section aria-label={props.listLabel} className={styles.list}>
        {props.list}
      </section>
      <section aria-label={props.detailLabel} className={styles.detail}>
        {open ? props.detail : props.placeholder}
      </section>
    </div>
  );
}
