import { useState, type SyntheticEvent } from 'react';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { readTypedGatewayAddress } from './gateway-address';
import styles from './settings.module.css';
import { useServiceSecret, type KeptSecret, type ServiceSecret } from './use-service-secret';

/** The gateway's token: written once, bound to the saved address, never shown again. */
export function GatewayToken({ savedUrl }: { readonly savedUrl: string | null }) {
  const t = useMessages();
  const address = savedUrl === null ? null : readTypedGatewayAddress(savedUrl);
  const origin = address?.ok === true ? address.value.origin : null;
  const { kept, failure, busy, keep, forget } = useToken(origin);
  const [typed, setTyped] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const { why } = useMay('manage-gateway');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const token = typed.trim();
    setIsRefused(token === '');
    if (token === '') return;
    keep(token, () => {
      setTyped('');
    });
  }

  if (origin === null) {
    return <Section title={t('settings.token')}>{t('settings.token.needsAddress')}</Section>;
  }
  return (
    <Section title={t('settings.token')} description={t('settings.token.text')}>
      <form className={styles.form} onSubmit={submit}>
        {failure !== null && <FailureBanner failure={{ kind: 'not-recorded', error: failure }} />}
        <p role="status">{kept === null ? '' : <TokenFact kept={kept} origin={origin} />}</p>
        <TextField
          width="long"
          type="password"
          name="token.value"
          label={t('settings.field.token')}
          hint={t('settings.token.hint')}
          error={isRefused ? t('settings.token.blank') : undefined}
          value={typed}
          disabled={why !== undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsRefused(false);
          }}
        />
        <ButtonRow>
          <Button
            type="submit"
            variant={typed === '' ? 'quiet' : 'primary'}
            busy={busy}
            blocked={why}
          >
            {t('settings.token.save')}
          </Button>
          {kept?.present === true && (
            <Button variant="plain" blocked={why} onClick={forget}>
              {t('settings.token.forget')}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Section>
  );
}

function TokenFact({ kept, origin }: { readonly kept: KeptSecret; readonly origin: string }) {
  const t = useMessages();
  if (!kept.present || kept.origin === null) return t('settings.token.none');
  return kept.origin === origin
    ? t('settings.token.present', { origin })
    : t('settings.token.otherOrigin', { origin: kept.origin });
}

function useToken(origin: string | null): ServiceSecret {
  const t = useMessages();
  const toast = useToast();
  const { engine } = useLoket();
  return useServiceSecret('ams-token', origin, (to) => {
    const isGone = to === 'forgotten';
    toast({ text: isGone ? t('settings.token.forgotten') : t(`settings.token.kept.${to}`) });
    // What waited for credentials may go on.
    engine.resume();
  });
}
