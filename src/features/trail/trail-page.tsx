import { FileText } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/controls/button';
import { Tabs } from '../../ui/data/tabs';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useMay } from '../shared/use-permission';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { CheckPanel } from './check-panel';
import { ListPanel } from './list-panel';
import { trailStateText } from './trail-state';
import { useTrailWatch } from './use-trail-watch';

/** `/jejak`: the audit trail and whether its chain is whole; `?bagian=check` opens the check. */
export function TrailPage() {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const watch = useTrailWatch();
  const [params, setParams] = useSearchParams();
  const found = watch.last?.found ?? 0;
  const { why } = useMay('view-trail');
  if (why !== undefined) {
    return (
      <Page head={<PageHead title={t('trail.title')} />}>
        <EmptyState text={why} />
      </Page>
    );
  }
  return (
    <Page
      head={
        <PageHead
          title={t('trail.title')}
          facts={[trailStateText(watch, now, t, context)]}
          actions={
            <ButtonLink icon={FileText} href="#/jejak/harian">
              {t('trail.daily')}
            </ButtonLink>
          }
        />
      }
    >
      <Tabs
        label={t('trail.tab')}
        selectedId={params.get('bagian') === 'check' ? 'check' : 'list'}
        onSelect={(id) => {
          setParams(id === 'list' ? {} : { bagian: id }, { replace: true });
        }}
        tabs={[
          { id: 'list', label: t('trail.tab.list'), panel: <ListPanel /> },
          {
            id: 'check',
            label: t('trail.tab.check'),
            count: found > 0 ? found : undefined,
            panel: <CheckPanel />,
          },
        ]}
      />
    </Page>
  );
}
