import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import { choiceOf, NumberChoiceFields, useNumberPick } from './number-choice-fields';
import styles from './request.module.css';
import type { NumberChoice } from './take-number';

export interface IssueDialogProps {
  /** Letters to be numbered; none closes the dialog. */
  readonly letters: readonly string[];
  readonly onConfirm: (choice: NumberChoice) => void;
  readonly onClose: () => void;
}

/** One question before letters take their numbers and become final. */
export function IssueDialog(props: IssueDialogProps) {
  const { letters } = props;
  return letters.length === 0 ? null : <OpenIssueDialog key={letters.join(' ')} {...props} />;
}

function OpenIssueDialog({ letters, onConfirm, onClose }: IssueDialogProps) {
  const t = useMessages();
  const [pick, setPick] = useNumberPick();
  const [isTried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    const choice = choiceOf(pick);
    if (choice !== null) onConfirm(choice);
  };
  return (
    <Dialog
      open
      title={t('request.issue.title', { count: letters.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" data-action="confirm" data-initial-focus onClick={confirm}>
            {t('request.issue.confirm')}
          </Button>
        </>
      }
    >
      <ul className={styles.bullets}>
        {letters.map((letter) => (
          <li key={letter}>{letterTitle(letter)}</li>
        ))}
      </ul>
      <NumberChoiceFields letters={letters} pick={pick} isTried={isTried} onPick={setPick} />
      <p>{t('request.issue.text')}</p>
    </Dialog>
  );
}
