import { Pause, Play, SkipForward } from 'lucide-react';
import { useState } from 'react';
import type { SopStep } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { usePermission } from '../shared/use-permission';
import type { OpenRequest } from './open-request';
import type { RequestWork } from './use-request-work';

interface StepTimeButtonsProps {
  readonly open: OpenRequest;
  readonly step: SopStep;
  readonly work: RequestWork;
}

/** Stops the open step's clock and lets it go on; leaves the step out where the SOP allows. */
export function StepTimeButtons({ open, step, work }: StepTimeButtonsProps) {
  const t = useMessages();
  const [asking, setAsking] = useState<'pause' | 'skip' | null>(null);
  const paused = open.state.pauses.some(({ until }) => until === null);
  const busy = work.busy !== null;
  const may = usePermission();
  return (
    <>
      {paused ? (
        <Button
          icon={Play}
          busy={busy}
          data-action="resume-step"
          blocked={may('resume-step').why}
          onClick={() => void work.execute({ command: 'resume-step', step: step.key })}
        >
          {t('time.resume')}
        </Button>
      ) : (
        <Button
          icon={Pause}
          data-action="pause-step"
          blocked={may('pause-step').why}
          onClick={() => {
            setAsking('pause');
          }}
        >
          {t('time.pause')}
        </Button>
      )}
      {step.optional && (
        <Button
          icon={SkipForward}
          data-action="skip-step"
          blocked={may('skip-step', `step:${step.kind}`).why}
          onClick={() => {
            setAsking('skip');
          }}
        >
          {t('time.skip')}
        </Button>
      )}
      <TimeDialog
        asking={asking}
        step={step}
        busy={busy}
        onClose={() => {
          setAsking(null);
        }}
        onConfirm={(command, reason) => {
          setAsking(null);
          void work.execute({ command, step: step.key, reason });
        }}
      />
    </>
  );
}

interface TimeDialogProps {
  readonly asking: 'pause' | 'skip' | null;
  readonly step: SopStep;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (command: 'pause-step' | 'skip-step', reason: string) => void;
}

/** Both deeds stand in the history with the reason somebody gave. */
function TimeDialog({ asking, step, busy, onClose, onConfirm }: TimeDialogProps) {
  const t = useMessages();
  const { number, activity } = step;
  return (
    <>
      <ReasonDialog
        open={asking === 'pause'}
        title={t('time.pause.title', { number })}
        description={t('time.pause.text')}
        confirmLabel={t('time.pause')}
        busy={busy}
        suggestions={[
          t('time.pause.reason.applicant'),
          t('time.pause.reason.contact'),
          t('time.pause.reason.ams'),
        ]}
        onClose={onClose}
        onConfirm={(reason) => {
          onConfirm('pause-step', reason);
        }}
      />
      <ReasonDialog
        open={asking === 'skip'}
        title={t('time.skip.title', { number })}
        description={t('time.skip.text', { activity })}
        confirmLabel={t('time.skip')}
        busy={busy}
        onClose={onClose}
        onConfirm={(reason) => {
          onConfirm('skip-step', reason);
        }}
      />
    </>
  );
}
