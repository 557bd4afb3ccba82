import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { NoticeTo } from '../../domain/incident/incident-event';
import type { IncidentState } from '../../domain/incident/incident-state';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime } from '../../ui/format/date-time';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { arrivalInstant, arrivalOf } from '../intake/arrival-time';
import { useLoket } from '../shared/loket-context';
import { MomentFields } from '../shared/moment-fields';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import { IncidentFailureBanner } from './incident-failure-banner';
import styles from './incident.module.css';
import { useIncidentWork, type IncidentWork } from './use-incident-work';

interface NoticesSectionProps {
  readonly incident: IncidentState;
  readonly profile: OfficeProfile;
}

/** When agency and persons were told, and recording that they were. */
export function NoticesSection({ incident, profile }: NoticesSectionProps) {
  const t = useMessages();
  const work = useIncidentWork();
  return (
    <Section title={t('incident.notices')} description={t('incident.notices.text')}>
      <Stack>
        <IncidentFailureBanner failure={work.failure} />
        {(['agency', 'persons'] as const).map((to) => (
          <Notice key={to} to={to} incident={incident} profile={profile} work={work} />
        ))}
      </Stack>
    </Section>
  );
}

interface NoticeProps extends NoticesSectionProps {
  readonly to: NoticeTo;
  readonly work: IncidentWork;
}

function Notice({ to, incident, profile, work }: NoticeProps) {
  const t = useMessages();
  const context = useTimeContext();
  const { why } = useMay('notify-incident');
  const [recording, setRecording] = useState(false);
  const notice = incident.notices[to];
  return (
    <div data-notice={to} data-given={notice !== null}>
      <p>
        <strong>{t(`incident.to.${to}`)}</strong>{' '}
        {notice === null ? (
          <StatusBadge tone="warn" label={t('incident.notice.none')} />
        ) : (
          <StatusBadge tone="good" label={formatDateTime(notice.givenAt, context)} />
        )}
      </p>
      {notice !== null && <p className={styles.faint}>{notice.how}</p>}
      {notice === null && incident.closed === null && !recording && (
        <Button
          size="small"
          icon={BellRing}
          blocked={why}
          data-action={`notify-${to}`}
          onClick={() => {
            setRecording(true);
          }}
        >
          {t('incident.notice.record')}
        </Button>
      )}
      {recording && notice === null && (
        <NoticeForm
          to={to}
          incident={incident}
          profile={profile}
          work={work}
          onClose={() => {
            setRecording(false);
          }}
        />
      )}
    </div>
  );
}

function NoticeForm(props: NoticeProps & { readonly onClose: () => void }) {
  const { to, incident, profile, work, onClose } = props;
  const t = useMessages();
  const { now } = useLoket();
  const [values, setValues] = useState(() => ({
    ...arrivalOf(now(), profile.timeZone),
    how: '',
  }));
  const [tried, setTried] = useState(false);
  const givenAt = arrivalInstant(values, profile.timeZone);
  const set = (change: Partial<typeof values>) => {
    setValues({ ...values, ...change });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (givenAt === null || values.how.trim() === '') return;
        const command = { command: 'notify-incident', incidentId: incident.id, to } as const;
        void work.execute({ ...command, givenAt, how: values.how });
      }}
    >
      <MomentFields
        name={`notice.${to}`}
        label={t('incident.notice.date')}
        timeZone={profile.timeZone}
        values={values}
        error={tried && givenAt === null ? t('incident.problem.time') : undefined}
        onChange={set}
      />
      <TextField
        name={`notice.${to}.how`}
        label={t('incident.notice.how')}
        hint={t('incident.notice.howHint')}
        value={values.how}
        error={tried && values.how.trim() === '' ? t('incident.problem.missing') : undefined}
        onChange={({ target }) => {
          set({ how: target.value });
        }}
      />
      <ButtonRow>
        <Button type="submit" variant="primary" busy={work.busy} data-action={`save-notice-${to}`}>
          {t('incident.notice.save')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </ButtonRow>
    </form>
  );
}
