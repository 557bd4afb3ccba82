import { useState, type SyntheticEvent } from 'react';
import { Button } from '../controls/button';
import { TextArea } from '../forms/text-field';
import { useMessages } from '../messages/use-messages';
import { Dialog } from './dialog';
import styles from './reason-dialog.module.css';

export interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly description?: string | undefined;
  readonly confirmLabel: string;
  readonly destructive?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly reasonLabel?: string | undefined;
  /** Reasons given often; a click fills the field, which can still be changed. */
  readonly suggestions?: readonly string[] | undefined;
  /** Default 5 characters after trimming. */
  readonly minimumLength?: number | undefined;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

const formId = 'reason-dialog';

/** Mounted anew for each opening, so that no earlier reason stands in the field. */
function ReasonForm(props: ReasonDialogProps) {
  const t = useMessages();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const minimum = props.minimumLength ?? 5;
  const tooShort = reason.trim().length < minimum;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (tooShort) {
      setRefused(true);
      document.getElementById(`${formId}-reason`)?.focus();
      return;
    }
    props.onConfirm(reason.trim());
  }

  return (
    <form id={formId} onSubmit={submit} className={styles.form}>
      {props.description !== undefined && <p>{props.description}</p>}
      {props.suggestions !== undefined && (
        <div className={styles.suggestions}>
          {props.suggestions.map((suggestion) => (
            <Button
              key={suggestion}
              size="small"
              onClick={() => {
                setReason(suggestion);
                // On to the field: it can be changed there, and Ctrl+Enter confirms.
                document.getElementById(`${formId}-reason`)?.focus();
              }}
            >
              {suggestion}
            </Button>
          ))}
        </div>
      )}
      <TextArea
        data-initial-focus
        id={`${formId}-reason`}
        label={props.reasonLabel ?? t('ui.reason.label')}
        hint={t('ui.reason.hint')}
        error={refused && tooShort ? t('ui.reason.missing', { count: minimum }) : undefined}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) {
            submit(event);
          }
        }}
      />
    </form>
  );
}

/** Asks why before something is done that the history must explain. Ctrl+Enter confirms. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useMessages();
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant={props.destructive === true ? 'danger' : 'primary'}
            busy={props.busy}
            kbd="Ctrl ↵"
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <ReasonForm {...props} />
    </Dialog>
  );
}
