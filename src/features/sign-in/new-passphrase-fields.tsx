import { useMessages } from '../../ui/messages/use-messages';
import { PassphraseField } from './passphrase-field';
import styles from './sign-in.module.css';

interface NewPassphraseFieldsProps {
  /** What is wrong with either of them, in words. */
  readonly errorOf: (field: 'passphrase' | 'repeated') => string | undefined;
}

/** A new passphrase and the same once more: `access.passphrase` and `access.repeated`. */
export function NewPassphraseFields({ errorOf }: NewPassphraseFieldsProps) {
  const t = useMessages();
  return (
    <div className={styles.pair}>
      <PassphraseField
        name="access.passphrase"
        label={t('access.newPassphrase')}
        note={t('access.hint')}
        error={errorOf('passphrase')}
      />
      <PassphraseField
        name="access.repeated"
        label={t('access.repeated')}
        error={errorOf('repeated')}
      />
    </div>
  );
}
