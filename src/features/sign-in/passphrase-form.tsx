import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Result } from '../../contract/result';
import type { UnlockOutcome, VaultMember } from '../../contract/vault';
import { Button } from '../../ui/controls/button';
import { RadioGroup } from '../../ui/forms/radio-group';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { PassphraseField } from './passphrase-field';
import styles from './sign-in.module.css';

/** Who proved a passphrase, and how many wrong ones were tried before. */
export interface OpenedBy {
  readonly member: VaultMember;
  readonly failedBefore: number;
}

export interface PassphraseFormProps {
  /** Line above the title, such as the office's name; null before the records are open. */
  readonly office: string | null;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Who signed in last at this computer. */
  readonly last: string | null;
  readonly unlock: (memberId: string, passphrase: string) => Promise<Result<UnlockOutcome>>;
  /** The member who proved a passphrase, and the passphrase while it has to be replaced. */
  readonly onOpen: (opened: OpenedBy, passphrase: string) => void;
  readonly footer?: ReactNode;
}

/** Who sits at the desk, and the passphrase that proves it: arrows choose, Enter goes in. */
export function PassphraseForm(props: PassphraseFormProps) {
  const { office, choices, last, footer } = props;
  const t = useMessages();
  const [chosen, setChosen] = useState<string | null>(null);
  const known =
    choices.find(({ id }) => id === (chosen ?? last)) ??
    (choices.length === 1 ? choices[0] : undefined);
  const { problem, busy, field, submit } = useUnlocking(props, known?.id ?? null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('input[type="radio"]');
    if (last !== null || choices.length === 1) field.current?.focus();
    else first?.focus();
  }, [field, last, choices.length]);
  return (
    <main className={styles.page}>
      <form ref={form} className={styles.card} onSubmit={submit}>
        <header>
          {office !== null && <p className={styles.office}>{office}</p>}
          <h1 className={styles.title}>{t('signIn.title')}</h1>
        </header>
        <RadioGroup
          name="staff"
          label={t('signIn.choose')}
          choices={choices.map(({ id, label }) => ({ value: id, label }))}
          value={known?.id ?? null}
          error={problem === 'choose' ? t('signIn.chooseFirst') : undefined}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        />
        <PassphraseField
          ref={field}
          name="passphrase"
          label={t('access.yourPassphrase')}
          error={problem === null || problem === 'choose' ? undefined : problem}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t('signIn.enter')}
        </Button>
        {footer}
      </form>
    </main>
  );
}

function useUnlocking({ unlock, onOpen }: PassphraseFormProps, memberId: string | null) {
  const t = useMessages();
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function open(id: string, passphrase: string): Promise<void> {
    setBusy(true);
    const answer = await unlock(id, passphrase);
    setBusy(false);
    if (!answer.ok) setProblem(t('access.failed'));
    else if (answer.value.outcome === 'open') {
      onOpen(answer.value, passphrase);
      return;
    } else setProblem(outcomeText(answer.value, t, locale));
    field.current?.focus();
    field.current?.select();
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const passphrase = field.current?.value ?? '';
    if (memberId === null) setProblem('choose');
    else if (passphrase === '') setProblem(t('access.blank'));
    else void open(memberId, passphrase);
  }
  return { field, problem, busy, submit };
}

/** What an attempt that did not open says: wrong, how long to wait, or nobody of that name. */
export function outcomeText(
  outcome: Exclude<UnlockOutcome, { readonly outcome: 'open' }>,
  t: Translate,
  locale: ReturnType<typeof useLocale>,
): string {
  if (outcome.outcome === 'unknown-member') return t('access.unknownMember');
  const seconds = formatCount(outcome.waitSeconds, locale);
  if (outcome.outcome === 'wait') return t('access.wait', { seconds });
  return outcome.waitSeconds > 0 ? t('access.wrongWait', { seconds }) : t('access.wrong');
}
