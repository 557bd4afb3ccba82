import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { Section } from '../../ui/data/section';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import styles from './letter-templates.module.css';
import { TemplateDraftList } from './template-draft-list';
import { TemplateRow } from './template-row';
import { draftOf, useTemplateDrafts } from './use-template-drafts';

/** `/naskah-surat`: every paper with its steps and the text it is made from. */
export function TemplateListPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store } = useLoket();
  const drafts = useTemplateDrafts();
  useShortcuts(
    { Escape: { label: t('frame.keys.back'), run: () => void navigate('/pengaturan') } },
    { group: t('template.title') },
  );
  const isReady = drafts.waiting !== null;
  useEffect(() => {
    // The list is what the page is for: the keyboard begins there.
    if (isReady) document.querySelector<HTMLElement>('[data-template] a')?.focus();
  }, [isReady]);
  const { waiting } = drafts;
  if (waiting === null) return null;
  return (
    <Page head={<PageHead title={t('template.title')} />}>
      {drafts.failure !== null && (
        <FailureBanner failure={{ kind: 'not-recorded', error: drafts.failure }} />
      )}
      {waiting.length > 0 && <TemplateDraftList drafts={waiting} {...drafts} />}
      <Section title={t('template.list')} description={t('template.listText')} flush>
        <ul className={styles.list}>
          {store.templates.keys.map((letter) => (
            <TemplateRow
              key={letter}
              letter={letter}
              draft={draftOf(waiting, letter)}
              drafts={drafts}
            />
          ))}
        </ul>
      </Section>
    </Page>
  );
}
