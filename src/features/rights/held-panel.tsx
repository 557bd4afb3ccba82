import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { heldFiles, type Held, type HeldRequest } from '../../domain/privacy/person-copy';
import { storedPapers } from '../../domain/privacy/stored-papers';
import { DataTable, type Column } from '../../ui/data/data-table';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { formatDate } from '../../ui/format/date-time';
import { formatBytes, formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { serviceLabel } from '../shared/sop-words';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useTimeContext } from '../shared/use-time-context';
import { useTrail } from '../shared/use-trail';
import { CopySection } from './copy-section';
import { gatherPerson, type FoundPerson } from './gather-person';

/** All that is held on one person: how much of what, the requests, and the copy. */
export function HeldPanel({ person }: { readonly person: FoundPerson }) {
  const t = useMessages();
  const held = useHeld(person.nik);
  if (held === undefined) return <p role="status">{t('rights.held.reading')}</p>;
  if (held === null) return <Banner tone="bad" title={t('rights.held.failed')} />;
  return (
    <Stack>
      <Section title={t('rights.held', { name: person.name })} flush>
        <HeldRequests held={held} />
      </Section>
      <CopySection nik={person.nik} />
      <HeldCounts held={held} />
    </Stack>
  );
}

/** Undefined while it is being gathered, null where it cannot be; the look is noted. */
function useHeld(nik: string): Held | null | undefined {
  const { store } = useLoket();
  const { seen } = useTrail();
  const [held, setHeld] = useState<Held | null>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    void thrownAsFailure(() => gatherPerson(store, nik, signal)).then((gathered) => {
      if (signal.aborted) return;
      setHeld(gathered.ok ? gathered.value : null);
      for (const { state } of gathered.ok ? gathered.value.requests : []) {
        void seen({ action: 'view-person', subject: state.id });
      }
    });
    return () => {
      leaving.abort();
    };
  }, [store, seen, nik]);
  return held;
}

function HeldCounts({ held }: { readonly held: Held }) {
  const t = useMessages();
  const locale = useLocale();
  const files = heldFiles(held);
  const states = held.requests.map(({ state }) => state);
  const counts = {
    requests: states.length,
    papers: files.filter(({ kind }) => kind !== 'letter').length,
    letters: files.filter(({ kind }) => kind === 'letter').length,
    dispositions: states.reduce((sum, { sheet }) => sum + sheet.length, 0),
    events: states.reduce((sum, { eventCount }) => sum + eventCount, 0),
    notes: held.notes.length,
  };
  const names = ['requests', 'papers', 'letters', 'dispositions', 'events', 'notes'] as const;
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <Section title={t('rights.held.counts')}>
      <KeyValueList
        entries={[
          ...names.map((name) => ({
            key: name,
            label: t(`rights.held.${name}`),
            value: formatCount(counts[name], locale),
          })),
          { key: 'size', label: t('rights.held.size'), value: formatBytes(size, locale) },
        ]}
      />
    </Section>
  );
}

function HeldRequests({ held }: { readonly held: Held }) {
  const t = useMessages();
  const navigate = useNavigate();
  const columns = useHeldColumns();
  return (
    <DataTable
      label={t('rights.held.requests')}
      columns={columns}
      rows={held.requests}
      rowKey={({ state }) => state.id}
      onOpen={({ state }) => {
        void navigate(`/permohonan/${state.id}`);
      }}
    />
  );
}

function useHeldColumns(): readonly Column<HeldRequest>[] {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  return [
    {
      key: 'number',
      header: t('register.column.number'),
      width: 'date',
      cell: ({ state }) => state.registerNumber,
    },
    {
      key: 'service',
      header: t('register.column.service'),
      width: 'fill',
      cell: ({ state }) => serviceLabel(state.service, locale),
    },
    {
      key: 'arrived',
      header: t('register.column.arrived'),
      width: 'medium',
      cell: ({ state }) => formatDate(state.arrivedAt, context),
    },
    {
      key: 'status',
      header: t('rights.column.status'),
      width: 'date',
      cell: ({ state }) => t(`rights.status.${state.status}`),
    },
    {
      key: 'files',
      header: t('rights.held.column.papers'),
      width: 'medium',
      numeric: true,
      cell: ({ state, events }) => formatCount(storedPapers(state, events).length, locale),
    },
  ];
}
