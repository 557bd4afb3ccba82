import { FileArchive } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { useMay } from '../shared/use-permission';
import { usePersonCopy } from './use-person-copy';

/** Saving the copy: the reason first, then the file with its progress. */
export function CopySection({ nik }: { readonly nik: string }) {
  const t = useMessages();
  const { why } = useMay('export-person');
  const [asking, setAsking] = useState(false);
  const { progress, failure, missing, save, cancel } = usePersonCopy(nik);
  return (
    <Section title={t('rights.copy.title')} description={t('rights.copy.text')}>
      <Stack>
        {progress === null ? (
          <div>
            <Button
              variant="primary"
              icon={FileArchive}
              blocked={why}
              data-action="save-person"
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('rights.copy.save')}
            </Button>
          </div>
        ) : (
          <>
            <Progress
              label={t('rights.copy.working', progress)}
              value={progress.total === 0 ? null : progress.number / progress.total}
            />
            <div>
              <Button onClick={cancel}>{t('rights.copy.cancel')}</Button>
            </div>
          </>
        )}
        {failure !== null && (
          <Banner tone="bad" title={t('rights.copy.failed')}>
            {failure}
          </Banner>
        )}
        {missing > 0 && <Banner tone="warn" title={t('rights.copy.missing', { count: missing })} />}
      </Stack>
      <ReasonDialog
        open={asking}
        title={t('rights.copy.reasonTitle')}
        description={t('rights.copy.reasonText')}
        confirmLabel={t('rights.copy.save')}
        suggestions={[t('rights.copy.reason.access'), t('rights.copy.reason.port')]}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={(reason) => {
          setAsking(false);
          void save(reason);
        }}
      />
    </Section>
  );
}
