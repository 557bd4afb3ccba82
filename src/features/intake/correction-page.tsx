import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { RequestState } from '../../domain/request/request-state';
import { ButtonLink } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { arrivalOf } from './arrival-time';
import { FormDesk } from './form-desk';
import { fromRequestData } from './intake-values';

/** `/permohonan/:id/koreksi`: the form of a recorded request, with the reason of the change. */
export function CorrectionPage() {
  const t = useMessages();
  const { id = '' } = useParams();
  const { store, office, staff, newId } = useLoket();
  const [found, setFound] = useState<RequestState | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void store.requests.get(id).then((state) => {
      if (isWanted) setFound(state);
    });
    return () => {
      isWanted = false;
    };
  }, [store, id]);

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
  if (found?.id !== id || profile === null || staff === null) return null;
  const arrival = arrivalOf(found.arrivedAt, profile.timeZone);
  return (
    <FormDesk
      key={`${id}/${staff.id}`}
      kind="correction"
      request={found}
      office={profile}
      staff={staff}
      newId={newId}
      fresh={() => fromRequestData(found.data, { sop: found.sop.id, arrival })}
      title={t('intake.correctTitle', { number: found.registerNumber })}
      back={`/permohonan/${id}`}
    />
  );
}
