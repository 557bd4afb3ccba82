import { useParams } from 'react-router';
import type { Author } from '../../../domain/event';
import { ButtonLink } from '../../../ui/controls/button';
import { Banner } from '../../../ui/feedback/banner';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { Page, PageHead } from '../../../ui/frame/page-head';
import { useMessages } from '../../../ui/messages/use-messages';
import { useLoket } from '../../shared/loket-context';
import { useFoundDraft } from '../../shared/use-found-draft';
import { parseSopDraft } from '../sop-draft';
import { EditorForm } from './editor-form';

/** `/sop/sunting/:draftId`: a draft of an SOP, checked as it is typed, until it is published. */
export function SopEditorPage() {
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
  const found = useFoundDraft(draftId, owner.id, 'sop', parseSopDraft);
  if (found.kind === 'reading') return null;
  if (found.kind === 'found') {
    return <EditorForm draftId={draftId} draft={found.draft} keptAt={found.keptAt} owner={owner} />;
  }
  return (
    <Page head={<PageHead title={t('sopEditor.title')} />}>
      {found.kind === 'unread' ? (
        <Banner tone="bad" title={t('sopEditor.unread')} />
      ) : (
        <EmptyState
          title={t('sopEditor.missing')}
          text={t('sopEditor.missingText')}
          action={<ButtonLink href="#/sop">{t('sopEditor.toList')}</ButtonLink>}
        />
      )}
    </Page>
  );
}
