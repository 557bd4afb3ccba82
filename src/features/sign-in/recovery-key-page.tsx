import { useRef, useState, type SyntheticEvent } from 'react';
import type { Host } from '../../contract';
import { isRecoveryGroup } from '../../domain/vault/recovery-key';
import { Button } from '../../ui/controls/button';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './sign-in.module.css';

interface RecoveryKeyPageProps {
  readonly vault: Pick<Host['vault'], 'confirmRecoveryKey'>;
  readonly groups: readonly string[];
  /** Confirmed, or put off: then the settings remind of it. */
  readonly onDone: () => void;
}

/** Groups asked back, counted from 0: those a glance at the first line does not answer. */
const ASKED = [2, 6] as const;

/**
 * The recovery key, shown once: printed or written down, then two of its groups are typed
 * back from the paper while the key is out of sight.
 */
export function RecoveryKeyPage(props: RecoveryKeyPageProps) {
  return (
    <main className={styles.page}>
      <RecoveryKeyCard {...props} />
    </main>
  );
}

/** The same within another page, such as the settings. */
export function RecoveryKeyCard({ vault, groups, onDone }: RecoveryKeyPageProps) {
  const t = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className={styles.wideCard} data-page="recovery-key">
      <header>
        <h1 className={styles.title}>{t('recovery.title')}</h1>
        <p className={styles.text}>{t('recovery.text')}</p>
      </header>
      {isAsking ? (
        <ConfirmGroups
          vault={vault}
          groups={groups}
          onDone={onDone}
          onBack={() => {
            setIsAsking(false);
          }}
        />
      ) : (
        <>
          <ol className={styles.groups} aria-label={t('recovery.groups')}>
            {groups.map((group, index) => (
              <li key={index} data-recovery-group={index}>
                {group}
              </li>
            ))}
          </ol>
          <p className={styles.text}>{t('recovery.keep')}</p>
          <div className={styles.actions}>
            <Button
              variant="primary"
              data-action="recovery-kept"
              onClick={() => {
                setIsAsking(true);
              }}
            >
              {t('recovery.kept')}
            </Button>
            <Button
              onClick={() => {
                window.print();
              }}
            >
              {t('recovery.print')}
            </Button>
            <Button variant="plain" onClick={onDone}>
              {t('recovery.later')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function ConfirmGroups(props: RecoveryKeyPageProps & { readonly onBack: () => void }) {
  const { vault, groups, onDone, onBack } = props;
  const t = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [hasFailed, setHasFailed] = useState(false);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const typed = (group: number) =>
      form.current?.querySelector<HTMLInputElement>(`[name="group.${String(group)}"]`)?.value ?? '';
    const missed = ASKED.filter((group) => !isRecoveryGroup(typed(group), groups[group] ?? ''));
    setWrong(missed);
    if (missed.length > 0) return;
    void vault.confirmRecoveryKey({}).then((answer) => {
      if (answer.ok) onDone();
      else setHasFailed(true);
    });
  }

  return (
    <form ref={form} className={styles.group} onSubmit={submit}>
      <p>{t('recovery.ask')}</p>
      <div className={styles.pair}>
        {ASKED.map((group, index) => (
          <TextField
            key={group}
            autoFocus={index === 0}
            name={`group.${String(group)}`}
            label={t('recovery.group', { number: group + 1 })}
            error={
              wrong.includes(group) ? t('recovery.wrongGroup', { number: group + 1 }) : undefined
            }
          />
        ))}
      </div>
      {hasFailed && <p role="alert">{t('access.failed')}</p>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {t('recovery.confirm')}
        </Button>
        <Button variant="plain" onClick={onBack}>
          {t('recovery.back')}
        </Button>
      </div>
    </form>
  );
}
