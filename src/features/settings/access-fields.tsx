import { passphraseProblem } from '../../domain/vault/passphrase-rules';
import { cleanSignInName, SIGN_IN_NAME } from '../../domain/vault/sign-in-name';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { accessProblemText, type AccessProblem } from '../sign-in/access-problem-text';
import { PassphraseField } from '../sign-in/passphrase-field';
import styles from './settings.module.css';

/** A first way in for a member of staff. */
export interface AccessEntry {
  readonly signInName: string;
  readonly passphrase: string;
}

export const EMPTY_ACCESS: AccessEntry = { signInName: '', passphrase: '' };

/** What is wrong with a first way in; `signInName` for its name. */
export type AccessEntryProblem = 'signInName' | AccessProblem;

/** Whether the way in may be given; null when it may. */
export function accessEntryProblem(
  { signInName, passphrase }: AccessEntry,
  names: readonly string[],
): AccessEntryProblem | null {
  if (!SIGN_IN_NAME.test(cleanSignInName(signInName))) return 'signInName';
  return passphraseProblem(passphrase, [signInName, ...names]);
}

interface AccessFieldsProps {
  readonly entry: AccessEntry;
  readonly problem: AccessEntryProblem | null;
  readonly onEntry: (entry: AccessEntry) => void;
}

/** Sign-in name and first passphrase, to be handed over and replaced at the first sign-in. */
export function AccessFields({ entry, problem, onEntry }: AccessFieldsProps) {
  const t = useMessages();
  const { signInName, passphrase } = entry;
  return (
    <div className={styles.pair}>
      <TextField
        name="staff.signInName"
        label={t('access.signInName')}
        note={t('access.signInNameHint')}
        value={signInName}
        error={problem === 'signInName' ? t('access.problem.signInName') : undefined}
        onChange={(event) => {
          onEntry({ signInName: event.target.value, passphrase });
        }}
      />
      <PassphraseField
        name="staff.passphrase"
        label={t('settings.access.first')}
        note={t('settings.access.firstHint')}
        value={passphrase}
        error={
          problem === null || problem === 'signInName' ? undefined : accessProblemText(problem, t)
        }
        onChange={(event) => {
          onEntry({ signInName, passphrase: event.target.value });
        }}
      />
    </div>
  );
}
