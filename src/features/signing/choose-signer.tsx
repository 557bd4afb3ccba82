import { useState } from 'react';
import { checkGatewayUrl } from '../../domain/network/gateway-address';
import { RadioGroup } from '../../ui/forms/radio-group';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { Banner } from '../../ui/feedback/banner';
import { maskNiksIn } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import { signerLabel } from '../shared/signing-words';
import { readPerson } from './read-person';
import styles from './signing.module.css';
import type { SignChoice, SignTask } from './use-sign-task';

export const chooseFormId = 'choose-signer';

/** The way of signing, who signs, and by what the service knows the person. */
export function ChooseSigner({
  task,
  onGoOn,
}: {
  readonly task: SignTask;
  readonly onGoOn: () => void;
}) {
  const t = useMessages();
  const [isTried, setIsTried] = useState(false);
  const { choice, ways, server, change } = task;
  const isNameless = choice.name.trim() === '';
  const isPersonOdd = choice.way === 'esc' && readPerson(choice) === null;
  return (
    <form
      id={chooseFormId}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (choice.actor !== '' && !isNameless && !isPersonOdd) onGoOn();
      }}
    >
      <RadioGroup
        name="signing.way"
        label={t('signing.how')}
        value={choice.way}
        choices={ways.map((way) => ({
          value: way,
          label: t(`signing.way.${way}`),
          hint: t(`signing.wayText.${way}`),
        }))}
        onChange={({ target }) => {
          const way = ways.find((one) => one === target.value);
          if (way !== undefined) change({ way });
        }}
      />
      <WhoSigns task={task} error={isTried && isNameless ? t('signing.nameMissing') : undefined} />
      {choice.way === 'esc' && (
        <>
          <Identity task={task} isWrong={isTried && isPersonOdd} />
          <PlainHttp baseUrl={server?.baseUrl ?? ''} />
        </>
      )}
    </form>
  );
}

function WhoSigns({
  task,
  error,
}: {
  readonly task: SignTask;
  readonly error: string | undefined;
}) {
  const t = useMessages();
  const { signers, choice, change, choose } = task;
  const open = signers.filter(({ standing }) => standing === 'open');
  const signer = open.find(({ actor }) => actor === choice.actor);
  const skipped = signer?.skips.map((actor) => signerLabel(actor, t)).join(', ') ?? '';
  if (open.length === 0) return <Banner tone="info" title={t('signing.nobodyLeft')} />;
  return (
    <div className={styles.pair}>
      <Select
        name="signing.actor"
        label={t('signing.who')}
        placeholder={null}
        value={choice.actor}
        choices={open.map(({ actor }) => ({ value: actor, label: signerLabel(actor, t) }))}
        warning={skipped === '' ? undefined : t('signing.skips', { names: skipped })}
        onChange={({ target }) => {
          choose(target.value);
        }}
      />
      <TextField
        name="signing.name"
        label={t('signing.name')}
        value={choice.name}
        error={error}
        onChange={({ target }) => {
          change({ name: target.value });
        }}
      />
    </div>
  );
}

interface IdentityProps {
  readonly task: {
    readonly choice: Pick<SignChoice, 'by' | 'id' | 'knownNik'>;
    readonly server: SignTask['server'];
    readonly change: (change: Partial<Pick<SignChoice, 'by' | 'id'>>) => void;
  };
  readonly isWrong: boolean;
}

/** By what the service knows the signer: the NIK, or with version 2 the registered e-mail. */
export function Identity({ task, isWrong }: IdentityProps) {
  const t = useMessages();
  const { choice, server, change } = task;
  const isByNik = choice.by === 'nik' || server?.version === 'v1';
  return (
    <div className={styles.pair}>
      {server?.version === 'v2' && (
        <Select
          name="signing.by"
          label={t('signing.knownBy')}
          placeholder={null}
          value={choice.by}
          choices={[
            { value: 'nik', label: t('signing.by.nik') },
            { value: 'email', label: t('signing.by.email') },
          ]}
          onChange={({ target }) => {
            change({ by: target.value === 'email' ? 'email' : 'nik', id: '' });
          }}
        />
      )}
      <TextField
        name="signing.id"
        label={t(isByNik ? 'signing.by.nik' : 'signing.by.email')}
        inputMode={isByNik ? 'numeric' : 'email'}
        value={choice.id}
        // The request's own is used without being shown: masked like everywhere.
        placeholder={isByNik ? maskNiksIn(choice.knownNik) : undefined}
        error={isWrong ? t(isByNik ? 'signing.nikWrong' : 'signing.emailWrong') : undefined}
        note={t('signing.idNotKept')}
        onChange={({ target }) => {
          change({ id: target.value });
        }}
      />
    </div>
  );
}

/** Said each time: whoever listens on the line reads the passphrase. */
export function PlainHttp({ baseUrl }: { readonly baseUrl: string }) {
  const t = useMessages();
  if (!URL.canParse(baseUrl)) return null;
  const checked = checkGatewayUrl(new URL(baseUrl));
  if (!checked.ok || checked.value === null) return null;
  return <Banner tone="warn" title={t(`signing.${checked.value}`)} />;
}
