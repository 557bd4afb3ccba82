import { Download } from 'lucide-react';
import { useState } from 'react';
import { letterDateOfIso } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { Destruction, RetentionState } from '../../domain/retention/retention-state';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTrail } from '../shared/use-trail';
import { DestructionOutcome, type Outcome } from './destruction-outcome';
import { ProposalSection } from './proposal-section';
import styles from './retention.module.css';
import { saveKept } from './use-report';

/** Lists that wait for their signed berita acara, and what was carried out. */
export function ReportsPanel({ state }: { readonly state: RetentionState }) {
  const { profile } = useLoket().office;
  return profile === null ? null : <Reports state={state} profile={profile} />;
}

function Reports(props: { readonly state: RetentionState; readonly profile: OfficeProfile }) {
  const t = useMessages();
  const { state, profile } = props;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <Stack>
      {outcome !== null && <DestructionOutcome outcome={outcome} />}
      {state.proposals.length === 0 ? (
        <Section title={t('retention.proposals')}>
          <p>{t('retention.proposalsEmpty')}</p>
        </Section>
      ) : (
        state.proposals.map((proposal) => (
          <ProposalSection
            key={proposal.id}
            proposal={proposal}
            profile={profile}
            onDestroyed={setOutcome}
          />
        ))
      )}
      <Section title={t('retention.done')}>
        {state.destructions.length === 0 ? (
          <p>{t('retention.doneEmpty')}</p>
        ) : (
          state.destructions
            .toReversed()
            .map((one) => <DoneLine key={one.id} destruction={one} profile={profile} />)
        )}
      </Section>
    </Stack>
  );
}

function DoneLine(props: { readonly destruction: Destruction; readonly profile: OfficeProfile }) {
  const t = useMessages();
  const loket = useLoket();
  const { allows } = useTrail();
  const { why } = useMay('destroy-records');
  const [lost, setLost] = useState(false);
  const { destruction, profile } = props;
  const { reportNumber, reportDate, count, by } = destruction;
  const save = async () => {
    const details = { what: 'destruction-report' };
    if (!(await allows({ action: 'export', subject: null, details }))) return;
    setLost(!(await saveKept(loket, destruction, profile)));
  };
  return (
    <div className={styles.hold}>
      <div className={styles.holdWords}>
        {reportNumber}
        <div className={styles.soft}>
          {t('retention.done.line', { date: letterDateOfIso(reportDate), count, by })}
        </div>
        {lost && <div className={styles.soft}>{t('retention.report.failed')}</div>}
      </div>
      <Button size="small" icon={Download} blocked={why} onClick={() => void save()}>
        {t('retention.report.save')}
      </Button>
    </div>
  );
}
