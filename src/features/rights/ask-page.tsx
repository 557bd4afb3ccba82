import { useState } from 'react';
import { useParams } from 'react-router';
import type { Author } from '../../domain/event';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RequestState } from '../../domain/request/request-state';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useKeptValues } from '../shared/use-kept-values';
import { useSeenRequest } from '../shared/use-trail';
import { AskForm } from './ask-form';
import { freshAsk, parseAskValues } from './ask-values';

/** `/permohonan/:id/permintaan-koreksi`: what a person asks to be corrected, recorded. */
export function AskCorrectionPage() {
  const t = useMessages();
  const { id = '' } = useParams();
  const { store, office, staff } = useLoket();
  const read = useLive(async () => ({ state: await store.requests.get(id) }), [store, id]);
  useSeenRequest(read?.state ? id : null);
  if (read === undefined || staff === null || office.profile === null) return null;
  if (read.state === null) {
    return (
      <Page layout="bare" head={<PageHead title={t('rights.tickets')} />}>
        <EmptyState
          text={t('rights.ask.unknown')}
          action={<ButtonLink href="#/register">{t('rights.open.toRegister')}</ButtonLink>}
        />
      </Page>
    );
  }
  return (
    <AskDesk
      key={`${id}/${staff.id}`}
      request={read.state}
      staff={staff}
      profile={office.profile}
    />
  );
}

interface AskDeskProps {
  readonly request: RequestState;
  readonly staff: Author;
  readonly profile: OfficeProfile;
}

/** The form, fresh or as it was left. */
function AskDesk({ request, staff, profile }: AskDeskProps) {
  const { now, newId } = useLoket();
  const [fresh, setFresh] = useState<string | null>(null);
  const [firstId] = useState(newId);
  const place = { form: 'correction-request', requestId: request.id } as const;
  const kept = useKeptValues(staff, place, parseAskValues);
  if (kept === undefined) return null;
  const draft = fresh === null ? kept : null;
  const id = draft?.draftId ?? fresh ?? firstId;
  return (
    <AskForm
      key={id}
      request={request}
      profile={profile}
      sources={{
        place: { id, ...place },
        owner: staff,
        initial: draft?.values ?? freshAsk(request.data.applicant.name, now(), profile.timeZone),
        keptAt: draft?.at ?? null,
      }}
      onFresh={() => {
        setFresh(newId());
      }}
    />
  );
}
