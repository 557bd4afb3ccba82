import { useSearchParams } from 'react-router';
import { useLive } from '../../store/use-live';
import { Tabs } from '../../ui/data/tabs';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { NumberBookPanel } from './number-book-panel';
import { SheetsPanel } from './sheets-panel';
import { ToPrintPanel } from './to-print-panel';

const tabIds = ['cetak', 'nomor', 'lembar'] as const;
type TabId = (typeof tabIds)[number];

/** `/surat`: letters of all requests: what waits for the printer, their numbers, lists. */
export function LetterDeskPage() {
  const t = useMessages();
  const { store, office } = useLoket();
  const [params, setParams] = useSearchParams();
  const tab: TabId = tabIds.find((id) => id === params.get('bagian')) ?? 'cetak';
  const waiting = useLive(() => store.letters.countToPrint(), [store]) ?? 0;
  const { profile } = office;
  if (profile === null) return null;
  const panels: Readonly<Record<TabId, React.ReactNode>> = {
    cetak: <ToPrintPanel />,
    nomor: <NumberBookPanel profile={profile} />,
    lembar: <SheetsPanel profile={profile} />,
  };
  return (
    <Page head={<PageHead title={t('frame.letters')} facts={[t('letterDesk.text')]} />}>
      <Tabs
        label={t('frame.letters')}
        selectedId={tab}
        onSelect={(id) => {
          setParams(id === 'cetak' ? {} : { bagian: id }, { replace: true });
        }}
        tabs={tabIds.map((id) => ({
          id,
          label: t(`letterDesk.tab.${id}`),
          count: id === 'cetak' && waiting > 0 ? waiting : undefined,
          panel: panels[id],
        }))}
      />
    </Page>
  );
}
