import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Author } from '../../domain/event';
import type { RequestState } from '../../domain/request/request-state';
import { isKnownDocument } from '../../domain/sop/known-documents';
import type { Sop } from '../../domain/sop/sop';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useKeptValues } from '../shared/use-kept-values';
import { ScanDesk } from './scan-desk';
import { parseScanDraft } from './use-page-table';

/** `/permohonan/:id/pindai/:document`: from paper to a document of the request. */
export function ScanPage() {
  const { id = '', document = '' } = useParams();
  const { store, staff } = useLoket();
  const read = useLive(async () => ({ state: await store.requests.get(id) }), [store, id]);
  if (read === undefined || staff === null) return null;
  const { state } = read;
  const sop = state === null ? undefined : store.sops.find(state.sop);
  if (state?.status !== 'open' || sop === undefined || !isKnownDocument(sop, document)) {
    return <NotScannable id={id} />;
  }
  return <KeptScan key={`${id} ${document}`} {...{ state, sop, document, staff }} />;
}

interface KeptScanProps {
  readonly state: RequestState;
  readonly sop: Sop;
  readonly document: string;
  readonly staff: Author;
}

/** The table with the pages that were scanned for this paper and not saved. */
function KeptScan({ state, sop, document, staff }: KeptScanProps) {
  const { newId, store } = useLoket();
  const navigate = useNavigate();
  const parse = useMemo(() => parseScanDraft(document), [document]);
  const kept = useKeptValues(staff, { form: 'scan', requestId: state.id }, parse);
  const [fresh, setFresh] = useState<string | null>(null);
  const leave = useCallback(() => {
    void navigate(`/permohonan/${state.id}?bagian=papers`);
  }, [navigate, state.id]);
  const [firstId] = useState(newId);
  if (kept === undefined) return null;
  const draftId = fresh ?? kept?.draftId ?? firstId;
  return (
    <ScanDesk
      key={draftId}
      {...{ state, sop, document, staff, draftId }}
      kept={fresh === null && kept !== null ? kept : null}
      onLeave={leave}
      onDiscard={() => {
        void store.drafts.remove(draftId);
        setFresh(newId());
      }}
    />
  );
}

function NotScannable({ id }: { readonly id: string }) {
  const t = useMessages();
  return (
    <Page layout="bare" head={<PageHead title={t('scan.unknown')} />}>
      <EmptyState
        text={t('scan.unknownText')}
        action={
          <ButtonLink href={`#/permohonan/${id}`} variant="primary">
            {t('scan.back')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
