import { useState } from 'react';
import type { ReadCertificate } from '../../domain/request/request-state';
import { Section, Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Select } from '../../ui/forms/select';
import { formatDateTime } from '../../ui/format/date-time';
import { groupSerial } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import type { OpenRequest } from '../request/open-request';
import requestStyles from '../request/request.module.css';
import type { RequestWork } from '../request/use-request-work';
import { CertificateFactList } from '../shared/certificate-facts';
import { useTimeContext } from '../shared/use-time-context';
import styles from './certificate.module.css';
import { CheckSection } from './check-section';
import { ReadSection } from './read-section';

interface CertificatePanelProps {
  readonly open: OpenRequest;
  readonly work: RequestWork;
}

/** The certificate desk of a request: read it, compare it, keep it, ask whether it was revoked. */
export function CertificatePanel({ open: { state }, work }: CertificatePanelProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const kept = state.certificates;
  const shown = kept.find(({ id }) => id === chosen) ?? kept.at(-1);
  return (
    <div className={requestStyles.halves}>
      <ReadSection request={state} work={work} />
      <Stack>
        <KeptSection kept={kept} shown={shown} onShow={setChosen} />
        <CheckSection key={shown?.id} request={state} certificate={shown} work={work} />
      </Stack>
    </div>
  );
}

interface KeptSectionProps {
  readonly kept: readonly ReadCertificate[];
  readonly shown: ReadCertificate | undefined;
  readonly onShow: (id: string) => void;
}

function KeptSection({ kept, shown, onShow }: KeptSectionProps) {
  const t = useMessages();
  const context = useTimeContext();
  return (
    <Section title={t('certificate.title')}>
      {shown === undefined ? (
        <EmptyState text={t('certificate.empty')} />
      ) : (
        <div className={styles.reading} data-certificate={shown.facts.serialHex}>
          {kept.length > 1 && (
            <Select
              name="certificate.shown"
              label={t('certificate.read.choose')}
              placeholder={null}
              choices={kept.map(({ id, facts, recordedAt }) => ({
                value: id,
                label: `${groupSerial(facts.serialHex)} · ${formatDateTime(recordedAt, context)}`,
              }))}
              value={shown.id}
              onChange={(event) => {
                onShow(event.target.value);
              }}
            />
          )}
          <CertificateFactList facts={shown.facts} />
          <p className={styles.faint}>
            {t('certificate.keptFacts', {
              time: formatDateTime(shown.recordedAt, context),
              name: shown.recordedBy,
              from: t(`certificate.read.from.${shown.from}`),
            })}
          </p>
        </div>
      )}
    </Section>
  );
}
