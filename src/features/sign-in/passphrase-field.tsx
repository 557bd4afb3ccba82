import { useState, type ComponentProps } from 'react';
import { Button } from '../../ui/controls/button';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './sign-in.module.css';

/** A passphrase: hidden until the eye is asked for, never kept or offered by the browser. */
export function PassphraseField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  const t = useMessages();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className={styles.secret}>
      <TextField {...props} type={isShown ? 'text' : 'password'} autoComplete="off" />
      <Button
        size="small"
        variant="plain"
        aria-pressed={isShown}
        onClick={() => {
          setIsShown(!isShown);
        }}
      >
        {t(isShown ? 'access.hide' : 'access.show')}
      </Button>
    </div>
  );
}
