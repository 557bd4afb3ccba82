import { useRef, useState, type SyntheticEvent } from 'react';
import type { Host } from '../../contract';
import type { VaultMember } from '../../contract/vault';
import { passphraseProblem } from '../../domain/vault/passphrase-rules';
import { Button } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import { accessProblemText, type AccessProblem } from './access-problem-text';
import { PassphraseField } from './passphrase-field';
import styles from './sign-in.module.css';

interface OwnPassphraseFormProps {
  readonly vault: Pick<Host['vault'], 'changePassphrase'>;
  readonly member: VaultMember;
  /** The one given by the administrator, typed a moment ago; null once it is kept no longer. */
  readonly current: () => string | null;
  readonly onDone: (member: VaultMember) => void;
}

/** At the first sign-in the passphrase an administrator gave is replaced by an own one. */
export function OwnPassphraseForm({ vault, member, current, onDone }: OwnPassphraseFormProps) {
  const t = useMessages();
  const next = useRef<HTMLInputElement>(null);
  const repeated = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<AccessProblem | 'same' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);

  async function change(given: string, passphrase: string): Promise<void> {
    setBusy(true);
    const answer = await vault.changePassphrase({
      memberId: member.id,
      current: given,
      next: passphrase,
    });
    setBusy(false);
    if (answer.ok && answer.value.outcome === 'open') onDone(answer.value.member);
    else setProblem('failed');
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const passphrase = next.current?.value ?? '';
    const given = current();
    const found = passphraseProblem(passphrase, [member.signInName]);
    if (found !== null) setProblem(found);
    else if (given === null) setProblem('failed');
    else if (passphrase === given) setProblem('same');
    else if (passphrase !== repeated.current?.value) setProblem('passphrase-differs');
    else void change(given, passphrase);
  }

  const words = problem === null ? undefined : problemWords(problem, t);
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit}>
        <header>
          <h1 className={styles.title}>{t('access.ownTitle')}</h1>
          <p className={styles.text}>{t('access.ownText')}</p>
        </header>
        <PassphraseField
          autoFocus
          ref={next}
          name="access.passphrase"
          label={t('access.newPassphrase')}
          note={t('access.hint')}
          error={problem === 'passphrase-differs' ? undefined : words}
        />
        <PassphraseField
          ref={repeated}
          name="access.repeated"
          label={t('access.repeated')}
          error={problem === 'passphrase-differs' ? words : undefined}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t('access.ownSave')}
        </Button>
      </form>
    </main>
  );
}

function problemWords(
  problem: AccessProblem | 'same' | 'failed',
  t: ReturnType<typeof useMessages>,
): string {
  if (problem === 'same') return t('access.problem.same');
  return problem === 'failed' ? t('access.failed') : accessProblemText(problem, t);
}
