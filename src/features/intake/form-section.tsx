import { useId, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './intake.module.css';

interface FormSectionProps {
  readonly title: string;
  /** The whole part may stay blank. */
  readonly optional?: boolean | undefined;
  readonly children: ReactNode;
}

/** A titled group of fields. */
export function FormSection({ title, optional, children }: FormSectionProps) {
  const t = useMessages();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>
        {title}
        {optional === true && (
          <span className={styles.optional}> ({t('intake.optionalSection')})</span>
        )}
      </h2>
      {children}
    </section>
  );
}

interface RowProps {
  /** Side by side where there is room; default 2. */
  readonly columns?: 1 | 2 | 3 | 'date-and-time' | undefined;
  readonly children: ReactNode;
}

/** Fields beside each other, as on the paper form. */
export function Row({ columns = 2, children }: RowProps) {
  const columnClasses = {
    1: undefined,
    2: styles.two,
    3: styles.three,
    'date-and-time': styles.dateAndTime,
  };
  return <div className={classNames(styles.row, columnClasses[columns])}>{children}</div>;
}
