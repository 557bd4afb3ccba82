import { Columns2, Copy, Download, PencilLine } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { replacedBases } from '../../domain/sop/replaced-bases';
import type { Sop } from '../../domain/sop/sop';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useToast } from '../../ui/feedback/toast';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { serviceLabel } from '../shared/sop-words';
import { useMay } from '../shared/use-permission';
import { ChartPdfButtons } from './chart-pdf-buttons';
import { MissingSop } from './missing-sop';
import { saveSopFile } from './save-sop-file';
import { SopChart } from './sop-chart';
import { comparedWith, diffAddress } from './sop-choices';
import { SopIdentityBlock } from './sop-identity-block';
import { SopVersions } from './sop-versions';
import { useSopDrafts, type SopDrafts } from './use-sop-drafts';
import { useSopHistory } from './use-sop-history';

/** `/sop/:id/:version`: one version of an SOP to read, as its paper stands and as it flows. */
export function SopPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store } = useLoket();
  const { id = '', version = '' } = useParams();
  const sop = store.sops.find({ id, version: Number(version) });
  useShortcuts(
    { Escape: { label: t('frame.keys.back'), run: () => void navigate('/sop') } },
    { group: t('sop.title') },
  );
  return sop === undefined ? <MissingSop /> : <SopReading sop={sop} />;
}

function SopReading({ sop }: { readonly sop: Sop }) {
  const t = useMessages();
  const locale = useLocale();
  const { store } = useLoket();
  const drafts = useSopDrafts();
  const history = useSopHistory(sop.id);
  const { title, number } = sop.identity;
  const isOwn = !store.sops.isPreset(sop.id);
  // The office, which may be long, heads the identity block.
  const facts = [
    number,
    serviceLabel(sop.service, locale),
    t('sop.version', { version: sop.version }),
  ];
  return (
    <Page
      head={
        <PageHead
          title={title}
          facts={facts}
          status={
            <StatusBadge
              tone={isOwn ? 'info' : 'neutral'}
              label={t(isOwn ? 'sop.own' : 'sop.preset')}
            />
          }
          actions={<SopActions sop={sop} isOwn={isOwn} drafts={drafts} />}
        />
      }
    >
      {drafts.failure !== null && (
        <FailureBanner failure={{ kind: 'not-recorded', error: drafts.failure }} />
      )}
      <OldVersion sop={sop} />
      <Origin sop={sop} />
      {isOwn && <ReplacedBases sop={sop} />}
      <SopIdentityBlock sop={sop} />
      <Section title={t('sop.chart')}>
        <Stack>
          <ChartPdfButtons sop={sop} progress={null} requestId={null} />
          <SopChart sop={sop} />
        </Stack>
      </Section>
      <SopVersions shown={sop} history={history} />
    </Page>
  );
}

interface SopActionsProps {
  readonly sop: Sop;
  readonly isOwn: boolean;
  readonly drafts: SopDrafts;
}

function SopActions({ sop, isOwn, drafts }: SopActionsProps) {
  const t = useMessages();
  const toast = useToast();
  const { store } = useLoket();
  const { copy, change } = drafts;
  const { why } = useMay('edit-sop');
  const other = comparedWith(store.sops, sop);
  return (
    <>
      <ButtonLink icon={Columns2} href={diffAddress(other, sop)}>
        {t('sop.compare')}
      </ButtonLink>
      <Button
        icon={Download}
        data-action="export-sop"
        onClick={() => {
          toast({ text: t('sop.exported', { name: saveSopFile(sop) }) });
        }}
      >
        {t('sop.export')}
      </Button>
      <Button icon={Copy} data-action="copy-sop" blocked={why} onClick={() => void copy(sop)}>
        {t('sop.copy')}
      </Button>
      {isOwn && (
        <Button
          variant="primary"
          icon={PencilLine}
          data-action="change-sop"
          blocked={why}
          onClick={() => void change(sop)}
        >
          {t('sop.change')}
        </Button>
      )}
    </>
  );
}

/** A newer version exists: said on top, because this page looks just like it. */
function OldVersion({ sop }: { readonly sop: Sop }) {
  const t = useMessages();
  const { store } = useLoket();
  const latest = store.sops.latest(sop.id);
  if (latest === undefined || latest.version === sop.version) return null;
  const { version } = latest;
  return (
    <Banner
      tone="info"
      title={t('sop.old')}
      actions={
        <ButtonLink size="small" href={`#/sop/${sop.id}/${version}`}>
          {t('sop.openLatest', { version })}
        </ButtonLink>
      }
    >
      {t('sop.oldText', { version, shown: sop.version })}
    </Banner>
  );
}

/** The SOP it was copied from, where that one is installed. */
function Origin({ sop }: { readonly sop: Sop }) {
  const t = useMessages();
  const { store } = useLoket();
  const origin = sop.basedOn === null ? undefined : store.sops.find(sop.basedOn);
  if (origin === undefined) return null;
  const { title, office } = origin.identity;
  return (
    <Banner
      tone="neutral"
      title={t('sop.basedOn', { title, office, version: origin.version })}
      actions={
        <ButtonLink size="small" href={diffAddress(origin, sop)}>
          {t('sop.compareBase')}
        </ButtonLink>
      }
    />
  );
}

/** Shown, never rewritten; the notices of the presets say it themselves. */
function ReplacedBases({ sop }: { readonly sop: Sop }) {
  const t = useMessages();
  return replacedBases(sop.identity).map((basis) => (
    <Banner key={basis} tone="warn" title={t('sop.outdatedBasis')}>
      {t('sop.outdatedBasisText', { basis })}
    </Banner>
  ));
}
