import { useRef, useState } from 'react';
import { Button } from '../../ui/controls/button';
import { ButtonRow } from '../../ui/data/section';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './certificate.module.css';

interface PassphraseFormProps {
  /** The one typed before did not fit. */
  readonly isWrong: boolean;
  readonly onOpen: (passphrase: Uint8Array) => void;
  readonly onDiscard: () => void;
}

/** Asks for the passphrase of a key file. It is read out of the field once and kept nowhere. */
export function PassphraseForm({ isWrong, onOpen, onDiscard }: PassphraseFormProps) {
  const t = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [isBlank, setIsBlank] = useState(false);
  const error = isBlank
    ? t('certificate.passphrase.missing')
    : isWrong
      ? t('certificate.passphrase.wrong')
      : undefined;
  return (
    <form
      className={styles.passphrase}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = field.current?.value ?? '';
        setIsBlank(typed === '');
        if (typed === '' || field.current === null) return;
        field.current.value = '';
        onOpen(new TextEncoder().encode(typed));
      }}
    >
      <h3 className={styles.heading}>{t('certificate.passphrase.title')}</h3>
      <p>{t('certificate.passphrase.text')}</p>
      <TextField
        ref={field}
        type="password"
        name="certificate.passphrase"
        label={t('certificate.passphrase.label')}
        error={error}
        autoFocus
      />
      <ButtonRow>
        <Button type="submit" variant="primary" data-action="open-key-file">
          {t('certificate.passphrase.open')}
        </Button>
        <Button variant="plain" onClick={onDiscard}>
          {t('certificate.read.discard')}
        </Button>
      </ButtonRow>
    </form>
  );
}
