import { useSearchParams } from 'react-router';
import type { RetentionState } from '../../domain/retention/retention-state';
import { ButtonLink } from '../../ui/controls/button';
import { Tabs } from '../../ui/data/tabs';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useMay } from '../shared/use-permission';
import { DestroyedPanel } from './destroyed-panel';
import { HoldsPanel } from './holds-panel';
import { OverduePanel } from './overdue-panel';
import { ReportsPanel } from './reports-panel';
import { useRetention } from './use-retention';

const TABS = ['overdue', 'reports', 'holds', 'destroyed'] as const;

/** `/retensi`: whose retention is over, berita acara, holds, and what was destroyed. */
export function RetentionPage() {
  const t = useMessages();
  const state = useRetention();
  const { why } = useMay('hold-records');
  if (why !== undefined) {
    return (
      <Page head={<PageHead title={t('retention.title')} />}>
        <EmptyState title={t('permission.notYours')} text={why} />
      </Page>
    );
  }
  if (state === undefined) {
    return <Page head={<PageHead title={t('retention.title')} />}>{null}</Page>;
  }
  return <Retention state={state} />;
}

function Retention({ state }: { readonly state: RetentionState }) {
  const t = useMessages();
  const [params, setParams] = useSearchParams();
  const { schedule, proposals, holds } = state;
  const isSet = schedule !== null && schedule.rules.length > 0;
  const show = (id: string) => {
    setParams(id === 'overdue' ? {} : { bagian: id }, { replace: true });
  };
  return (
    <Page
      head={
        <PageHead
          title={t('retention.title')}
          facts={[isSet ? t('retention.basis', { basis: schedule.basis }) : t('retention.unset')]}
          actions={
            <ButtonLink href="#/pengaturan?bagian=retention">
              {t('retention.editSchedule')}
            </ButtonLink>
          }
        />
      }
    >
      <Tabs
        label={t('retention.tab')}
        selectedId={TABS.find((one) => one === params.get('bagian')) ?? 'overdue'}
        onSelect={show}
        tabs={[
          {
            id: 'overdue',
            label: t('retention.tab.overdue'),
            panel: <OverduePanel state={state} onProposed={() => show('reports')} />,
          },
          {
            id: 'reports',
            label: t('retention.tab.reports'),
            count: proposals.length > 0 ? proposals.length : undefined,
            panel: <ReportsPanel state={state} />,
          },
          {
            id: 'holds',
            label: t('retention.tab.holds'),
            count: holds.length > 0 ? holds.length : undefined,
            panel: <HoldsPanel holds={holds} />,
          },
          { id: 'destroyed', label: t('retention.tab.destroyed'), panel: <DestroyedPanel /> },
        ]}
      />
    </Page>
  );
}
