import { CircleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { useMessages } from '../messages/use-messages';
import styles from './form-error-summary.module.css';

export interface FormErrorEntry {
  /** Id of the control, or its `name` when the field was given no id. */
  readonly fieldId: string;
  readonly message: string;
}

export interface FormErrorSummaryProps {
  /** In the order of the form. Nothing is shown for an empty list. */
  readonly errors: readonly FormErrorEntry[];
  /** Focus it after a refused save: `ref.current?.focus()`. */
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

function focusField(fieldId: string): void {
  const field = document.getElementById(fieldId) ?? document.getElementsByName(fieldId)[0];
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** Everything to correct, on top of the form; each line leads to its field. */
export function FormErrorSummary({ errors, ref }: FormErrorSummaryProps) {
  const t = useMessages();
  if (errors.length === 0) {
    return null;
  }
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={styles.summary}>
      <CircleAlert className={styles.icon} size={18} aria-hidden="true" />
      <div>
        <h2>{t('ui.form.errors', { count: errors.length })}</h2>
        <ul className={styles.list}>
          {errors.map((error) => (
            <li key={error.fieldId}>
              <button
                type="button"
                className={styles.link}
                data-field={error.fieldId}
                onClick={() => {
                  focusField(error.fieldId);
                }}
              >
                {error.message}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
