import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import { letterTitle } from '../shared/sop-words';
import { ChooseSigner, chooseFormId } from './choose-signer';
import { KeyFileForm, SecretForm, secretFormId } from './secret-form';
import { SigningEndView, SigningFailureView, StatusView } from './signing-end';
import { SigningProgress } from './signing-progress';
import { useLeave } from './use-leave';
import { useSignTask, type SignTask } from './use-sign-task';

export interface SignDialogProps {
  readonly open: OpenRequest;
  /** The letter to be signed; null closes the dialog. */
  readonly letter: FinalLetter | null;
  readonly onClose: () => void;
  /** Asks how a letter is printed that is to be signed by hand. */
  readonly onPrint: (ids: readonly string[]) => void;
}

/** Who signs a letter and how, the secret typed by the signer, and what became of it. */
export function SignDialog(props: SignDialogProps) {
  const { letter } = props;
  return letter === null ? null : <OpenSignDialog key={letter.id} {...props} letter={letter} />;
}

function OpenSignDialog({
  open,
  letter,
  onClose,
  onPrint,
}: SignDialogProps & { readonly letter: FinalLetter }) {
  const t = useMessages();
  // The letter as it was when the dialog opened: what is signed does not change below it.
  const [signed] = useState(letter);
  const task = useSignTask(open, signed);
  const leave = useLeave(open, signed, task);
  const { stage, choice } = task;
  // On its way it cannot be taken back; its end must be seen.
  const close = stage.at === 'working' || stage.at === 'asking' ? () => undefined : onClose;
  const goOn = () => {
    if (choice.way === 'external' || choice.way === 'paper') {
      void leave().then((hasLeft) => {
        if (!hasLeft) return;
        onClose();
        if (choice.way === 'paper') onPrint([signed.id]);
      });
      return;
    }
    void task.goOn();
  };
  return (
    <Dialog
      open
      title={t('signing.title', { letter: letterTitle(signed.letter) })}
      onClose={close}
      // Buttons of their own for each stage: one that became another in the middle of a press
      // would do what the new one does.
      actions={<Actions key={task.stage.at} task={task} onClose={close} />}
    >
      <Stage task={task} onGoOn={goOn} />
    </Dialog>
  );
}

function Stage({ task, onGoOn }: { readonly task: SignTask; readonly onGoOn: () => void }) {
  const t = useMessages();
  const { stage, choice } = task;
  switch (stage.at) {
    case 'choosing':
      return <ChooseSigner task={task} onGoOn={onGoOn} />;
    case 'asking':
      return <p role="status">{t('signing.asking', { name: choice.name })}</p>;
    case 'not-able':
      return <StatusView answer={stage.answer} />;
    case 'secret':
      return choice.way === 'local' ? (
        <KeyFileForm task={task} stage={stage} />
      ) : (
        <SecretForm task={task} stage={stage} />
      );
    case 'working':
      return <SigningProgress limitMs={stage.limitMs} />;
    case 'ended':
      return <SigningEndView end={stage.end} />;
    case 'failed':
      return <SigningFailureView failure={stage.failure} />;
  }
}

function Actions({ task, onClose }: { readonly task: SignTask; readonly onClose: () => void }) {
  const t = useMessages();
  const { stage, choice } = task;
  switch (stage.at) {
    case 'choosing':
    case 'asking':
      return (
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={chooseFormId}
            variant="primary"
            data-action="sign-next"
            busy={stage.at === 'asking'}
          >
            {t(`signing.next.${choice.way}`)}
          </Button>
        </>
      );
    case 'secret':
      return (
        <>
          <Button onClick={task.back}>{t('signing.back')}</Button>
          <Button type="submit" form={secretFormId} variant="primary" data-action="sign">
            {t('signing.sign')}
          </Button>
        </>
      );
    case 'not-able':
      return (
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          <Button variant="primary" data-action="sign-back" onClick={task.back}>
            {t('signing.back')}
          </Button>
        </>
      );
    case 'working':
      return undefined;
    case 'ended':
    case 'failed':
      return (
        <Button variant="primary" data-action="sign-close" data-initial-focus onClick={onClose}>
          {t('ui.close')}
        </Button>
      );
  }
}
