import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { succeed, type Result, type ServiceError } from '../../contract/result';
import { openCorrections } from '../../domain/request/correction-ticket';
import type { RequestState } from '../../domain/request/request-state';
import { guarded } from '../../store/guarded';
import { ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useSeenRequest } from '../shared/use-trail';
import { arrivalOf } from './arrival-time';
import { FormDesk } from './form-desk';
import { fromRequestData, type IntakeValues } from './intake-values';

/** What the register answered, and about which request. */
interface Read {
  readonly id: string;
  readonly result: Result<RequestState | null>;
}

/** `/permohonan/:id/koreksi`: the form of a recorded request, with the reason of the change. */
export function CorrectionPage() {
  const t = useMessages();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { store, office, staff, newId } = useLoket();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isWanted = true;
    void guarded(async () => succeed(await store.requests.get(id))).then((result) => {
      if (isWanted) setRead({ id, result });
    });
    return () => {
      isWanted = false;
    };
  }, [store, id]);

  useSeenRequest(read?.id === id && read.result.ok && read.result.value !== null ? id : null);

  if (read?.id !== id) return null;
  if (!read.result.ok) return <UnreadRequest error={read.result.error} />;
  const found = read.result.value;
  if (found === null) {
    return (
      <EmptyState
        title={t('intake.notFound')}
        text={t('intake.notFoundText')}
        action={<ButtonLink href="#/register">{t('intake.toRegister')}</ButtonLink>}
      />
    );
  }
  const { profile } = office;
  if (profile === null || staff === null) return null;
  const arrival = arrivalOf(found.arrivedAt, profile.timeZone);
  return (
    <FormDesk
      key={`${id}/${staff.id}`}
      kind="correction"
      request={found}
      office={profile}
      staff={staff}
      newId={newId}
      fresh={() => ({
        ...fromRequestData(found.data, { sop: found.sop.id, arrival }),
        ...answering(found, params.get('tiket'), t),
      })}
      title={t('intake.correctTitle', { number: found.registerNumber })}
      back={`/permohonan/${id}`}
    />
  );
}

/** Opened from a person's request for correction: that is what it answers, and why. */
function answering(
  request: RequestState,
  ticketId: string | null,
  t: Translate,
): Partial<Pick<IntakeValues, 'answers' | 'correctionReason'>> {
  const ticket = openCorrections(request).find(({ id }) => id === ticketId);
  if (ticket === undefined) return {};
  const correctionReason = t('rights.answers.reason', { name: ticket.askedBy });
  return { answers: [ticket.id], correctionReason };
}

function UnreadRequest({ error }: { readonly error: ServiceError }) {
  const t = useMessages();
  return (
    <Page head={<PageHead title={t('frame.request')} />}>
      <Banner
        tone="bad"
        title={t('intake.unread')}
        details={{ summary: t('ui.showDetails'), text: `${error.kind}: ${error.detail}` }}
        actions={<ButtonLink href="#/register">{t('intake.toRegister')}</ButtonLink>}
      >
        {t('intake.unreadText')}
      </Banner>
    </Page>
  );
}
