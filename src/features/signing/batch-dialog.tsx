import { useRef, useState, type SyntheticEvent } from 'react';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { Progress } from '../../ui/feedback/progress';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import type { OpenRequest } from '../request/open-request';
import { signerLabel } from '../shared/signing-words';
import { letterTitle } from '../shared/sop-words';
import { PassphraseField } from '../sign-in/passphrase-field';
import { Identity, PlainHttp } from './choose-signer';
import { readPerson } from './read-person';
import { SigningEndView, SigningFailureView, StatusView } from './signing-end';
import styles from './signing.module.css';
import { LONGEST_SECRET, takeSecret } from './take-secret';
import { useBatch, type BatchTask } from './use-batch';

const formId = 'sign-batch';

/** Signs all letters of a request that one person has to sign. */
export function BatchDialog(props: { readonly open: OpenRequest; readonly onClose: () => void }) {
  const t = useMessages();
  const task = useBatch(props.open);
  const { at } = task.stage;
  const isBusy = at === 'running' || at === 'asking';
  const close = isBusy ? () => undefined : props.onClose;
  return (
    <Dialog
      open
      title={t('signing.batch.title')}
      onClose={close}
      // Buttons of their own for each stage: one that became another in the middle of a press
      // would do what the new one does.
      actions={<Actions key={task.stage.at} task={task} onClose={close} />}
    >
      <Stage task={task} />
    </Dialog>
  );
}

function Stage({ task }: { readonly task: BatchTask }) {
  const t = useMessages();
  const { stage, choice } = task;
  switch (stage.at) {
    case 'choosing':
      return <Choose task={task} />;
    case 'asking':
      return <p role="status">{t('signing.asking', { name: choice.name })}</p>;
    case 'not-able':
      return <StatusView answer={stage.answer} />;
    case 'secret':
      return <Secret task={task} />;
    case 'running': {
      const { done, total } = stage;
      return (
        <Progress
          label={t('signing.batch.running', { number: done + 1, total })}
          value={done / total}
        />
      );
    }
    case 'ended':
      return <Ended task={task} end={stage.end} />;
  }
}

function Choose({ task }: { readonly task: BatchTask }) {
  const t = useMessages();
  const [isTried, setIsTried] = useState(false);
  const { choice, signers, letters, server } = task;
  const isPersonOdd = readPerson(choice) === null;
  const isNameless = choice.name.trim() === '';
  return (
    <form
      id={formId}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!isPersonOdd && !isNameless && letters.length > 0) void task.goOn();
      }}
    >
      <div className={styles.pair}>
        <Select
          name="signing.actor"
          label={t('signing.who')}
          placeholder={null}
          value={choice.actor}
          choices={signers.map(({ actor }) => ({ value: actor, label: signerLabel(actor, t) }))}
          onChange={({ target }) => {
            task.choose(target.value);
          }}
        />
        <TextField
          name="signing.name"
          label={t('signing.name')}
          value={choice.name}
          error={isTried && isNameless ? t('signing.nameMissing') : undefined}
          onChange={({ target }) => {
            task.change({ name: target.value });
          }}
        />
      </div>
      <Identity task={task} isWrong={isTried && isPersonOdd} />
      <PlainHttp baseUrl={server?.baseUrl ?? ''} />
      <p>{t('signing.batch.letters', { count: letters.length })}</p>
      <ul className={styles.faint}>
        {letters.map(({ id, letter, number }) => (
          <li key={id}>
            {letterTitle(letter)} · {number}
          </li>
        ))}
      </ul>
    </form>
  );
}

function Secret({ task }: { readonly task: BatchTask }) {
  const t = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [isBlank, setIsBlank] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const secret = takeSecret(field.current);
    setIsBlank(secret === null);
    if (secret !== null) void task.run(secret);
  };
  return (
    <form id={formId} className={styles.form} autoComplete="off" onSubmit={submit}>
      <p>{t('signing.batch.type', { name: task.choice.name, count: task.letters.length })}</p>
      <PassphraseField
        ref={field}
        name="signing.secret"
        label={t('signing.passphrase')}
        error={isBlank ? t('signing.secretMissing') : undefined}
        note={t('signing.batch.kept')}
        maxLength={LONGEST_SECRET}
        autoFocus
      />
    </form>
  );
}

function Ended({
  task,
  end,
}: {
  readonly task: BatchTask;
  readonly end: Extract<BatchTask['stage'], { at: 'ended' }>['end'];
}) {
  const t = useMessages();
  const { signed, left, stoppedAt } = end;
  const total = signed.length + left.length + (stoppedAt === null ? 0 : 1);
  return (
    <div className={styles.panel} data-batch-signed={signed.length}>
      <p role="status">{t('signing.batch.ended', { count: signed.length, total })}</p>
      {stoppedAt !== null && (
        <>
          <p>{t('signing.batch.stoppedAt', { letter: letterTitle(stoppedAt.letter.letter) })}</p>
          {stoppedAt.end.ok ? (
            <SigningEndView end={stoppedAt.end.value} />
          ) : (
            <SigningFailureView failure={stoppedAt.end.error} />
          )}
        </>
      )}
      {left.length > 0 && <p>{t('signing.batch.left', { name: task.choice.name })}</p>}
    </div>
  );
}

function Actions({ task, onClose }: { readonly task: BatchTask; readonly onClose: () => void }) {
  const t = useMessages();
  const { stage } = task;
  const isForm = stage.at === 'choosing' || stage.at === 'asking' || stage.at === 'secret';
  if (stage.at === 'running') {
    return (
      <Button data-action="batch-stop" onClick={task.stop}>
        {t('signing.batch.stop')}
      </Button>
    );
  }
  const mayGoOn =
    stage.at === 'ended' && (stage.end.left.length > 0 || stage.end.stoppedAt !== null);
  return (
    <>
      <Button onClick={onClose}>{t(stage.at === 'ended' ? 'ui.close' : 'ui.cancel')}</Button>
      {isForm && (
        <Button
          type="submit"
          form={formId}
          variant="primary"
          data-action="batch-next"
          busy={stage.at === 'asking'}
        >
          {t(stage.at === 'secret' ? 'signing.sign' : 'signing.next.esc')}
        </Button>
      )}
      {(stage.at === 'not-able' || mayGoOn) && (
        <Button variant="primary" data-action="batch-again" onClick={task.back}>
          {t(stage.at === 'not-able' ? 'signing.back' : 'signing.batch.goOn')}
        </Button>
      )}
    </>
  );
}
