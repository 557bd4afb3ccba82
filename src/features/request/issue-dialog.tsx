import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import styles from './request.module.css';

export interface IssueDialogProps {
  /** Letters to be numbered; none closes the dialog. */
  readonly letters: readonly string[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** One question before letters take their numbers and become final. */
export function IssueDialog({ letters, onConfirm, onClose }: IssueDialogProps) {
  const t = useMessages();
  return (
    <Dialog
      open={letters.length > 0}
      title={t('request.issue.title', { count: letters.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" data-action="confirm" data-initial-focus onClick={onConfirm}>
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
      <p>{t('request.issue.text')}</p>
    </Dialog>
  );
}
