import { Pencil } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { incidentEnd, type IncidentState } from '../../domain/incident/incident-state';
import { legalDueAt } from '../../domain/privacy/legal-clock';
import type { OfficeProfile } from '../../domain/office/office-event';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Section, Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { formatDateTime } from '../../ui/format/date-time';
import { formatCount } from '../../ui/format/numbers';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { LegalClockBadge } from '../shared/legal-clock-badge';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import { useSeen } from '../shared/use-trail';
import { CloseSection } from './close-section';
import { IncidentBadge } from './incident-list-page';
import { kindWords } from './incident-words';
import styles from './incident.module.css';
import { LettersSection } from './letters-section';
import { NoticesSection } from './notices-section';

/** `/insiden/:id`: what is known, whom it concerns, who was told when, and how it ended. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const { store, office } = useLoket();
  const incidents = useLive(() => store.incidents.list(), [store]);
  if (incidents === undefined || office.profile === null) return null;
  const incident = incidents.find((one) => one.id === id);
  if (incident === undefined) return <UnknownIncident />;
  return <OpenIncident key={id} incident={incident} profile={office.profile} />;
}

/** An address of no incident, or of one that is not changed any more. */
export function UnknownIncident() {
  const t = useMessages();
  return (
    <Page layout="bare" head={<PageHead title={t('incident.title')} />}>
      <EmptyState
        text={t('incident.unknown')}
        action={<ButtonLink href="#/insiden">{t('incident.toList')}</ButtonLink>}
      />
    </Page>
  );
}

interface OpenIncidentProps {
  readonly incident: IncidentState;
  readonly profile: OfficeProfile;
}

function OpenIncident({ incident, profile }: OpenIncidentProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const { why } = useMay('revise-incident');
  const { id, facts, closed } = incident;
  useSeen({ action: 'view-incident', subject: null, details: { incident: id } });
  useShortcuts(
    { Escape: { label: t('frame.keys.back'), run: () => void navigate('/insiden') } },
    { group: t('incident.title') },
  );
  return (
    <Page
      head={
        <PageHead
          title={facts.title}
          status={
            <>
              <IncidentBadge incident={incident} />
              <LegalClockBadge dueAt={legalDueAt(facts.knownAt)} endedAt={incidentEnd(incident)} />
            </>
          }
          facts={[t('incident.text')]}
          actions={
            closed === null && (
              <ButtonLink
                icon={Pencil}
                href={`#/insiden/${id}/ubah`}
                blocked={why}
                data-action="revise-incident"
              >
                {t('incident.more')}
              </ButtonLink>
            )
          }
        />
      }
    >
      <div className={styles.halves} data-incident={id}>
        <Stack>
          <Facts incident={incident} />
          <AffectedList incident={incident} />
        </Stack>
        <Stack>
          <NoticesSection incident={incident} profile={profile} />
          <LettersSection incident={incident} profile={profile} />
          <CloseSection incident={incident} />
        </Stack>
      </div>
    </Page>
  );
}

function Facts({ incident }: { readonly incident: IncidentState }) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const { facts, reportedAt, reportedBy } = incident;
  const reported = t('incident.reportedBy', {
    name: reportedBy,
    time: formatDateTime(reportedAt, context),
  });
  const fact = (name: 'occurred' | 'how' | 'measures') => ({
    key: name,
    label: t(`incident.label.${name}`),
    value: <span className={styles.typed}>{facts[name]}</span>,
  });
  return (
    <Section title={t('incident.section.what')} description={reported}>
      <KeyValueList
        entries={[
          {
            key: 'knownAt',
            label: t('incident.label.knownAt'),
            value: formatDateTime(facts.knownAt, context),
          },
          {
            key: 'due',
            label: t('incident.label.due'),
            value: formatDateTime(legalDueAt(facts.knownAt), context),
          },
          fact('occurred'),
          fact('how'),
          {
            key: 'kinds',
            label: t('incident.label.kinds'),
            value: kindWords(facts, locale).join(', '),
          },
          {
            key: 'count',
            label: t('incident.label.count'),
            value: facts.count === null ? t('incident.notKnown') : formatCount(facts.count, locale),
          },
          fact('measures'),
        ]}
      />
    </Section>
  );
}

/** Whose data they are; a request of the list is opened by a click. */
function AffectedList({ incident }: { readonly incident: IncidentState }) {
  const t = useMessages();
  const { affected } = incident.facts;
  return (
    <Section title={t('incident.label.affected')}>
      {affected.kind === 'requests' ? (
        <ul className={styles.lines}>
          {affected.requestIds.map((id) => (
            <AffectedLine key={id} id={id} />
          ))}
        </ul>
      ) : (
        <p>{t(`incident.affected.${affected.kind}`)}</p>
      )}
    </Section>
  );
}

function AffectedLine({ id }: { readonly id: string }) {
  const t = useMessages();
  const { store } = useLoket();
  const read = useLive(async () => ({ state: await store.requests.get(id) }), [store, id]);
  const state = read?.state ?? null;
  return (
    <li>
      <span>
        {state === null
          ? t('incident.affected.gone')
          : `${state.registerNumber} · ${state.data.applicant.name}`}
      </span>
      <ButtonLink size="small" href={`#/permohonan/${id}`}>
        {t('rights.person.pick')}
      </ButtonLink>
    </li>
  );
}
