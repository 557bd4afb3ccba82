import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RetentionState } from '../../domain/retention/retention-state';
import type { OverdueRow } from '../../store/retention-store';
import { useLive } from '../../store/use-live';
import { Button, ButtonLink } from '../../ui/controls/button';
import { DataTable } from '../../ui/data/data-table';
import { Section, Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { RetentionFailureBanner } from './retention-failure';
import { useOverdueColumns } from './use-overdue-columns';
import { useRetentionWork } from './use-retention';

const PAGE = 100;

interface OverduePanelProps {
  readonly state: RetentionState;
  readonly onProposed: () => void;
}

/** What may be destroyed, chosen by hand, and what has to be appraised first. */
export function OverduePanel({ state, onProposed }: OverduePanelProps) {
  const t = useMessages();
  const rules = state.schedule?.rules ?? [];
  if (rules.length === 0) {
    return (
      <EmptyState
        title={t('retention.unset')}
        text={t('retention.unsetText')}
        action={
          <ButtonLink variant="primary" href="#/pengaturan?bagian=retention">
            {t('retention.unsetAction')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <Stack>
      <Choosing onProposed={onProposed} />
      {rules.some(({ fate }) => fate === 'reappraise') && <Reappraisal />}
    </Stack>
  );
}

/** Requests of one fate, page by page. */
function useOverdue(fate: OverdueRow['fate']) {
  const { store } = useLoket();
  const [pages, setPages] = useState(1);
  const read = useLive(
    () => store.retention.overdue(fate, null, pages * PAGE),
    [store, fate, pages],
  );
  const hasMore = read !== undefined && read.next !== null;
  return { rows: read?.rows, more: hasMore ? () => setPages(pages + 1) : undefined };
}

function isFree({ hold, listed }: OverdueRow): boolean {
  return hold === null && !listed;
}

/** What is ticked of the free rows; what is no longer free drops out by itself. */
function useChosen(rows: readonly OverdueRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const free = rows.filter(isFree).map(({ id }) => id);
  const wanted = free.filter((id) => chosen.has(id));
  const isAll = free.length > 0 && wanted.length === free.length;
  return {
    wanted,
    isAll,
    isChosen: ({ id }: OverdueRow) => chosen.has(id),
    toggleAll: () => {
      setChosen(isAll ? new Set() : new Set(free));
    },
    clear: () => {
      setChosen(new Set());
    },
    toggle: (row: OverdueRow) => {
      if (!isFree(row)) return;
      const next = new Set(chosen);
      if (!next.delete(row.id)) next.add(row.id);
      setChosen(next);
    },
  };
}

function Choosing({ onProposed }: Pick<OverduePanelProps, 'onProposed'>) {
  const t = useMessages();
  const toast = useToast();
  const { newId } = useLoket();
  const work = useRetentionWork();
  const { rows = [], more } = useOverdue('destroy');
  const choice = useChosen(rows);
  const columns = useOverdueColumns({ ...choice, isFree });
  const { wanted } = choice;
  const propose = async () => {
    const command = 'propose-destruction' as const;
    const done = await work.act({ command, destructionId: newId(), requestIds: wanted });
    if (done === null) return;
    choice.clear();
    toast({ text: t('retention.proposed', { count: wanted.length }) });
    onProposed();
  };
  const empty = (
    <EmptyState title={t('retention.overdueEmpty')} text={t('retention.overdueEmptyText')} />
  );
  return (
    <>
      {work.failure !== null && <RetentionFailureBanner failure={work.failure} />}
      <Section
        title={t('retention.overdue')}
        description={t('retention.overdueText')}
        flush
        actions={
          rows.length > 0 && (
            <ChoiceButtons choice={choice} busy={work.busy} onPropose={() => void propose()} />
          )
        }
      >
        <DataTable
          label={t('retention.overdue')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={choice.toggle}
          onMore={more}
          empty={empty}
        />
      </Section>
    </>
  );
}

interface ChoiceButtonsProps {
  readonly choice: Pick<ReturnType<typeof useChosen>, 'wanted' | 'isAll' | 'toggleAll'>;
  readonly busy: boolean;
  readonly onPropose: () => void;
}

function ChoiceButtons({ choice, busy, onPropose }: ChoiceButtonsProps) {
  const t = useMessages();
  const { why } = useMay('destroy-records');
  const { wanted, isAll, toggleAll } = choice;
  return (
    <>
      <Button onClick={toggleAll}>
        {isAll ? t('retention.chooseNone') : t('retention.chooseAll')}
      </Button>
      <Button
        variant="primary"
        icon={ListChecks}
        busy={busy}
        blocked={why ?? (wanted.length === 0 ? t('retention.proposeNone') : undefined)}
        data-action="propose-destruction"
        onClick={onPropose}
      >
        {t('retention.propose', { count: wanted.length })}
      </Button>
    </>
  );
}

function Reappraisal() {
  const t = useMessages();
  const navigate = useNavigate();
  const { rows = [], more } = useOverdue('reappraise');
  const columns = useOverdueColumns(null);
  return (
    <Section title={t('retention.reappraise')} description={t('retention.reappraiseText')} flush>
      <DataTable
        label={t('retention.reappraise')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => {
          void navigate(`/permohonan/${id}`);
        }}
        onMore={more}
        empty={<EmptyState text={t('retention.overdueEmpty')} />}
      />
    </Section>
  );
}
