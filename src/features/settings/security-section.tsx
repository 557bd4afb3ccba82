import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { passphraseProblem } from '../../domain/vault/passphrase-rules';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useToast } from '../../ui/feedback/toast';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { beginBackup } from '../shared/begin-backup';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTrail } from '../shared/use-trail';
import { accessProblemText } from '../sign-in/access-problem-text';
import { PassphraseField } from '../sign-in/passphrase-field';
import { outcomeText } from '../sign-in/passphrase-form';
import { RecoveryKeyCard } from '../sign-in/recovery-key-page';
import styles from './settings.module.css';

/** Own passphrase, recovery key, data key: what locks the records. */
export function SecuritySection({ id }: { readonly id: string }) {
  const t = useMessages();
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.security')} description={t('settings.security.text')}>
        <div className={styles.form}>
          <OwnPassphrase />
          <RecoveryKey />
          <DataKey />
        </div>
      </Section>
    </div>
  );
}

interface OwnProblem {
  readonly field: 'current' | 'next';
  readonly text: string;
}

function OwnPassphrase() {
  const t = useMessages();
  const { form, problem, busy, submit } = useOwnPassphrase();
  return (
    <form ref={form} className={styles.newStaff} onSubmit={submit}>
      <div className={styles.pair}>
        <PassphraseField
          name="own.current"
          label={t('settings.security.current')}
          error={problem?.field === 'current' ? problem.text : undefined}
        />
        <PassphraseField
          name="own.next"
          label={t('access.newPassphrase')}
          note={t('access.hint')}
          error={problem?.field === 'next' ? problem.text : undefined}
        />
      </div>
      <Button type="submit" busy={busy} data-action="change-passphrase">
        {t('settings.security.change')}
      </Button>
    </form>
  );
}

function useOwnPassphrase() {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  const { host, staff } = useLoket();
  const trail = useTrail();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<OwnProblem | null>(null);
  const [busy, setBusy] = useState(false);

  async function change(memberId: string, current: string, next: string): Promise<void> {
    setBusy(true);
    const answer = await host.vault.changePassphrase({ memberId, current, next });
    setBusy(false);
    if (!answer.ok) setProblem({ field: 'current', text: t('access.failed') });
    else if (answer.value.outcome !== 'open') {
      setProblem({ field: 'current', text: outcomeText(answer.value, t, locale) });
    } else {
      setProblem(null);
      form.current?.reset();
      void trail.seen({ action: 'passphrase-changed', subject: null });
      toast({ text: t('settings.security.changed') });
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const typed = new FormData(form.current ?? undefined);
    const [current, next] = ['own.current', 'own.next'].map((name) => typed.get(name));
    if (staff === null || typeof current !== 'string' || typeof next !== 'string') return;
    const found = passphraseProblem(next, [staff.name]);
    if (current === '') setProblem({ field: 'current', text: t('access.blank') });
    else if (found !== null) setProblem({ field: 'next', text: accessProblemText(found, t) });
    else void change(staff.id, current, next);
  }
  return { form, problem, busy, submit };
}

function RecoveryKey() {
  const t = useMessages();
  const { host } = useLoket();
  const trail = useTrail();
  const { why } = useMay('rotate-keys');
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const [isConfirmed, setIsConfirmed] = useState<boolean | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    void host.vault.describe({}).then((answer) => {
      setIsConfirmed(answer.ok ? answer.value.recoveryConfirmed : null);
    });
  }, [host, groups]);

  async function renew(): Promise<void> {
    const made = await host.vault.renewRecoveryKey({});
    setHasFailed(!made.ok);
    if (!made.ok) return;
    void trail.seen({ action: 'recovery-renewed', subject: null });
    setGroups(made.value.recoveryGroups);
  }

  if (groups !== null) {
    const done = () => {
      setGroups(null);
    };
    return <RecoveryKeyCard vault={host.vault} groups={groups} onDone={done} />;
  }
  return (
    <>
      {hasFailed && <Banner tone="bad" title={t('access.failed')} />}
      {isConfirmed === false && <Banner tone="warn" title={t('settings.security.unconfirmed')} />}
      <div className={styles.deeds}>
        <Button blocked={why} data-action="renew-recovery" onClick={() => void renew()}>
          {t('settings.security.renew')}
        </Button>
        <span className={styles.faint}>{t('settings.security.renewText')}</span>
      </div>
    </>
  );
}

function DataKey() {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  const { host } = useLoket();
  const trail = useTrail();
  const { why } = useMay('rotate-keys');
  const [busy, setBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function rotate(): Promise<void> {
    setBusy(true);
    const rotated = await host.vault.rotate({});
    setBusy(false);
    setHasFailed(!rotated.ok);
    if (!rotated.ok) return;
    void trail.seen({ action: 'key-rotated', subject: null });
    void beginBackup(host);
    const count = formatCount(rotated.value.subjects, locale);
    toast({ text: t('settings.security.rotated', { count }) });
  }

  return (
    <>
      {hasFailed && <Banner tone="bad" title={t('settings.security.rotateFailed')} />}
      <div className={styles.deeds}>
        <Button blocked={why} busy={busy} data-action="rotate-key" onClick={() => void rotate()}>
          {t('settings.security.rotate')}
        </Button>
        <span className={styles.faint}>{t('settings.security.rotateText')}</span>
      </div>
    </>
  );
}
