import { useState, type SyntheticEvent } from 'react';
import { Button } from '../../ui/controls/button';
import { ButtonRow, FieldGrid, Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useMay } from '../shared/use-permission';
import { readTypedGatewayAddress } from './gateway-address';
import styles from './settings.module.css';
import { useServiceSecret, type KeptSecret, type ServiceSecret } from './use-service-secret';

/** User and password the service knows this program by: bound to its address, never shown again. */
export function EscCredentials({ savedUrl }: { readonly savedUrl: string | null }) {
  const t = useMessages();
  const address = savedUrl === null ? null : readTypedGatewayAddress(savedUrl);
  const origin = address?.ok === true ? address.value.origin : null;
  if (origin === null) {
    return <Section title={t('settings.escLogin')}>{t('settings.escLogin.needsAddress')}</Section>;
  }
  return <Credentials key={origin} origin={origin} />;
}

function Credentials({ origin }: { readonly origin: string }) {
  const t = useMessages();
  const { kept, failure, busy, keep, forget } = useLogin(origin);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { why } = useMay('manage-gateway');
  // A colon ends the user's name on the wire (RFC 7617).
  const isUserOdd = user.trim() === '' || user.includes(':');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setIsTried(true);
    if (isUserOdd || password === '') return;
    keep(`${user.trim()}:${password}`, () => {
      setUser('');
      setPassword('');
      setIsTried(false);
    });
  }

  return (
    <Section title={t('settings.escLogin')} description={t('settings.escLogin.text')}>
      <form className={styles.form} autoComplete="off" onSubmit={submit}>
        {failure !== null && <FailureBanner failure={{ kind: 'not-recorded', error: failure }} />}
        <p role="status">{kept === null ? '' : <Fact kept={kept} origin={origin} />}</p>
        <FieldGrid>
          <LoginField
            name="user"
            error={isTried && isUserOdd ? t('settings.escLogin.userOdd') : undefined}
            value={user}
            isOff={why !== undefined}
            onValue={setUser}
          />
          <LoginField
            name="password"
            error={isTried && password === '' ? t('settings.escLogin.blank') : undefined}
            value={password}
            isOff={why !== undefined}
            onValue={setPassword}
          />
        </FieldGrid>
        <ButtonRow>
          <Button
            type="submit"
            variant={user === '' ? 'quiet' : 'primary'}
            busy={busy}
            blocked={why}
            data-action="keep-esc-login"
          >
            {t('settings.escLogin.save')}
          </Button>
          {kept?.present === true && (
            <Button variant="plain" blocked={why} onClick={forget}>
              {t('settings.escLogin.forget')}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Section>
  );
}

function useLogin(origin: string): ServiceSecret {
  const t = useMessages();
  const toast = useToast();
  return useServiceSecret('esc-basic', origin, (to) => {
    toast({ text: t(`settings.escLogin.changed.${to}`) });
  });
}

function LoginField(props: {
  readonly name: 'user' | 'password';
  readonly error: string | undefined;
  readonly value: string;
  readonly isOff: boolean;
  readonly onValue: (typed: string) => void;
}) {
  const t = useMessages();
  const { name, error, value, isOff, onValue } = props;
  return (
    <TextField
      type={name === 'password' ? 'password' : 'text'}
      name={`escLogin.${name}`}
      label={t(`settings.escLogin.${name}`)}
      error={error}
      value={value}
      disabled={isOff}
      onChange={({ target }) => {
        onValue(target.value);
      }}
    />
  );
}

function Fact({ kept, origin }: { readonly kept: KeptSecret; readonly origin: string }) {
  const t = useMessages();
  if (!kept.present || kept.origin === null) return t('settings.escLogin.none');
  return kept.origin === origin
    ? t('settings.escLogin.present', { origin })
    : t('settings.escLogin.otherOrigin', { origin: kept.origin });
}
