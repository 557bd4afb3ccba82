import { useRef, useState, type SyntheticEvent } from 'react';
import type { Host } from '../../contract';
import { passphraseProblem } from '../../domain/vault/passphrase-rules';
import { cleanSignInName, SIGN_IN_NAME } from '../../domain/vault/sign-in-name';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { RadioGroup } from '../../ui/forms/radio-group';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { describeFailure } from '../shared/failure-banner';
import { accessProblemText } from './access-problem-text';
import { arrivalOf, type Arrival } from './arrival';
import { createVault } from './create-vault';
import { NewPassphraseFields } from './new-passphrase-fields';
import { typedText } from './typed-text';
import styles from './sign-in.module.css';

interface ProtectPageProps {
  readonly vault: Pick<Host['vault'], 'create'>;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly onEnter: (arrival: Arrival) => void;
}

interface Problem {
  readonly field: 'member' | 'signInName' | 'passphrase' | 'repeated';
  readonly text: string;
}

/**
 * After an update from a version without passphrases: whoever sits here first gets one, and
 * everything recorded before is locked. The others get theirs in the settings.
 */
export function ProtectPage({ vault, staff, onEnter }: ProtectPageProps) {
  const t = useMessages();
  const { form, problem, busy, submit } = useProtecting({ vault, staff, onEnter });
  const errorOf = (field: Problem['field']) =>
    problem?.field === field ? problem.text : undefined;
  return (
    <main className={styles.page}>
      <form ref={form} className={styles.wideCard} onSubmit={submit}>
        <header>
          <h1 className={styles.title}>{t('protect.title')}</h1>
          <p className={styles.text}>{t('protect.text')}</p>
        </header>
        <RadioGroup
          name="staff"
          label={t('signIn.choose')}
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf('member')}
        />
        <TextField
          name="access.signInName"
          label={t('access.signInName')}
          note={t('access.signInNameHint')}
          error={errorOf('signInName')}
        />
        <NewPassphraseFields errorOf={errorOf} />
        <Button type="submit" variant="primary" busy={busy}>
          {t('protect.begin')}
        </Button>
      </form>
    </main>
  );
}

function useProtecting({ vault, staff, onEnter }: ProtectPageProps) {
  const t = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function protect(memberId: string, signInName: string, passphrase: string) {
    setBusy(true);
    const made = await createVault(vault, memberId, { signInName, passphrase });
    setBusy(false);
    if (!made.ok) setProblem({ field: 'member', text: failureText(made.error, t) });
    else {
      const recoveryGroups = made.value;
      onEnter({ ...arrivalOf(memberId), recoveryGroups, replacesPlainRecords: true });
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const text = typedText(form.current);
    const member = staff.find(({ id }) => id === text('staff'));
    const signInName = cleanSignInName(text('access.signInName'));
    const passphrase = text('access.passphrase');
    const found = passphraseProblem(passphrase, [signInName, member?.name ?? '']);
    if (member === undefined) setProblem({ field: 'member', text: t('signIn.chooseFirst') });
    else if (!SIGN_IN_NAME.test(signInName)) {
      setProblem({ field: 'signInName', text: t('access.problem.signInName') });
    } else if (found !== null) {
      setProblem({ field: 'passphrase', text: accessProblemText(found, t) });
    } else if (passphrase !== text('access.repeated')) {
      setProblem({ field: 'repeated', text: accessProblemText('passphrase-differs', t) });
    } else void protect(member.id, signInName, passphrase);
  }
  return { form, problem, busy, submit };
}

function failureText(failure: CommandFailure, t: ReturnType<typeof useMessages>): string {
  if (failure.kind === 'refused' || failure.kind === 'office-refused') return t('access.failed');
  return t(describeFailure(failure).text);
}
