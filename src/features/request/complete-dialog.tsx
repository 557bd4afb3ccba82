import { useState, type SyntheticEvent } from 'react';
import type { RequestCommand } from '../../domain/request/request-command';
import type { SopStep } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { TextArea, TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useToday } from '../shared/use-time-context';
import { actorLabel } from '../shared/sop-words';
import { expectedActor, type OpenRequest } from './open-request';
import styles from './request.module.css';

export interface CompleteDialogProps {
  readonly open: OpenRequest;
  /** The step to be passed; null closes the dialog. */
  readonly step: SopStep | null;
  readonly onComplete: (command: RequestCommand) => void;
  readonly onClose: () => void;
}

const formId = 'complete-step';

/** Asks who did the step on paper: a passed step cannot be taken back. */
export function CompleteDialog(props: CompleteDialogProps) {
  const { step } = props;
  return step === null ? null : <OpenCompleteDialog key={step.key} {...props} step={step} />;
}

function OpenCompleteDialog({
  open,
  step,
  onComplete,
  onClose,
}: CompleteDialogProps & { readonly step: SopStep }) {
  const t = useMessages();
  const { office } = useLoket();
  const today = useToday();
  const [actedBy, setActedBy] = useState(() => expectedActor(open, office.profile, today));
  const [note, setNote] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onComplete({
      command: 'complete-step',
      step: step.key,
      actedBy: actedBy.trim() || null,
      note: note.trim() || null,
    });
  };
  return (
    <Dialog
      open
      title={t('request.complete.title', { number: step.number })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            kbd="↵"
            data-action="confirm"
            data-initial-focus
          >
            {t('request.complete.confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.complete} onSubmit={submit}>
        <p>{step.activity}</p>
        <ActorField
          actor={actorLabel(open.sop, step.actor)}
          value={actedBy}
          onValueChange={setActedBy}
        />
        <RemarkField value={note} onValueChange={setNote} />
      </form>
    </Dialog>
  );
}

function ActorField(props: {
  readonly actor: string;
  readonly value: string;
  readonly onValueChange: (name: string) => void;
}) {
  const t = useMessages();
  return (
    <TextField
      id={`${formId}-by`}
      label={t('request.complete.actedBy', { actor: props.actor })}
      note={t('request.complete.actedByNote')}
      optional
      value={props.value}
      onChange={(event) => {
        props.onValueChange(event.target.value);
      }}
    />
  );
}

function RemarkField(props: {
  readonly value: string;
  readonly onValueChange: (note: string) => void;
}) {
  const t = useMessages();
  return (
    <TextArea
      id={`${formId}-note`}
      label={t('request.complete.remark')}
      optional
      rows={2}
      value={props.value}
      onChange={(event) => {
        props.onValueChange(event.target.value);
      }}
    />
  );
}
