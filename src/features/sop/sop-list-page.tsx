import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { Section } from '../../ui/data/section';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { OfficeFailure } from '../settings/office-failure';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { SopDraftList } from './sop-draft-list';
import { SopImport } from './sop-import';
import { SopRow } from './sop-row';
import styles from './sop.module.css';
import { useOfferedSops } from './use-offered-sops';
import { useSopDrafts } from './use-sop-drafts';

/** `/sop`: what is installed, what the counter offers, and where an SOP of one's own begins. */
export function SopListPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store, office } = useLoket();
  const offered = useOfferedSops();
  const drafts = useSopDrafts();
  const { may: mayEdit } = useMay('edit-sop');
  useShortcuts(
    { Escape: { label: t('frame.keys.back'), run: () => void navigate('/pengaturan') } },
    { group: t('sop.title') },
  );
  const isReady = drafts.waiting !== null;
  useEffect(() => {
    // The list is what the page is for: the keyboard begins there.
    if (isReady) document.querySelector<HTMLElement>('[data-sop] a')?.focus();
  }, [isReady]);
  const { profile } = office;
  if (profile === null || drafts.waiting === null) return null;
  const { waiting } = drafts;

  return (
    <Page head={<PageHead title={t('sop.title')} />}>
      {offered.failure !== null && <OfficeFailure failure={offered.failure} />}
      {drafts.failure !== null && (
        <FailureBanner failure={{ kind: 'not-recorded', error: drafts.failure }} />
      )}
      {waiting.length > 0 && <SopDraftList drafts={waiting} {...drafts} />}
      <Section title={t('sop.installed')} description={t('sop.installedText')} flush>
        <ul className={styles.list}>
          {store.sops.installed().map((sop) => (
            <SopRow
              key={sop.id}
              sop={sop}
              isOwn={!store.sops.isPreset(sop.id)}
              isOffered={offered.ids.includes(sop.id)}
              isLastOffered={offered.ids.length === 1 && offered.ids.includes(sop.id)}
              onOffer={(isOffered) => void offered.offer(sop, isOffered)}
              onCopy={() => void drafts.copy(sop)}
              onChange={() => void drafts.change(sop)}
            />
          ))}
        </ul>
      </Section>
      {mayEdit && <SopImport profile={profile} onRead={(values) => void drafts.begin(values)} />}
    </Page>
  );
}
