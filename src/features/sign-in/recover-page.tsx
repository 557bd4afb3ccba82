import { useRef, useState, type SyntheticEvent } from 'react';
import type { Host } from '../../contract';
import type { VaultMember } from '../../contract/vault';
import { passphraseProblem } from '../../domain/vault/passphrase-rules';
import { RECOVERY_GROUPS } from '../../domain/vault/recovery-key';
import { Button } from '../../ui/controls/button';
import { RadioGroup } from '../../ui/forms/radio-group';
import { TextArea } from '../../ui/forms/text-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { accessProblemText } from './access-problem-text';
import { NewPassphraseFields } from './new-passphrase-fields';
import { outcomeText } from './passphrase-form';
import { typedText } from './typed-text';
import styles from './sign-in.module.css';

interface RecoverPageProps {
  readonly vault: Pick<Host['vault'], 'recover'>;
  readonly members: readonly VaultMember[];
  readonly onOpen: (memberId: string) => void;
  readonly onBack: () => void;
}

interface Problem {
  readonly field: 'key' | 'member' | 'passphrase' | 'repeated';
  readonly text: string;
}

/** In with the printed recovery key: a member gets a new passphrase, and the records open. */
export function RecoverPage({ vault, members, onOpen, onBack }: RecoverPageProps) {
  const t = useMessages();
  const { form, problem, busy, submit } = useRecovering({ vault, members, onOpen });
  const errorOf = (field: Problem['field']) =>
    problem?.field === field ? problem.text : undefined;
  return (
    <main className={styles.page}>
      <form ref={form} className={styles.wideCard} onSubmit={submit}>
        <header>
          <h1 className={styles.title}>{t('recover.title')}</h1>
          <p className={styles.text}>{t('recover.text')}</p>
        </header>
        <TextArea
          autoFocus
          rows={2}
          spellCheck={false}
          name="recovery.key"
          label={t('recover.key')}
          error={errorOf('key')}
        />
        <RadioGroup
          name="staff"
          label={t('recover.member')}
          choices={members.map(({ id, signInName }) => ({ value: id, label: signInName }))}
          error={errorOf('member')}
        />
        <NewPassphraseFields errorOf={errorOf} />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={busy}>
            {t('recover.enter')}
          </Button>
          <Button variant="plain" onClick={onBack}>
            {t('recovery.back')}
          </Button>
        </div>
      </form>
    </main>
  );
}

function useRecovering({ vault, members, onOpen }: Omit<RecoverPageProps, 'onBack'>) {
  const t = useMessages();
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function recover(recoveryKey: string, member: VaultMember, passphrase: string) {
    setBusy(true);
    const { id: memberId, signInName } = member;
    const answer = await vault.recover({ recoveryKey, memberId, signInName, passphrase });
    setBusy(false);
    if (!answer.ok) setProblem({ field: 'key', text: t('access.failed') });
    else if (answer.value.outcome === 'open') onOpen(memberId);
    else if (answer.value.outcome === 'unreadable') {
      const { group } = answer.value;
      const text =
        group === null
          ? t('recover.length', { groups: RECOVERY_GROUPS })
          : t('recover.group', { group });
      setProblem({ field: 'key', text });
    } else if (answer.value.outcome === 'name-taken') {
      setProblem({ field: 'member', text: t('access.problem.signInNameTaken') });
    } else {
      const words = outcomeText(answer.value, t, locale);
      const text = answer.value.outcome === 'wrong' ? t('recover.wrong') : words;
      setProblem({ field: 'key', text });
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const text = typedText(form.current);
    const member = members.find(({ id }) => id === text('staff'));
    const passphrase = text('access.passphrase');
    const found = passphraseProblem(passphrase, [member?.signInName ?? '']);
    if (member === undefined) setProblem({ field: 'member', text: t('signIn.chooseFirst') });
    else if (found !== null) setProblem({ field: 'passphrase', text: accessProblemText(found, t) });
    else if (passphrase !== text('access.repeated')) {
      setProblem({ field: 'repeated', text: accessProblemText('passphrase-differs', t) });
    } else void recover(text('recovery.key'), member, passphrase);
  }
  return { form, problem, busy, submit };
}
