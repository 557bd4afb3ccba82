import { Siren } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { Tabs } from '../../ui/data/tabs';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { CopyPanel } from './copy-panel';
import { CorrectionsPanel } from './corrections-panel';

/** `/hak-subjek`: open requests for correction, and the copy of all that is held on a person. */
export function RightsPage() {
  const t = useMessages();
  const { store } = useLoket();
  const [params, setParams] = useSearchParams();
  const count = useLive(() => store.requests.countOpenCorrections(), [store]) ?? 0;
  return (
    <Page
      head={
        <PageHead
          title={t('rights.title')}
          actions={
            <ButtonLink icon={Siren} href="#/insiden" data-action="to-incidents">
              {t('rights.copy.toIncidents')}
            </ButtonLink>
          }
        />
      }
    >
      <Tabs
        label={t('rights.tab')}
        selectedId={params.get('bagian') === 'copy' ? 'copy' : 'corrections'}
        onSelect={(id) => {
          setParams(id === 'corrections' ? {} : { bagian: id }, { replace: true });
        }}
        tabs={[
          {
            id: 'corrections',
            label: t('rights.tab.corrections'),
            count: count > 0 ? count : undefined,
            panel: <CorrectionsPanel />,
          },
          { id: 'copy', label: t('rights.tab.copy'), panel: <CopyPanel /> },
        ]}
      />
    </Page>
  );
}
