import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../controls/button';
import { useCopy } from '../controls/use-copy';
import { useMessages } from '../messages/use-messages';
import styles from './key-value-list.module.css';

export interface KeyValue {
  readonly key: string;
  readonly label: string;
  /** `—` stands for an empty one. */
  readonly value: ReactNode;
  /** What the copy button takes, ungrouped; no button without it. */
  readonly copyText?: string | undefined;
}

/** Facts as label and value in two columns. */
export function KeyValueList(props: { readonly entries: readonly KeyValue[] }) {
  const t = useMessages();
  const copy = useCopy();
  return (
    <dl className={styles.list}>
      {props.entries.map((entry) => (
        <div key={entry.key} className={styles.row}>
          <dt className={styles.label}>{entry.label}</dt>
          <dd className={styles.value}>
            <span>{entry.value === '' ? '—' : (entry.value ?? '—')}</span>
            {entry.copyText !== undefined && entry.copyText !== '' && (
              <Button
                variant="plain"
                size="small"
                icon={Copy}
                aria-label={`${t('ui.copy')} ${entry.label}`}
                onClick={() => {
                  copy(entry.copyText ?? '', entry.label);
                }}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
