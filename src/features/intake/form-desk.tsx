import { useState } from 'react';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { DraftOffer } from './draft-offer';
import { IntakeForm } from './intake-form';
import type { IntakeValues } from './intake-values';
import { useDrafts } from './use-drafts';
import type { IntakeFormSources } from './use-intake-form';

/** What stands in the form: fresh, or a draft that is continued. */
type Sheet = Pick<IntakeFormSources, 'draftId' | 'initial' | 'keptAt'>;

interface FormDeskProps extends Omit<IntakeFormSources, keyof Sheet> {
  readonly newId: () => string;
  /** Values of a fresh form. */
  readonly fresh: () => IntakeValues;
  readonly title: string;
  /** Where Escape leads. */
  readonly back: string;
}

/** A form and the drafts of it that wait: one is continued, or a fresh one is begun. */
export function FormDesk({ newId, fresh, title, back, ...sources }: FormDeskProps) {
  const { kind, staff, office, request } = sources;
  const drafts = useDrafts(staff, kind, request?.id ?? null);
  const t = useMessages();
  const [isOffering, setIsOffering] = useState(true);
  const [sheet, setSheet] = useState<Sheet>(() => ({
    draftId: newId(),
    initial: fresh(),
    keptAt: null,
  }));

  // The form waits for the drafts, so that their offer does not push it down.
  if (drafts.offered === null) return null;
  const offered = isOffering ? drafts.offered : [];
  const offer = drafts.unread ? (
    <Banner tone="warn" title={t('intake.draft.unread')}>
      {t('intake.draft.unreadText')}
    </Banner>
  ) : (
    offered.length > 0 && (
      <DraftOffer
        drafts={offered}
        timeZone={office.timeZone}
        onContinue={({ draft, values }) => {
          setSheet({ draftId: draft.id, initial: values, keptAt: draft.updatedAt });
          setIsOffering(false);
        }}
        onDiscard={drafts.discard}
        onStartNew={() => {
          setIsOffering(false);
        }}
      />
    )
  );
  return (
    <IntakeForm
      key={sheet.draftId}
      sources={{ ...sources, ...sheet }}
      title={title}
      offer={offer}
      back={back}
      focusFirst={offered.length === 0}
    />
  );
}
