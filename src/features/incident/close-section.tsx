import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { IncidentState } from '../../domain/incident/incident-state';
import { incidentStanding } from '../../domain/incident/incident-state';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { formatDateTime } from '../../ui/format/date-time';
import { TextArea } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import { IncidentFailureBanner } from './incident-failure-banner';
import styles from './incident.module.css';
import { useIncidentWork } from './use-incident-work';

/** How it ended; before both were told the reason why a notice is not owed is asked for. */
export function CloseSection({ incident }: { readonly incident: IncidentState }) {
  const t = useMessages();
  const context = useTimeContext();
  const { closed } = incident;
  if (closed === null) return <ClosingForm incident={incident} />;
  const { at, conclusion, withoutNotice } = closed;
  return (
    <Section
      title={t('incident.closed')}
      description={t('incident.closedAt', { time: formatDateTime(at, context) })}
    >
      <p className={styles.typed}>{conclusion}</p>
      {withoutNotice !== null && (
        <p className={styles.faint}>{t('incident.closedWithout', { why: withoutNotice })}</p>
      )}
    </Section>
  );
}

function ClosingForm({ incident }: { readonly incident: IncidentState }) {
  const t = useMessages();
  const { why } = useMay('close-incident');
  const work = useIncidentWork();
  const [conclusion, setConclusion] = useState('');
  const [withoutNotice, setWithoutNotice] = useState('');
  const owed = incidentStanding(incident) === 'open';
  return (
    <Section title={t('incident.close')} description={t('incident.close.text')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const command = { command: 'close-incident', incidentId: incident.id } as const;
          void work.execute({ ...command, conclusion, withoutNotice });
        }}
      >
        <IncidentFailureBanner failure={work.failure} />
        <TextArea
          rows={2}
          name="close.conclusion"
          label={t('incident.close.conclusion')}
          value={conclusion}
          onChange={({ target }) => {
            setConclusion(target.value);
          }}
        />
        {owed && (
          <TextArea
            rows={2}
            optional
            name="close.without"
            label={t('incident.close.without')}
            hint={t('incident.close.withoutHint')}
            value={withoutNotice}
            onChange={({ target }) => {
              setWithoutNotice(target.value);
            }}
          />
        )}
        <Button
          type="submit"
          icon={CircleCheck}
          busy={work.busy}
          blocked={why}
          data-action="close-incident"
        >
          {t('incident.close.confirm')}
        </Button>
      </form>
    </Section>
  );
}
