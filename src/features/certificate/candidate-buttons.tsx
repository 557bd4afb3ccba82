import { useState } from 'react';
import type { CertificateFacts } from '../../contract/pki';
import { requestCertificateOf } from '../../domain/pki/compare-certificate';
import type { CertificateOrigin } from '../../domain/request/certificate-record';
import type { RequestState } from '../../domain/request/request-state';
import { Button } from '../../ui/controls/button';
import { ButtonRow } from '../../ui/data/section';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import type { RequestWork } from '../request/use-request-work';
import { useMay } from '../shared/use-permission';

interface CandidateButtonsProps {
  readonly request: RequestState;
  readonly work: RequestWork;
  readonly facts: CertificateFacts;
  readonly from: CertificateOrigin;
  readonly onDone: () => void;
}

/** Keeping the certificate, and writing it to the request besides; true when all of it was done. */
function useKeeping({ facts, from, request, work, onDone }: CandidateButtonsProps) {
  const t = useMessages();
  const toast = useToast();
  const certificate = requestCertificateOf(facts);
  return {
    isSame: (['subjectDn', 'serialNumber', 'notAfter'] as const).every(
      (key) => certificate[key] === request.data.certificate[key],
    ),
    keep: async () => {
      if (!(await work.keepCertificate({ from, facts }))) return;
      toast({ text: t('certificate.kept') });
      onDone();
    },
    use: async (reason: string) => {
      if (!(await work.keepCertificate({ from, facts }))) return;
      const data = { ...request.data, certificate };
      if (!(await work.execute({ command: 'correct-request', data, reason }))) return;
      toast({ text: t('certificate.used') });
      onDone();
    },
  };
}

/** What can be done with a certificate that was read. */
export function CandidateButtons(props: CandidateButtonsProps) {
  const t = useMessages();
  const { from, request, work, onDone } = props;
  const keepPermission = useMay('record-certificate');
  const correctPermission = useMay('record-certificate', 'correct-request');
  const [isAsking, setIsAsking] = useState(false);
  const { isSame, keep, use } = useKeeping(props);
  const canCorrect = request.status === 'open' && !isSame;
  return (
    <>
      {isSame && <p>{t('certificate.onRequest')}</p>}
      <ButtonRow>
        {canCorrect && (
          <Button
            variant="primary"
            busy={work.busy !== null}
            blocked={correctPermission.why}
            data-action="use-certificate"
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {t('certificate.use')}
          </Button>
        )}
        <Button
          variant={canCorrect ? 'quiet' : 'primary'}
          busy={work.busy !== null}
          blocked={keepPermission.why}
          data-action="keep-certificate"
          onClick={() => void keep()}
        >
          {t('certificate.keep')}
        </Button>
        <Button variant="plain" onClick={onDone}>
          {t('certificate.read.discard')}
        </Button>
      </ButtonRow>
      <ReasonDialog
        open={isAsking}
        title={t('certificate.useTitle')}
        description={t('certificate.useText')}
        confirmLabel={t('certificate.use')}
        suggestions={[t(`certificate.useReason.${from === 'pdf' ? 'pdf' : 'file'}`)]}
        onClose={() => {
          setIsAsking(false);
        }}
        onConfirm={(reason) => {
          setIsAsking(false);
          void use(reason);
        }}
      />
    </>
  );
}
