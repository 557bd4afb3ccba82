import { CornerUpLeft, Forward } from 'lucide-react';
import { openStep } from '../../domain/sop/progress';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import { ButtonLink } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import { usePermission } from '../shared/use-permission';

/** What else an official may do with the sheet at an open dispose step: hand it on, or back. */
export function DispositionButtons({
  state,
  sop,
}: {
  readonly state: RequestState;
  readonly sop: Sop;
}) {
  const t = useMessages();
  const may = usePermission();
  const open = openStep(sop, state);
  if (open?.step.kind !== 'dispose') return null;
  const page = `#/permohonan/${state.id}/disposisi`;
  return (
    <>
      <ButtonLink
        icon={Forward}
        href={`${page}?aksi=forward`}
        blocked={may('forward-disposition').why}
      >
        {t('disposition.action.forward')}
      </ButtonLink>
      {open.returnsTo !== null && (
        <ButtonLink
          icon={CornerUpLeft}
          href={`${page}?aksi=return`}
          blocked={may('return-disposition').why}
        >
          {t('disposition.action.return')}
        </ButtonLink>
      )}
    </>
  );
}
