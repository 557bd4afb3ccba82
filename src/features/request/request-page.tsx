import { useParams } from 'react-router';
import type { RequestEvent } from '../../domain/request/request-event';
import type { RequestState } from '../../domain/request/request-state';
import type { Job } from '../../domain/outbox/job';
import type { DestroyedRequest } from '../../store/retention-store';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { DestroyedNote } from '../shared/destroyed-note';
import { useLoket } from '../shared/loket-context';
import { useSeenRequest } from '../shared/use-trail';
import { HistoryPanel } from './history-panel';
import { RequestView } from './request-view';

interface ReadRequest {
  readonly state: RequestState | null;
  readonly events: readonly RequestEvent[];
  readonly jobs: readonly Job[];
  /** What is left where it was destroyed. */
  readonly destroyed: DestroyedRequest | null;
}

/** The page of one request, by the id in its address. */
export function RequestPage() {
  const { id = '' } = useParams();
  return <RequestOf key={id} id={id} />;
}

function RequestOf({ id }: { readonly id: string }) {
  const t = useMessages();
  const { store } = useLoket();
  const read = useLive(async (): Promise<ReadRequest> => {
    const [state, events, jobs, destroyed] = await Promise.all([
      store.requests.get(id),
      store.requests.timeline(id),
      store.jobs.ofRequest(id),
      store.retention.findDestroyed(id),
    ]);
    return { state, events, jobs, destroyed };
  }, [store, id]);
  useSeenRequest(read?.state ? id : null);
  if (read === undefined) return <Page head={<PageHead title={t('ui.loading')} />}>{null}</Page>;
  const { state, events, jobs, destroyed } = read;
  if (destroyed !== null) return <DestroyedPage destroyed={destroyed} />;
  if (state === null) return <UnknownRequest />;
  const sop = store.sops.find(state.sop);
  if (sop === undefined) return <RequestWithoutSop state={state} events={events} />;
  return <RequestView open={{ state, sop, events, jobs }} />;
}

function DestroyedPage({ destroyed }: { readonly destroyed: DestroyedRequest }) {
  return (
    <Page head={<PageHead title={destroyed.registerNumber} />}>
      <DestroyedNote destroyed={destroyed} />
    </Page>
  );
}

function UnknownRequest() {
  const t = useMessages();
  return (
    <Page layout="bare" head={<PageHead title={t('request.unknown')} />}>
      <EmptyState
        text={t('request.unknown.text')}
        action={
          <ButtonLink href="#/register" variant="primary">
            {t('request.unknown.register')}
          </ButtonLink>
        }
      />
    </Page>
  );
}

/** Its SOP is not on this installation: the record can be read, not moved on. */
function RequestWithoutSop(props: Pick<ReadRequest, 'events'> & { readonly state: RequestState }) {
  const t = useMessages();
  const { state, events } = props;
  const sop = `${state.sop.id} v${String(state.sop.version)}`;
  return (
    <Page head={<PageHead title={`${state.registerNumber} · ${state.data.applicant.name}`} />}>
      <Banner tone="warn" title={t('refusal.sop-not-installed', { sop })} />
      <HistoryPanel events={events} sop={undefined} />
    </Page>
  );
}
