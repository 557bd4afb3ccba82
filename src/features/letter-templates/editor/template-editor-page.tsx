import { useParams } from 'react-router';
import type { Author } from '../../../domain/event';
import { ButtonLink } from '../../../ui/controls/button';
import { Banner } from '../../../ui/feedback/banner';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { Page, PageHead } from '../../../ui/frame/page-head';
import { useMessages } from '../../../ui/messages/use-messages';
import { useFoundDraft } from '../../shared/use-found-draft';
import { useLoket } from '../../shared/loket-context';
import { parseTemplateDraft } from '../template-draft';
import { EditorForm } from './editor-form';

/** `/naskah-surat/sunting/:draftId`: a paper's text, drawn as it is typed, until it is published. */
export function TemplateEditorPage() {
  const { draftId } = useParams();
  const { staff, office } = useLoket();
  if (staff === null || office.profile === null || draftId === undefined) return null;
  return <DraftDesk key={`${draftId} ${staff.id}`} draftId={draftId} owner={staff} />;
}

interface DraftDeskProps {
  readonly draftId: string;
  readonly owner: Author;
}

function DraftDesk({ draftId, owner }: DraftDeskProps) {
  const t = useMessages();
  const { store } = useLoket();
  const found = useFoundDraft(draftId, owner.id, 'letter-template', parseTemplateDraft);
  if (found.kind === 'reading') return null;
  const original =
    found.kind === 'found' ? store.templates.original(found.draft.template.key) : undefined;
  if (found.kind === 'found' && original !== undefined) {
    return <EditorForm {...found} draftId={draftId} original={original} owner={owner} />;
  }
  return (
    <Page head={<PageHead title={t('template.edit.title')} />}>
      {found.kind === 'unread' ? (
        <Banner tone="bad" title={t('template.edit.unread')} />
      ) : (
        <EmptyState
          title={t('template.edit.gone')}
          text={t('template.edit.goneText')}
          action={<ButtonLink href="#/naskah-surat">{t('template.toList')}</ButtonLink>}
        />
      )}
    </Page>
  );
}
