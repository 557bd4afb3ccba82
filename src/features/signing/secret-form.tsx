import { useRef, useState, type RefObject, type SyntheticEvent } from 'react';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { FileDrop } from '../../ui/forms/file-drop';
import { RadioGroup } from '../../ui/forms/radio-group';
import { useMessages } from '../../ui/messages/use-messages';
import { readChosen } from '../shared/thrown-as-failure';
import { useLoket } from '../shared/loket-context';
import { notSentWords } from '../shared/signing-words';
import { PassphraseField } from '../sign-in/passphrase-field';
import { readPerson } from './read-person';
import styles from './signing.module.css';
import { LONGEST_SECRET, takeSecret } from './take-secret';
import type { SignStage, SignTask } from './use-sign-task';

export const secretFormId = 'signing-secret-form';

interface SecretFormProps {
  readonly task: SignTask;
  readonly stage: Extract<SignStage, { at: 'secret' }>;
}

/** The signer types the passphrase or one-time code; it leaves the field when it is sent. */
export function SecretForm({ task, stage }: SecretFormProps) {
  const t = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<'passphrase' | 'totp'>('passphrase');
  const [isBlank, setIsBlank] = useState(false);
  const { choice, server } = task;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const value = takeSecret(field.current);
    setIsBlank(value === null);
    if (value !== null) void task.sign({ kind, value });
  };
  return (
    <form id={secretFormId} className={styles.form} autoComplete="off" onSubmit={submit}>
      <Before stage={stage} />
      <p>{t('signing.mayType', { name: choice.name })}</p>
      {server?.version === 'v2' && (
        <RadioGroup
          inline
          name="signing.kind"
          label={t('signing.with')}
          value={kind}
          choices={[
            { value: 'passphrase', label: t('signing.passphrase') },
            { value: 'totp', label: t('signing.totp') },
          ]}
          onChange={({ target }) => {
            setKind(target.value === 'totp' ? 'totp' : 'passphrase');
          }}
        />
      )}
      {kind === 'totp' && <AskForCode task={task} />}
      <Secret
        key={kind}
        field={field}
        label={t(`signing.${kind}`)}
        error={isBlank ? t('signing.secretMissing') : undefined}
      />
    </form>
  );
}

/** The key file is chosen and its passphrase typed, each time anew. */
export function KeyFileForm({ task, stage }: SecretFormProps) {
  const t = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<'file' | 'secret' | 'unreadable' | null>(null);
  async function sign(chosen: File, value: Uint8Array): Promise<void> {
    const keyFile = await readChosen(chosen);
    if (keyFile === null || keyFile.length === 0) {
      value.fill(0);
      setProblem('unreadable');
      return;
    }
    await task.sign({ kind: 'key-file', value, keyFile: new Uint8Array(keyFile) });
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const value = takeSecret(field.current);
    setProblem(file === null ? 'file' : value === null ? 'secret' : null);
    if (file !== null && value !== null) void sign(file, value);
  };
  return (
    <form id={secretFormId} className={styles.form} autoComplete="off" onSubmit={submit}>
      <Before stage={stage} />
      <Banner tone="warn" title={t('signing.local.rule')} />
      <FileDrop
        id="signing-key-file"
        label={file?.name ?? t('signing.keyFile')}
        hint={t('signing.keyFileHint')}
        accept=".p12,.pfx"
        error={
          problem === 'file' || problem === 'unreadable'
            ? t(`signing.keyFile.${problem}`)
            : undefined
        }
        onFiles={([chosen]) => {
          setFile(chosen ?? null);
          setProblem(null);
        }}
      />
      <Secret
        field={field}
        label={t('signing.keyFilePassphrase')}
        error={problem === 'secret' ? t('signing.secretMissing') : undefined}
      />
    </form>
  );
}

/** What came of the try before, on its own line above the field. */
function Before({ stage }: Pick<SecretFormProps, 'stage'>) {
  const t = useMessages();
  const { wrong, notSent } = stage;
  return (
    <>
      {notSent !== null && (
        <Banner tone="warn" title={t('signing.notSent')}>
          {notSentWords(notSent, t)}
        </Banner>
      )}
      {wrong > 0 && (
        <div data-wrong-passphrases={wrong}>
          <Banner tone="warn" title={t('signing.wrong', { count: wrong })}>
            {t('signing.wrongText')}
          </Banner>
        </div>
      )}
    </>
  );
}

interface SecretProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly error: string | undefined;
}

function Secret({ field, label, error }: SecretProps) {
  const t = useMessages();
  return (
    <PassphraseField
      ref={field}
      name="signing.secret"
      label={label}
      error={error}
      note={t('signing.secretNotKept')}
      maxLength={LONGEST_SECRET}
      data-initial-focus
      // Mounted after the dialog opened: the focus goes where the signer types.
      autoFocus
    />
  );
}

function AskForCode({ task }: { readonly task: SignTask }) {
  const t = useMessages();
  const { host } = useLoket();
  const [words, setWords] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  async function ask(): Promise<void> {
    const person = readPerson(task.choice);
    if (person === null || task.server === null) return;
    setIsBusy(true);
    const asked = await host.esign.requestTotp({ server: task.server, person, documents: 1 });
    setIsBusy(false);
    const sent = asked.ok && asked.value.answer.outcome === 'sent' ? asked.value.answer : null;
    setWords(sent === null ? t('signing.totp.notAsked') : t('signing.totp.asked', sent));
  }
  return (
    <div className={styles.buttons}>
      <Button size="small" busy={isBusy} data-action="ask-totp" onClick={() => void ask()}>
        {t('signing.totp.ask')}
      </Button>
      <span role="status" className={styles.faint}>
        {words}
      </span>
    </div>
  );
}
