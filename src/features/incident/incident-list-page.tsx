import { Fingerprint, Siren } from 'lucide-react';
import { useNavigate } from 'react-router';
import {
  incidentEnd,
  incidentStanding,
  type IncidentState,
} from '../../domain/incident/incident-state';
import { legalDueAt } from '../../domain/privacy/legal-clock';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { DataTable, type Column } from '../../ui/data/data-table';
import { EmptyState } from '../../ui/feedback/empty-state';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatShortDate, formatTime } from '../../ui/format/date-time';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { LegalClockBadge } from '../shared/legal-clock-badge';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';

/** `/insiden`: failures of the protection of data, each with its clock of article 46. */
export function IncidentListPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store } = useLoket();
  const { why } = useMay('report-incident');
  const incidents = useLive(() => store.incidents.list(), [store]);
  const columns = useColumns();
  const report = (
    <ButtonLink
      variant="primary"
      icon={Siren}
      href="#/insiden/baru"
      blocked={why}
      data-action="report-incident"
    >
      {t('incident.report')}
    </ButtonLink>
  );
  return (
    <Page
      layout="bare"
      head={
        <PageHead
          title={t('incident.title')}
          facts={[t('incident.text')]}
          actions={
            <>
              <ButtonLink icon={Fingerprint} href="#/hak-subjek">
                {t('rights.title')}
              </ButtonLink>
              {report}
            </>
          }
        />
      }
    >
      {incidents !== undefined && (
        <DataTable
          label={t('incident.title')}
          columns={columns}
          rows={incidents}
          rowKey={({ id }) => id}
          onOpen={({ id }) => {
            void navigate(`/insiden/${id}`);
          }}
          empty={<EmptyState title={t('incident.empty')} text={t('incident.emptyText')} />}
        />
      )}
    </Page>
  );
}

/** Open, notified or closed, with a word and a sign. */
export function IncidentBadge({ incident }: { readonly incident: IncidentState }) {
  const t = useMessages();
  const standing = incidentStanding(incident);
  const tone = ({ open: 'warn', notified: 'info', closed: 'good' } as const)[standing];
  return (
    <span data-standing={standing}>
      <StatusBadge tone={tone} label={t(`incident.standing.${standing}`)} />
    </span>
  );
}

function useColumns(): readonly Column<IncidentState>[] {
  const t = useMessages();
  const context = useTimeContext();
  return [
    {
      key: 'title',
      header: t('incident.label.title'),
      width: 'fill',
      cell: ({ facts }) => facts.title,
    },
    {
      key: 'known',
      header: t('incident.label.knownAt'),
      width: 'wide',
      cell: ({ facts: { knownAt } }) =>
        `${formatShortDate(knownAt, context)} ${formatTime(knownAt, context)}`,
    },
    {
      key: 'standing',
      header: t('incident.column.standing'),
      width: 'medium',
      cell: (incident) => <IncidentBadge incident={incident} />,
    },
    {
      key: 'clock',
      header: t('incident.column.clock'),
      width: 'wide',
      cell: (incident) => (
        <LegalClockBadge
          dueAt={legalDueAt(incident.facts.knownAt)}
          endedAt={incidentEnd(incident)}
        />
      ),
    },
  ];
}
