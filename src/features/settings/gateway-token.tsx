import { useEffect, useState, type SyntheticEvent } from 'react';
import type { ServiceError } from '../../contract/result';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTrail } from '../shared/use-trail';
import { readTypedGatewayAddress } from './gateway-address';
import styles from './settings.module.css';

/** What the shell says of the token it keeps: never the token itself. */
interface KeptToken {
  readonly present: boolean;
  readonly origin: string | null;
}

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

function TokenFact({ kept, origin }: { readonly kept: KeptToken; readonly origin: string }) {
  const t = useMessages();
  if (!kept.present || kept.origin === null) return t('settings.token.none');
  return kept.origin === origin
    ? t('settings.token.present', { origin })
    : t('settings.token.otherOrigin', { origin: kept.origin });
}

interface Token {
  readonly kept: KeptToken | null;
  readonly failure: ServiceError | null;
  readonly busy: boolean;
  readonly keep: (token: string, done: () => void) => void;
  readonly forget: () => void;
}

function useToken(origin: string | null): Token {
  const t = useMessages();
  const toast = useToast();
  const { host, engine } = useLoket();
  const trail = useTrail();
  const [kept, setKept] = useState<KeptToken | null>(null);
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void host.keys.describeSecret({ name: 'ams-token' }).then((described) => {
      if (described.ok) setKept(described.value);
      else setFailure(described.error);
    });
  }, [host]);

  async function set(value: string | null, done: () => void): Promise<void> {
    if (origin === null) return;
    setBusy(true);
    const result = await host.keys.setSecret({ name: 'ams-token', origin, value });
    setBusy(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    void trail.seen({ action: 'token-changed', subject: null });
    done();
    setKept({ present: value !== null, origin: value === null ? null : origin });
    const words =
      value === null
        ? t('settings.token.forgotten')
        : t(`settings.token.kept.${result.value.protection}`);
    toast({ text: words });
    // What waited for credentials may go on.
    engine.resume();
  }

  return {
    kept,
    failure,
    busy,
    keep: (token, done) => void set(token, done),
    forget: () => void set(null, () => undefined),
  };
}
