import { useId } from 'react';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What is going on: "Mengirim berkas 2 dari 5". */
  readonly label: string;
  /** Share done, 0 to 1; null while the end is not known. */
  readonly value: number | null;
}

/** How far a long piece of work is. */
export function Progress({ label, value }: ProgressProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <progress id={id} className={styles.bar} {...(value === null ? {} : { value, max: 1 })} />
    </div>
  );
}
